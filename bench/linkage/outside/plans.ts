// Files as they come from outside, none of them like those that are shipped: npm run bench -- linkage --outside.
import { type Draw, drawer, upTo } from "../draw.ts";
import type { World } from "../worlds.ts";
import { noiseOf } from "./noise.ts";
import { familyIn, freeMail, type Person, personIn } from "./people.ts";
import { type Head, type TongueName, tongues } from "./tongues.ts";
import { type Harm, rowOf, USUAL } from "./written.ts";

type Plan = {
  readonly name: string;
  readonly tongue: TongueName;
  readonly people: number;
  /** Share of people who stand in the file twice; with two files, in both. */
  readonly twice: number;
  /** Share of those who stand in it yet another time, and so on. */
  readonly more?: number;
  readonly families?: number;
  readonly twins?: number;
  readonly twoFiles?: boolean;
  readonly harm?: Partial<Harm>;
  readonly heads: string;
  /** Columns that say nothing of people, beside those that do. */
  readonly noise?: number;
  /** Not looked at while the rules are made: only to judge them. */
  readonly held?: boolean;
};

const WIDE = "given surname born street postcode town phone mail";
const PLANS: readonly Plan[] = [
  {
    name: "families and twins, Swedish",
    tongue: "sv",
    people: 2500,
    twice: 0.1,
    families: 0.6,
    twins: 0.05,
    heads: WIDE,
  },
  {
    name: "families and twins, English",
    tongue: "en",
    people: 2500,
    twice: 0.2,
    families: 0.6,
    twins: 0.05,
    heads: WIDE,
  },
  { name: "1 % twice, German", tongue: "de", people: 3000, twice: 0.01, heads: WIDE },
  {
    name: "1 % twice among families, Danish",
    tongue: "da",
    people: 3000,
    twice: 0.01,
    families: 0.4,
    twins: 0.02,
    heads: WIDE,
  },
  { name: "nobody twice, Danish", tongue: "da", people: 3000, twice: 0, heads: WIDE },
  {
    name: "nobody twice among families, Swedish",
    tongue: "sv",
    people: 2500,
    twice: 0,
    families: 0.6,
    twins: 0.05,
    heads: WIDE,
  },
  { name: "whole name, Swedish", tongue: "sv", people: 2500, twice: 0.15, heads: "name born town" },
  {
    name: "whole name and home, English",
    tongue: "en",
    people: 2500,
    twice: 0.15,
    heads: "name street postcode town phone",
  },
  {
    name: "whole name among families, German",
    tongue: "de",
    people: 2500,
    twice: 0.1,
    families: 0.5,
    heads: "name street postcode town phone mail",
  },
  { name: "everybody twice, Danish", tongue: "da", people: 1500, twice: 1, heads: WIDE },
  {
    name: "two files, 10 % in both, German",
    tongue: "de",
    people: 3500,
    twice: 0.1,
    twoFiles: true,
    heads: WIDE,
  },
  {
    name: "40 % missing, English",
    tongue: "en",
    people: 2500,
    twice: 0.15,
    harm: { missing: 0.4 },
    heads: WIDE,
  },
  {
    name: "noise beside it, Swedish",
    tongue: "sv",
    people: 2500,
    twice: 0.1,
    heads: `number ${WIDE} country note noise segment sex`,
  },
  { name: "many times each, Danish", tongue: "da", people: 1200, twice: 0.6, more: 0.5, heads: WIDE },
  // Held out.
  {
    name: "families and twins, French",
    tongue: "fr",
    people: 2500,
    twice: 0.08,
    families: 0.65,
    twins: 0.05,
    heads: WIDE,
    held: true,
  },
  {
    name: "families without birth, German",
    tongue: "de",
    people: 2500,
    twice: 0.15,
    families: 0.5,
    heads: "given surname street postcode town phone mail",
    held: true,
  },
  {
    name: "2 % twice, French",
    tongue: "fr",
    people: 3000,
    twice: 0.02,
    heads: "given surname born postcode town mail",
    held: true,
  },
  {
    name: "nobody twice, English",
    tongue: "en",
    people: 3000,
    twice: 0,
    families: 0.3,
    heads: "given surname born postcode town phone",
    held: true,
  },
  {
    name: "nobody twice, whole name, French",
    tongue: "fr",
    people: 2500,
    twice: 0,
    heads: "name born postcode town mail",
    held: true,
  },
  {
    name: "whole name, Danish",
    tongue: "da",
    people: 2500,
    twice: 0.1,
    heads: "name born postcode mail",
    held: true,
  },
  {
    name: "two files, 30 % in both, families, Swedish",
    tongue: "sv",
    people: 2500,
    twice: 0.3,
    families: 0.5,
    twins: 0.03,
    twoFiles: true,
    heads: WIDE,
    held: true,
  },
  {
    name: "30 % missing among families, Danish",
    tongue: "da",
    people: 2500,
    twice: 0.2,
    families: 0.4,
    harm: { missing: 0.3 },
    heads: WIDE,
    held: true,
  },
  {
    name: "noise and many slips, German",
    tongue: "de",
    people: 2500,
    twice: 0.2,
    harm: { slips: 0.2 },
    heads: `number ${WIDE} noise note`,
    held: true,
  },
  {
    name: "large, 5 % twice among families, English",
    tongue: "en",
    people: 12_000,
    twice: 0.05,
    families: 0.4,
    twins: 0.01,
    heads: WIDE,
    held: true,
  },
  // Wide files: what each draws with its seed follows from its place, so these stand last.
  {
    name: "few among forty columns of noise, Swedish",
    tongue: "sv",
    people: 300,
    twice: 0.1,
    heads: WIDE,
    noise: 40,
  },
  {
    name: "thirty columns of noise, German",
    tongue: "de",
    people: 2500,
    twice: 0.1,
    heads: WIDE,
    noise: 30,
    held: true,
  },
  {
    name: "nobody twice among forty columns of noise, Danish",
    tongue: "da",
    people: 600,
    twice: 0,
    heads: WIDE,
    noise: 40,
    held: true,
  },
];

