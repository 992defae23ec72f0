// The law of this room as a model: whatever is granted, withdrawn, joined, split, imported, replayed and restored, only a
// word of the person about that very address makes a yes of a no. The oracle keeps its own books and never folds.
import fc from "fast-check";
import type { Entry } from "../ledger/entries.rules.ts";
import { foldLedger } from "../ledger/fold.rules.ts";
import { entry, fpOf, hour, no, scope } from "./words.ts";

const PEOPLE = 4;
const address = fc.integer({ min: 0, max: PEOPLE - 1 });
/** How far from now a time lies that a file or a late till names. */
const away = fc.integer({ min: -30, max: 5 });

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("grant" as const), who: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sale" as const), who: address }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("late" as const), who: address, away }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const), who: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("confirm" as const), nth: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("no" as const), who: address, all: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("import" as const), who: address, away, no: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("join" as const), who: address, other: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("split" as const), who: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("replay" as const), nth: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("keep" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 5, maxLength: 40 });

type World = {
  ledger: Entry[];
  kept: Entry[];
  /** What lies outside the database: every no, to be said again after a restore. */
  journal: Entry[];
  person: number[];
  now: number;
};

/** The same act again changes nothing. */
const add = (world: World, said: Entry): void => {
  if (!world.ledger.some(({ actId, fp }) => actId === said.actId && fp === said.fp)) world.ledger.push(said);
};
const addNo = (world: World, said: Entry): void => {
  world.journal.push(said);
  add(world, said);
};

const held = (world: World, who: number): Set<string> =>
  new Set(world.person.flatMap((person, i) => (person === world.person[who] ? [fpOf(i)] : [])));

function restore(world: World): void {
  world.ledger = [...world.kept];
  for (const said of world.journal) add(world, said);
}

const timeOf = (world: World, hours: number) => hour(world.now + Math.min(hours, 0));
type Doing = { readonly [D in Step["do"]]: (world: World, step: Extract<Step, { do: D }>) => void };
const doing: Doing = {
  grant: (world, { who }) => add(world, entry({ fp: fpOf(who), at: hour(world.now) })),
  sale: (world, { who }) => add(world, entry({ fp: fpOf(who), state: "soft", at: hour(world.now) })),
  late: (world, { who, away: hours }) => add(world, entry({ fp: fpOf(who), at: timeOf(world, hours) })),
  ask: (world, { who }) => add(world, entry({ fp: fpOf(who), state: "pending", at: hour(world.now) })),
  confirm(world, { nth }) {
    const asked = world.ledger.filter(({ state }) => state === "pending")[nth];
    if (asked === undefined) return;
    const confirmed = { fp: asked.fp, state: "confirmed", confirms: asked.actId, text: null } as const;
    add(world, entry({ ...confirmed, at: hour(world.now) }));
  },
  no: (world, { who, all }) =>
    addNo(
      world,
      no({
        fp: fpOf(who),
        at: hour(world.now),
        ...(all && { purpose: null, channel: null, entityId: null }),
      }),
    ),
  import(world, { who, away: hours, no: isNo }) {
    const taken = { fp: fpOf(who), at: timeOf(world, hours), imported: true };
    if (isNo) addNo(world, no(taken));
    else add(world, entry(taken));
  },
  join(world, { who, other }) {
    const from = world.person[other];
    world.person = world.person.map((person) => (person === from ? (world.person[who] ?? person) : person));
  },
  split(world, { who }) {
    world.person[who] = world.now + PEOPLE;
  },
  replay(world, { nth }) {
    const said = world.ledger[nth];
    if (said !== undefined) add(world, { ...said, id: `${said.id}-again`, at: hour(world.now) });
  },
  keep(world) {
    world.kept = [...world.ledger];
  },
  restore,
};

/** Addresses that may be written to. */
const reachable = (world: World): Set<number> =>
  new Set(
    world.person.flatMap((_person, who) => {
      const standing = foldLedger(world.ledger, held(world, who), scope).standing;
      return standing.some(({ fp }) => fp === fpOf(who)) ? [who] : [];
    }),
  );

export type Broken = { readonly at: number; readonly step: Step; readonly who: number };

/**
 * Runs a sequence; answers the first yes that came of nothing: one that its own address never said after the last no of
 * all that the person holds, or one that a step brought back which is no word of the person about that address.
 */
export function firstBroken(sequence: readonly Step[]): {
  broken: Broken | undefined;
  yes: number;
  lost: number;
} {
  const world: World = { ledger: [], kept: [], journal: [], person: [...everybody], now: 0 };
  let yes = 0;
  let lost = 0;
  for (const [at, one] of sequence.entries()) {
    const before = reachable(world);
    world.now++;
    (doing[one.do] as (world: World, step: Step) => void)(world, one);
    const after = reachable(world);
    const may = mayGain(world, one);
    const wrong = [...after].find((who) => {
      return !isFounded(world, who, groupOf(world, who)) || (!before.has(who) && !may.has(who));
    });
    if (wrong !== undefined) return { broken: { at, step: one, who: wrong }, yes, lost };
    yes += after.size;
    lost += [...before].filter((who) => !after.has(who)).length;
  }
  return { broken: undefined, yes, lost };
}

const everybody: readonly number[] = [...Array(PEOPLE).keys()];
const groupOf = (world: World, who: number): number[] =>
  everybody.filter((other) => world.person[other] === world.person[who]);
const nosOf = (world: World, group: readonly number[]): number[] =>
  world.journal.filter(({ fp }) => group.some((who) => fp === fpOf(who))).map(({ at }) => at.getTime());

/** By the books of the oracle: the address said yes itself, after every no of the group. */
function isFounded(world: World, who: number, group: readonly number[]): boolean {
  const nos = nosOf(world, group);
  const own = world.ledger.filter(({ fp }) => fp === fpOf(who));
  return own.some(({ state, at, imported, actId }) => {
    if (state === "withdrawn" || state === "confirmed") return false;
    if (state === "soft") return nos.length === 0; // else the word that lifts the no is what it rests on
    if (state === "pending" && !own.some(({ confirms }) => confirms === actId)) return false;
    return imported ? nos.length === 0 : nos.every((no) => at.getTime() > no);
  });
}

/** Whose yes a step may bring: the person's word, the parting from somebody with a no, a file where nobody ever said no. */
function mayGain(world: World, one: Step): Set<number> {
  if (one.do === "sale" && nosOf(world, groupOf(world, one.who)).length > 0) return new Set();
  if (one.do === "grant" || one.do === "sale" || one.do === "late" || (one.do === "import" && !one.no))
    return new Set([one.who]);
  if (one.do === "confirm" || one.do === "split")
    return new Set(everybody.filter((who) => isFounded(world, who, [who])));
  return new Set();
}
