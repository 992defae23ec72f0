// Before anything is stored: who must be left alone. What is hushed never reaches collect, so nothing of it can be kept by
// mistake; of it stays what `kept.rules.ts` says, or nothing at all.
import { randomBytes } from "node:crypto";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx } from "@somlos/kernel/db";
import type { Arrival, Outcome } from "../collect.actions.ts";
import { type Carried, carriedBy, type Glance, glanceAt } from "./carried.rules.ts";
import { insertHushed, saltOf } from "./hush.store.ts";
import { keep } from "./kept.rules.ts";
import { tiesIn } from "./ties.rules.ts";

/** `hush`: kept without a person. `forget`: no record at all. */
export type Verdict = "hush" | "forget";

/** `look`: it is only looked at, nothing happens, and so nothing of it is written. */
export type Asking = "look";

/** A reason to leave somebody alone. */
export type Shield = {
  /** False: it has nothing against any event like this. Asked of every event, so it asks the memory only. */
  minds(glance: Glance): boolean;
  /** Which of the carried must be hushed, by place. Asked of those that it minds, in the transaction that would store them. */
  hush(tx: Tx, carried: readonly Carried[], how?: Asking): Promise<ReadonlyMap<number, Verdict>>;
  /** Told what it minded and let pass, in the same transaction. */
  passed?(tx: Tx, carried: readonly Carried[]): Promise<void>;
};

export type Shielding = {
  readonly shields: readonly Shield[];
  /** The code of a location as the company writes it; undefined: there is none by that code. */
  readonly placeOf: (code: string) => string | undefined;
};

/** What may go on, and how its outcomes come back among those of what was hushed. */
export type Shielded = {
  readonly open: readonly Arrival[];
  weave(outcomes: readonly Outcome[]): readonly Outcome[];
};

const HUSHED: Outcome = { kind: "hushed" };
const DUPLICATE: Outcome = { kind: "duplicate", hushed: true };

export const isMinded = (shields: readonly Shield[], arrivals: readonly Arrival[]): boolean =>
  shields.length > 0 &&
  arrivals.some((arrival) => {
    const glance = glanceAt(arrival);
    return shields.some((shield) => shield.minds(glance));
  });

export async function shield(
  tx: Tx,
  arrivals: readonly Arrival[],
  { shields, placeOf }: Shielding,
): Promise<Shielded> {
  const verdicts = new Map<number, Verdict>();
  for (const one of shields)
    for (const [place, verdict] of await ask(tx, one, arrivals, verdicts))
      if (verdicts.get(place) !== "forget") verdicts.set(place, verdict);
  if (verdicts.size === 0) return { open: arrivals, weave: (outcomes) => outcomes };
  const hushed = await hush(tx, arrivals, verdicts, placeOf);
  return {
    open: arrivals.filter((_, i) => !verdicts.has(i)),
    weave(outcomes) {
      let next = 0;
      return arrivals.map((_, i) => hushed.get(i) ?? outcomes[next++] ?? HUSHED);
    },
  };
}

/** The places of those that a shield would stop. Nothing comes of the question. */
export async function findMinded(
  tx: Tx,
  arrivals: readonly Arrival[],
  shields: readonly Shield[],
): Promise<ReadonlySet<number>> {
  const verdicts = new Map<number, Verdict>();
  for (const one of shields)
    for (const [place, verdict] of await ask(tx, one, arrivals, verdicts, "look"))
      verdicts.set(place, verdict);
  return new Set(verdicts.keys());
}

/** One shield is asked once, about all that it minds and nobody hushed before. */
async function ask(
  tx: Tx,
  one: Shield,
  arrivals: readonly Arrival[],
  hushed: ReadonlyMap<number, Verdict>,
  how?: Asking,
): Promise<Map<number, Verdict>> {
  const tiesOf = tiesIn(arrivals);
  const minded = arrivals.flatMap((arrival, place) =>
    !hushed.has(place) && one.minds(glanceAt(arrival))
      ? [{ place, carried: carriedBy(arrival, tiesOf(arrival)) }]
      : [],
  );
  if (minded.length === 0) return new Map();
  const said = await one.hush(
    tx,
    minded.map(({ carried }) => carried),
    how,
  );
  const passed = minded.filter((_, i) => !said.has(i)).map(({ carried }) => carried);
  if (passed.length > 0 && how !== "look") await one.passed?.(tx, passed);
  return new Map([...said].map(([i, verdict]) => [minded[i]?.place ?? -1, verdict]));
}

/** Day of receipt, UTC. */
export const hushDay = (): string => new Date(machineNow()).toISOString().slice(0, 10);

async function hush(
  tx: Tx,
  arrivals: readonly Arrival[],
  verdicts: ReadonlyMap<number, Verdict>,
  placeOf: Shielding["placeOf"],
): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>([...verdicts.keys()].map((place) => [place, HUSHED]));
  const fitting = [...verdicts].flatMap(([place, verdict]) => {
    const arrival = arrivals[place];
    return verdict === "hush" && arrival !== undefined && "fit" in arrival.parsed
      ? [{ place, event: arrival.parsed.fit, envelope: arrival.envelope }]
      : []; // what does not fit has nothing that could be counted
  });
  if (fitting.length === 0) return outcomes;
  const day = hushDay();
  const salt = await saltOf(tx, day, () => randomBytes(32).toString("base64url"));
  const list = fitting.map(({ event, envelope }) => ({
    ...keep(event, envelope, placeOf),
    lasting: event.key,
    key: envelope.naming.print(`hush ${salt}`, event.key),
  }));
  const fresh = await insertHushed(tx, day, list);
  for (const [i, { place }] of fitting.entries()) if (!fresh.has(i)) outcomes.set(place, DUPLICATE);
  return outcomes;
}
