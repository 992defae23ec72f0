// What is said is written down: a yes with all that proves it, a no always. An act that is heard again changes nothing.
import { Refusal } from "@somlos/contract";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { Tx, Work } from "@somlos/kernel/db";
import { fingerprintOf, uuid7, uuidOf } from "@somlos/kernel/ids";
import { awaitBenefits, endBenefits } from "../benefits/benefits.store.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { loadWords } from "../purposes/purposes.store.ts";
import type { Bearer } from "./bearers.rules.ts";
import type { EntryState, Evidence, NewEntry, SoftFacts } from "./entries.rules.ts";
import type { Scope } from "./fold.rules.ts";
import { holdToWrite } from "./heads.store.ts";
import { deleteYes, insertEntries, listAllEntries, listPending, saveUse } from "./ledger.store.ts";
import { linesOf, type NoBook } from "./noes.rules.ts";
import {
  type Carrier,
  isBeforeErasure,
  nothingKnown,
  type PlannedEntry,
  planNo,
  planYes,
  type Said,
} from "./plan.rules.ts";

/** An old yes gives back nothing that was erased after it. */
export type Graves = Pick<ConsentHouse, "erasedAmong">;

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

export type ConfirmWish = {
  readonly actId: string;
  /** The act that asked. */
  readonly confirms: string;
  readonly fp: string;
  /** How the word came, where it was no link of ours. */
  readonly evidence?: Evidence;
  /** Id of the message that it came with. */
  readonly cause?: string | null;
};

/** How many entries were new. */
export type Written = { readonly entries: number };

const fpsOf = (bearers: readonly Pick<Bearer, "fp">[]): string[] => [
  ...new Set(bearers.map(({ fp }) => uuidOf(fp))),
];
export const carriersOf = (bearers: readonly Bearer[]): Carrier[] =>
  bearers.map(({ kind, fp }) => ({ kind, fp: uuidOf(fp) }));

const NAMES: Readonly<Record<EntryState, `permission.${string}`>> = {
  granted: "permission.granted",
  soft: "permission.granted",
  pending: "permission.asked",
  confirmed: "permission.confirmed",
  lifted: "permission.lifted",
  withdrawn: "permission.withdrawn",
};

/** All of it in three statements, whatever its number; the acts among it that are new. */
export async function writeEntries(
  work: Work,
  planned: readonly PlannedEntry[],
): Promise<Written & { readonly acts: ReadonlySet<string> }> {
  await holdToWrite(work.tx, [...new Set(planned.map(({ fp }) => fp))]);
  const list = planned.map((entry) => ({ ...entry, id: uuid7(work.now.getTime()) }));
  const made = await insertEntries(work.tx, list, work.now);
  const fresh = list.filter(({ id }) => made.has(id));
  await bringBenefits(work.tx, fresh);
  for (const { id: entryId, state, fp, purpose, channel, entityId } of fresh)
    work.record({
      ...{ name: NAMES[state], v: 1, subject: fp },
      data: { entryId, purpose, channel, entityId },
    });
  return { entries: made.size, acts: new Set(fresh.map(({ actId }) => actId)) };
}

/** What a yes brings is awaited from now on, and what a no takes back no more; which of them do, the statements say. */
async function bringBenefits(tx: Tx, fresh: readonly NewEntry[]): Promise<void> {
  const ids = fresh.map(({ id }) => id);
  if (fresh.some(({ state }) => state !== "withdrawn")) await awaitBenefits(tx, ids);
  if (fresh.some(({ state }) => state === "withdrawn")) await endBenefits(tx, ids);
}

/** A yes. Of a purpose that wants it, it waits for the word from the address itself. Incomplete: refused, nothing stored. */
export const grant = (work: Work, house: Graves, wish: GrantWish): Promise<Written> =>
  sayYes(work, house, wish, null);

/** What a sale allows, with its five facts. It is no consent. */
export const softOptIn = (
  work: Work,
  house: Graves,
  wish: GrantWish & { readonly soft: SoftFacts },
): Promise<Written> => sayYes(work, house, wish, wish.soft);

/** When those of them that were erased were; asked while they are held, so that no erasure is under way. */
export async function heldAndErased(
  tx: Tx,
  house: Graves,
  fps: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (fps.length === 0) return new Map();
  await holdToWrite(tx, fps);
  const erased = await house.erasedAmong(tx, fps.map(fingerprintOf));
  return new Map([...erased].map(([fp, at]) => [uuidOf(fp), at]));
}

/** What was said of each; asked while they are held, so that no no comes in between. */
export const saidBefore = async (tx: Tx, fps: readonly string[]): Promise<Said> =>
  fps.length === 0 ? new Map() : Map.groupBy(await listAllEntries(tx, fps), ({ fp }) => fp);

async function sayYes(work: Work, house: Graves, wish: GrantWish, soft: SoftFacts | null): Promise<Written> {
  const { imported = false, guardian = false, identifiers } = wish;
  const fps = fpsOf(identifiers).sort();
  if (isBeforeErasure(fps, wish.at, await heldAndErased(work.tx, house, fps)))
    throw new Refusal("consent.before_erasure");
  const words = await loadWords(work.tx, {
    purposes: wish.scopes.map(({ purpose }) => purpose),
    texts: [wish.textId],
  });
  const planned = planYes(
    { ...wish, carriers: carriersOf(identifiers), imported, guardian, soft },
    { ...words, said: soft === null ? new Map() : await saidBefore(work.tx, fps) },
    work.now,
  );
  if ("refused" in planned) throw new Refusal(planned.refused, planned.details);
  const { entries } = await writeEntries(work, planned.entries);
  return { entries };
}

/** The word from the address itself: what that act asked of it is a yes now, unless a no came in between. */
export async function confirm(
  work: Work,
  { actId, confirms, fp, evidence = nothingKnown, cause = null }: ConfirmWish,
): Promise<Written> {
  const pending = (await listPending(work.tx, confirms)).filter((one) => one.fp === fp);
  const { entries } = await writeEntries(
    work,
    pending.map(({ kind, purpose, channel, entity_id: entityId }) => ({
      ...{ actId, fp, kind, purpose, channel: channel as PermissionChannel, entityId, confirms },
      ...{ state: "confirmed", at: work.now, imported: false, guardian: false },
      ...{ evidence, soft: null, textId: null, cause, saidBy: null },
    })),
  );
  return { entries };
}

/** A no is in the book outside the database before it is answered, so that no restored backup loses it. */
export async function withdraw(work: Work, book: NoBook, wish: WithdrawWish): Promise<Written> {
  const { at = work.now, imported = false, cause = null } = wish;
  const entries = planNo({ ...wish, carriers: carriersOf(wish.identifiers), at, imported, cause }, work.now);
  const written = await writeEntries(work, entries);
  await book.append(linesOf(entries));
  return { entries: written.entries };
}

/** Counts that a permission was used: what is used does not fall asleep. */
export async function noteUse(work: Work, bearers: readonly Bearer[], scope: Scope): Promise<void> {
  await saveUse(work.tx, fpsOf(bearers), scope, work.now);
}

/** An erasure: every yes goes with what proved it, every no stays as a keyed hash. */
export async function forget(
  work: Work,
  bearers: readonly Pick<Bearer, "fp">[],
): Promise<{ readonly entries: number; readonly uses: number }> {
  const fps = fpsOf(bearers);
  await holdToWrite(work.tx, fps);
  return deleteYes(work.tx, fps);
}
