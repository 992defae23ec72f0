import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import { parse as oracle } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiveFile } from "../imports.files.ts";
import { inPieces } from "../imports.fixture.ts";
import { type Place, type Row, readers, type Seen } from "./index.ts";

let home: string;
let count = 0;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "somlos-readers-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

type Read = { seen: Seen; path: string; rows: Row[]; places: Place[] };

async function read(content: string | Buffer, settings: ReadSettings = {}, piece = 65_536): Promise<Read> {
  const id = String(count++);
  const weighed = await receiveFile(home, id, inPieces(Buffer.from(content as string), piece), undefined);
  const path = join(home, "imports", id);
  const seen = await readers[weighed.reader].look(path, weighed, settings);
  return { seen, path, ...(await readOn(path, seen, seen.start)) };
}

async function readOn(path: string, seen: Seen, from: Place): Promise<{ rows: Row[]; places: Place[] }> {
  const rows: Row[] = [];
  const places: Place[] = [];
  for await (const part of readers[seen.reader].read(path, seen, from)) {
    rows.push(...part.rows);
    places.push(part.next);
  }
  return { rows, places };
}

const brief = (row: Row) =>
  "values" in row ? [row.line, ...Object.values(row.values)] : [row.line, row.error];
const refusalOf = (content: string | Buffer) =>
  read(content).then(
    () => "read",
    (error: { code: string }) => error.code,
  );

describe("CSV", () => {
  test.each([
    [",", "a,b\n1,2\n"],
    [";", "a;b\n1,5;2,5\n3,5;4,5\n"],
    ["\t", "a\tb\n1, 2\t3\n"],
    ["|", "a|b\n1|2\n"],
    [";", "sep=;\na;b\n1;2\n"],
    [";", 'namn;text\nx;"a, b, c"\ny;"d, e, f"\n'],
  ])("the separator %j is found in %j", async (delimiter, content) => {
    const { seen } = await read(content);
    expect(seen.delimiter).toBe(delimiter);
    expect(seen.columns).toHaveLength(2);
  });

  test("quotes, doubled quotes, line ends inside quotes and both kinds of line ends keep text and line numbers", async () => {
    const { rows } = await read('name,note\r\n"Å ""B""","one\ntwo"\r\nplain,"x,y"\r\n\r\nlast,5" wide');
    expect(rows.map(brief)).toEqual([
      [2, 'Å "B"', "one\ntwo"],
      [4, "plain", "x,y"],
      [6, "last", '5" wide'],
    ]);
  });

  test("a byte order mark is no part of the first name, and old Mac line ends are line ends", async () => {
    const { seen, rows } = await read("\uFEFFa,b\r1,2\r3,4");
    expect(seen.columns).toEqual(["a", "b"]);
    expect(rows.map(brief)).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  test("ragged rows and broken quotes are reported with their line, and the rows after them are read", async () => {
    const { rows } = await read('a,b\n1\n2,2,2\n"x"y,3\n4,"never closed\n5,5\n6,6\n');
    expect(rows.map(brief)).toEqual([
      [2, "imports.row_ragged"],
      [3, "imports.row_ragged"],
      [4, "imports.row_quotes"],
      [5, "imports.row_quotes"],
      [6, "5", "5"],
      [7, "6", "6"],
    ]);
  });

  test("a file from an old spreadsheet is read as Windows-1252, and that is said", async () => {
    const { seen, rows } = await read(Buffer.from("namn;ort\nÅke;Malmö\nBj\x80rn;\x96\n", "latin1"));
    expect([seen.encoding, seen.notes]).toEqual(["windows-1252", ["imports.saw_windows_1252"]]);
    expect(rows.map(brief)).toEqual([
      [2, "Åke", "Malmö"],
      [3, "Bj€rn", "–"],
    ]);
  });

  test("one broken byte in a UTF-8 file costs its row, not the letters of all others", async () => {
    const good = Buffer.from(`n,m\n${"åäö,ÅÄÖ\n".repeat(50)}`);
    const { seen, rows } = await read(
      Buffer.concat([good, Buffer.from("x\xff,y\n", "latin1"), Buffer.from("é,è\n")]),
    );
    expect([seen.encoding, seen.notes]).toEqual(["utf-8", ["imports.saw_broken_utf8"]]);
    expect(rows.slice(-2).map(brief)).toEqual([
      [52, "imports.row_encoding"],
      [53, "é", "è"],
    ]);
  });

  test("columns without a name, twice the same, or named to poison an object get names of their own", async () => {
    const { seen } = await read("email,,email,__proto__\n1,2,3,4\n");
    expect(seen.columns).toEqual(["email", "column 2", "email 2", "column 4"]);
    expect(seen.notes).toEqual(["imports.renamed_columns"]);
  });

  test("a row over 1 MB is left out and named; the next one is read", async () => {
    const { rows } = await read(`a,b\n1,${"x".repeat(3_000_000)}\n2,2\n3,"${"y\n".repeat(900_000)}"\n4,4\n`);
    expect(brief(rows[0] as Row)).toEqual([2, "imports.row_too_long"]);
    expect(brief(rows[1] as Row)).toEqual([3, "2", "2"]);
    expect(brief(rows[2] as Row)).toEqual([4, "imports.row_quotes"]);
    expect(brief(rows.at(-1) as Row)).toEqual([900_005, "4", "4"]);
  });

  test("a thousand columns are read, a thousand and one refused", async () => {
    const wide = (n: number) => `${Array.from({ length: n }, (_, i) => `c${i}`).join(",")}\n`;
    expect((await read(wide(1000))).seen.columns).toHaveLength(1000);
    expect(await refusalOf(wide(1001))).toBe("imports.too_many_columns");
  });

  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "€", "😀", '"', ",", ";", "\n", "\r\n", " ", "=", "1", "."),
    maxLength: 8,
  });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
    );
  const quote = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  test("any table reads as csv-parse reads it", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), async (rows, end, closed) => {
        const width = rows[0]?.length ?? 0;
        const head = Array.from({ length: width }, (_, i) => `h${i}`).join(",");
        const content = `${head}${end}${rows.map((row) => row.map(quote).join(",")).join(end)}${closed ? end : ""}`;
        const wanted = (
          oracle(content, { delimiter: ",", skip_empty_lines: true, bom: true }) as string[][]
        ).slice(1);
        const found = await read(content, { delimiter: "," });
        expect(found.rows.map((row) => ("values" in row ? Object.values(row.values) : row.error))).toEqual(
          wanted,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("a file of many pieces reads as csv-parse reads it, wherever the pieces are cut", async () => {
    const body = Array.from(
      { length: 40_000 },
      (_, i) => `${i},"é ""${i}""\r\n;",${i % 3 === 0 ? "" : "😀 plain"}\r\n`,
    ).join("");
    for (const ahead of [0, 1, 2, 3, 5, 8]) {
      const content = `a,b,${"c".repeat(ahead + 1)}\r\n${body}`;
      const wanted = (oracle(content, { delimiter: "," }) as string[][]).slice(1);
      const { rows } = await read(content);
      expect(rows.length).toBe(wanted.length);
      expect(
        rows.every(
          (row, i) => "values" in row && Object.values(row.values).join("|") === wanted[i]?.join("|"),
        ),
      ).toBe(true);
    }
  });

  test("reading on from any saved place gives the very rows that were left, with the same lines", async () => {
    const content = `a,b\n${Array.from({ length: 25_000 }, (_, i) => (i % 7 === 0 ? `${i},"x\n${i}"` : `${i},ö${i}`)).join("\n")}`;
    const { seen, path, rows, places } = await read(content);
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) {
      const rest = await readOn(path, seen, place);
      expect(rest.rows).toEqual(rows.filter((row) => row.line >= place.line));
    }
  });
});

