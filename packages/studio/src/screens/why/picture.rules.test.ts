// The picture of why somebody is one person: the same claims give the same picture, and a cut leaves each side its own knots.
import type { ClaimsOfPerson, Knot, KnotPart } from "@somlos/contract/rooms/identity-tree";
import { describe, expect, it } from "vitest";
import { grouped, holdersOf } from "./grouped.rules.ts";
import { merged } from "./merged.rules.ts";
import { bend, depths, picture } from "./picture.rules.ts";

type Tree = Pick<ClaimsOfPerson, "threads" | "knots">;
const thread = (value: string, trust: "proven" | "stated" = "proven") => ({
  kind: "email",
  value,
  trust,
  firstSeenAt: null,
  visits: 0,
});
const knot = (
  a: string,
  b: string,
  parts: [KnotPart, KnotPart],
  trust: "proven" | "stated" = "proven",
): Knot => ({
  parts,
  also: 0,
  claim: {
    a: { kind: "email", value: a },
    b: { kind: "email", value: b },
    rule: "carried",
    trust,
    strength: 60,
    at: null,
    source: null,
    messageId: null,
    rulingId: null,
    state: "joins",
    sentence: "",
  },
});
const t = (at: number): KnotPart => ({ is: "thread", at });
const k = (at: number): KnotPart => ({ is: "knot", at });

/** Astrid's two and Alma's two, and the phone number that made one of them. */
const family: Tree = {
  threads: [thread("astrid"), thread("card"), thread("alma"), thread("pixel", "stated")],
  knots: [
    knot("astrid", "card", [t(0), t(1)]),
    knot("alma", "pixel", [t(2), t(3)], "stated"),
    knot("card", "alma", [k(0), k(1)]),
  ],
};
const one = grouped(family, [0, 0, 0, 0], 1);
const two = grouped(family, [0, 0, 1, 1], 2);
const size = { width: 1000, row: 50, gap: 40 };

describe("who holds what", () => {
  it("keeps every knot while they are one person", () => {
    expect(one.knots.map(({ from, held }) => [from, held])).toEqual([
      [0, false],
      [1, false],
      [2, false],
    ]);
    expect(one.cuts).toEqual([]);
    expect(one.groups).toEqual([{ threads: [0, 1, 2, 3], top: k(2) }]);
  });
  it("cuts the claim between the two, and leaves each her own", () => {
    expect(two.knots.map(({ from }) => from)).toEqual([0, 1]);
    expect(two.cuts).toEqual([{ from: 2, between: [0, 1] }]);
    expect(two.groups).toEqual([
      { threads: [0, 1], top: k(0) },
      { threads: [2, 3], top: k(1) },
    ]);
  });
  it("says that other reasons hold two together when their own claim leads to somebody else", () => {
    const cut = grouped(family, [0, 1, 0, 0], 2);
    expect(cut.cuts.map(({ from }) => from)).toEqual([0, 2]);
    expect(cut.knots.map(({ from, held }) => [from, held])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(cut.groups[1]).toEqual({ threads: [1], top: t(1) });
  });
  it("reads who holds what from the answer, a visit by its device, and leaves the rest with the first", () => {
    const threads = [...family.threads, { ...thread("v-1"), kind: "visitor" }];
    const people = [
      { identifiers: [{ kind: "email", value: "astrid" }] },
      {
        identifiers: [
          { kind: "email", value: "alma" },
          { kind: "lane", value: "v-1" },
        ],
      },
    ];
    expect(holdersOf(threads, people)).toEqual([0, 0, 1, 0, 1]);
  });
});

describe("the picture", () => {
  it("is the same for the same claims", () => {
    expect(picture(family, two, size)).toEqual(picture(family, two, size));
  });
  it("stands threads in rows, with room between two people, and knots between what they join", () => {
    const drawn = picture(family, two, size);
    expect(drawn.threads.map(({ at, y, group }) => [at, y, group])).toEqual([
      [0, 25, 0],
      [1, 75, 0],
      [2, 165, 1],
      [3, 215, 1],
    ]);
    expect(drawn.knots.map(({ y }) => y)).toEqual([50, 190]);
    expect(drawn.people.map(({ y }) => y)).toEqual([50, 190]);
    expect(drawn.height).toBe(240);
  });
  it("draws what is proven solid and what is only stated stitched, from its thread to its knot and no further", () => {
    const cloths = new Map(picture(family, one, size).stretches.map(({ id, cloth }) => [id, cloth]));
    expect(cloths.get("thread3")).toBe("stitched");
    expect(cloths.get("thread2")).toBe("solid");
    expect(cloths.get("knot1")).toBe("solid");
    expect(cloths.get("person0")).toBe("solid");
  });
  it("goes from left to right: a knot stands right of what it joins, inside the cloth, however many there are", () => {
    const many: Tree = {
      threads: Array.from({ length: 200 }, (_, i) => thread(`n${i}`)),
      knots: Array.from({ length: 199 }, (_, i) =>
        knot(`n${i}`, `n${i + 1}`, [i === 0 ? t(0) : k(i - 1), t(i + 1)]),
      ),
    };
    const drawn = picture(
      many,
      grouped(
        many,
        many.threads.map(() => 0),
        1,
      ),
      size,
    );
    const xs = drawn.knots.map(({ x }) => x);
    expect(xs.every((x, i) => i === 0 || x > (xs[i - 1] ?? 0))).toBe(true);
    expect(Math.max(...xs)).toBeLessThanOrEqual(size.width * 0.67);
    expect(depths(many.knots).at(-1)).toBe(199);
  });
  it("sends a cut between the two that it would have joined", () => {
    const [cut] = picture(family, two, size).cuts;
    expect(cut).toMatchObject({ from: 2, at: { x: 660, y: 120 } });
  });
  it("bends level out of one and level into the next", () => {
    expect(bend({ x: 0, y: 10 }, { x: 100, y: 50 })).toBe("M0 10C50 10 50 50 100 50");
  });
});

describe("two that a colleague would tie", () => {
  const [astrid, alma]: [Tree, Tree] = [
    { threads: family.threads.slice(0, 2), knots: [knot("astrid", "card", [t(0), t(1)])] },
    { threads: family.threads.slice(2), knots: [knot("alma", "pixel", [t(0), t(1)], "stated")] },
  ];
  it("are one by one knot more, made of both", () => {
    const both = merged(astrid, alma);
    expect(both.knots.map(({ parts }) => parts)).toEqual([
      [t(0), t(1)],
      [t(2), t(3)],
      [k(0), k(1)],
    ]);
    expect(both.knots.at(-1)?.claim.rule).toBe("ruled");
    expect(grouped(both, [0, 0, 0, 0], 1).groups[0]?.top).toEqual(k(2));
  });
  it("also when one of them is a single identifier", () => {
    const both = merged(astrid, { threads: [thread("alma")], knots: [] });
    expect(both.knots.at(-1)?.parts).toEqual([k(0), t(2)]);
  });
});
