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
      mails: ["bo@exempel.se", "susanna@exempel.se", "stina.anna@exempel.se", "bo+anna@exempel.se"],
      more: ["åanna@exempel.se", "anna@exempel.selma", "anna@exempel.se-post.se", "?m=susanna%40exempel.se"],
      word: "johanna-login-2x",
      ids: [701112, "1"],
    };
    expect(cleaned(others)).toEqual(others);
  });

  it("are found after a line break, at the end of a sentence, and in the address of a page", () => {
    for (const text of [
      "Kund:\nanna-login",
      "Kund:\tanna@exempel.se.",
      "anna@exempel.se, anna-login!",
      "https://x.se/?m=anna%40exempel.se&next=%3Fu%3Danna-login",
      "https://x.se/?next=%2Fin%3Fm%3Danna%2540exempel.se",
      "C:\\nanna-login",
    ])
      expect(JSON.stringify(cleaned({ text }))).not.toMatch(/anna/);
  });

  it("are found with signs of their own, however those are written", () => {
    const odd = [
      ["email", "anna+sport@exempel.se", "?m=anna%2Bsport%40exempel.se"],
      ["email", "åsa@björk.se", "ÅSA@xn--bjrk-6qa.se"],
      ["email", "åsa@björk.se", "åsa@björk.se".normalize("NFD")],
      ["email", "åsa@björk.se", "?m=%C3%A5sa%40bj%C3%B6rk.se"],
      ["login", "auth0|5f7c8ec7", "?u=auth0%7C5f7c8ec7"],
      ["login", "BUTIK\\anna.ek", "inloggad som BUTIK\\anna.ek"],
      ["login", 'anna "ek" 1970', 'inloggad som anna "ek" 1970'],
    ] as const;
    for (const [kind, value, written] of odd) {
      const needle = needlesOf([named(kind, value)]) ?? "";
      expect(JSON.parse(redact(JSON.stringify({ written, gift: "lampa" }), needle))).not.toMatchObject({
        written,
      });
    }
  });

  it("of a card are found with whatever stands between its signs, and within no longer number", () => {
    const card = needlesOf([named("club_card", "KORT778899")]) ?? "";
    const said = ["kort 778899", "KORT-77-88-99", "kort.778899", "Kort7788991", "xkort-778899"];
    expect(JSON.parse(redact(JSON.stringify(said), card))).toEqual(said.slice(3));
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
