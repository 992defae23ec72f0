// What a text must say before anybody may be asked with it. Pure.
import { type Language, Refusal } from "@somlos/contract";

/** Words that tell it can be taken back, in the languages that texts are written in. */
const takenBack: Readonly<Record<Language, RegExp>> = {
  en: /withdraw|unsubscribe|take (it|this) back|opt out/i,
  sv: /återkalla|ta(s)? tillbaka|tar du tillbaka|avregistrera|avsäga|säga? nej/i,
  da: /tilbagekald|trække\w* .*tilbage|trækkes tilbage|afmeld|sige nej|frabede/i,
};
const consentWords: Readonly<Record<Language, RegExp>> = {
  en: /\bconsent/i,
  sv: /samtyck/i,
  da: /samtykk/i,
};

export type TextWish = {
  readonly basis: "consent" | "soft";
  readonly language: Language;
  readonly body: string;
};

export function refuseText({ basis, language, body }: TextWish, entityNames: readonly string[]): void {
  if (!takenBack[language].test(body)) throw new Refusal("consent.text_silent");
  if (entityNames.length === 0 || !entityNames.every((name) => body.includes(name)))
    throw new Refusal("consent.text_nameless");
  if (basis === "soft" && consentWords[language].test(body)) throw new Refusal("consent.text_says_consent");
}
