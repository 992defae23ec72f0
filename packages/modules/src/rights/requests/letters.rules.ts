// The mails of this room, in three languages. Pure.
import type { Language } from "@somlos/contract";
import { type Letterhead, write } from "../../corner/index.ts";

type Words = { title: string; paragraphs: readonly string[]; button: string; note: string };

export function exportLetter(head: Letterhead, link: string) {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: "A copy of everything we know about you was asked for",
      paragraphs: ["Somebody signed in as you asked for it just now. Was it you? Then all is well."],
      button: "This was not me",
      note: "The button removes the copy. Then change the password of your mail: somebody may be reading it.",
    },
    sv: {
      title: "Någon har bett om en kopia av allt vi vet om dig",
      paragraphs: ["Någon som är inloggad som du bad om den nyss. Var det du? Då är allt som det ska."],
      button: "Det var inte jag",
      note: "Knappen tar bort kopian. Byt sedan lösenord till din mejl: någon kan läsa den.",
    },
    da: {
      title: "Der er bedt om en kopi af alt, vi ved om dig",
      paragraphs: [
        "En, der er logget ind som dig, bad om den lige nu. Var det dig? Så er alt, som det skal være.",
      ],
      button: "Det var ikke mig",
      note: "Knappen fjerner kopien. Skift derefter adgangskoden til din mail: nogen kan læse den.",
    },
  };
  return write(head, words[head.language], link);
}

export function erasureLetter(head: Letterhead, link: string) {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: "What we know about you will be erased in 24 hours",
      paragraphs: [
        "Somebody signed in as you, or our staff for you, asked for it. It cannot be taken back afterwards.",
        "Was it you? Then there is nothing to do.",
      ],
      button: "Do not erase",
      note: "The button cancels it. Was it not you? Change the password of your mail: somebody may be reading it.",
    },
    sv: {
      title: "Det vi vet om dig raderas om 24 timmar",
      paragraphs: [
        "Någon som är inloggad som du, eller vår personal åt dig, har bett om det. Det går inte att ångra efteråt.",
        "Var det du? Då behöver du inte göra något.",
      ],
      button: "Radera inte",
      note: "Knappen avbryter. Var det inte du? Byt lösenord till din mejl: någon kan läsa den.",
    },
    da: {
      title: "Det, vi ved om dig, slettes om 24 timer",
      paragraphs: [
        "En, der er logget ind som dig, eller vores personale på dine vegne, har bedt om det. Det kan ikke fortrydes bagefter.",
        "Var det dig? Så skal du ikke gøre noget.",
      ],
      button: "Slet ikke",
      note: "Knappen annullerer. Var det ikke dig? Skift adgangskoden til din mail: nogen kan læse den.",
    },
  };
  return write(head, words[head.language], link);
}
