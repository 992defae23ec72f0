// No statement reads a whole table that grows with people or with what they do, but for those named here with their reason:
// each statement is planned without its values, and without whole reads wherever there is another way.
import { listStatements, openDatabase, type Statement } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import { expect, it } from "vitest";
import { loadStores } from "./stores.ts";

/** Tables with a row a person, an event, a permission or a visit. */
const GROWING: Readonly<Record<string, RegExp>> = {
  events: /^(log|bodies|seen)/,
  identity:
    /^(nodes|claims|people|lanes|marks|streams|sightings|pulses|watched|matches|match_people|match_keys|households|household_\w+)$/,
  consent: /^(entries|heads|uses|soft_facts|seen|recognition|dial_acts|dial_visits|listed|import_refusals)$/,
  profiles: /^facts$/,
  corner: /^(sessions|links|passkeys|used_tokens|brought)$/,
  rights: /^(tombstones|pieces)$/,
  access: /^acts$/,
  ledger: /^(accounts|transfers)$/,
  catalog: /^(products|texts|variants|prices|tellings|sightings|search_rows)$/,
  stores: /^(figures|holds|feed_refusals|feed_items|feed_levels)$/,
};

/** The statements that may read all, and why. */
const MAY: readonly (readonly [RegExp, string])[] = [
  [/^select count\(\*\) filter \(where source_id = any/, "the demo, before it is taken away"],
  [/^delete from profiles\.facts where source_id =/, "the demo is taken away"],
  [/^delete from profiles\.facts where value::text ~\*/, "an erasure looks for its needles everywhere"],
  [/^insert into identity\.kept_ids/, "everybody is made anew"],
  [/^delete from identity\.\w+$/, "everybody is made anew"],
  [/^delete from identity\.nodes where (kind = 11|first_ms = \$1)$/, "everybody is made anew"],
  [/^update identity\.nodes set component = null/, "everybody is made anew"],
  [/^update identity\.nodes n set given = true/, "everybody is made anew"],
  [/^select \(select count\(\*\) from identity\.people\)/, "counts all"],
  [/^select count\(\*\)::int as people from \(select person from identity\.v_holders/, "reach, ahead"],
  [/^with met as \( select v\.person, s\.channel from consent\.seen/, "reach, ahead"],
  [/^select field, count\(\*\)::int as entries from consent\.entries/, "what the ledger's evidence lacks"],
  [/^select purpose, channel, sum\(times\)/, "every use of the whole ledger"],
];

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Schema?: string;
  readonly Plans?: readonly Plan[];
};
const wholeReads = (plan: Plan): readonly string[] => [
  ...(plan["Node Type"] === "Seq Scan" ? [`${plan.Schema}.${plan["Relation Name"]}`] : []),
  ...(plan.Plans ?? []).flatMap(wholeReads),
];
const grows = (place: string): boolean => {
  const [schema = "", table = ""] = place.split(".");
  return GROWING[schema]?.test(table) === true;
};

it("reads only what it needs of tables that grow", async () => {
  await loadStores();
  const database = await testDatabase({ most: 1 });
  const client = await openDatabase(database.url, { most: 1 }).connect();
  await client.query("set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
  const planOf = async ({ text }: Statement, i: number): Promise<Plan> => {
    await client.query(`prepare s${i} as ${text}`);
    const counted = await client.query(
      "select coalesce(cardinality(parameter_types), 0) as n from pg_prepared_statements where name = $1",
      [`s${i}`],
    );
    const values = Array.from({ length: counted.rows[0].n }, () => "null").join();
    const put = values === "" ? "" : `(${values})`;
    const answer = await client.query(`explain (verbose, format json) execute s${i}${put}`);
    return answer.rows[0]["QUERY PLAN"][0].Plan;
  };
  const found: string[] = [];
  const used = new Set<RegExp>();
  for (const [i, statement] of listStatements().entries()) {
    const places = [...new Set(wholeReads(await planOf(statement, i)))].filter(grows);
    if (places.length === 0) continue;
    const may = MAY.map(([text]) => text).find((text) => text.test(statement.text));
    if (may === undefined) found.push(`${places.join()}: ${statement.text.slice(0, 200)}`);
    else used.add(may);
  }
  await client.end();
  await database.drop();
  expect(found).toEqual([]);
  expect(MAY.filter(([text]) => !used.has(text))).toEqual([]); // no reason outlives its statement
});
