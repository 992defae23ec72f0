// What an answer to a code says, and which of the codes it answers. Pure.
import type { ConsentDoorRefusal } from "@somlos/contract/rooms/consent-refusals";
import { stateIn } from "../imports/words.rules.ts";

export const CODE_HOURS = 24;
export const MOST_CODES_A_DAY = 3;
export const MOST_TRIES = 5;
const DIGITS = /\d(?:[ -]?\d){5}/g;

export type Answered = { readonly code: string } | { readonly word: "yes" | "no" } | undefined;

/** A number is a code and no word: `1` means nothing in a reply. */
export function readReply(reply: string): Answered {
  const [found, more] = reply.match(DIGITS) ?? [];
  if (found !== undefined) return more === undefined ? { code: found.replace(/\D/g, "") } : undefined;
  const word = reply.replace(/[^\p{L}\p{M}\s-]+/gu, " ").trim();
  const state = stateIn(word);
  if (state === undefined) return undefined;
  return { word: state === "withdrawn" ? "no" : "yes" };
}

export type OpenCode = {
  readonly id: string;
  readonly act: string;
  readonly fp: string;
  /** As a keyed hash. */
  readonly code: string;
  readonly tries: number;
  /** Keyed hash of the answer. */
  readonly usedBy: string | null;
};
export type Matched =
  | { readonly codes: readonly OpenCode[] }
  | { readonly refused: ConsentDoorRefusal; readonly tried: readonly string[] };

/** Those that an answer confirms. The same answer again confirms the same and nothing more. */
export function matchCodes(
  open: readonly OpenCode[],
  answer: { readonly hashOf?: (code: OpenCode) => string; readonly by: string },
): Matched {
  const again = open.filter(({ usedBy }) => usedBy === answer.by);
  if (again.length > 0) return { codes: again };
  const left = open.filter(({ usedBy, tries }) => usedBy === null && tries < MOST_TRIES);
  if (left.length === 0) return { refused: "consent.code_over", tried: [] };
  const { hashOf } = answer;
  if (hashOf !== undefined) {
    const codes = left.filter((one) => hashOf(one) === one.code);
    if (codes.length > 0) return { codes };
    return { refused: "consent.code_wrong", tried: left.map(({ id }) => id) };
  }
  if (new Set(left.map(({ act }) => act)).size > 1) return { refused: "consent.reply_unread", tried: [] };
  return { codes: left };
}
