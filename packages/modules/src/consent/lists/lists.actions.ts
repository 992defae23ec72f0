// A public register is taken in whole: in portions, so that nobody waits for it, and asked only when all of it is here.
import { Refusal } from "@somlos/contract";
import type { Actor, Database, Work } from "@somlos/kernel/db";
import { uuid7, uuidOf } from "@somlos/kernel/ids";
import { type Identifier, identifierOf, type Naming } from "../../events/index.ts";
import type { RegisterName } from "../law/sets.rules.ts";
import { foundBy } from "./homes.rules.ts";
import { listedIn, registerOf } from "./lines.rules.ts";
import { addListed, type Loading, sweepListed, turnTo } from "./lists.store.ts";
import { textLines } from "./text-lines.ts";

export type TakenIn = {
  readonly list: RegisterName;
  /** The day it is of, YYYY-MM-DD. */
  readonly asOf: string;
  readonly listed: readonly Pick<Identifier, "fp">[];
};
const PORTION = 5000;
const SWEEP = 20_000;
/** One line in a hundred may be odd. More: it is another file, or half of one. */
const MOST_UNREAD = 0.01;
const SHOWN = 20;

const refuseFuture = (asOf: string, now: Date): void => {
  if (asOf > now.toISOString().slice(0, 10)) throw new Refusal("consent.in_future");
};

/** A short one, in one transaction. Only fingerprints are kept: who is in it cannot be read from our tables. */
export async function takeInList(work: Work, { list, asOf, listed }: TakenIn): Promise<void> {
  refuseFuture(asOf, work.now);
  const fps = [...new Set(listed.map(({ fp }) => uuidOf(fp)))];
  const loading = { list, asOf, unread: 0, lines: fps.length, generation: uuid7(work.now.getTime()) };
  await addListed(work.tx, loading, fps);
  if (!(await turnTo(work.tx, loading, work.now, work.actor.id))) throw new Refusal("consent.list_older");
}

export type FileWish = { readonly list: RegisterName; readonly asOf: string };
export type Loaded = { readonly lines: number; readonly unread: number };

/** A file as the register sends it. Refused: what is there stays as it was. */
export async function takeInFile(
  house: { readonly db: Database; readonly naming: Naming },
  actor: Actor,
  { list, asOf }: FileWish,
  file: AsyncIterable<Uint8Array>,
  note: (work: Work) => Promise<void>,
): Promise<Loaded> {
  const { db } = house;
  const now = await db.read(async (_tx, at) => at);
  refuseFuture(asOf, now);
  const loading = { list, generation: uuid7(now.getTime()) };
  try {
    const { lines, unread, odd } = await load(house, actor, loading, file);
    if (lines === 0) throw new Refusal("consent.list_unreadable");
    if (unread > Math.max(1, lines * MOST_UNREAD))
      throw new Refusal("consent.list_half", { unread, lines: odd });
    await db.work(actor, async (work) => {
      if (!(await turnTo(work.tx, { ...loading, asOf, unread, lines }, work.now, actor.id)))
        throw new Refusal("consent.list_older");
      await note(work);
    });
    await sweepAll(db, loading, true);
    return { lines, unread };
  } catch (error) {
    await sweepAll(db, loading, false);
    throw error;
  }
}

/** The fingerprints by which each line is found; none: it names nobody. The first line may be a head, and is left out then. */
async function* readListed(
  naming: Naming,
  list: RegisterName,
  file: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: number; readonly fps: readonly string[] }> {
  // Without a memory of names: it knows one country only, and this many would push everybody else out of it.
  const own: Naming = { print: naming.print, country: registerOf[list].country };
  let line = 0;
  for await (const text of textLines(file)) {
    line++;
    if (text.trim() === "") continue;
    const found = listedIn(list, text);
    const id = found === undefined ? undefined : identifierOf(own, found.kind, found.value);
    if (id !== undefined || line > 1) yield { line, fps: id === undefined ? [] : foundBy(own, id) };
  }
}

async function load(
  { db, naming }: { readonly db: Database; readonly naming: Naming },
  actor: Actor,
  loading: Loading,
  file: AsyncIterable<Uint8Array>,
): Promise<Loaded & { readonly odd: readonly number[] }> {
  let [lines, unread] = [0, 0];
  const odd: number[] = [];
  let fps: string[] = [];
  const put = async () => {
    if (fps.length > 0) await db.work(actor, ({ tx }) => addListed(tx, loading, [...new Set(fps)]));
    fps = [];
  };
  for await (const { line, fps: found } of readListed(naming, loading.list, file)) {
    fps.push(...found);
    if (found.length > 0) lines++;
    else if (++unread <= SHOWN) odd.push(line);
    if (fps.length >= PORTION) await put();
  }
  await put();
  return { lines, unread, odd };
}

async function sweepAll(db: Database, loading: Loading, others: boolean): Promise<void> {
  const sweep = () =>
    db.work({ kind: "system", id: "consent" }, ({ tx }) => sweepListed(tx, loading, others, SWEEP));
  while ((await sweep()) > 0);
}
