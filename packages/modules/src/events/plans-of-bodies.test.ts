// Whoever reads some events of a log that has grown reads the bodies of these, and not of all: planned with and without its
// values, on tables that hold something.
import { listStatements, openDatabase, type Statement } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import { expect, it } from "vitest";
import "./demo.store.ts";
import "./flushed.store.ts";
import "./read.store.ts";
import "./rights/events.rights.store.ts";
import "./schemas/schemas.store.ts";
import "./timeline.store.ts";

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly Plan[];
};
/** Tables that are read from end to end, along an index too. */
const wholeReads = (plan: Plan): readonly string[] => [
  ...(/^(Seq|Index|Index Only) Scan$/.test(plan["Node Type"]) && plan["Index Cond"] === undefined
    ? [plan["Relation Name"] ?? ""]
    : []),
  ...(plan.Plans ?? []).flatMap(wholeReads),
];
type Client = Awaited<ReturnType<ReturnType<typeof openDatabase>["connect"]>>;

const FILL = `
  insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, name)
  select (i / 8) << 16 | i % 8, now(), now(), gen_random_uuid(), md5((i % 500)::text)::uuid, 2, 1, 1, 0, 'Product Viewed'
  from generate_series(1, 150000) i;
  insert into events.bodies (seq, received_at, body) select seq, received_at, repeat('x', 150) from events.log;
  insert into events.flushes (number, count, duplicates, at) select i, 8, 0, now() from generate_series(1, 18750) i;`;

/** What somebody may ask with, by the type of the parameter. */
const asked: Readonly<Record<string, string>> = {
  "bigint[]": `'{${Array.from({ length: 20 }, (_, i) => 9000 + i).join(",")}}'`,
  "smallint[]": "'{1,2,3}'",
  "integer[]": "'{1,2,3}'",
  "uuid[]": "array(select subject from events.log limit 20)",
  bigint: "100000",
  integer: "50",
  smallint: "2",
  text: "'{}'",
  "timestamp with time zone": "now()",
};

async function findWholeReads(client: Client, { text }: Statement, name: string): Promise<string[]> {
  await client.query(`prepare ${name} as ${text}`);
  const { rows } = await client.query(
    "select parameter_types::text[] as types from pg_prepared_statements where name = $1",
    [name],
  );
  const literals = (rows[0].types as string[]).map((type) => asked[type] ?? "null");
  // A parameter is a constant for the planner; what it cannot be is a question of its own.
  const values = await Promise.all(
    literals.map(async (one) =>
      one.startsWith("array(") ? `'${(await client.query(`select ${one}::text as v`)).rows[0].v}'` : one,
    ),
  );
  const found: string[] = [];
  for (const mode of ["force_generic_plan", "force_custom_plan"]) {
    await client.query(`set plan_cache_mode = ${mode}`);
    const shown = await client.query(
      `explain (format json) execute ${name}${values.length === 0 ? "" : `(${values.join(", ")})`}`,
    );
    if (wholeReads(shown.rows[0]["QUERY PLAN"][0].Plan).some((table) => table.startsWith("bodies_2")))
      found.push(`${mode}: ${text.trim().slice(0, 120)}`);
  }
  return found;
}

it("reads of the bodies only those that it shows, however many there are", async () => {
  const database = await testDatabase({ most: 1 });
  const client = await openDatabase(database.url, { most: 1 }).connect();
  await client.query(FILL);
  await client.query("analyze events.log; analyze events.bodies; analyze events.flushes");
  const showing = listStatements().filter(
    ({ text }) => /^\s*(with|select)\b/.test(text) && /\bb\.body\b/.test(text) && !/\bdelete\b/.test(text),
  );
  const read: string[] = [];
  for (const [i, statement] of showing.entries())
    read.push(...(await findWholeReads(client, statement, `b${i}`)));
  await client.end();
  await database.drop();
  expect(showing.length).toBeGreaterThan(6);
  expect(read).toEqual([]);
});
