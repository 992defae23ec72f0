// What a customer looked at here, their sizes and what they brought; written into a file, and read out of one.
import { Refusal } from "@somlos/contract";
import type { MyResearch, MyThing } from "@somlos/contract/rooms/research";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { uuid7 } from "@somlos/kernel/ids";
import { needlesOf, redact } from "@somlos/kernel/rights";
import { MOST_THINGS, type Research, readResearch, type Thing, writeResearch } from "@somlos/rules/research";
import { fitOf, type Size, sizeNameOf } from "@somlos/rules/sizes";
import type { CompanyView } from "../../company/index.ts";
import { bodyOf, listNamed } from "../../events/index.ts";
import { findSelf, listShownOf } from "../../identity/index.ts";
import { correctFacts, listWords, settleFacts } from "../../profiles/index.ts";
import { type CornerHouse, personOf } from "../corner.house.ts";
import {
  keyOf,
  LOOKED_MS,
  type Looked,
  lookedAt,
  lookedNames,
  MOST_BROUGHT,
  MOST_EVENTS,
  notPutAway,
} from "./research.rules.ts";
import { type Brought, listAway, listBrought, saveAway, saveBrought } from "./research.store.ts";

const DAY_MS = 86_400_000;

export type ResearchHouse = CornerHouse & { readonly company: Pick<CompanyView, "defaultCurrency"> };

type MySize = Size & { readonly byMe: boolean };
export type Mine = { readonly looked: Looked[]; readonly brought: Brought[]; readonly sizes: MySize[] };

/** Over what is proven to be theirs. What names them is taken out of what shops wrote about things. */
export async function loadMine(
  tx: Tx,
  house: Pick<ResearchHouse, "company">,
  fp: string,
  now: Date,
): Promise<Mine> {
  const { nodes, identifiers } = await findSelf(tx, fp);
  const streams = await listShownOf(tx, nodes);
  const wish = { names: lookedNames, since: new Date(now.getTime() - LOOKED_MS), limit: MOST_EVENTS };
  const rows = await listNamed(tx, streams, wish, machineNow());
  const needles = needlesOf(identifiers);
  const told = rows.map(({ at, name, body }) => ({
    ...{ at, name },
    body: bodyOf({ body: needles === undefined ? body : redact(body, needles) }),
  }));
  const fps = [...new Set([fp, ...identifiers.map((one) => one.fp)])];
  return {
    looked: notPutAway(lookedAt(told, MOST_THINGS, house.company.defaultCurrency()), await listAway(tx, fps)),
    brought: await listBrought(tx, fps, MOST_BROUGHT),
    sizes: sizesIn(settleFacts(await listWords(tx, streams))),
  };
}

/** What was said of one size under several names: the person's own word before others, then the newest. */
function sizesIn(facts: ReturnType<typeof settleFacts>): MySize[] {
  const found = new Map<string, MySize & { readonly at: number }>();
  for (const { name: told, value, origin, at } of facts.values()) {
    const name = sizeNameOf(told);
    if (name === undefined || (typeof value !== "string" && typeof value !== "number")) continue;
    const size = { name, value: String(value).trim().slice(0, 40), byMe: origin === "person", at };
    const known = found.get(name);
    const holds = known === undefined || (size.byMe === known.byMe ? at > known.at : size.byMe);
    if (holds && size.value !== "") found.set(name, size);
  }
  return [...found.values()].map(({ name, value, byMe }) => ({ name, value, byMe }));
}

const shown = (id: string, thing: Thing, sizes: readonly Size[]): MyThing => ({
  ...{ ...thing, id, how: [...thing.how], sizes: [...thing.sizes], fit: fitOf(thing, sizes) },
});

export async function showMine(tx: Tx, house: ResearchHouse, caller: Caller, now: Date): Promise<MyResearch> {
  const { looked, brought, sizes } = await loadMine(tx, house, personOf(caller).fp, now);
  return {
    shop: house.installation.name,
    sizes,
    things: looked.map(({ id, thing }) => shown(id, thing, sizes)),
    brought: brought.map(({ id, thing, shop, broughtAt }) => ({
      ...shown(id, thing, sizes),
      ...{ from: shop, broughtOn: broughtAt.toISOString().slice(0, 10) },
    })),
  };
}

/** One thing, or all: not shown and not written in a file until it is looked at again. The events stay what they are. */
export async function putAway(work: Work, house: ResearchHouse, caller: Caller, id?: string): Promise<void> {
  const { looked } = await loadMine(work.tx, house, personOf(caller).fp, work.now);
  const ids = looked.map((one) => one.id).filter((one) => id === undefined || one === id);
  if (id !== undefined && ids.length === 0) throw new Refusal("me.not_found");
  await saveAway(work.tx, personOf(caller).fp, ids, work.now);
}

type Choice = {
  readonly things: readonly string[];
  readonly sizes: readonly string[];
  readonly shop: boolean;
};

/** What was chosen, as the file. Where a thing was brought from is never told on: the file has one shop, this one. */
export async function writeChosen(
  tx: Tx,
  house: ResearchHouse,
  { caller, body }: { readonly caller: Caller; readonly body: Choice },
  now: Date,
): Promise<Record<string, unknown>> {
  const mine = await loadMine(tx, house, personOf(caller).fp, now);
  const chosen = new Set(body.things);
  const theirs = mine.brought.map(({ id, thing }) => ({
    id,
    thing: { ...thing, productId: null, url: null },
  }));
  const things = [...mine.looked, ...theirs].filter(({ id }) => chosen.has(id)).map(({ thing }) => thing);
  const sizes = mine.sizes.filter(({ name }) => body.sizes.includes(name));
  if (things.length + sizes.length === 0) throw new Refusal("research.empty");
  if (things.length > MOST_THINGS) throw new Refusal("research.too_many");
  const text = writeResearch({
    ...{ shop: body.shop ? house.installation.name : null, madeOn: now.toISOString().slice(0, 10), things },
    sizes: sizes.map(({ name, value }) => ({ name, value })),
  });
  return JSON.parse(text) as Record<string, unknown>;
}

/** Reads it as the browser did: whatever came, only what the format knows is kept. */
function readFile(file: Readonly<Record<string, unknown>>): { research: Research; skipped: number } {
  const text = JSON.stringify(file);
  const read = readResearch(text);
  if (!read.ok) throw new Refusal(`research.${read.why}`);
  return read;
}

export async function bring(
  work: Work,
  caller: Caller,
  file: Readonly<Record<string, unknown>>,
): Promise<{ skipped: number }> {
  const { research, skipped } = readFile(file);
  // Another shop's day may have begun already; nobody looked at anything after that.
  const tomorrow = new Date(work.now.getTime() + DAY_MS).toISOString().slice(0, 10);
  const things = research.things.filter(({ lastOn }) => lastOn <= tomorrow);
  const { fp } = personOf(caller);
  const said = Object.fromEntries(research.sizes.map(({ name, value }) => [name, value]));
  if (research.sizes.length > 0) await correctFacts(work, { origin: "person", subject: fp }, said);
  const lines = new Map(things.map((thing) => [keyOf(thing), thing]));
  await saveBrought(work.tx, fp, {
    ...{ shop: research.shop, at: work.now, most: MOST_BROUGHT },
    lines: [...lines].map(([key, thing]) => ({ id: uuid7(work.now.getTime()), key, thing })),
  });
  return { skipped: skipped + research.things.length - things.length };
}
