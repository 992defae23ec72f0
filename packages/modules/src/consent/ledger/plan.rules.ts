// What a wish comes to before anything is written: entries, or the one no with its details. Pure.
import type { ConsentRefusal, PermissionChannel } from "@somlos/contract/rooms/consent";
import type { Purpose } from "../purposes/texts.rules.ts";
import {
  type Entry,
  type EntryState,
  type Evidence,
  missingIn,
  type NewEntry,
  type SoftFacts,
  type TextVersion,
} from "./entries.rules.ts";
import { isHeldBack, type Scope } from "./fold.rules.ts";

/** An identifier as the ledger knows it: its kind, and the uuid text of its fingerprint. */
export type Carrier = { readonly kind: string; readonly fp: string };
export type PlannedEntry = Omit<NewEntry, "id">;
export type Words = {
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly texts: ReadonlyMap<string, TextVersion>;
  /** What was said before of the identifiers of each soft opt-in, by fingerprint. */
  readonly said: Said;
};
export type Said = ReadonlyMap<string, readonly Entry[]>;

export type YesWish = {
  readonly actId: string;
  readonly carriers: readonly Carrier[];
  readonly scopes: readonly Scope[];
  readonly at: Date;
  readonly textId: string;
  readonly evidence: Evidence;
  readonly imported: boolean;
  readonly guardian: boolean;
  /** Of all that is theirs, by whoever came in with this identifier. */
  readonly saidBy?: string | undefined;
  /** With its five facts it is a soft opt-in, and no consent. */
  readonly soft: SoftFacts | null;
};
export type NoWish = {
  readonly actId: string;
  readonly carriers: readonly Carrier[];
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  readonly at: Date;
  readonly imported: boolean;
  readonly cause: string | null;
  readonly collectedBy: string | null;
};
export type Planned =
  | { readonly entries: readonly PlannedEntry[] }
  | { readonly refused: ConsentRefusal; readonly details?: { readonly missing: readonly string[] } };

export const nothingKnown: Evidence = {
  textHash: null,
  collectedBy: null,
  place: null,
  how: null,
  active: null,
  concluded: null,
};

/** A yes of a purpose that wants it waits for the word from the address itself; one that another system took has had it. */
function stateOf({ imported, soft }: YesWish, { doubleOptIn }: Purpose): EntryState {
  if (soft !== null) return "soft";
  return doubleOptIn && !imported ? "pending" : "granted";
}

export function planYes(wish: YesWish, { purposes, texts, said }: Words, now: Date): Planned {
  if (wish.at > now) return { refused: "consent.in_future" };
  const { actId, carriers, at, evidence, soft, imported, guardian, textId, saidBy = null } = wish;
  const text = texts.get(textId) ?? null;
  const entries: PlannedEntry[] = [];
  for (const scope of wish.scopes) {
    const purpose = purposes.get(scope.purpose);
    if (purpose === undefined) return { refused: "consent.purpose_unknown" };
    const state = stateOf(wish, purpose);
    const missing = missingIn({ ...scope, state, evidence, text, soft });
    if (missing.length > 0) return { refused: "consent.incomplete", details: { missing } };
    const { channel, entityId } = scope;
    for (const { fp, kind } of carriers)
      entries.push({
        ...{ actId, fp, kind, purpose: scope.purpose, channel, entityId, state, at, imported, guardian },
        ...{ confirms: null, evidence, soft, textId, cause: null, saidBy },
      });
  }
  return stands(entries, texts, said) ? { entries } : { refused: "consent.withdrawn" };
}

export const asEntry = (planned: PlannedEntry, texts: Words["texts"]): Entry => ({
  ...planned,
  id: planned.actId,
  text: planned.textId === null ? null : (texts.get(planned.textId) ?? null),
});

/** A sale lifts no no. Sent again, it changes nothing and is refused for nothing. */
function stands(planned: readonly PlannedEntry[], texts: Words["texts"], said: Said): boolean {
  const softs = planned.filter(({ state }) => state === "soft");
  const before = [...new Set(softs.map(({ fp }) => fp))].flatMap((fp) => said.get(fp) ?? []);
  const held = new Set(
    [...softs, ...before].flatMap(({ fp, saidBy }) => (saidBy === null ? [fp] : [fp, saidBy])),
  );
  return softs.every(
    (soft) =>
      before.some(({ actId, fp }) => actId === soft.actId && fp === soft.fp) ||
      !isHeldBack(asEntry(soft, texts), before, held),
  );
}

/** A no needs no proof and is never refused; one from the future is of now. */
export function planNo(wish: NoWish, now: Date): readonly PlannedEntry[] {
  const { actId, purpose, channel, entityId, imported, cause, collectedBy } = wish;
  const at = wish.at > now ? now : wish.at;
  return wish.carriers.map(({ fp, kind }) => ({
    ...{ actId, fp, kind, purpose, channel, entityId, state: "withdrawn", at, imported, guardian: false },
    ...{
      confirms: null,
      evidence: { ...nothingKnown, collectedBy },
      soft: null,
      textId: null,
      cause,
      saidBy: null,
    },
  }));
}

/** Sent again or taken from a file it would give back what the person had erased. A no is always taken. */
export const isBeforeErasure = (
  fps: readonly string[],
  at: Date,
  erased: ReadonlyMap<string, Date>,
): boolean => fps.some((fp) => (erased.get(fp)?.getTime() ?? Number.NEGATIVE_INFINITY) > at.getTime());
