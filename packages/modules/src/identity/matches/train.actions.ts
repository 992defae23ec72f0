// Learns the model from what is known of people, without anybody's decision: nothing here reads what colleagues accepted.
import { Worker } from "node:worker_threads";
import type { Database, Tx } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { type Cells, KEPT_VERSION, type Kept, type Term } from "../linkage/kept.rules.ts";
import { listRestricted } from "../rights/restricted.store.ts";
import type { Likeness, MatchHouse } from "./matches.house.ts";
import { findModel, type StoredModel, saveModel } from "./models.store.ts";
import { listPeopleAfter, START } from "./walk.store.ts";

type TrainHouse = Pick<MatchHouse, "likenessOf"> & { readonly db: Database };

/** With fewer nothing can be learned. */
export const LEAST_PEOPLE = 100;
/** A model of more learns nothing new. */
const MOST_PEOPLE = 60_000;
const PAGE = 1_000;
/** A column that fewer fill says too little. */
const LEAST_FILLED = 20;
/** Of whom only one thing is known, nothing can be compared with it. */
const LEAST_KNOWN = 2;
const DAYS = 7;
const GROWN = 2;

async function readAll({ db, likenessOf }: TrainHouse): Promise<Likeness[]> {
  const all: Likeness[] = [];
  for (let after: string | undefined = START; after !== undefined && all.length < MOST_PEOPLE; ) {
    const from: string = after;
    const { ids, known } = await db.read(async (tx) => {
      const page = await listPeopleAfter(tx, from, PAGE);
      const quiet = await listRestricted(tx, page);
      const read = page.filter((id) => !quiet.has(id));
      return { ids: page, known: read.length === 0 ? [] : await likenessOf(tx, read) };
    });
    all.push(...known.filter((one) => Object.keys(one.columns).length >= LEAST_KNOWN));
    after = ids.length < PAGE ? undefined : ids.at(-1);
  }
  return all;
}

function namesOf(rows: readonly Cells[]): string[] {
  const filled = new Map<string, number>();
  for (const row of rows)
    for (const [name, text] of Object.entries(row)) if (text) filled.set(name, (filled.get(name) ?? 0) + 1);
  return [...filled.keys()].filter((name) => (filled.get(name) ?? 0) >= LEAST_FILLED).sort();
}

type Learned = { readonly kept: Kept; readonly terms: Term[] };

const learn = (rows: readonly Cells[], names: readonly string[]): Promise<Learned> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./train.worker.ts", import.meta.url), { workerData: { rows, names } });
    thread.once("message", resolve);
    thread.once("error", reject);
  });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const isOld = ({ model, madeAt }: StoredModel, now: Date): boolean =>
  model.version !== KEPT_VERSION || now.getTime() - madeAt.getTime() > DAYS * DAY_MS;
/** People are counted no more often than this, for there may be millions: a model of few is soon outgrown. */
const isYoung = ({ madeAt, people }: StoredModel, now: Date): boolean =>
  now.getTime() - madeAt.getTime() < Math.min(6 * HOUR_MS, people * 200);

/** Reading everybody in vain is tried again after a pause that is long against what it took. */
const PAUSES = 20;
let notBefore = 0;

async function tryTraining(house: TrainHouse, people: number): Promise<boolean> {
  const started = performance.now();
  if (started < notBefore) return false;
  const learned = await trainMatches(house, people);
  if (!learned) notBefore = performance.now() + PAUSES * (performance.now() - started);
  return learned;
}

/** Learns anew when the model is old, or people have doubled since. True when it did. */
export async function trainWhenDue(
  house: TrainHouse,
  countPeople: (tx: Tx) => Promise<number>,
): Promise<boolean> {
  const due = await house.db.read(async (tx, now) => {
    const model = await findModel(tx);
    if (model !== undefined && !isOld(model, now) && isYoung(model, now)) return;
    const people = await countPeople(tx);
    const grown = model === undefined || isOld(model, now) || people > GROWN * model.people;
    return people >= LEAST_PEOPLE && grown ? people : undefined;
  });
  return due !== undefined && tryTraining(house, due);
}

export async function trainMatches(house: TrainHouse, people: number): Promise<boolean> {
  const rows = (await readAll(house)).map((one) => one.columns);
  const names = namesOf(rows);
  if (rows.length < LEAST_PEOPLE || names.length === 0) return false;
  const { kept, terms } = await learn(rows, names);
  await house.db.work({ kind: "system", id: "matches" }, (work) =>
    saveModel(work.tx, { id: uuid7(work.now.getTime()), madeAt: work.now, people, model: kept }, terms),
  );
  return true;
}
