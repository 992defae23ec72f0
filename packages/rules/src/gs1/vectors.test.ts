// The cases of the reference implementation of GS1. What needs a flag of its own that we do not have is listed with the reason.
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { digitalLinkOf, type Element, parseDigitalLink } from "./digital-link.ts";
import { parseBracketed } from "./element-string.ts";
import { escapePath, escapeQuery, unescapePath, unescapeQuery } from "./escape.ts";
import { identifierOf } from "./identifiers.ts";

type Flags = Readonly<Record<string, boolean>>;
type ParseCase = { ok: boolean; uri: string; ai: string; ctx?: Flags };
type WriteCase = { ok: boolean; stem: string | null; ai: string; uri: string; ctx?: Flags };
type EscapeCase = { in: string; path: string; query: string };
type Vectors = { parse: ParseCase[]; generate: WriteCase[]; unescape: EscapeCase[]; escape: EscapeCase[] };
const path = new URL("../../../../fixtures/gs1/gs1-dl-vectors.json", import.meta.url);
const vectors = JSON.parse(await readFile(path, "utf8")) as Vectors;

/** Flags that we do not have, each with the reason. */
const without: Flags & Readonly<Record<string, unknown>> = {
  permitConvenienceAlphas: "names in place of numbers (gtin, ser): dropped from the standard in version 1.2",
  PermitUnknownAIs: "identifiers that the dictionary does not know: what they may hold is unknown",
} as never;
const isOurs = ({ ctx = {} }: { ctx?: Flags }): boolean =>
  Object.entries(ctx).every(([flag, on]) => !on || !(flag in without)) &&
  !Object.keys(ctx).some((flag) => flag.startsWith("ValidationEnabled"));

/** `^0107…10ABC^21X`: FNC1 begins the string and ends each value of open length. */
const unbracketed = (elements: readonly Element[]): string =>
  elements.reduce(
    (text, { ai, value }, i) =>
      `${text}${i === 0 || identifierOf(elements[i - 1]?.ai ?? "")?.fixed === true ? "" : "^"}${ai}${value}`,
    "^",
  );

describe("GS1 Digital Link", () => {
  test("each link of the reference implementation is read or refused as it says", () => {
    const ours = vectors.parse.filter(isOurs);
    expect(ours.length).toBeGreaterThanOrEqual(110);
    const told = ours.map(({ uri, ctx = {} }) => {
      const found = parseDigitalLink(uri, { shortGtin: ctx["PermitZeroSuppressedGTINinDLuris"] === true });
      return { uri, ctx, ok: found !== undefined, ai: found === undefined ? "" : unbracketed(found) };
    });
    expect(told).toEqual(ours.map(({ uri, ctx = {}, ok, ai }) => ({ uri, ctx, ok, ai })));
  });

  test("each link is written as the reference implementation writes it", () => {
    const ours = vectors.generate.filter(isOurs);
    expect(ours.length).toBeGreaterThanOrEqual(20);
    const told = ours.map(({ ai, stem }) => {
      const elements = parseBracketed(ai);
      return { ai, uri: (elements && digitalLinkOf(elements, stem ?? undefined)) ?? "" };
    });
    expect(told).toEqual(ours.map(({ ai, uri }) => ({ ai, uri })));
  });

  test("escapes come and go as the reference implementation has them", () => {
    for (const one of vectors.unescape)
      expect([unescapePath(one.in), unescapeQuery(one.in)]).toEqual([one.path, one.query]);
    for (const one of vectors.escape)
      expect([escapePath(one.in), escapeQuery(one.in)]).toEqual([one.path, one.query]);
  });

  test("what differs needs a flag that we do not have, and is refused here", () => {
    const others = [...vectors.parse, ...vectors.generate].filter((one) => !isOurs(one));
    for (const one of others)
      expect(
        Object.keys(one.ctx ?? {}).some((flag) => flag in without || flag.startsWith("Validation")),
      ).toBe(true);
    for (const { uri } of vectors.parse.filter((one) => !isOurs(one)))
      expect(parseDigitalLink(uri)).toBeUndefined();
  });
});