function peopleOf(plan: Plan, draw: Draw): Person[] {
  const people: Person[] = [];
  const taken = new Set<string>();
  const free = (person: Person, home: ReadonlySet<string>): Person =>
    home.has(person.mail) ? person : { ...person, mail: freeMail(person.mail, taken, draw) };
  const inFamilies = Math.round(plan.people * (plan.families ?? 0));
  while (people.length < inFamilies) {
    const family = familyIn(plan.tongue, draw, plan.twins ?? 0);
    const mails = family.map(({ mail }) => mail);
    const shared = new Set(mails.filter((mail, at) => mails.indexOf(mail) !== at));
    for (const mail of shared) taken.add(mail);
    people.push(...family.map((person) => free(person, shared)));
  }
  while (people.length < plan.people) people.push(free(personIn(plan.tongue, draw), new Set()));
  return people;
}

type Labelled = { readonly row: Record<Head, string>; readonly label: string };

function shuffled<T>(all: readonly T[], draw: Draw): T[] {
  const out = [...all];
  for (let at = out.length - 1; at > 0; at--) {
    const other = upTo(at + 1, draw);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

/** Rows of the first file, or the only one, and of the second. */
function filesOf(plan: Plan, draw: Draw): [Labelled[], Labelled[]] {
  const harm = { ...USUAL, ...plan.harm };
  const files: [Labelled[], Labelled[]] = [[], []];
  const write = (person: Person, at: number, file: 0 | 1, again: boolean): void => {
    files[file].push({ row: rowOf(person, plan.tongue, draw, harm, again), label: String(at) });
  };
  const people = peopleOf(plan, draw);
  const stands = shuffled([...people.keys()], draw);
  const twice = new Set(stands.slice(0, Math.round(people.length * plan.twice)));
  const only = new Set(stands.slice(twice.size + Math.floor((people.length - twice.size) / 2)));
  people.forEach((person, at) => {
    if (plan.twoFiles && only.has(at)) write(person, at, 1, false);
    else write(person, at, 0, false);
    if (!twice.has(at)) return;
    write(person, at, plan.twoFiles ? 1 : 0, true);
    while (draw() < (plan.more ?? 0)) write(person, at, 0, true);
  });
  return files;
}

function build(plan: Plan, seed: number): World {
  const draw = drawer(seed * 7919 + PLANS.indexOf(plan) + 1);
  const [one, two] = filesOf(plan, draw);
  const [first, second] = [shuffled(one, draw), shuffled(two, draw)];
  const all = [...first, ...second];
  const keys = plan.heads.split(" ") as Head[];
  const { heads } = tongues[plan.tongue];
  const noise = noiseOf(plan.noise ?? 0, all.length, draw);
  return {
    name: plan.name,
    head: [...keys.map((key) => heads[key]), ...noise.head],
    rows: all.map(({ row }, at) => [
      ...keys.map((key) => (key === "number" ? String(100_001 + at) : row[key])),
      ...(noise.rows[at] ?? []),
    ]),
    labels: all.map(({ label }) => label),
    ...(plan.twoFiles ? { split: first.length } : {}),
  };
}

export type Outside = { readonly name: string; readonly held: boolean; at(seed: number): World };

export const outside = (only = ""): Outside[] =>
  PLANS.filter(({ name }) => name.includes(only)).map((plan) => ({
    name: plan.name,
    held: plan.held ?? false,
    at: (seed) => build(plan, seed),
  }));
