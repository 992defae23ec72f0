// The mail that asks an address whether the yes was its own. It says what was asked in the very words, and nothing that
// could be advertising. Pure.
import type { Language } from "@somlos/contract";
import { letter } from "@somlos/kernel/mail";

type Words = {
  readonly title: string;
  readonly before: string;
  readonly button: string;
  readonly note: string;
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Was it you?",
    before: "Somebody gave this address and agreed to the following. It holds only if you say so.",
    button: "Yes, it was me",
    note: "Was it not you? Do nothing, and it never holds. The link ends after seven days.",
  },
  sv: {
    title: "Var det du?",
    before: "Någon angav den här adressen och sa ja till det här. Det gäller bara om du säger det.",
    button: "Ja, det var jag",
    note: "Var det inte du? Gör inget, så gäller det aldrig. Länken slutar gälla efter sju dagar.",
  },
  da: {
    title: "Var det dig?",
    before: "Nogen angav denne adresse og sagde ja til dette. Det gælder kun, hvis du siger det.",
    button: "Ja, det var mig",
    note: "Var det ikke dig? Gør ingenting, så gælder det aldrig. Linket udløber efter syv dage.",
  },
};

export function confirmLetter(
  language: Language,
  sender: string,
  body: string,
  url: string,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { title, before, button, note } = words[language];
  const whole = { title, paragraphs: [before, body], button: { label: button, url }, language, sender, note };
  return { subject: `${title} (${sender})`, ...letter(whole) };
}
