// The mails of this room, in three languages. Pure.
import type { Language } from "@somlos/contract";
import { letter } from "@somlos/kernel/mail";

type Words = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button: string;
  readonly note: string;
};
type Written = { readonly subject: string; readonly html: string; readonly text: string };

const write = (language: Language, sender: string, words: Words, url: string): Written => ({
  subject: words.title,
  ...letter({
    title: words.title,
    paragraphs: words.paragraphs,
    button: { label: words.button, url },
    language,
    sender,
    note: words.note,
  }),
});

export function inviteLetter(language: Language, house: string, link: string): Written {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: `Your door to ${house}`,
      paragraphs: [
        "A colleague has invited you.",
        "Choose how to sign in. The link works once, for seven days.",
      ],
      button: "Come in",
      note: "Not expecting this? Do nothing, and the link ends by itself.",
    },
    sv: {
      title: `Din väg in i ${house}`,
      paragraphs: [
        "En kollega har bjudit in dig.",
        "Välj hur du vill logga in. Länken fungerar en gång, i sju dagar.",
      ],
      button: "Kom in",
      note: "Väntade du dig inte det här? Gör inget, så slutar länken att gälla av sig själv.",
    },
    da: {
      title: `Din vej ind i ${house}`,
      paragraphs: [
        "En kollega har inviteret dig.",
        "Vælg, hvordan du vil logge ind. Linket virker én gang, i syv dage.",
      ],
      button: "Kom ind",
      note: "Ventede du ikke dette? Gør ingenting, så udløber linket af sig selv.",
    },
  };
  return write(language, house, words[language], link);
}

export function forgottenLetter(language: Language, house: string, link: string): Written {
  const words: Readonly<Record<Language, Words>> = {
    en: {
      title: "Choose a new password",
      paragraphs: [
        `Somebody asked for a new password to ${house} with your address.`,
        "The link works once, for an hour.",
      ],
      button: "Choose a password",
      note: "Was it not you? Do nothing: your password stays as it is.",
    },
    sv: {
      title: "Välj ett nytt lösenord",
      paragraphs: [
        `Någon bad om ett nytt lösenord till ${house} med din adress.`,
        "Länken fungerar en gång, i en timme.",
      ],
      button: "Välj lösenord",
      note: "Var det inte du? Gör inget: ditt lösenord är kvar som det är.",
    },
    da: {
      title: "Vælg en ny adgangskode",
      paragraphs: [
        `Nogen bad om en ny adgangskode til ${house} med din adresse.`,
        "Linket virker én gang, i en time.",
      ],
      button: "Vælg adgangskode",
      note: "Var det ikke dig? Gør ingenting: din adgangskode forbliver, som den er.",
    },
  };
  return write(language, house, words[language], link);
}

export type Changed = "password" | "passkey";

/** Tells the colleague that their way in changed, so that a thief cannot change it unseen. */
export function changedLetter(language: Language, house: string, what: Changed, url: string): Written {
  const said: Readonly<Record<Changed, Readonly<Record<Language, string>>>> = {
    password: {
      en: "Your password was changed",
      sv: "Ditt lösenord har ändrats",
      da: "Din adgangskode er ændret",
    },
    passkey: {
      en: "A passkey was added to your account",
      sv: "En lösennyckel har lagts till på ditt konto",
      da: "En adgangsnøgle er føjet til din konto",
    },
  };
  const rest: Readonly<Record<Language, Omit<Words, "title">>> = {
    en: {
      paragraphs: [`It concerns ${house}.`, "Was it you? Then all is well."],
      button: "See your account",
      note: "Was it not you? Sign out everywhere, choose a new password and tell an owner.",
    },
    sv: {
      paragraphs: [`Det gäller ${house}.`, "Var det du? Då är allt som det ska."],
      button: "Se ditt konto",
      note: "Var det inte du? Logga ut överallt, välj ett nytt lösenord och säg till en ägare.",
    },
    da: {
      paragraphs: [`Det gælder ${house}.`, "Var det dig? Så er alt, som det skal være."],
      button: "Se din konto",
      note: "Var det ikke dig? Log ud overalt, vælg en ny adgangskode, og sig det til en ejer.",
    },
  };
  return write(language, house, { title: said[what][language], ...rest[language] }, url);
}
