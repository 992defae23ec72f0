// Which pairs are asked about, and what a decision on one means for later evidence. Pure.
import { fingerprint, uuidOf } from "@somlos/kernel/ids";

export const matchStates = ["open", "accepted", "rejected", "never"] as const;
export type MatchState = (typeof matchStates)[number];

/** A pair that was rejected is asked again when this much more speaks for it: a thousand times the odds. */
export const MUCH_MORE_BITS = 10;

export type Two = readonly [string, string];
export const inOrder = (one: string, other: string): Two => (one < other ? [one, other] : [other, one]);

/** The id of a pair, a UUIDv8: the same wherever and whenever it is found. */
export function matchIdOf([a, b]: Two): string {
  const bytes = Buffer.from(fingerprint("match", `${a} ${b}`), "latin1");
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return uuidOf(bytes.toString("latin1"));
}

/** What a colleague may do to a pair that is in a state: over another's decision goes no other, it is undone first. */
export const mayDecide = (state: MatchState): boolean => state === "open";
export const mayUndo = (state: MatchState): boolean => state !== "open";

/** Odds in words a screen can show: 20 bits are more than a million to one. */
export const chanceOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** A rule's word about a person as one number: rule and hash. */
const HASHES = 2 ** 32;
export const keysIn = (hashes: readonly number[]): number[] =>
  hashes.flatMap((hash, rule) => (hash === 0 ? [] : [rule * HASHES + hash]));
