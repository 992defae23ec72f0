// The mails about restrictions of use, in three languages. Pure.
import type { Language } from "@somlos/contract";
import { type Letterhead, write } from "../../corner/index.ts";

type Words = { title: string; paragraphs: readonly string[]; button: string; note: string };
type Three = Readonly<Record<Language, Words>>;

const restricted: Three = {
  en: {
    title: "We only keep what we know about you now",
    paragraphs: [
      "Somebody signed in as you, or our staff for you, asked us to restrict the use of it. From now on it is kept and nothing else: no advertising, no recognition, no suggestions. Messages about your own orders still come.",
      "It holds until you take it back. Should we find that there is no ground for it any more, we tell you a day before.",
    ],
    button: "This was not me",
    note: "The button takes it back. Was it you? Then there is nothing to do.",
  },
  sv: {
    title: "Nu sparar vi bara det vi vet om dig",
    paragraphs: [
      "Någon som är inloggad som du, eller vår personal åt dig, har bett oss begränsa behandlingen av dina uppgifter. Från och med nu sparas de och inget annat: ingen reklam, ingen igenkänning, inga förslag. Meddelanden om dina egna beställningar kommer som förut.",
      "Det gäller tills du tar tillbaka det. Skulle vi finna att det inte längre finns skäl för det säger vi till en dag innan.",
    ],
    button: "Det var inte jag",
    note: "Knappen tar tillbaka det. Var det du? Då behöver du inte göra något.",
  },
  da: {
    title: "Nu opbevarer vi kun det, vi ved om dig",
    paragraphs: [
      "En, der er logget ind som dig, eller vores personale på dine vegne, har bedt os begrænse behandlingen af dine oplysninger. Fra nu af opbevares de og ikke andet: ingen reklame, ingen genkendelse, ingen forslag. Beskeder om dine egne bestillinger kommer som før.",
      "Det gælder, til du tager det tilbage. Skulle vi finde, at der ikke længere er grund til det, siger vi til en dag før.",
    ],
    button: "Det var ikke mig",
    note: "Knappen tager det tilbage. Var det dig? Så skal du ikke gøre noget.",
  },
};

const lifting: Three = {
  en: {
    title: "In 24 hours we use what we know about you again",
    paragraphs: [
      "You had the use of it restricted. We have looked at it and find that there is no ground for that any more, so we lift the restriction in a day. What you allowed and refused holds as before.",
      "Do you not agree? Press the button, and it stays restricted. You can also turn to us, or complain to the data protection authority.",
    ],
    button: "Keep it restricted",
    note: "Do you agree? Then there is nothing to do.",
  },
  sv: {
    title: "Om 24 timmar använder vi åter det vi vet om dig",
    paragraphs: [
      "Du har fått behandlingen av dina uppgifter begränsad. Vi har gått igenom det och finner att det inte längre finns skäl för det, så begränsningen upphör om ett dygn. Det du har tillåtit och nekat gäller som förut.",
      "Håller du inte med? Tryck på knappen, så fortsätter den att gälla. Du kan också vända dig till oss, eller klaga hos Integritetsskyddsmyndigheten.",
    ],
    button: "Behåll begränsningen",
    note: "Håller du med? Då behöver du inte göra något.",
  },
  da: {
    title: "Om 24 timer bruger vi igen det, vi ved om dig",
    paragraphs: [
      "Du har fået behandlingen af dine oplysninger begrænset. Vi har set på det og finder, at der ikke længere er grund til det, så begrænsningen ophører om et døgn. Det, du har tilladt og afvist, gælder som før.",
      "Er du ikke enig? Tryk på knappen, så bliver den ved med at gælde. Du kan også henvende dig til os eller klage til Datatilsynet.",
    ],
    button: "Behold begrænsningen",
    note: "Er du enig? Så skal du ikke gøre noget.",
  },
};

const lifted: Three = {
  en: {
    title: "We may use what we know about you again",
    paragraphs: [
      "Somebody signed in as you took the restriction back just now. What you allowed and refused holds as before.",
      "Was it you? Then all is well.",
    ],
    button: "This was not me",
    note: "The button restricts it again. Then change the password of your mail: somebody may be reading it.",
  },
  sv: {
    title: "Vi får åter använda det vi vet om dig",
    paragraphs: [
      "Någon som är inloggad som du tog nyss tillbaka begränsningen. Det du har tillåtit och nekat gäller som förut.",
      "Var det du? Då är allt som det ska.",
    ],
    button: "Det var inte jag",
    note: "Knappen begränsar det igen. Byt sedan lösenord till din mejl: någon kan läsa den.",
  },
  da: {
    title: "Vi må igen bruge det, vi ved om dig",
    paragraphs: [
      "En, der er logget ind som dig, tog lige begrænsningen tilbage. Det, du har tilladt og afvist, gælder som før.",
      "Var det dig? Så er alt, som det skal være.",
    ],
    button: "Det var ikke mig",
    note: "Knappen begrænser det igen. Skift derefter adgangskoden til din mail: nogen kan læse den.",
  },
};

const letterOf = (words: Three) => (head: Letterhead, link: string) =>
  write(head, words[head.language], link);
export const restrictionLetter = letterOf(restricted);
export const liftLetter = letterOf(lifting);
export const liftedLetter = letterOf(lifted);
