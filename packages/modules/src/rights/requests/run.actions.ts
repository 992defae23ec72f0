// The work of a request, step by step: each commits with its place, so that a crash goes on where it stopped. One process at
// a time. An erasure: settle whose, bury the identifiers, write the journal, room by room, hear again what is left.
import type { Work } from "@somlos/kernel/db";
import { listChanged } from "@somlos/kernel/operate";
import type { RightsHouse, Whom } from "@somlos/kernel/rights";
import { type Accepted, hearAgain, listAgain } from "../../events/index.ts";
import {
  circlesOf,
  learnKept,
  lockIdentity,
  NODE,
  openRecognise,
  type Recognise,
  tidyCircle,
} from "../../identity/index.ts";
import { remember } from "../../profiles/index.ts";
import { insertPiece } from "../export/pieces.store.ts";
import { touchFiles } from "../purge/purge.store.ts";
import type { WorkingHouse } from "../rights.house.ts";
import { buried, entryOf, lineOf } from "../tombstones/journal-line.ts";
import { listApplied, putTombstones, saveApplied } from "../tombstones/tombstones.store.ts";
import { addTo } from "./requests.rules.ts";
import {
  endCopiesOf,
  forgetRequestsOf,
  insertFromJournal,
  type Request,
  type Step,
  saveAgain,
  saveBegin,
  saveEnd,
  saveHeld,
  saveMove,
  takeDue,
  unlinkIdentifier,
} from "./requests.store.ts";
import { mayBegin } from "./settle.actions.ts";
import { whomAgain, whomOf } from "./whom.actions.ts";

const SYSTEM = { kind: "system", id: "rights" } as const;
/** Longer than any write of ours lasts, and than any process remembers what is void. */
const WAIT_MS = 6500;
const HEARD_AT_ONCE = 1000;

/** Goes on with what is due until nothing can be done now. `alone`: no other process remembers anything. */
export async function runRights(house: WorkingHouse, alone = false): Promise<void> {
  const recognise = openRecognise({ remember: 20_000 });
  const waiting: string[] = [];
  for (;;) {
    const went = await house.db.work(SYSTEM, async (work) => {
      const request = await takeDue(work.tx, work.now, waiting);
      return request === undefined ? undefined : advance(work, house, request, recognise, alone);
    });
    if (went === undefined) return;
    if (went.waits !== undefined) waiting.push(went.waits);
    const { line } = went;
    if (line === undefined) continue;
    if (await noted(house, line.text))
      await house.db.work(SYSTEM, (work) => saveMove(work.tx, line.id, line.to, work.now));
    else {
      waiting.push(line.id); // until the next time; the others go on
      await house.db.work(SYSTEM, (work) => saveHeld(work.tx, line.id, "journal"));
    }
  }
}

/** On disk before anything goes. A disk that is full or broken keeps nobody else waiting. */
const noted = (house: WorkingHouse, text: string): Promise<boolean> =>
  house.erasures.append([text]).then(
    () => true,
    () => false,
  );

type Went = {
  readonly waits?: string;
  readonly line?: { readonly text: string; readonly id: string; readonly to: Parameters<typeof saveMove>[2] };
};

const start = { place: { room: 0, after: null }, share: 0, receipt: [] } as const;

async function advance(
  work: Work,
  house: WorkingHouse,
  r: Request,
  recognise: Recognise,
  alone: boolean,
): Promise<Went> {
  if (r.whom === null) return begin(work, house, r);
  const steps: Readonly<Record<Step, () => Went | Promise<Went>>> = {
    begin: () => begin(work, house, r),
    journal: () => journal(work, r, r.whom),
    rooms: () => (r.kind === "export" ? tell(work, house, r) : erase(work, house, r)),
    wait: () => wait(work, r, alone),
    late: () => late(work, house, r),
    again: () => hear(work, house, r, recognise),
    end: () => end(work, r),
  };
  const went = await steps[r.step]();
  // Where rows changed, their bytes lie in the files: noted with the change itself.
  if (r.kind === "erasure") await touchFiles(work.tx, await listChanged(work.tx), work.now);
  return went;
}

