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

export function draftOf(items: readonly TextView[], basis: WordsBasis, entityIds: readonly string[]): Draft {
  const newest = (language: Language) => versionsOf(items, basis, language)[0];
  const last = items
    .filter((one) => one.basis === basis)
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0];
  return {
    basis,
    bodies: { en: newest("en")?.body ?? "", sv: newest("sv")?.body ?? "", da: newest("da")?.body ?? "" },
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
};

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
    const newest = versionsOf(items, basis, language)[0];
    const unchanged =
      newest !== undefined &&
      newest.body === body &&
      same(newest.scopes, scopes) &&
      same(newest.categories, categories) &&
      same(newest.channels, channels) &&
      same(newest.entityIds, entityIds);
    return body === "" || unchanged
      ? []
      : [{ basis, language, body, scopes, channels, categories, entityIds }];
  });
}
