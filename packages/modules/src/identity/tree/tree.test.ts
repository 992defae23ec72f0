// The tree of claims: it holds what the function of people holds, in its order, and what is left out takes no knot with it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim } from "../claims.rules.ts";
import { identitySettings } from "../limits.rules.ts";
import { settle } from "../people.rules.ts";
import { judge } from "../rulings/why.rules.ts";
import { chosen, flat, treesOf } from "./tree.rules.ts";

const claim = (a: string, b: string, more: Partial<Claim> = {}): Claim => ({
  a,
  b,
  aKind: "email",
  rule: "carried",
  trust: "proven",
  strength: 60,
  at: 1,
  key: a + b,
  sourceId: 1,
  ...more,
});
const member = (fp: string) => ({
  fp,
  kind: "email" as const,
  proven: false,
  hubProven: false,
  hubStated: false,
  firstAt: 0,
});
const bounds = { ...identitySettings, limit: { ...identitySettings.limit, email: 99 }, window: {} };
const draw = (fps: readonly string[], claims: readonly Claim[], most = 99) => {
  const judged = judge(fps.map(member), claims, bounds);
  const drawn = chosen(fps.map(member), most);
  return flat(treesOf(fps, judged, drawn), drawn);
};

test("A person's threads join in the order in which claims are heard: proven first, the strongest, the earliest", () => {
  const told = [
    claim("c", "d", { trust: "stated", strength: 90 }),
    claim("a", "c", { strength: 50, at: 9 }),
    claim("a", "b", { strength: 50, at: 3 }),
  ];
  const { leaves, knots } = draw(["a", "b", "c", "d"], told);
  expect(leaves).toEqual(["a", "b", "c", "d"]);
  expect(knots.map(({ claim: one }) => one.a + one.b)).toEqual(["ab", "ac", "cd"]);
  expect(knots[2]?.parts).toEqual([
    { is: "knot", at: 1 },
    { is: "thread", at: 3 },
  ]);
});

test("A claim that says what was joined already is counted at the knot that it would hold together", () => {
  const told = [claim("a", "b"), claim("b", "c", { at: 2 }), claim("a", "c", { at: 3 })];
  const { knots } = draw(["a", "b", "c"], told);
  expect(knots.map(({ also }) => also)).toEqual([0, 1]);
});

test("What is not drawn takes its knot with it, and nothing else", () => {
  const told = [claim("a", "x"), claim("b", "x", { at: 2 }), claim("b", "c", { at: 3 })];
  const { leaves, knots } = draw(["a", "b", "c", "x"], told, 3);
  expect(leaves).toEqual(["a", "b", "c"]);
  expect(knots.map(({ claim: one }) => one.a + one.b)).toEqual(["bx", "bc"]);
});

test("Twenty thousand orders in a row are drawn as the few that say who it is", () => {
  const fps = Array.from({ length: 20_000 }, (_, i) => `n${String(i).padStart(6, "0")}`);
  const told = fps.slice(1).map((fp, i) => claim(fps[i] ?? "", fp, { at: i }));
  const judged = told.map((one) => ({ claim: one, state: "joins" as const }));
  const drawn = chosen(fps.slice(0, 3).concat(fps.slice(-1)).map(member), 4);
  const { leaves, knots } = flat(treesOf(fps, judged, drawn), drawn);
  expect([leaves.length, knots.length]).toEqual([4, 3]);
});

test("Whatever is claimed: the drawn trees are the people of the function, each knot joins two, and no thread stands twice", () => {
  const fp = fc.constantFrom(..."abcdefgh");
  const claims = fc.array(
    fc.record({
      a: fp,
      b: fp,
      at: fc.nat({ max: 9 }),
      strength: fc.constantFrom(30, 60),
      proven: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(claims, fc.integer({ min: 1, max: 8 }), (wishes, most) => {
      const told = wishes
        .filter(({ a, b }) => a !== b)
        .map(({ a, b, proven, ...more }) => claim(a, b, { ...more, trust: proven ? "proven" : "stated" }));
      const fps = [..."abcdefgh"];
      const { leaves, knots } = draw(fps, told, most);
      expect([...leaves].sort()).toEqual(fps.slice(0, most));
      const home = settle(fps.map(member), told, bounds);
      expect(leaves.length - knots.length).toBe(new Set(leaves.map((one) => home.get(one))).size);
      const used = knots.flatMap(({ parts }) => parts.map(({ is, at }) => `${is}${at}`));
      expect(new Set(used).size).toBe(used.length);
      for (const [i, { parts }] of knots.entries())
        for (const { is, at } of parts) if (is === "knot") expect(at).toBeLessThan(i);
    }),
  );
});
