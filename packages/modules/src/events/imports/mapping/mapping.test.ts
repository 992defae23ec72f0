import { type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findProblems } from "./check.rules.ts";
import { foldGroup, type Line, makeLine } from "./groups.rules.ts";
import { makeRow } from "./rows.rules.ts";

const FILE = { hash: "f".repeat(64) };

const orders: Mapping = mapping.parse({
  event: { type: "track", name: "Order Completed" },
  variants: [{ column: "no", startsWith: "C", name: "Order Refunded", turnSigns: true }],
  time: { column: "when" },
  ids: { login: "who", order: "no" },
  messageId: ["no"],
  fields: { country: "land" },
  groupBy: {
    columns: ["no"],
    lines: {
      sku: "sku",
      quantity: { column: "n", as: "number" },
      price: { column: "p", as: "price", currency: "GBP" },
    },
    moreName: "Order Lines Added",
    sum: { price: "price", quantity: "quantity", currency: "GBP" },
  },
});
const groupBy = orders.groupBy as NonNullable<Mapping["groupBy"]>;
const toLine = makeLine(orders, groupBy);
const fold = (lines: Line[]) => foldGroup(orders, groupBy, FILE, lines);
const row = (cells: object) => ({
  no: "1",
  when: "2024-01-01T10:00Z",
  who: "17850",
  land: "UK",
  sku: "a",
  n: "2",
  p: "1.25",
  ...cells,
});

describe("rows to events", () => {
  test("a customer becomes an identify; what says nothing about a person is left out", () => {
    const map = makeRow(
      mapping.parse({
        event: { type: "identify" },
        ids: { login: "id", email: "mail", receipt: "r" },
        fields: { name: "name" },
      }),
      FILE,
    );
    expect(map({ id: "17850.0", mail: " A@bo.se ", r: "R1", name: "Åsa" }, 7)).toEqual({
      messageId: expect.stringMatching(/^file f{22} .{6} 7$/),
      type: "identify",
      userId: "17850",
      context: { channel: "import", import: { line: 7 }, externalIds: [{ type: "receipt", id: "R1" }] },
      traits: { email: "A@bo.se", name: "Åsa" },
    });
    expect(() => map({ id: "0", mail: "", r: null, name: "x" }, 8)).toThrow("imports.row_nobody");
  });

  test("an event in the Segment shape keeps its time: when it was sent is no clock of today", () => {
    const map = makeRow(mapping.parse({ event: { type: "as_is" } }), FILE);
    const at = { sentAt: "2020-01-01T10:00:05Z", receivedAt: "2020-01-01T10:00:00Z" };
    expect(
      map(
        { type: "track", event: "x", userId: "1", messageId: "m", timestamp: "2020-01-01T09:00:00Z", ...at },
        1,
      ),
    ).toEqual({
      ...{ type: "track", event: "x", userId: "1", messageId: "m", timestamp: "2020-01-01T09:00:00Z" },
    });
    const corrected = map({ type: "track", originalTimestamp: "2020-01-01T09:00:05Z", ...at }, 2);
    expect(corrected).toMatchObject({
      messageId: `file ${"f".repeat(22)} event 2`,
      timestamp: "2020-01-01T09:00:00.000Z",
    });
  });
});

