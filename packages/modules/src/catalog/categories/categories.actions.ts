// What categories are called is taken in, and shown; renamed ones are found by their new names step by step.
import type { Language } from "@somlos/contract";
import { type ShownCategory, toldCategorySchema } from "@somlos/contract/rooms/categories";
import type { Database, Tx } from "@somlos/kernel/db";
import type { CatalogHouse } from "../catalog.house.ts";
import { type Refused, readEach } from "../each.rules.ts";
import { actorOf } from "../take.actions.ts";
import { latest } from "../told.rules.ts";
import { type CountRow, keyOf, type Labels, labelsOf, namesOf, pathsTo, treeOf } from "./categories.rules.ts";
import { countByCategory, listCategoryNames, saveNames, stepNews } from "./categories.store.ts";

const STEPS_AT_ONCE = 5;
const SYSTEM = { kind: "system", id: "catalog" } as const;

/** Goes on making what is searched for anew after categories were renamed. */
export async function goOnNaming(db: Database): Promise<void> {
  for (let at = 0, more = true; more && at < STEPS_AT_ONCE; at++)
    more = await db.work(SYSTEM, ({ tx }) => stepNews(tx));
}

/** Answers how many were taken in, and which were refused and why. The same again changes nothing. */
export async function takeNames(
  { db }: Pick<CatalogHouse, "db">,
  sourceId: number,
  raw: readonly unknown[],
): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }> {
  const taken = await db.work(actorOf(sourceId), async ({ tx, now }) => {
    const { good, refused } = readEach(raw, toldCategorySchema, now, namesOf);
    const rows = latest(good.flat(), ({ key, language }) => `${language} ${key}`);
    if (rows.length > 0) await saveNames(tx, rows);
    return { accepted: good.length, refused };
  });
  await goOnNaming(db);
  return taken;
}

/** What these categories, and all that they lie in, are called. */
export async function labelsFor(
  tx: Tx,
  paths: readonly (string | null)[],
  language: Language,
): Promise<Labels> {
  const keys = new Set(paths.flatMap((path) => (path === null ? [] : pathsTo(path).map(keyOf))));
  return labelsOf(keys.size === 0 ? [] : await listCategoryNames(tx, [...keys]), language);
}

const KEPT_MS = 30_000;
type Counted = { readonly until: number; readonly counts: Promise<readonly CountRow[]> };
/** Counting reads all that is sold: once in half a minute, whoever asks. */
const counted = new WeakMap<Database, Counted>();
function countsOf(db: Database): Promise<readonly CountRow[]> {
  const known = counted.get(db);
  if (known !== undefined && known.until > performance.now()) return known.counts;
  const counts = db.read((tx) => countByCategory(tx));
  counted.set(db, { until: performance.now() + KEPT_MS, counts });
  counts.catch(() => counted.delete(db));
  return counts;
}

export async function showTree(
  { db }: Pick<CatalogHouse, "db">,
  language: Language,
): Promise<ShownCategory[]> {
  const counts = await countsOf(db);
  const paths = counts.map(({ path }) => path);
  return treeOf(counts, await db.read((tx) => labelsFor(tx, paths, language)), language);
}
