// Every table with something of a person in it belongs to a room that says how it is exported and erased.
import { openDatabase } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { rightsOfRooms } from "../src/rights.ts";

/** Tables about colleagues, keys and settings: nothing of a customer is in them. Kept by hand. */
const OF_COLLEAGUES =
  /^(company\.|kernel\.(retention|alerts|lifetimes)|identity\.rule_(versions|runs)$|access\.(keys|staff|grants|sessions|links|passkeys|challenges|tries|forgotten)$|consent\.(imports|lists|policies|purposes|texts|topics)$|stores\.(settings|feeds|feed_runs|feed_fetches|differences|difference_owners)$)/;

let tables: { name: string; comment: string; personal: boolean }[];

beforeAll(async () => {
  const database = await testDatabase({ most: 1 });
  const client = await openDatabase(database.url, { most: 1 }).connect();
  const found = await client.query<{ name: string; comment: string; personal: boolean }>(
    `select n.nspname || '.' || c.relname as name, obj_description(c.oid) as comment,
       bool_or(col_description(c.oid, a.attnum) ~ '^(identifier|personal|sensitive)') as personal
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema') group by 1, 2 order by 1`,
  );
  tables = found.rows;
  await client.end();
  await database.drop();
});

describe("what rooms hold of people", () => {
  const listed = () => new Set(rightsOfRooms.flatMap((room) => room.tables));

  it("stands in the list of rooms that export and erase it, table by table", () => {
    const missing = tables.filter(
      ({ name, personal }) => personal && !listed().has(name) && !OF_COLLEAGUES.test(name),
    );
    expect(missing.map((table) => table.name)).toEqual([]);
  });

  it("is listed once, and every listed table is there and says how it is exported and erased", () => {
    const all = rightsOfRooms.flatMap((room) => room.tables);
    expect(all.length).toBe(listed().size);
    const said = new Map(tables.map((table) => [table.name, table.comment]));
    expect(all.filter((name) => !/erase: .+; export: .+/.test(said.get(name) ?? ""))).toEqual([]);
  });

  it("has a room that erases it, or one that says why it stays", () => {
    const silent = rightsOfRooms.filter((room) => room.erase === undefined && room.export === undefined);
    expect(silent.map((room) => room.room)).toEqual([]);
  });
});