describe("lines to orders", () => {
  test("the lines of an order become one event with their sum in minor units", () => {
    const lines = [
      toLine(row({}), 2),
      toLine(row({ sku: "b", n: "3", p: "0.001", when: "2024-01-01T09:59Z" }), 3),
      toLine(row({}), 4),
    ];
    const { messages, sameLines } = fold(lines);
    expect(sameLines).toBe(1);
    expect(messages).toEqual([
      {
        messageId: expect.stringMatching(/^group .{22}$/),
        type: "track",
        event: "Order Completed",
        timestamp: "2024-01-01T09:59:00.000Z",
        userId: "17850",
        context: { channel: "import" },
        properties: {
          order_id: "1",
          country: "UK",
          line_count: 3,
          total_minor: 500,
          total: 5,
          currency: "GBP",
          products: [
            { sku: "a", quantity: 2, price: 1.25, amount_minor: 250 },
            { sku: "b", quantity: 3, price: 0.001, amount_minor: 0 },
            { sku: "a", quantity: 2, price: 1.25, amount_minor: 250 },
          ],
        },
      },
    ]);
  });

  test("a cancelled invoice is a refund of so many, not a purchase of minus so many", () => {
    const { messages } = fold([toLine(row({ no: "C1", n: "-2", who: "" }), 2)]);
    expect(messages[0]).toMatchObject({
      event: "Order Refunded",
      properties: { total_minor: 250, products: [{ quantity: 2, amount_minor: 250 }] },
    });
    expect(messages[0]).not.toHaveProperty("userId");
  });

  test("a line that names another customer is left out with its line number", () => {
    const { messages, leftOut } = fold([toLine(row({}), 2), toLine(row({ who: "99" }), 3)]);
    expect(leftOut).toEqual([{ line: 3, code: "imports.row_disagrees", detail: "login" }]);
    expect(messages[0]).toMatchObject({ properties: { line_count: 1 } });
  });

  test("an order of any size is told in events that fit, and no line or penny is lost between them", () => {
    const cells = fc.record({
      sku: fc.string({ maxLength: 40 }),
      n: fc.integer({ min: -50, max: 500 }),
      p: fc.integer({ min: 0, max: 99_999 }),
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 900 }), (all) => {
        const lines = all.map((c, i) =>
          toLine(
            row({
              sku: c.sku,
              n: c.n,
              p: `${Math.floor(c.p / 1000)}.${String(c.p % 1000).padStart(3, "0")}`,
            }),
            i + 2,
          ),
        );
        const messages = fold(lines).messages as {
          messageId: string;
          event: string;
          properties: { products: object[]; total_minor: number };
        }[];
        expect(messages.flatMap((m) => m.properties.products)).toEqual(lines.map((line) => line.product));
        expect(messages[0]?.properties.total_minor).toBe(
          lines.reduce((sum, line) => sum + (line.amount ?? 0), 0),
        );
        expect(new Set(messages.map((m) => m.messageId)).size).toBe(messages.length);
        expect(messages.slice(1).every((m) => m.event === "Order Lines Added")).toBe(true);
        expect(Math.max(...messages.map((m) => Buffer.byteLength(JSON.stringify(m))))).toBeLessThan(
          32 * 1024,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("a mapping held against its file", () => {
  const problems = (m: object, columns: string[] = ["a"]) =>
    findProblems(mapping.parse(m), columns, "csv").map(({ at, problem }) => `${at}: ${problem}`);
  test.each([
    [{ event: { type: "track" }, ids: { login: "a" } }, ["event.name: missing"]],
    [{ event: { type: "identify" }, ids: {} }, ["ids: missing"]],
    [{ event: { type: "as_is" } }, ["event.type: not possible"]],
    [{ event: { type: "identify" }, ids: { login: "b" } }, ["ids.login: no such column"]],
    [
      { event: { type: "identify" }, ids: { login: "a" }, time: { column: "a", format: "x" } },
      ["time.format: unknown"],
    ],
    [
      { event: { type: "identify" }, ids: { login: "a" }, time: { column: "a", zone: "x" } },
      ["time.zone: unknown"],
    ],
    [
      { event: { type: "identify" }, ids: { login: "a" }, fields: { x: { column: "a", as: "money" } } },
      ["x.currency: missing"],
    ],
    [
      {
        event: { type: "identify" },
        ids: { login: "a" },
        fields: { x: { column: "a", as: "money", currency: "XXX" } },
      },
      ["x.currency: unknown"],
    ],
    [
      { event: { type: "identify" }, ids: { login: "a" }, groupBy: { columns: ["a"], lines: {} } },
      ["groupBy: not possible"],
    ],
  ])("%j: %j", (m, wanted) => {
    expect(problems(m)).toEqual(wanted);
  });

  test("a field cannot be named so that it poisons an object", () => {
    expect(
      mapping.safeParse({ event: { type: "identify" }, fields: { ["__proto__"]: "a" } }).data?.fields ?? {},
    ).not.toHaveProperty("a");
    expect(mapping.safeParse({ event: { type: "identify" }, fields: { constructor: "a" } }).success).toBe(
      false,
    );
  });
});
