// What a text must say before anybody may be asked with it. Pure.
import { type Language, Refusal } from "@somlos/contract";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { PurposeKind } from "../law/sets.rules.ts";
import type { TextVersion } from "../ledger/entries.rules.ts";

export type Purpose = {
  readonly code: string;
  readonly kind: PurposeKind;
  readonly basis: "consent" | "contract" | "legitimate_interest" | "legal_duty";
  /** For a legitimate interest, how it was weighed. */
  readonly balance: string | null;
  readonly doubleOptIn: boolean;
};

/** A version with where it stands among the others. */
export type StoredText = Omit<TextVersion, "channels"> & {
  readonly channels: readonly PermissionChannel[];
  readonly language: Language;
  readonly publishedAt: Date;
};

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