const journal = (work: Work, r: Request, whom: Request["whom"]): Went =>
  whom === null
    ? {}
    : {
        line: {
          text: lineOf(r.id, r.at ?? work.now, r.scope, whom),
          id: r.id,
          to: { ...start, step: "rooms" },
        },
      };

/** What a process learned by a memory that is void lies in the log by then, and is heard again. */
const wait = (work: Work, r: Request, alone: boolean): Went | Promise<Went> =>
  alone || work.now.getTime() - (r.since ?? work.now).getTime() >= WAIT_MS
    ? to(work, r, "late")
    : { waits: r.id };

const to = async (work: Work, r: Request, step: Step, after: string | null = null): Promise<Went> => {
  await saveMove(
    work.tx,
    r.id,
    { step, place: { room: 0, after }, share: r.share, receipt: r.receipt },
    work.now,
  );
  return {};
};

async function begin(work: Work, house: WorkingHouse, r: Request): Promise<Went> {
  const { tx, now } = work;
  const whom = await whomOf(tx, r);
  if (r.kind === "export") {
    await saveBegin(tx, r.id, "rooms", whom, now);
    return {};
  }
  if (!(await mayBegin(work, house, r, whom))) return { waits: r.id };
  const fps = buried(r.scope, whom.identifiers);
  if (fps.length > 0) await putTombstones(tx, fps, now);
  await saveBegin(tx, r.id, "journal", whom, now);
  return {};
}

/** The next page of the next room. */
async function tell(work: Work, { rightsOf }: WorkingHouse, r: Request): Promise<Went> {
  const place = r.place ?? start.place;
  const rights = rightsOf[place.room];
  if (rights === undefined || r.whom === null) return end(work, r);
  const page = (await rights.export?.(work.tx, r.whom, place.after ?? undefined, r.language)) ?? {
    items: [],
  };
  if (page.items.length > 0) await insertPiece(work.tx, r.id, rights.room, JSON.stringify(page.items));
  await moveOn(work, r, rightsOf.length, page.next, r.receipt);
  return {};
}

const ownOf = ({ home, access }: WorkingHouse): RightsHouse => ({ home, secret: access.secret, circlesOf });

async function erase(work: Work, house: WorkingHouse, r: Request): Promise<Went> {
  const place = r.place ?? start.place;
  const rights = house.rightsOf[place.room];
  if (rights === undefined || r.whom === null) return to(work, r, "wait");
  const erased = await rights.erase?.(work, r.whom, r.scope, place.after ?? undefined, ownOf(house));
  if (erased?.again !== undefined) await saveAgain(work.tx, r.id, erased.again);
  const receipt = addTo(r.receipt, { room: rights.room, removed: erased?.removed ?? {} });
  await moveOn(work, r, house.rightsOf.length, erased?.next, receipt);
  return {};
}

const moveOn = (
  work: Work,
  r: Request,
  rooms: number,
  next: string | undefined,
  receipt: Request["receipt"],
) => {
  const at = r.place?.room ?? 0;
  const place = next === undefined ? { room: at + 1, after: null } : { room: at, after: next };
  return saveMove(work.tx, r.id, { step: "rooms", place, share: place.room / rooms, receipt }, work.now);
};

/** In a page before this one something was found. */
const CAME = "came";

/** Old events that came in before every process knew: they go too, and what was learned from them. */
async function late(work: Work, house: WorkingHouse, r: Request): Promise<Went> {
  if (r.whom === null || r.scope.kind === "source" || r.scope.kind === "span") return to(work, r, "again");
  const { removed, more } = await takeLate(work, house, { ...r, whom: r.whom });
  const came = removed > 0 || r.place?.after === CAME;
  if (more) return to(work, r, "late", came ? CAME : null); // again, in the next transaction
  for (const rights of came ? house.rightsOf.filter((one) => one.late === "people") : []) {
    const erased = await rights.erase?.(work, r.whom, r.scope, undefined, ownOf(house));
    await saveAgain(work.tx, r.id, erased?.again ?? []);
  }
  return to(work, r, "again");
}

