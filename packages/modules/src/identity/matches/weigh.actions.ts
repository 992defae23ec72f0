// Weighs people who are new or of whom something else is known than last time, against everybody that a rule of blocking brings
// together with them. A pair weighs the same whoever else is weighed in the same breath.
import type { Work } from "@somlos/kernel/db";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { circlesOf } from "../circles.store.ts";
import { type CountOf, scorer, type Term, termsAsked } from "../linkage/kept.rules.ts";
import { listRestricted } from "../rights/restricted.store.ts";
import type { Likeness, MatchHouse } from "./matches.house.ts";
import { inOrder, keysIn, MUCH_MORE_BITS, matchIdOf } from "./matches.rules.ts";
import { deleteOpenOf, saveWeighed, type Weighed } from "./matches.store.ts";
import { countTerms, findModel, type StoredModel } from "./models.store.ts";
import {
  END,
  findPrints,
  forgetPeople,
  listGone,
  listGoneInto,
  listMet,
  listPeopleAfter,
  START,
  saveKeys,
  saveStep,
  takeStep,
} from "./walk.store.ts";

/** People a step: each step is a transaction of well under a second. */
const PAGE = 300;

type LikenessHouse = Pick<MatchHouse, "likenessOf">;

export function counter(terms: readonly Term[]): CountOf {
  const counts = new Map(terms.map(({ column, hash, rows }) => [`${column} ${hash}`, rows]));
  return (column, hash) => counts.get(`${column} ${hash}`) ?? 0;
}

const printOf = ({ id }: StoredModel, { columns }: Likeness): string =>
  uuidOf(fingerprint("likeness", `${id} ${JSON.stringify(Object.entries(columns).sort())}`));

/** Those of whom something else is known than when they were weighed last. */
async function changedOf(work: Work, model: StoredModel, people: readonly Likeness[]): Promise<Likeness[]> {
  const prints = await findPrints(
    work.tx,
    people.map((one) => one.personId),
  );
  return people.filter((one) => prints.get(one.personId) !== printOf(model, one));
}

async function keep(work: Work, model: StoredModel, changed: readonly Likeness[]): Promise<void> {
  const { keys } = scorer(
    model.model,
    changed.map((one) => one.columns),
    () => 0,
  );
  await saveKeys(
    work.tx,
    changed.map((one, at) => ({ id: one.personId, print: printOf(model, one), keys: keysIn(keys(at)) })),
  );
}

/** Legal entities that share no people suggest none to each other. */
async function withinCircles(work: Work, met: readonly (readonly [string, string])[]) {
  const circles = await circlesOf(work.tx, [...new Set(met.flat())]);
  return met.filter(([one, other]) => circles.get(one) === circles.get(other));
}

async function weighPairs(
  work: Work,
  house: LikenessHouse,
  { model }: StoredModel,
  changed: readonly Likeness[],
): Promise<Weighed[]> {
  const mine = new Map(changed.map((one) => [one.personId, one]));
  const met = await withinCircles(work, await listMet(work.tx, [...mine.keys()], model.largest));
  const others = [...new Set(met.flat())].filter((id) => !mine.has(id));
  const quiet = await listRestricted(work.tx, others);
  const all = [
    ...changed,
    ...(others.length === 0
      ? []
      : await house.likenessOf(
          work.tx,
          others.filter((id) => !quiet.has(id)),
        )),
  ];
  const places = new Map(all.map((one, at) => [one.personId, at]));
  const cells = all.map((one) => one.columns);
  const weigh = scorer(model, cells, counter(await countTerms(work.tx, termsAsked(model, cells))));
  return met.flatMap(([one, other]) => {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined) return [];
    const bits = weigh.bits(a, b);
    const two = inOrder(one, other);
    return bits < model.threshold ? [] : [{ id: matchIdOf(two), a: two[0], b: two[1], bits }];
  });
}

/** Those who were joined with others, are gone, or had their use restricted, are kept no longer. */
async function forgetGone({ tx }: Work, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  await deleteOpenOf(tx, gone);
  await forgetPeople(tx, gone);
}

/** Weighs these people now. How many of them had changed. */
export async function weighPeople(work: Work, house: LikenessHouse, ids: readonly string[]): Promise<number> {
  const model = await findModel(work.tx);
  if (model === undefined || ids.length === 0) return 0;
  const quiet = await listRestricted(work.tx, ids);
  await forgetGone(work, [...quiet]);
  const known = await house.likenessOf(
    work.tx,
    ids.filter((id) => !quiet.has(id)),
  );
  const changed = await changedOf(work, model, known);
  if (changed.length === 0) return 0;
  const people = changed.map((one) => one.personId);
  await forgetGone(work, await listGoneInto(work.tx, people));
  await keep(work, model, changed);
  const pairs = await weighPairs(work, house, model, changed);
  await saveWeighed(work.tx, { people, pairs, at: work.now, much: MUCH_MORE_BITS });
  return changed.length;
}

/** One step of the walk through all people: true while there is more to do in this round. */
export async function walkOn(work: Work, house: LikenessHouse): Promise<boolean> {
  const after = await takeStep(work.tx);
  if (after === undefined) return false;
  const ids = await listPeopleAfter(work.tx, after, PAGE);
  const last = ids.length < PAGE ? undefined : ids.at(-1);
  await forgetGone(work, await listGone(work.tx, after, last ?? END));
  await weighPeople(work, house, ids);
  await saveStep(work.tx, last ?? START, last === undefined ? 1 : 0);
  return last !== undefined;
}
