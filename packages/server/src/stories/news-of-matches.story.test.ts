// Somebody new is compared with everybody within seconds, however many people there are: the walk through all of them need not
// come by first. SOMLOS_LONG=1 does it among a million.
import { setTimeout as sleep } from "node:timers/promises";
import { listStatements, openDatabase } from "@somlos/kernel/db";
import { trainMatches, weighNews } from "@somlos/modules/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const MANY = process.env["SOMLOS_LONG"] === "1" ? 1_000_000 : 20_000;
const KEYS_EACH = 12;
/** A step of the news must take no longer: it runs every two seconds. */
const MOST_MS = 2000;

const GIVEN = "Åsa Lars Maria Søren Eva Nils Karin Johan Mette Jens Hanne Björn Elin Olof Sara".split(" ");
const LAST = "Lindqvist Nielsen Åkesson Jensen Sandberg Møller Öberg Holm Wallin Kjær Nyström".split(" ");
const two = (n: number): string => String(n).padStart(2, "0");
const human = (n: number) => ({
  firstName: GIVEN[(n * 13) % GIVEN.length] ?? "",
  lastName: LAST[(n * 5 + (n >> 3)) % LAST.length] ?? "",
  birthday: `${1940 + ((n * 37) % 65)}-${two(1 + ((n * 7) % 12))}-${two(1 + ((n * 11) % 28))}`,
  address: {
    street: `Storgatan ${(n * 17) % 211}`,
    postalCode: String(21000 + ((n * 131) % 900)),
    city: "Malmö",
  },
});

let at: TestApp;
let sent = 0;
const says = (who: object, traits: object) => ({
  type: "identify",
  messageId: `news-${++sent}`,
  timestamp: new Date(Date.now() - 7_200_000 + sent * 1000).toISOString(),
  ...who,
  traits,
});
const house = () => ({ db: at.house.db, likenessOf: at.house.likenessOf });
const step = () => at.house.db.work({ kind: "system", id: "matches" }, (work) => weighNews(work, house()));
async function all(): Promise<number> {
  const started = performance.now();
  while (await step());
  return performance.now() - started;
}
const waiting = async () =>
  (await at.ask("/api/matches?state=open")).body as unknown as {
    items: { a: { personId: string }; b: { personId: string } }[];
  };
const who = async (kind: string, value: string) =>
  ((await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string }).id;
async function isAsked(one: string, other: string): Promise<boolean> {
  const pair = [one, other].sort().join();
  return (await waiting()).items.some(({ a, b }) => [a.personId, b.personId].sort().join() === pair);
}

/** What came is read as soon as nothing older is being written, in whichever database of the cluster. */
async function untilAsked(one: string, other: string): Promise<number> {
  for (let i = 0; i < 200; i++) {
    const took = await all();
    if (await isAsked(one, other)) return took;
    await sleep(50);
  }
  throw new Error("they are not asked about");
}

beforeAll(async () => {
  at = await openTestApp();
  await at.send(
    Array.from({ length: 160 }, (_, n) => says({ userId: `u${n}` }, human(n))),
    "server",
  );
  await at.send(
    Array.from({ length: 24 }, (_, n) =>
      says({}, { ...human(n), firstName: `${human(n).firstName}a`, club_card: `K-${1000 + n}` }),
    ),
    "server",
  );
  await step();
  await trainMatches(house(), 184);
  const client = await openDatabase(at.database.url, { most: 1 }).connect();
  const each = "generate_series(1, $1::int) as g(n)";
  await client.query(
    `insert into identity.nodes (fp, id, kind, proven, leaf, given, first_ms, born_at)
     select gen_random_uuid(), gen_random_uuid(), 1, true, false, true, 0, now() from ${each}`,
    [MANY],
  );
  await client.query(
    "insert into identity.match_people (id, print) select id, fp from identity.nodes on conflict do nothing",
  );
  await client.query(
    `insert into identity.match_keys (key, id)
     select (g.n::bigint << 32) + (random() * 4294967295)::bigint, m.id from identity.match_people m, ${each} on conflict do nothing`,
    [KEYS_EACH],
  );
  await client.query("analyze identity.nodes, identity.match_people, identity.match_keys");
  await client.end();
  // Those of the start are weighed by hand: their place in the walk is chance.
  await at.send(
    Array.from({ length: 160 }, (_, n) => says({ userId: `u${n}` }, { ...human(n), nickname: "x" })),
    "server",
  );
  await all();
}, 3_600_000);
afterAll(() => at.close());

test("Somebody who came a moment ago is asked about, among all others, and the walk has not moved", async () => {
  await at.send(
    [says({}, { ...human(40), lastName: `${human(40).lastName}e`, club_card: "K-9040" })],
    "server",
  );
  const pair = [await who("login", "u40"), await who("club_card", "K-9040")] as const;
  expect(await isAsked(...pair)).toBe(false);
  expect(await untilAsked(...pair)).toBeLessThan(MOST_MS);
  const client = await openDatabase(at.database.url, { most: 1 }).connect();
  const { rows } = await client.query("select after, round from identity.match_walk");
  await client.end();
  expect(rows).toEqual([{ after: "00000000-0000-0000-0000-000000000000", round: 0 }]);
});

test("What is said of somebody known long since counts at once too, and what is read is read once", async () => {
  await at.send([says({}, { firstName: "Gertrud", club_card: "K-9050" })], "server");
  await all();
  const pair = [await who("login", "u50"), await who("club_card", "K-9050")] as const;
  expect(await isAsked(...pair)).toBe(false);
  await at.send([says({}, { ...human(50), club_card: "K-9050" })], "server");
  expect(await untilAsked(...pair)).toBeLessThan(MOST_MS);
  const before = await waiting();
  expect(await step()).toBe(false);
  expect(await waiting()).toEqual(before);
});

test("The statements that meet people by their keys ask indexes alone", async () => {
  const client = await openDatabase(at.database.url, { most: 1 }).connect();
  const meeting = listStatements().find(({ text }) => text.includes("identity.match_keys s where s.key"));
  await client.query("set plan_cache_mode = force_generic_plan");
  const { rows } = await client.query(`explain (analyze, format json) ${meeting?.text ?? ""}`, [
    [await who("login", "u3")],
    400,
  ]);
  await client.end();
  const plan = JSON.stringify(rows);
  expect(plan).toContain("match_keys_by_id");
  expect(plan).toContain("match_keys_pkey");
  expect(plan).not.toContain("Seq Scan");
});
