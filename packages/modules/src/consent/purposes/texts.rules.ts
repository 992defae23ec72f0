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

/** The event that tells that a benefit came, and within how many days after the yes. */
export type BenefitProof = { readonly event: string; readonly days: number };

/** A version with where it stands among the others. */
export type StoredText = Omit<TextVersion, "channels"> & {
  /** What one gets for a yes. */
  readonly benefit: string | null;
  readonly proof: BenefitProof | null;
  readonly channels: readonly PermissionChannel[];
  readonly language: Language;
  readonly publishedAt: Date;
};

/** Words that tell it can be taken back, in the languages that texts are written in. */
const takenBack: Readonly<Record<Language, RegExp>> = {
  en: /withdraw|revoke|unsubscribe|(take|taken) (it |this |them |that )?back|opt[ -]?out|say no\b/i,
  sv: /återkalla|återta|ta(s|r)? (du )?(det |den |detta )?tillbaka|avregistrera|avanmäl|avsäga|avböj|(säg(a|er)?|tackar?) (du )?nej/i,
  da: /tilbagekald|tilbagetræk|træk\w* .*tilbage|afmeld|(sige?|takker?) (du )?nej|frabede|(melder?|meld) (du )?(dig |mig )?fra\b/i,
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
  const words = body.normalize("NFC");
  if (!takenBack[language].test(words)) throw new Refusal("consent.text_silent");
  if (entityNames.length === 0 || !entityNames.every((name) => words.includes(name.normalize("NFC"))))
    throw new Refusal("consent.text_nameless");
  if (basis === "soft" && consentWords[language].test(words)) throw new Refusal("consent.text_says_consent");
}
