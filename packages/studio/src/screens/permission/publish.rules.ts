// What of a draft of words is to be published: each language that differs from the newest version of its kind.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { textVersion } from "@somlos/contract/rooms/consent-purposes";
import { type Language, languages } from "@somlos/look/language";
import type { z } from "zod";

export type TextView = z.output<typeof textVersion>;
export type WordsBasis = TextView["basis"];

export type Draft = {
  readonly basis: WordsBasis;
  readonly bodies: Readonly<Record<Language, string>>;
  /** What one gets for a yes; a notice at a sale asks for none. */
  readonly benefits: Readonly<Record<Language, string>>;
  /** Name of the event that tells that it came, and within how many days; empty: nothing tells. */
  readonly event: string;
  readonly days: string;
  readonly scopes: string;
  readonly categories: string;
  readonly channels: readonly PermissionChannel[];
  readonly entityIds: readonly string[];
};

/** A notice at a sale covers mail and SMS, whatever else was chosen. */
export const softChannels: readonly PermissionChannel[] = ["mail", "sms"];

export const isCode = (text: string): boolean => /^[a-z][a-z0-9_]{1,40}$/.test(text);

export const listed = (text: string, between: RegExp = /[\n,]/): string[] => [
  ...new Set(
    text
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
];

const newer = (a: TextView, b: TextView): number => b.version - a.version;

/** The newest version of a language, and those before it. */
export function versionsOf(
  items: readonly TextView[],
  basis: WordsBasis,
  language: Language,
): readonly TextView[] {
  return items.filter((one) => one.basis === basis && one.language === language).toSorted(newer);
}

export const basesOf = (items: readonly TextView[]): readonly WordsBasis[] =>
  (["consent", "soft"] as const).filter((basis) => items.some((one) => one.basis === basis));

const inEach = (wordOf: (language: Language) => string | null | undefined): Record<Language, string> => ({
  en: wordOf("en") ?? "",
  sv: wordOf("sv") ?? "",
  da: wordOf("da") ?? "",
});

export function draftOf(items: readonly TextView[], basis: WordsBasis, entityIds: readonly string[]): Draft {
  const newest = (language: Language) => versionsOf(items, basis, language)[0];
  const last = items
    .filter((one) => one.basis === basis)
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0];
  return {
    basis,
    bodies: inEach((language) => newest(language)?.body),
    benefits: inEach((language) => newest(language)?.benefit),
    event: last?.proof?.event ?? "",
    days: String(last?.proof?.days ?? 30),
    scopes: (last?.scopes ?? []).join(", "),
    categories: (last?.categories ?? []).join("\n"),
    channels: last?.channels ?? (basis === "soft" ? softChannels : ["mail"]),
    entityIds: last?.entityIds ?? entityIds,
  };
}

export type Wish = {
  readonly basis: WordsBasis;
  readonly language: Language;
  readonly body: string;
  readonly scopes: string[];
  readonly channels: PermissionChannel[];
  readonly categories: string[];
  readonly entityIds: string[];
  readonly benefit: string | null;
  readonly proof: TextView["proof"];
};

/** Days within which a benefit comes: 1 to 365. */
export const daysOf = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 365 ? Number(text) : undefined;

const benefitIn = ({ basis, benefits }: Draft, language: Language): string | null =>
  basis === "soft" || benefits[language].trim() === "" ? null : benefits[language].trim();

function proofIn(draft: Draft, benefit: string | null): TextView["proof"] {
  const [event, days] = [draft.event.trim(), daysOf(draft.days)];
  return benefit === null || event === "" || days === undefined ? null : { event, days };
}

/** The event is named, and its days are no number. */
export const isProofWrong = (draft: Draft): boolean =>
  draft.basis === "consent" && draft.event.trim() !== "" && daysOf(draft.days) === undefined;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());

export function wishesOf(draft: Draft, items: readonly TextView[]): readonly Wish[] {
  const { basis } = draft;
  const scopes = listed(draft.scopes);
  const categories = listed(draft.categories, /\n/);
  const channels = draft.channels.filter((one) => basis === "consent" || softChannels.includes(one));
  const entityIds = [...draft.entityIds];
  return languages.flatMap((language) => {
    const body = draft.bodies[language].trim();
    const benefit = benefitIn(draft, language);
    const proof = proofIn(draft, benefit);
    const newest = versionsOf(items, basis, language)[0];
    const unchanged =
      newest !== undefined &&
      newest.body === body &&
      newest.benefit === benefit &&
      newest.proof?.event === proof?.event &&
      newest.proof?.days === proof?.days &&
      same(newest.scopes, scopes) &&
      same(newest.categories, categories) &&
      same(newest.channels, channels) &&
      same(newest.entityIds, entityIds);
    return body === "" || unchanged
      ? []
      : [{ basis, language, body, benefit, proof, scopes, channels, categories, entityIds }];
  });
}
