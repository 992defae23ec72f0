// npm run bench -- recognise [--events 100000] [--rounds 5]: what new links cost beside plain events in the same minutes, and
// whether one person with ten thousand identifiers slows the others.
import { parseArgs } from "node:util";
import { postgresAddress } from "@somlos/kernel/postgres";
import pg from "pg";
import { type BenchServer, batchesOf, load, median, round, singlesOf, withServer } from "../server.ts";

/** Of these, devices lie on lanes and most addresses are refused by the limit: what is left is over 10,000. */
const MANY = 17_000;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: "string", default: "100000" },
      rounds: { type: "string", default: "5" },
    },
  });
  const [events, rounds] = [Number(values.events), Number(values.rounds)];
  await withServer(async (server) => {
    await linksBesidePlain(server, events, rounds);
    await manyIdentifiers(server, Math.ceil(events / 5), rounds);
  });
}

/** Both meet people who are known already: what comes first is not counted. */
async function linksBesidePlain({ url, home }: BenchServer, events: number, rounds: number): Promise<void> {
  for (const mix of ["plain", "linked"]) await load(url, batchesOf(events, "run", mix));
  const ratios: number[] = [];
  for (let i = 1; i <= rounds; i++) {
    const before = await countOf(home, "claims");
    const plain = await load(url, batchesOf(events, "run"));
    const between = await countOf(home, "claims");
    const linked = await load(url, batchesOf(events, "run", "linked"));
    const after = await countOf(home, "claims");
    ratios.push(linked.rate / plain.rate);
    console.log(
      `round ${i}: plain ${round(plain.rate)} events/s (${round(between - before)} new claims), 10 % new links ${round(linked.rate)} (${round(after - between)} new claims), ratio ${round(linked.rate / plain.rate, 2)}`,
    );
  }
  console.log(
    `\nmedian of ${rounds}: events with 10 % new links at ${round(median(ratios), 2)} of the plain rate; to reach 0.5\n`,
  );
}

async function manyIdentifiers({ url, home }: BenchServer, events: number, rounds: number): Promise<void> {
  await load(url, batchesOf(MANY, "big", "growing"));
  const largest = await countOf(home, "the largest person");
  const alone: number[] = [];
  const beside: number[] = [];
  for (let i = 1; i <= rounds; i++) {
    const without = await load(url, singlesOf(events, "run"));
    const growing = { ...singlesOf(Math.ceil(events / 20), "big", "growing"), connections: 1 };
    const [withIt] = await Promise.all([load(url, singlesOf(events, "run")), load(url, growing)]);
    alone.push(without.p99);
    beside.push(withIt.p99);
    console.log(
      `round ${i}: others alone p50 ${round(without.p50, 1)}, p99 ${round(without.p99, 1)} ms; beside the large person's new links p50 ${round(withIt.p50, 1)}, p99 ${round(withIt.p99, 1)} ms`,
    );
  }
  console.log(
    `\nmedian of ${rounds}: the others' p99 ${round(median(alone), 1)} ms alone, ${round(median(beside), 1)} ms beside a person of ${round(largest)} identifiers who gains one with every event (ratio ${round(median(beside) / median(alone), 2)})`,
  );
}

const counts = {
  claims: "select count(*)::int as n from identity.claims",
  "the largest person":
    "select count(*)::int as n from identity.nodes where component is not null group by component order by n desc limit 1",
} as const;

async function countOf(home: string, what: keyof typeof counts): Promise<number> {
  const client = new pg.Client((await postgresAddress(home)) ?? "");
  await client.connect();
  const found = await client.query<{ n: number }>(counts[what]).finally(() => client.end());
  return found.rows[0]?.n ?? 0;
}
