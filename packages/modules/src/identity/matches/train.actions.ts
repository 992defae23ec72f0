// Learns the model from what is known of people, without anybody's decision: nothing here reads what colleagues accepted.
import { Worker } from "node:worker_threads";
import type { Database } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { type Cells, KEPT_VERSION, type Kept, type Term } from "../linkage/kept.rules.ts";
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
const LEAST_FILLED = 0.02;
const DAYS = 7;
const GROWN = 2;

async function readAll({ db, likenessOf }: TrainHouse): Promise<Likeness[]> {
  const all: Likeness[] = [];
  for (let after: string | undefined = START; after !== undefined && all.length < MOST_PEOPLE; ) {
    const from: string = after;
    const { ids, known } = await db.read(async (tx) => {
      const page = await listPeopleAfter(tx, from, PAGE);
      return { ids: page, known: page.length === 0 ? [] : await likenessOf(tx, page) };
    });
    all.push(...known);
    after = ids.length < PAGE ? undefined : ids.at(-1);
  }
  return all;
}

function namesOf(rows: readonly Cells[]): string[] {
  const filled = new Map<string, number>();
  for (const row of rows)
    for (const [name, text] of Object.entries(row)) if (text) filled.set(name, (filled.get(name) ?? 0) + 1);
  const most = LEAST_FILLED * rows.length;
  return [...filled.keys()].filter((name) => (filled.get(name) ?? 0) >= most).sort();
}

type Learned = { readonly kept: Kept; readonly terms: Term[] };

const learn = (rows: readonly Cells[], names: readonly string[]): Promise<Learned> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./train.worker.ts", import.meta.url), { workerData: { rows, names } });
    thread.once("message", resolve);
    thread.once("error", reject);
  });

const isStale = (model: StoredModel | undefined, now: Date, people: number): boolean =>
  model === undefined ||
  model.model.version !== KEPT_VERSION ||
  now.getTime() - model.madeAt.getTime() > DAYS * 86_400_000 ||
  people > GROWN * model.people;

/** Learns anew when the model is old, or people have doubled since. `people`: how many there are. True when it did. */
export async function trainWhenDue(house: TrainHouse, people: number): Promise<boolean> {
  if (people < LEAST_PEOPLE) return false;
  const due = await house.db.read(async (tx, now) => isStale(await findModel(tx), now, people));
  return due && (await trainMatches(house, people));
}

export async function trainMatches(house: TrainHouse, people: number): Promise<boolean> {
  const rows = (await readAll(house)).map((one) => one.columns);
  const names = namesOf(rows);
  if (rows.length < LEAST_PEOPLE || names.length === 0) return false;
  const { kept, terms } = await learn(rows, names);
  await house.db.work({ kind: "system", id: "matches" }, (work) =>
    saveModel(
      work.tx,
      { id: uuid7(work.now.getTime()), madeAt: work.now, people: Math.max(people, rows.length), model: kept },
      terms,
    ),
  );
  return true;
}
