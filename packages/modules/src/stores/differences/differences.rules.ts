// A difference between two who speak of the same goods. Pure.
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import type { Disagreement } from "../../catalog/index.ts";

export type FoundDifference = Disagreement & { readonly id: string };

/** For so long systems may still be telling each other. */
export const SETTLES_MS = 15 * 60_000;
/** What is over stays listed so long. */
export const ENDED_DAYS = 30;

/** The same two about the same thing are one difference, whichever of them holds. */
export function idOf(one: Disagreement): string {
  const sides = [`${one.holdingSource}`, `${one.otherSource}${one.shown ? " shown" : ""}`].sort();
  const { kind, productId, variantId, key, entityId, otherEntityId, locationId } = one;
  const what = [kind, productId, variantId, key, entityId, otherEntityId, locationId, ...sides];
  return uuidOf(fingerprint("difference", JSON.stringify(what)));
}

export const withIds = (found: readonly Disagreement[]): FoundDifference[] => [
  ...new Map(found.map((one) => [idOf(one), { ...one, id: idOf(one) }])).values(),
];
