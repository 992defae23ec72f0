// Rules for looking at people, where the company chose none; and pages of what was seen. Pure.
import { createHash } from "node:crypto";
import type { LookRules, SeenAnswer, SeenLine } from "@somlos/contract/rooms/seen";

/** Marketing has no person before it, so it says why. */
export const ownLookRules: LookRules = { reasonRoles: ["marketing"], showNames: false };

/**
 * Tells two colleagues of one function apart and no more: made of their random id and of the person, so that two people who lay
 * their lines side by side learn nothing either.
 */
export const signOf = (staffId: string, personIds: readonly string[]): string =>
  createHash("sha256")
    .update(`${[...personIds].sort()[0] ?? ""} ${staffId}`)
    .digest("base64url")
    .slice(0, 12);

/** The newest of them. What happened at one moment stands on one page, so that the next can begin before it. */
export function cutPage(lines: readonly SeenLine[], limit: number): SeenAnswer {
  const sorted = [...lines].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (sorted.length <= limit) return { items: sorted, next: null };
  const first = sorted[limit]?.at;
  const before = sorted.slice(0, limit).filter(({ at }) => at !== first);
  const items = before.length > 0 ? before : sorted.filter(({ at }) => at === first);
  return { items, next: items.at(-1)?.at ?? null };
}