/** A page of what is told of before the erasure. */
async function takeLate(
  work: Work,
  house: WorkingHouse,
  r: Request & { readonly whom: Whom },
): Promise<{ readonly removed: number; readonly more: boolean }> {
  const before = { kind: "span", from: "-infinity", to: (r.at ?? work.now).toISOString() } as const;
  let removed = 0;
  let more = false;
  for (const rights of house.rightsOf.filter((one) => one.late === "events")) {
    const erased = await rights.erase?.(work, r.whom, before, undefined, ownOf(house));
    removed += Object.values(erased?.removed ?? {}).reduce((sum, rows) => sum + rows, 0);
    more ||= erased?.next !== undefined;
  }
  return { removed, more };
}

/** What is left of the streams of whoever shared something with them, and what came since. */
async function hear(work: Work, house: WorkingHouse, r: Request, recognise: Recognise): Promise<Went> {
  if (await learnKept(work)) return {}; // again, in the next transaction
  const [nodes, subjects] = [
    (r.again ?? []).filter((one) => one.startsWith(NODE)).map((one) => one.slice(NODE.length)),
    (r.again ?? []).filter((one) => !one.startsWith(NODE)),
  ];
  const rows = await listAgain(work.tx, subjects, Number(r.place?.after ?? 0), HEARD_AT_ONCE);
  const last = rows.at(-1);
  if (last === undefined) {
    await lockIdentity(work.tx);
    await tidyCircle(work.tx, nodes);
    return to(work, r, "end");
  }
  const heard = rows
    .map((row) => hearAgain(row, house.naming))
    .filter((told): told is Accepted => told !== undefined);
  remember(work, heard);
  await recognise.learn(work, heard);
  return to(work, r, "again", String(last.seq));
}

async function end(work: Work, r: Request): Promise<Went> {
  const { tx, now } = work;
  const personId = r.whom?.ids[0] ?? null;
  if (r.kind === "erasure") {
    await saveApplied(tx, r.id, now);
    if (r.scope.kind !== "whole" && r.whom !== null) await endCopiesOf(tx, r.whom.nodes, now);
    if (r.scope.kind === "identifier") await unlinkIdentifier(tx, r.id, r.scope.fp, personId);
    if (r.scope.kind === "whole" && r.whom !== null) {
      const fps = [...new Set([...r.whom.identifiers.map((one) => one.fp), ...r.whom.nodes])];
      const of = { fps, personIds: r.whom.ids };
      await forgetRequestsOf(tx, r.id, of, now);
    }
    work.record({ name: "person.erased", v: 1, data: { requestId: r.id, of: r.scope.kind } });
  }
  const named = r.kind === "export" ? (r.whom?.nodes ?? null) : null;
  await saveEnd(tx, r.id, "done", now, { personId, named });
  return {};
}

/** Erasures of the journal that this database has not gone through: it was restored. Before any door opens. */
export async function applyJournal(house: WorkingHouse): Promise<number> {
  let applied = 0;
  for await (const { text } of house.erasures.read()) {
    const entry = entryOf(text);
    const missing = await house.db.work(SYSTEM, async ({ tx }) => {
      if ((await listApplied(tx, [entry.id])).has(entry.id)) return false;
      const whom = await whomAgain(tx, entry);
      await insertFromJournal(tx, { ...entry, whom });
      const fps = buried(entry.scope, whom.identifiers);
      if (fps.length > 0) await putTombstones(tx, fps, entry.at);
      return true;
    });
    if (missing) applied++;
  }
  await runRights(house, true); // what a crash left half done too
  return applied;
}
