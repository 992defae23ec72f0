import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needlesOf, redact } from "./index.ts";

const named = (kind: string, value: string) => ({ kind, value, fp: "" });
const anna = [
  named("email", "anna@exempel.se"),
  named("phone", "+46701112233"),
  named("login", "anna-login"),
];
const pattern = needlesOf(anna) ?? "";
const cleaned = (value: unknown): unknown => JSON.parse(redact(JSON.stringify(value), pattern));

describe("the identifiers of an erased person in what others said", () => {
  it("are found however they are written, and a value that was nothing else goes", () => {
    for (const written of [
      "+46701112233",
      "070-111 22 33",
      "+46 (70) 111 22 33",
      "0046701112233",
      "Anna@Exempel.se",
      "anna%40exempel.se",
    ])
      expect(cleaned({ to: written, gift: "lampa" })).toEqual({ gift: "lampa" });
  });

  it("go out of a text, and the rest of it stays", () => {
    expect(cleaned({ note: "ring 070-111 22 33 eller anna@exempel.se" })).toEqual({ note: "ring… eller …" });
  });

  it("are not mistaken: a longer number, another address, a login within a word", () => {
    const others = {
      ean: "9970111223399",
      mail: "susanna@exempel.se.se",
      word: "johanna-login-2x",
      ids: [701112, "1"],
    };
    expect(cleaned({ ...others, mail: "bo@exempel.se" })).toEqual({ ...others, mail: "bo@exempel.se" });
  });

  it("of few signs are not looked for in what others said: they could be anything", () => {
    expect(needlesOf([named("login", "7"), named("order", "100045"), named("login", "ida")])).toBeUndefined();
  });

  it("leave no trace, whatever stands around them", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...anna.map((one) => one.value)), (value, needle) => {
        const text = redact(
          JSON.stringify({ value, deep: [{ [`x ${needle}`]: 1 }, needle, { a: needle }] }),
          pattern,
        );
        expect(text.toLowerCase()).not.toContain(needle);
        expect(JSON.parse(text)).toMatchObject({ deep: expect.any(Array) });
      }),
    );
  });
});
