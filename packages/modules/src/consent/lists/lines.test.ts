import { expect, test } from "vitest";
import { cellsOf, listedIn } from "./lines.rules.ts";
import { textLines } from "./text-lines.ts";

test("a number a line is read, with or without other columns, and a head names nobody", () => {
  expect(listedIn("nix_phone", "0701234567")).toEqual({ kind: "phone", value: "0701234567" });
  expect(listedIn("nix_phone", "+46 70-123 45 67;2026-01-02")).toMatchObject({ value: "+46 70-123 45 67" });
  expect(listedIn("nix_phone", "Telefonnummer")).toBeUndefined();
  expect(listedIn("reservasjon", "41234567")).toEqual({ kind: "phone", value: "41234567" });
});

test("the number is found however the file writes it, and is not mistaken for a day or the number of the line", () => {
  for (const [line, value] of [
    ['"070-123 45 67"', "070-123 45 67"],
    ["070.123.45.67", "070.123.45.67"],
    ["tel:0701234567", "tel:0701234567"],
    ["2026-01-02;0701234567", "0701234567"],
    ["02.01.2026;0701234567", "0701234567"],
    ["100023;0701234567", "0701234567"],
    ["100023;20260102;+46701234567", "+46701234567"],
    ["100023;701234567", "701234567"],
  ] as const)
    expect(listedIn("nix_phone", line)).toEqual({ kind: "phone", value });
  expect(listedIn("nix_phone", "2026-01-02")).toBeUndefined();
});

test("name and address a line are read in each country, the postal code alone or with the town", () => {
  const se = { kind: "address", value: { street: "Storgatan 1 B", postalCode: "211 00", country: "SE" } };
  expect(listedIn("nix_letter", "Anna Ek;Storgatan 1 B;211 00;Malmö")).toEqual(se);
  expect(listedIn("nix_letter", '"Ek, Anna","Storgatan 1 B","211 00","Malmö"')).toEqual(se);
  expect(listedIn("nix_letter", "Anna Ek\tStorgatan 1 B\t211 00 Malmö")).toEqual(se);
  expect(listedIn("robinson", "Bo Holm;Vej 2, 3. tv;2100 København Ø")).toMatchObject({
    value: { street: "Vej 2, 3. tv", postalCode: "2100", country: "DK" },
  });
  expect(listedIn("reservasjon", "Kari Nes;Bakken 4;0150;Oslo")).toMatchObject({ kind: "address" });
  expect(listedIn("nix_letter", "Namn;Gatuadress;Postnummer;Ort")).toBeUndefined();
  expect(listedIn("nix_letter", "Anna Ek;Storgatan;21100")).toBeUndefined();
});

test("quotes inside quotes are one quote", () => {
  expect(cellsOf('"a ""b""";c')).toEqual(['a "b"', "c"]);
});

test("a file is read in each way that programs save it, also when it comes byte by byte", async () => {
  const text = "Namn;Adress\r\nÅsa;Ågatan 1\n";
  const marked = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
  const be = Buffer.from(text, "utf16le").swap16();
  const files = [
    Buffer.from(text),
    marked([0xef, 0xbb, 0xbf], Buffer.from(text)),
    Buffer.from(text, "latin1"),
    marked([0xff, 0xfe], Buffer.from(text, "utf16le")),
    Buffer.from(text, "utf16le"),
    marked([0xfe, 0xff], be),
    be,
  ];
  for (const file of files)
    for (const size of [1, 1000]) {
      const pieces = (async function* () {
        for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
      })();
      const lines: string[] = [];
      for await (const line of textLines(pieces)) lines.push(line);
      expect(lines).toEqual(["Namn;Adress", "Åsa;Ågatan 1"]);
    }
});
