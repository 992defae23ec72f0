// The mails of this room, in three languages. Pure.
import type { Language } from "@somlos/contract";
import { letter } from "@somlos/kernel/mail";

type Words = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button?: string;
  readonly note: string;
};
type Written = { readonly subject: string; readonly html: string; readonly text: string };
export type Letterhead = { readonly language: Language; readonly house: string };

export const write = ({ language, house }: Letterhead, words: Words, url?: string): Written => ({
  subject: words.title,
  ...letter({
    title: words.title,
    paragraphs: words.paragraphs,
    ...(url === undefined || words.button === undefined ? {} : { button: { label: words.button, url } }),
    language,
    sender: house,
    note: words.note,
  }),
});

/** In two groups of four: easier to read and to type. */
export const spoken = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

export function signInLetter(head: Letterhead, link: string, code: string): Written {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: `Sign in to ${head.house}`,
      paragraphs: [
        "The link works once, for 30 minutes, in the browser where you asked for it.",
        `Reading this somewhere else? Type this code there: ${spoken(code)}`,
      ],
      button: "Sign in",
      note: "Did you not ask for this? Do nothing. Never tell anybody the code, us neither.",
    },
    sv: {
      title: `Logga in hos ${head.house}`,
      paragraphs: [
        "Länken fungerar en gång, i 30 minuter, i webbläsaren där du bad om den.",
        `Läser du det här någon annanstans? Skriv koden där: ${spoken(code)}`,
      ],
      button: "Logga in",
      note: "Bad du inte om det här? Gör inget. Säg aldrig koden till någon, inte till oss heller.",
    },
    da: {
      title: `Log ind hos ${head.house}`,
      paragraphs: [
        "Linket virker én gang, i 30 minutter, i den browser, hvor du bad om det.",
        `Læser du det her et andet sted? Skriv koden dér: ${spoken(code)}`,
      ],
      button: "Log ind",
      note: "Bad du ikke om det her? Gør ingenting. Sig aldrig koden til nogen, heller ikke til os.",
    },
  };
  return write(head, words[head.language], link);
}

export function proofLetter(head: Letterhead, code: string): Written {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: `Your code: ${spoken(code)}`,
      paragraphs: [
        "Somebody signed in as you wants to do something that concerns everything we know about you.",
        "The code works for ten minutes.",
      ],
      note: "Was it not you? Tell nobody the code. Somebody may be reading your other mail: change its password.",
    },
    sv: {
      title: `Din kod: ${spoken(code)}`,
      paragraphs: [
        "Någon som är inloggad som du vill göra något som rör allt vi vet om dig.",
        "Koden fungerar i tio minuter.",
      ],
      note: "Var det inte du? Säg inte koden till någon. Någon kan läsa din andra mejl: byt lösenord där.",
    },
    da: {
      title: `Din kode: ${spoken(code)}`,
      paragraphs: [
        "En, der er logget ind som dig, vil gøre noget, der gælder alt, vi ved om dig.",
        "Koden virker i ti minutter.",
      ],
      note: "Var det ikke dig? Sig ikke koden til nogen. En anden kan læse din anden mail: skift adgangskoden dér.",
    },
  };
  return write(head, words[head.language]);
}

export function passkeyLetter(head: Letterhead, link: string): Written {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: "A passkey was added for you",
      paragraphs: ["Whoever holds it can sign in as you. Was it you? Then all is well."],
      button: "This was not me",
      note: "The button takes the passkey away and signs out whoever is signed in as you. It works for seven days.",
    },
    sv: {
      title: "En lösennyckel har lagts till för dig",
      paragraphs: ["Den som har den kan logga in som du. Var det du? Då är allt som det ska."],
      button: "Det var inte jag",
      note: "Knappen tar bort lösennyckeln och loggar ut alla som är inloggade som du. Den fungerar i sju dagar.",
    },
    da: {
      title: "En adgangsnøgle er tilføjet for dig",
      paragraphs: ["Den, der har den, kan logge ind som dig. Var det dig? Så er alt, som det skal være."],
      button: "Det var ikke mig",
      note: "Knappen fjerner adgangsnøglen og logger alle ud, der er logget ind som dig. Den virker i syv dage.",
    },
  };
  return write(head, words[head.language], link);
}
