// What a person may ask of permissions and of the dial: all of it told; every yes erased, every no stays as a keyed hash.
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { type Erased, identifiersIn, needlesOf, type RoomRights } from "@somlos/kernel/rights";
import { listCirclesOf } from "../../company/index.ts";
import { deleteCodesOf } from "../codes/codes.store.ts";
import { forget } from "../ledger/ledger.actions.ts";
import {
  countSeen,
  deleteDial,
  deleteSeen,
  deleteWishes,
  listOwn,
  listSeen,
} from "./consent.rights.store.ts";
import { cleanEntries, cleanNotes, findEntriesPortion } from "./words.store.ts";

const WORDS_AT_ONCE = 20_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** A page of what was written down of others. */
async function othersWords(tx: Tx, after: string, pattern: string, circle: number): Promise<Erased> {
  const notes = after === FIRST ? { "consent.policies (cleaned)": await cleanNotes(tx, pattern) } : {};
  const upTo = await findEntriesPortion(tx, after, WORDS_AT_ONCE);
  if (upTo === undefined) return { removed: notes };
  const ours = (await listCirclesOf(tx)).filter(({ ever }) => ever.includes(circle));
  const ids = ours.map(({ entityId }) => entityId);
  const cleaned = await cleanEntries(tx, { after, upTo }, pattern, ids);
  return { removed: { ...notes, "consent.entries (cleaned)": cleaned }, next: upTo };
}

export const consentRights: RoomRights = {
  room: "consent",
  tables: [
    "consent.entries",
    "consent.codes",
    "consent.soft_facts",
    "consent.benefits",
    "consent.uses",
    "consent.dial_acts",
    "consent.dial_visits",
    "consent.wish_acts",
    "consent.contacts",
    "consent.heads",
    "consent.seen",
    "consent.listed",
  ],
  stays: "consent.withdrawals",
  async export(tx, { identifiers, parts }) {
    const own = await listOwn(
      tx,
      identifiers.map((one) => one.fp),
    );
    const all = { ...own, "consent.seen": await listSeen(tx, parts) };
    return {
      items: Object.entries(all).flatMap(([table, rows]) => rows.map((row) => ({ table, ...row }))),
    };
  },
  async foresee(tx, whom, scope) {
    const span = scope.kind === "span" ? scope : { from: null, to: null };
    return { "consent.seen": scope.kind === "source" ? 0 : await countSeen(tx, whom.parts, span) };
  },
  async erase(work, whom, scope, after) {
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (after !== undefined && pattern !== undefined)
      return othersWords(work.tx, after, pattern, whom.circle);
    const gone = identifiersIn(whom, scope);
    const span = scope.kind === "span" ? scope : { from: null, to: null };
    const seen = scope.kind === "source" ? 0 : await deleteSeen(work.tx, whom.parts, span);
    if (gone.length === 0) return { removed: { "consent.seen": seen } };
    const { entries, uses } = await forget(work, gone);
    const fps = gone.map((one) => one.fp);
    const codes = await deleteCodesOf(work.tx, fps.map(uuidOf));
    const more = {
      "consent.codes": codes,
      ...(await deleteDial(work.tx, fps)),
      ...(await deleteWishes(work.tx, fps)),
    };
    return {
      removed: { "consent.entries": entries, "consent.uses": uses, ...more, "consent.seen": seen },
      ...(pattern === undefined ? {} : { next: FIRST }),
    };
  },
};
