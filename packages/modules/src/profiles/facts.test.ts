import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsIn, nameIn, type Origin, origins, settleFacts, type Word } from "./facts.rules.ts";

const word = (value: unknown, at: number, origin: Origin = "stated", key = "k"): Word => ({
  name: "city",
  value,
  at,
  key,
  origin,
  sourceId: 1,
  rule: 1,
});
const holds = (...words: Word[]) => settleFacts(words).get("city")?.value;

describe("facts", () => {
  it("hold what was said last, of all streams of a person", () => {
    expect(holds(word("Lund", 1), word("Malmö", 3), word("Ystad", 2))).toBe("Malmö");
  });
  it("hold a better origin's word, however old", () => {
    expect(holds(word("Lund", 1, "person"), word("Malmö", 9, "staff"), word("Ystad", 99, "stated"))).toBe(
      "Lund",
    );
  });
  it("are settled by the event's key when two words are of the same moment", () => {
    expect(holds(word("Lund", 1, "stated", "a"), word("Malmö", 1, "stated", "b"))).toBe("Malmö");
  });
  it("are gone when the best word is that there is none, and keep the losers as lineage", () => {
    expect(holds(word("Lund", 1), word(null, 2))).toBeUndefined();
    expect(
      settleFacts([word("Lund", 1), word("Malmö", 2)])
        .get("city")
        ?.lineage.map((w) => w.value),
    ).toEqual(["Lund"]);
  });
  it("do not depend on the order in which the words came", () => {
    const some = fc.array(
      fc.record({
        value: fc.integer(),
        at: fc.integer({ min: 0, max: 3 }),
        key: fc.uuid(),
        origin: fc.constantFrom(...origins),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (list, mix) => {
        const words = list.map((w) => ({ ...word(w.value, w.at, w.origin, w.key) }));
        const mixed = words.map((w) => ({ w, by: mix.next().value as number })).sort((a, b) => a.by - b.by);
        expect(holds(...mixed.map(({ w }) => w))).toEqual(holds(...words));
      }),
    );
  });
  it("are small enough to be facts", () => {
    expect(
      factsIn(
        {
          city: "Lund",
          essay: "x".repeat(3000),
          ["n".repeat(101)]: 1,
          nothing: undefined,
          gone: null,
        },
        0,
      ),
    ).toEqual([
      ["city", '"Lund"'],
      ["gone", "null"],
    ]);
  });
  it("name a person by a whole name, or by its parts", () => {
    const named = (name: string, value: string) => ({ ...word(value, 1), name });
    expect(nameIn(settleFacts([named("firstName", "Anna"), named("lastName", "Ek")]))).toBe("Anna Ek");
    expect(nameIn(settleFacts([named("first_name", "Anna"), named("name", "Anna Ekström")]))).toBe(
      "Anna Ekström",
    );
    expect(nameIn(settleFacts([named("city", "Lund")]))).toBeUndefined();
  });
});
