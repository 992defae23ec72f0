// What is said is written down: a yes with all that proves it, a no always. An act that is heard again changes nothing.
import { Refusal } from "@somlos/contract";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { Work } from "@somlos/kernel/db";
import { uuid7, uuidOf } from "@somlos/kernel/ids";
import type { Identifier } from "../../events/index.ts";
import { findPurpose, findText } from "../purposes/purposes.store.ts";
import { type EntryState, type Evidence, missingIn, type SoftFacts } from "./entries.rules.ts";
import type { Scope } from "./fold.rules.ts";
import { deleteYes, holdHeads, insertEntry, listPending, type NewEntry, saveUse } from "./ledger.store.ts";

export type Bearer = Pick<Identifier, "kind" | "fp">;

type Act = {
  /** Uuid of the act: said again it changes nothing. */
  readonly actId: string;
  readonly identifiers: readonly Bearer[];
};

export type GrantWish = Act & {
  readonly scopes: readonly Scope[];
  readonly at: Date;
  readonly textId: string;
  readonly evidence: Evidence;
  /** Taken over from another system: never stronger than a no. */
  readonly imported?: boolean;
  readonly guardian?: boolean;
};

export type WithdrawWish = Act & {
  /** Null: everything, everywhere, all legal entities. */
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  /** When, for what comes late from a file or a journal; said here and now: nothing. */
  readonly at?: Date;
  readonly imported?: boolean;
  /** Id of the message that it answers. */
  readonly cause?: string;
  readonly collectedBy: string | null;
};

/** How many entries were new. */
export type Written = { readonly entries: number };

const nothingKnown: Evidence = {
  textHash: null,
  collectedBy: null,
  place: null,
  how: null,
  active: null,
  concluded: null,
};

const fpsOf = (bearers: readonly Bearer[]): string[] => [...new Set(bearers.map(({ fp }) => uuidOf(fp)))];

const NAMES: Readonly<Record<EntryState, `permission.${string}`>> = {
  granted: "permission.granted",
  soft: "permission.granted",
  pending: "permission.asked",
  confirmed: "permission.confirmed",
  withdrawn: "permission.withdrawn",
};

async function write(work: Work, entries: readonly Omit<NewEntry, "id">[]): Promise<Written> {
  await holdHeads(work.tx, [...new Set(entries.map(({ fp }) => fp))], "write");
  let written = 0;
  for (const wish of entries) {
    const entry = { ...wish, id: uuid7(work.now.getTime()) };
    if (!(await insertEntry(work.tx, entry, work.now))) continue;
    written++;
    const { id: entryId, state, fp, purpose, channel, entityId } = entry;
    const data = { entryId, purpose, channel, entityId };
    work.record({ name: NAMES[state], v: 1, subject: fp, data });
  }
  return { entries: written };
}

/** A yes. Of a purpose that wants it, it waits for the word from the address itself. Incomplete: refused, nothing stored. */
export const grant = (work: Work, wish: GrantWish): Promise<Written> =>
  sayYes(work, wish, null, async (purpose) => {
    const found = await findPurpose(work.tx, purpose);
    if (found === undefined) throw new Refusal("consent.purpose_unknown");
    return found.doubleOptIn && wish.imported !== true ? "pending" : "granted";
  });

/** What a sale allows, with its five facts. It is no consent. */
export const softOptIn = (work: Work, wish: GrantWish & { readonly soft: SoftFacts }): Promise<Written> =>
  sayYes(work, wish, wish.soft, async (purpose) => {
    if ((await findPurpose(work.tx, purpose)) === undefined) throw new Refusal("consent.purpose_unknown");
    return "soft";
  });

async function sayYes(
  work: Work,
  wish: GrantWish,
  soft: SoftFacts | null,
  stateOf: (purpose: string) => Promise<EntryState>,
): Promise<Written> {
  if (wish.at > work.now) throw new Refusal("consent.in_future");
  const text = (await findText(work.tx, wish.textId)) ?? null;
  const entries: Omit<NewEntry, "id">[] = [];
  for (const scope of wish.scopes) {
    const state = await stateOf(scope.purpose);
    const missing = missingIn({ ...scope, state, evidence: wish.evidence, text, soft });
    if (missing.length > 0) throw new Refusal("consent.incomplete", { missing });
    for (const { fp, kind } of wish.identifiers)
      entries.push({
        ...scope,
        ...{ actId: wish.actId, fp: uuidOf(fp), kind, state, at: wish.at, evidence: wish.evidence, soft },
        ...{ imported: wish.imported === true, guardian: wish.guardian === true, textId: wish.textId },
        ...{ confirms: null, cause: null },
      });
  }
  return write(work, entries);
}

/** The word from the address itself: what that act asked for is a yes now, unless a no came in between. */
export async function confirm(
  work: Work,
  { actId, confirms }: { readonly actId: string; readonly confirms: string },
): Promise<Written> {
  const pending = await listPending(work.tx, confirms);
  return write(
    work,
    pending.map(({ fp, kind, purpose, channel, entity_id: entityId }) => ({
      ...{ actId, fp, kind, purpose, channel: channel as PermissionChannel, entityId, confirms },
      ...{ state: "confirmed" as const, at: work.now, imported: false, guardian: false },
      ...{ evidence: nothingKnown, soft: null, textId: null, cause: null },
    })),
  );
}

/** A no needs no proof and is never refused; one from the future is of now. */
export async function withdraw(work: Work, wish: WithdrawWish): Promise<Written> {
  const { actId, purpose, channel, entityId, cause = null, imported = false } = wish;
  const at = wish.at === undefined || wish.at > work.now ? work.now : wish.at;
  const evidence = { ...nothingKnown, collectedBy: wish.collectedBy };
  return write(
    work,
    wish.identifiers.map(({ fp, kind }) => ({
      ...{ actId, fp: uuidOf(fp), kind, purpose, channel, entityId, state: "withdrawn" as const, at },
      ...{ imported, guardian: false, evidence, soft: null, textId: null, confirms: null, cause },
    })),
  );
}

/** Counts that a permission was used: what is used does not fall asleep. */
export async function noteUse(work: Work, bearers: readonly Bearer[], scope: Scope): Promise<void> {
  await saveUse(work.tx, fpsOf(bearers), scope, work.now);
}

/** An erasure: every yes goes with what proved it, every no stays as a keyed hash. */
export async function forget(
  work: Work,
  bearers: readonly Bearer[],
): Promise<{ readonly entries: number; readonly uses: number }> {
  const fps = fpsOf(bearers);
  await holdHeads(work.tx, fps, "write");
  return deleteYes(work.tx, fps);
}
