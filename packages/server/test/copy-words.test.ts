// A copy speaks as people do: every table and column that a room exports has words in three languages, and so has every
// line of a receipt. The rooms are asked for a copy of a row that was made up by what the database says of its columns, so
// that a new column is found without anybody listing it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@somlos/contract";
import { openDatabase, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Exported, RoomRights } from "@somlos/kernel/rights";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { fieldSaid, removedSaid, roomSaid, tableSaid } from "@somlos/modules/rights";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightsOfRooms } from "../src/rights.ts";

const MODULES = join(import.meta.dirname, "../../modules/src");
const UUID = "00000000-0000-4000-8000-000000000001";
const LOGIN = "probe-login";
const [BOOL, JSONB, JSON_, TIME, UUIDS, LISTS, NUMBERS] = [
  [16],
  [3802],
  [114],
  [1184, 1114],
  [2950],
  [2951],
  [20, 21, 23, 1700],
];
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase({ most: 1 });
  client = (await openDatabase(database.url, { most: 1 }).connect()) as unknown as pg.Client;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const CODES: Readonly<Record<string, string>> = { code: "event.name_bad", held: "journal", language: "en" };

/** A text that is also a message of theirs: rooms read some as JSON. */
const madeUp = (name: string, type: number): unknown => {
  if (name in CODES) return CODES[name]; // which a sentence is looked up by
  if (BOOL?.includes(type)) return true;
  if (NUMBERS?.includes(type)) return 1;
  if (TIME?.includes(type)) return new Date(0);
  if (UUIDS?.includes(type)) return UUID;
  if (LISTS?.includes(type)) return [UUID];
  if (JSONB?.includes(type) || JSON_?.includes(type)) return { kind: "whole", nodes: [], identifiers: [] };
  return JSON.stringify({ userId: LOGIN });
};

/** Answers every question with one row of what it asks for; a page with an end has no second. */
const probe = (): Tx => {
  const asked = new Set<string>();
  const row = async (s: { text: string }, values: readonly unknown[] = []) => {
    if (asked.has(s.text)) return [];
    asked.add(s.text);
    const { fields } = await client.query({ text: s.text, values: values as unknown[] });
    return [Object.fromEntries(fields.map(({ name, dataTypeID }) => [name, madeUp(name, dataTypeID)]))];
  };
  return {
    rows: row,
    maybe: async (s: { text: string }, values: readonly unknown[]) => (await row(s, values))[0],
    one: async (s: { text: string }, values: readonly unknown[]) => (await row(s, values))[0],
  } as unknown as Tx;
};

const fp = fingerprintOf(UUID);
const whom = {
  ...{ ids: [UUID], nodes: [fp], circle: 0 },
  identifiers: [
    { fp, kind: "login", value: LOGIN },
    { fp, kind: "email", value: "probe@exempel.se" },
  ],
  parts: { count: 0, subjects: "{}", fromAts: "{}", fromKeys: "{}", toAts: "{}", toKeys: "{}" },
};

/** Every page that a room gives of them. */
async function pagesOf({ export: give }: RoomRights): Promise<Exported[]> {
  const tx = probe();
  const found: Exported[] = [];
  let after: string | undefined;
  do {
    const page = (await give?.(tx, whom, after, "en")) ?? { items: [] };
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** Table and column of all that the rooms give of a person. */
async function exported(): Promise<[table: string, column: string][]> {
  const items: Exported[] = [];
  for (const rights of rightsOfRooms) items.push(...(await pagesOf(rights)));
  return items.flatMap(({ table, ...row }) =>
    Object.keys(row).map((column): [string, string] => [String(table), column]),
  );
}

const silent = (words: (language: (typeof languages)[number]) => string | undefined): boolean =>
  languages.some((language) => (words(language) ?? "") === "");

describe("what a person reads in a copy", () => {
  it("names every column that a room gives, in three languages", async () => {
    const columns = await exported();
    expect(new Set(columns.map(([table]) => table))).toEqual(
      new Set([
        ...["profiles.facts", "events.log", "events.parked", "consent.entries", "consent.uses"],
        ...["consent.dial_acts", "consent.wish_acts", "consent.contacts", "consent.seen", "kernel.mails"],
        ...["corner.sessions", "corner.passkeys", "corner.brought", "corner.put_away", "access.acts"],
        ...[
          "rights.requests",
          "rights.restrictions",
          "rights.lifts",
          "identity.nodes",
          "identity.claims",
          "identity.rulings",
        ],
        ...["identity.household_members", "identity.household_invitations", "identity.household_shares"],
        "identity.household_log",
      ]),
    );
    const wordless = columns.filter(([table, column]) => silent((one) => fieldSaid(table, column, one)));
    expect(wordless.map((one) => one.join(" "))).toEqual([]);
    expect(silent((one) => fieldSaid("events.parked", "withheld", one))).toBe(false);
  });

  it("names the five facts within a customer's permission", async () => {
    const { rows } = await client.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = 'consent.soft_facts'::regclass and attnum > 0 and attname <> 'entry_id'",
    );
    expect(rows.filter(({ name }) => silent((one) => fieldSaid("consent.entries", name, one)))).toEqual([]);
    expect(rows.length).toBeGreaterThan(4);
  });

  it("names every room and every table of it, in three languages", () => {
    const rooms = rightsOfRooms.filter(({ room }) => silent((one) => roomSaid(room, one)));
    expect(rooms.map(({ room }) => room)).toEqual([]);
    const tables = rightsOfRooms.flatMap((room) => room.tables);
    expect(tables.filter((table) => silent((one) => tableSaid(table, one)))).toEqual([]);
  });
});

describe("what a person reads in the receipt of an erasure", () => {
  const files = (readdirSync(MODULES, { recursive: true, encoding: "utf8" }) as string[])
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(MODULES, name), "utf8"));
  const tables = new Set(rightsOfRooms.flatMap((room) => room.tables));

  it("names whatever any room says that it removed, and what became of the rest, in three languages", () => {
    const lines = files.flatMap((code) =>
      [...code.matchAll(/"([a-z]+\.[a-z_]+)( \([a-z ]+\))"|"(files of imports)"/g)].map(
        ([, table, fate, whole]) => whole ?? `${table}${fate}`,
      ),
    );
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => silent((one) => removedSaid(line, one)))).toEqual([]);
    expect([...tables].filter((table) => silent((one) => removedSaid(table, one)))).toEqual([]);
  });
});
