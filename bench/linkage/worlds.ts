// Made-up files of many kinds: npm run bench -- linkage --worlds. Each is drawn with a seed and says how many people stand
// in it twice, what people do to their values, and which columns say the same thing.
import { type Draw, drawer, upTo } from "./draw.ts";
import { again, type Field, family, firm, type Harm, human, type Row } from "./people.ts";

export type World = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly labels: readonly string[];
  readonly split?: number;
};
type Plan = {
  readonly name: string;
  readonly people: number;
  readonly twice: number;
  readonly head: string;
  readonly harm?: Harm;
  readonly make?: (draw: Draw) => Row[];
};

function build(plan: Plan, seed: number): World {
  const draw = drawer(seed);
  const make = plan.make ?? ((): Row[] => [human(draw, "sv")]);
  const people: Row[] = [];
  while (people.length < plan.people) people.push(...make(draw));
  const harm = plan.harm ?? { missing: 0.05, typos: 0.08 };
  const all = people.map((row, at) => ({ row, label: String(at) }));
  const doubles = Math.round(people.length * plan.twice);
  for (let at = 0; at < doubles; at++) {
    const from = upTo(people.length, draw);
    all.push({ row: again(people[from] as Row, draw, harm), label: String(from) });
  }
  const head = plan.head.split(" ");
  return {
    name: plan.name,
    head,
    rows: all.map(({ row }) => head.map((key) => row[key as Field] ?? "")),
    labels: all.map(({ label }) => label),
  };
}

const WIDE = "first_name last_name birth_date street postcode city email mobile";
const danish = (draw: Draw): Row[] => [human(draw, "da")];
const PLANS: readonly Plan[] = [
  {
    name: "strangers, names and mails",
    people: 2000,
    twice: 0,
    head: "first_name last_name email",
    make: danish,
  },
  { name: "strangers, wide", people: 4000, twice: 0, head: WIDE },
  { name: "families, nobody twice", people: 3000, twice: 0, head: `${WIDE} home_phone`, make: family },
  {
    name: "families, names and home only",
    people: 3000,
    twice: 0.1,
    head: "first_name last_name street postcode city home_phone",
    make: family,
  },
  { name: "families, 20 % twice", people: 3000, twice: 0.2, head: `${WIDE} home_phone`, make: family },
  {
    name: "names and mails, 10 % twice",
    people: 3000,
    twice: 0.1,
    head: "first_name last_name email",
    make: danish,
  },
  { name: "wide, 10 % twice", people: 5000, twice: 0.1, head: WIDE, make: danish },
  { name: "wide, 0.3 % twice", people: 5000, twice: 0.003, head: WIDE },
  { name: "wide, 50 % twice", people: 3000, twice: 0.5, head: WIDE },
  { name: "wide, 30 % missing", people: 4000, twice: 0.2, head: WIDE, harm: { missing: 0.3, typos: 0.15 } },
  { name: "many slips", people: 3000, twice: 0.2, head: WIDE, harm: { missing: 0.1, typos: 0.35 } },
  {
    name: "many movers",
    people: 3000,
    twice: 0.2,
    head: WIDE,
    harm: { missing: 0.05, typos: 0.1, moves: 0.5 },
  },
  {
    name: "columns that repeat others",
    people: 3000,
    twice: 0.1,
    head: "title full_name first_name last_name address street postcode city birth_date email login",
  },
  { name: "names and town", people: 3000, twice: 0.1, head: "first_name last_name city birth_year" },
  { name: "full name and full address", people: 3000, twice: 0.2, head: "full_name address birth_date" },
  { name: "one telling column", people: 3000, twice: 0.2, head: "mobile title city" },
  {
    name: "companies",
    people: 3000,
    twice: 0.2,
    head: "company org_number street postcode city",
    make: (draw) => [firm(draw, "sv")],
  },
  {
    name: "companies without number",
    people: 3000,
    twice: 0.2,
    head: "company street postcode city",
    make: (draw) => [firm(draw, "da")],
  },
  { name: "small, 10 % twice", people: 200, twice: 0.1, head: WIDE },
  { name: "large, 10 % twice", people: 30_000, twice: 0.1, head: WIDE, make: danish },
];

/** All of them, or those whose name has a text in it. */
export const worlds = (only = ""): World[] =>
  PLANS.flatMap((plan, at) => (plan.name.includes(only) ? [build(plan, at + 1)] : []));
