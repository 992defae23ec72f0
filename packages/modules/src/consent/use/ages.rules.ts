// How old a person is as far as anybody told, and what that means for whoever asks. Pure.
import type { FactOrigin } from "@somlos/contract/rooms/consent";
import { ADULT } from "../law/sets.rules.ts";
import { isMinor } from "./decide.rules.ts";

/** `day`: the youngest that they may be (YYYY-MM-DD), by whose word of when. */
export type Born = { readonly day: string; readonly origin: FactOrigin; readonly at: Date };

export type Minor = {
  readonly under: number;
  readonly saidBy: FactOrigin | "asked";
  /** When it was said. */
  readonly at: string | null;
};
type Told = { readonly day: string; readonly origin: FactOrigin | "asked"; readonly at: Date | null };

/** Whoever asks may know better that somebody is a child, never that somebody is none: that is corrected where it was said. */
export function youngest(known: Born | undefined, asked: string | null): Told | undefined {
  if (asked === null || (known !== undefined && known.day >= asked)) return known;
  return { day: asked, origin: "asked", at: null };
}

export const minorOf = (under: number | null, born: Told | undefined): Minor | null =>
  under === null || born === undefined
    ? null
    : { under, saidBy: born.origin, at: born.at?.toISOString() ?? null };

/** For whoever looks at a person: under eighteen, by whose word; null: no, or nobody told. */
export const minorNow = (born: Born | undefined, now: Date): Minor | null =>
  isMinor(born?.day ?? null, now) ? minorOf(ADULT, born) : null;

/** Who was born after it is not grown up today. */
export function adultBirthday(now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return `${Number(day.slice(0, 4)) - ADULT}${day.slice(4)}`;
}
