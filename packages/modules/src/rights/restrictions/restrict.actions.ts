// Restricting the use of what is kept of somebody, and lifting it: at once by themselves, a day after they were told by staff.
import { type Language, Refusal } from "@somlos/contract";
import type { Ground, Restrictions } from "@somlos/contract/rooms/restriction";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Named } from "@somlos/kernel/rights";
import { tellAddresses } from "../../corner/index.ts";
import {
  deleteRestricted,
  listRestrictedAmong,
  listRestrictionsOn,
  saveRestricted,
} from "../../identity/index.ts";
import type { TellingHouse } from "../rights.house.ts";
import { liftedLetter, liftLetter, restrictionLetter } from "./letters.rules.ts";
import { type Lift, liftAfter, showRestriction } from "./restrictions.rules.ts";
import {
  insertLift,
  insertRestriction,
  listActs,
  listLifted,
  listLifts,
  lockLift,
  saveLiftEnd,
  saveTold,
  takeDueLift,
} from "./restrictions.store.ts";
import { circleOf, hold, type Whose, whoseOf } from "./whom.actions.ts";

export type By = {
  readonly kind: "person" | "staff";
  readonly id: string | null;
  readonly note: string | null;
};
export const BY_THEMSELVES: By = { kind: "person", id: null, note: null };

const marksOf = async (tx: Tx, { fps }: Pick<Whose, "fps">): Promise<string[]> => [
  ...new Set((await listRestrictionsOn(tx, fps)).map(({ restriction }) => restriction)),
];

/** What holds for whoever this is now, and what was lifted. */
export async function readRestrictions(tx: Tx, whose: Pick<Whose, "fps">): Promise<Restrictions> {
  const marked = await marksOf(tx, whose);
  const ids = [...new Set([...marked, ...(await listLifted(tx, whose.fps))])];
  const lifts = Map.groupBy(await listLifts(tx, ids, whose.fps), ({ restrictionId }) => restrictionId);
  const items = (await listActs(tx, ids)).map((act) =>
    showRestriction(act, lifts.get(act.id) ?? [], marked.includes(act.id)),
  );
  const restricted = (await listRestrictedAmong(tx, whose.fps)).size > 0;
  return { restricted, items: items.reverse() };
}

async function tell(
  work: Work,
  house: TellingHouse,
  whose: Whose,
  of: Pick<Parameters<typeof tellAddresses>[3], "objectKind" | "objectId" | "language" | "letter">,
): Promise<number> {
  const first = whose.first ?? whose.proven.find(({ kind }) => kind === "email") ?? whose.proven[0];
  if (first === undefined) return 0;
  return tellAddresses(work, house, first, { ...of, purpose: `rights.${of.objectKind}` });
}

type Wish = { readonly ground: Ground; readonly language: Language };

/** Asked again on the same ground it is the same act, and what waits to lift it does not. */
export async function restrict(
  work: Work,
  house: TellingHouse,
  whose: Whose,
  { ground, language }: Wish,
  by: By,
): Promise<string> {
  await hold(work, whose);
  const { tx, now } = work;
  const before = (await listActs(tx, await marksOf(tx, whose))).find((act) => act.ground === ground);
  const id = before?.id ?? uuid7(now.getTime());
  if (before === undefined) {
    await insertRestriction(tx, { id, ground, by, circle: await circleOf(work, whose), at: now });
    work.record({ name: "restriction.set", v: 1, data: { restrictionId: id } });
    await tell(work, house, whose, {
      ...{ objectKind: "restriction", objectId: id, language, letter: restrictionLetter },
    });
  }
  await saveRestricted(tx, id, whose.carriers, now);
  for (const lift of await listLifts(tx, [id], whose.fps)) await keep(work, lift);
  return id;
}

/** A lifting that waits is off. */
async function keep(work: Work, { id, restrictionId, state }: Lift): Promise<void> {
  if (state !== "waiting" || !(await saveLiftEnd(work.tx, id, "cancelled", work.now))) return;
  work.record({ name: "restriction.kept", v: 1, data: { restrictionId, liftId: id } });
}

/** Of what is theirs and was restricted by this act; what others hold by now stays restricted for them. */
export async function lift(
  work: Work,
  house: TellingHouse,
  whose: Whose,
  of: { readonly id: string; readonly language: Language },
  by: By,
): Promise<void> {
  await hold(work, whose);
  const { tx, now } = work;
  const marks = (await listRestrictionsOn(tx, whose.fps)).filter(({ restriction }) => restriction === of.id);
  const lifts = await listLifts(tx, [of.id], whose.fps);
  if (marks.length === 0) {
    if (lifts.some(({ state }) => state === "done")) return; // lifted before: there is nothing to do
    throw new Refusal("rights.not_found");
  }
  const waiting = lifts.filter(({ state }) => state === "waiting");
  if (by.kind === "staff" && waiting.length > 0) return;
  for (const one of waiting) await keep(work, one);
  const id = uuid7(now.getTime());
  const fps = [...new Set(marks.map((mark) => mark.fp))];
  const done = by.kind === "person";
  const dueAt = liftAfter(by.kind, now);
  await insertLift(tx, { id, restrictionId: of.id, fps, by, at: now, dueAt, done });
  if (done) await takeMarks(work, { id, restrictionId: of.id, fps });
  else work.record({ name: "restriction.lift_asked", v: 1, data: { restrictionId: of.id, liftId: id } });
  const mail = done
    ? { objectKind: "lifted", letter: liftedLetter }
    : { objectKind: "lift", letter: liftLetter };
  await saveTold(tx, id, await tell(work, house, whose, { ...mail, objectId: id, language: of.language }));
}

type Ending = { readonly id: string; readonly restrictionId: string; readonly fps: readonly string[] };
async function takeMarks(work: Work, { id, restrictionId, fps }: Ending): Promise<void> {
  await deleteRestricted(work.tx, restrictionId, fps);
  work.record({ name: "restriction.lifted", v: 1, data: { restrictionId, liftId: id } });
}

const AT_ONCE = 100;
/** Those whose day is over. */
export async function liftDue({ db }: Pick<TellingHouse, "db">): Promise<number> {
  for (let lifted = 0; ; lifted++) {
    const more = await db.work({ kind: "system", id: "rights" }, async (work) => {
      const due = await takeDueLift(work.tx, work.now);
      if (due === undefined || !(await saveLiftEnd(work.tx, due.id, "done", work.now))) return false;
      await takeMarks(work, due);
      return true;
    });
    if (!more || lifted >= AT_ONCE) return lifted;
  }
}

/** "This was not me", by one of the addresses that were told: of a restriction that it is taken back, of a lifting that it holds. */
export async function undoRestriction(
  work: Work,
  house: TellingHouse,
  of: { readonly kind: "restriction" | "lift" | "lifted"; readonly id: string; readonly language: Language },
  by: Named,
): Promise<void> {
  const whose = await whoseOf(work, by);
  if (of.kind === "restriction") return lift(work, house, whose, of, BY_THEMSELVES);
  await hold(work, whose);
  const found = await lockLift(work.tx, of.id);
  if (found === undefined) throw new Refusal("rights.not_found");
  if (found.state === "waiting") await keep(work, found);
  if (found.state !== "done") return;
  await saveRestricted(work.tx, found.restrictionId, found.fps, work.now);
  const data = { restrictionId: found.restrictionId, liftId: of.id };
  work.record({ name: "restriction.kept", v: 1, data });
}
