// What members let each other see: said, taken back, checked where it is used, and written down when it was seen.
import { type Language, Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { listRestrictedAmong } from "../rights/restricted.store.ts";
import { loadOther } from "./households.actions.ts";
import { fpsOfPerson, type HouseholdHouse, type HouseholdKnock, personIn } from "./households.house.ts";
import { covers, LOG_MOST, slotOf } from "./households.rules.ts";
import { type ShareKindName, shareKindOf, shareKinds } from "./kinds/kinds.rules.ts";
import {
  deleteShare,
  deleteSharesOf,
  findAnchors,
  listLog,
  lockShares,
  saveLog,
  saveShare,
} from "./shares.store.ts";

function kindIn(name: string): ShareKindName {
  const kind = shareKindOf(name);
  if (kind === undefined) throw new Refusal("me.not_found");
  return kind;
}

type Named = { readonly id: string; readonly kind: string };

export async function share(work: Work, knock: HouseholdKnock, { id, kind }: Named): Promise<void> {
  const { fp } = personIn(knock.caller);
  const name = kindIn(kind);
  const { member, mine } = await loadOther(work, id, await fpsOfPerson(work.tx, fp));
  const [me] = mine;
  if (me === undefined) throw new Refusal("me.not_found");
  const anchors = (await findAnchors(work.tx, [me.fp])).get(me.fp) ?? [me.fp];
  const { householdId } = member;
  const said = { memberId: me.id, withId: id, kind: name, anchors, sharedAt: work.now };
  if ((await saveShare(work.tx, householdId, said)) > 0)
    work.record({
      name: "household.shared",
      v: 1,
      data: { householdId, memberId: me.id, withId: id, kind: name },
    });
}

export async function unshare(work: Work, knock: HouseholdKnock, { id, kind }: Named): Promise<void> {
  const name = kindIn(kind);
  const fps = await fpsOfPerson(work.tx, personIn(knock.caller).fp);
  const { member, mine } = await loadOther(work, id, fps);
  const ids = mine.map((one) => one.id);
  if ((await deleteShare(work.tx, ids, id, name)) === 0) return;
  const { householdId } = member;
  work.record({
    name: "household.unshared",
    v: 1,
    data: { householdId, memberIds: ids, withId: id, kind: name },
  });
}

export async function unshareEverything(work: Work, knock: HouseholdKnock): Promise<void> {
  const { fp, sessionId } = personIn(knock.caller);
  const count = await deleteSharesOf(work.tx, await fpsOfPerson(work.tx, fp));
  if (count > 0) work.record({ name: "household.unshared_all", v: 1, data: { sessionId, count } });
}

/** Somebody who lets the asking person see a thing of theirs. */
export type SharedFrom = {
  readonly memberId: string;
  readonly called: string;
  /** What they have proven: what is theirs is found from here. */
  readonly fp: string;
};

/**
 * Who lets the person with this identifier see a thing of this kind, at this moment. To be asked in the work that shows it: a
 * share that was taken back before is not among them, nor one of or to somebody whose use is restricted, and one that is being shown is held until the work ends. What it answers
 * is written down for each of them as shown. It opens nothing but this kind, and says nothing of who is one person.
 */
export async function sharedWith(
  work: Work,
  person: string,
  kind: ShareKindName,
  only?: string,
): Promise<SharedFrom[]> {
  const { tx, now } = work;
  const given = await lockShares(tx, await fpsOfPerson(tx, person), kind);
  const quiet = await listRestrictedAmong(tx, [person, ...given.map(({ fp }) => fp)]);
  const wanted = given.filter(
    ({ memberId, fp }) => (only === undefined || memberId === only) && !quiet.has(fp) && !quiet.has(person),
  );
  if (wanted.length === 0) return [];
  const anchors = await findAnchors(
    tx,
    wanted.map(({ fp }) => fp),
  );
  const holding = wanted.filter((one) => covers(one.anchors, anchors.get(one.fp) ?? [one.fp]));
  const lines = holding.map(({ fp, householdId, household, withFp, withCalled }) => ({
    ...{ id: uuid7(now.getTime()), fp, householdId, household, otherFp: withFp, other: withCalled },
  }));
  if (lines.length > 0) await saveLog(tx, "shown", { kind, slot: slotOf(now), at: now, lines });
  const found = new Map(holding.map(({ memberId, called, fp }) => [memberId, { memberId, called, fp }]));
  return [...found.values()];
}

/** What another member lets one see of one kind. */
export async function showShared(work: Work, house: HouseholdHouse, knock: HouseholdKnock, named: Named) {
  const { fp } = personIn(knock.caller);
  const kind = kindIn(named.kind);
  await loadOther(work, named.id, await fpsOfPerson(work.tx, fp));
  const [from] = await sharedWith(work, fp, kind, named.id);
  if (from === undefined) throw new Refusal("household.not_shared");
  const whose = { fp: from.fp, language: knock.language, now: work.now };
  const lines = kind === "screen_name" ? [] : await house.sharedViews[kind](work.tx, whose);
  return { called: from.called, lines: [...lines] };
}

export async function showScreen(work: Work, knock: HouseholdKnock) {
  const others = await sharedWith(work, personIn(knock.caller).fp, "screen_name");
  return { others: others.map(({ memberId, called }) => ({ id: memberId, called })) };
}

export const titleOf = (kind: string | null, language: Language): string | null =>
  shareKinds.find(({ name }) => name === kind)?.title[language] ?? null;

export async function showLog(tx: Tx, { caller, language }: HouseholdKnock) {
  const lines = await listLog(tx, await fpsOfPerson(tx, personIn(caller).fp), LOG_MOST);
  return {
    items: lines.map(({ what, household, kind, other, at, lastAt }) => ({
      ...{ what, household, kind, title: titleOf(kind, language), other },
      ...{ at: at.toISOString(), until: lastAt.toISOString() },
    })),
  };
}
