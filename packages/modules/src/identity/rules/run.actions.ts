// A version on its way through everybody, a page a step. A trial reads and writes down whom it would change; an application
// changes them, each page in a transaction of its own under the lock of identity, with its checkpoint: killed anywhere, it goes
// on where it was.
import { type Database, isTooLong, type Tx, type Work } from "@somlos/kernel/db";
import { type IdentitySettings, identitySettings } from "../limits.rules.ts";
import { lockIdentity } from "../streams.store.ts";
import { type Circle, closeCircle, personOf } from "./circle.actions.ts";
import { changesOf, type PersonChange } from "./circle.rules.ts";
import {
  bumpRevision,
  endRun,
  findIds,
  findRunning,
  type Page,
  pageOfLone,
  pageOfPeople,
  type RunRow,
  START,
  type Step,
  saveChanges,
  saveStep,
  takeRun,
} from "./runs.store.ts";
import { settingsOf, shiftOf } from "./settings.rules.ts";
import { settlePage } from "./settle.actions.ts";
import { findVersion, loadSettings, putInForce, turnVersion } from "./versions.store.ts";

/** People a step: a transaction of well under a second. Of those that are alone most have nothing to be judged. */
const PAGE = 100;
const LONE = 10;
/** People that are born while a version is applied are judged by it from the start. */
const SLACK_MS = 60_000;

const actor = { kind: "system", id: "rules" } as const;

/** The least id of version 7 that can be made at this time. */
const idAt = (ms: number): string => {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

function pageOf(tx: Tx, run: RunRow, settings: IdentitySettings, most: number): Promise<Page> {
  if (run.stage === "people")
    return pageOfPeople(tx, run.after, idAt(run.started_at.getTime() + SLACK_MS), most);
  const { list } = shiftOf(settings, settings.former ?? settings);
  return pageOfLone(tx, run.after, list, LONE * most);
}

type Walk = { readonly base: IdentitySettings; readonly most: number };

/** Whom these new rules change of a circle, by the ids they are known by. */
async function changesIn(tx: Tx, { nodes, roots }: Circle): Promise<PersonChange[]> {
  const all = [...nodes.values()];
  const changes = changesOf(
    all.map((node) => ({
      fp: node.fp,
      person: personOf(node),
      root: roots.get(node.fp) ?? node.fp,
      named: node.kind !== "lane",
    })),
  );
  if (changes.length === 0) return [];
  const components = [...new Set(changes.flatMap((one) => [one.person, ...one.joins]))];
  const ids = await findIds(
    tx,
    components.filter((one) => one.length > 16),
  );
  const idOf = (person: string) => ids.get(person) ?? nodes.get(person)?.id ?? START;
  return changes.map((one) => ({ ...one, person: idOf(one.person), joins: one.joins.map(idOf) }));
}

const countsOf = (changes: readonly { readonly parts: number; readonly joined: boolean }[]) => ({
  changed: changes.length,
  joined: changes.filter((one) => one.joined).length,
  split: changes.filter((one) => one.parts > 1).length,
});

/** Where it stands after the page; nothing when that was the last. */
function nextOf(run: RunRow, { seen, last }: Page, counts: Omit<Step, "stage" | "after" | "seen">) {
  const done = { seen, ...counts };
  if (last !== undefined) return { ...done, stage: run.stage, after: last, isLast: false };
  return { ...done, stage: "alone" as const, after: START, isLast: run.stage === "alone" };
}

async function tryPage(db: Database, run: RunRow, { base, most }: Walk): Promise<void> {
  const { page, changes } = await db.read(async (tx) => {
    const version = await findVersion(tx, run.number);
    if (version === undefined) throw new Error("a trial of rules that are not there");
    const settings = {
      ...settingsOf(version.number, version.body, base),
      former: await loadSettings(tx, base),
    };
    const next = await pageOf(tx, run, settings, most);
    const circle = await closeCircle(tx, next.people, settings);
    return { page: next, changes: await changesIn(tx, circle) };
  });
  await db.work(actor, async ({ tx, now }) => {
    const held = await takeRun(tx);
    if (held?.id !== run.id || held.stage !== run.stage || held.after !== run.after) return;
    const { isLast, ...step } = nextOf(run, page, countsOf(await saveChanges(tx, run.id, changes)));
    await saveStep(tx, run.id, step);
    if (!isLast) return;
    await endRun(tx, run.id, "done", now);
    const version = await findVersion(tx, run.number);
    if (version?.state === "draft") await turnVersion(tx, run.number, "tried");
  });
}

async function applyPage(work: Work, { base, most }: Walk): Promise<void> {
  const { tx, now } = work;
  const turn = await lockIdentity(tx);
  const run = await takeRun(tx);
  if (run?.kind !== "apply") return;
  const settings = await loadSettings(tx, base);
  const page = await pageOf(tx, run, settings, most);
  const circle = await settlePage(work, page.people, turn, settings, (seen) => changesIn(tx, seen));
  const counts = countsOf(circle.map((one) => ({ parts: one.parts, joined: one.joins.length > 0 })));
  const { isLast, ...step } = nextOf(run, page, counts);
  await saveStep(tx, run.id, step);
  if (!isLast) return;
  await putInForce(tx);
  await endRun(tx, run.id, "done", now);
  await bumpRevision(tx);
  work.record({ name: "rules.applied", v: 1, data: { number: run.number, runId: run.id } });
}

/** One page of whatever is tried or applied now: true while there may be more. */
export async function stepRules(db: Database, walk: Partial<Walk> = {}): Promise<boolean> {
  const { base = identitySettings, most = PAGE } = walk;
  const run = await db.read((tx) => findRunning(tx));
  if (run === undefined) return false;
  if (run.kind === "try") await tryPage(db, run, { base, most });
  else await applyOn(db, { base, most });
  return true;
}

/** People on whom very much hangs take longer than a transaction may: then they go with fewer others, at last alone. */
async function applyOn(db: Database, { base, most }: Walk): Promise<void> {
  try {
    await db.work(actor, (work) => applyPage(work, { base, most }));
  } catch (error) {
    if (!isTooLong(error) || most === 1) throw error;
    await applyOn(db, { base, most: Math.ceil(most / 10) });
  }
}