describe("JSON Lines", () => {
  test("bad lines are reported, long numbers keep their digits, empty lines are nothing", async () => {
    const { rows } = await read('{"a":1}\n\nnot json\n[1]\n{"id":12345678901234567890}\n{"a":2}');
    expect(rows.map(brief)).toEqual([
      [1, 1],
      [3, "imports.row_not_json"],
      [4, "imports.row_not_json"],
      [5, "12345678901234567890"],
      [6, 2],
    ]);
  });

  test("a line over 1 MB is left out and named, and reading goes on from any place", async () => {
    const content = `{"a":"${"x".repeat(2_500_000)}"}\n${Array.from({ length: 3000 }, (_, i) => `{"i":${i}}`).join("\n")}`;
    const { seen, path, rows, places } = await read(content);
    expect(brief(rows[0] as Row)).toEqual([1, "imports.row_too_long"]);
    expect(rows).toHaveLength(3001);
    for (const place of places) {
      const rest = await readOn(path, seen, place);
      expect(rest.rows).toEqual(
        rows.filter((row) => (place.inside ? row.line > place.line : row.line >= place.line)),
      );
    }
  });
});

describe("files that are none of ours", () => {
  test.each([
    ["", "imports.file_empty"],
    [Buffer.from("PK\x03\x04zip"), "imports.file_not_readable"],
    [Buffer.from([0x1f, 0x8b, 8]), "imports.file_not_readable"],
    [Buffer.from("\uFEFFa,b", "utf16le"), "imports.file_utf16"],
    ['[{"a":1}]', "imports.file_json_array"],
    [Buffer.from("PAR1 and then something else PAR1"), "imports.file_broken"],
    [Buffer.from(`PAR1${"x".repeat(100)}`), "imports.file_broken"],
  ])("%j is refused with a sentence that says what to do", async (content, code) => {
    expect(await refusalOf(content)).toBe(code);
  });
});
