// Laws of the definition itself, on the slow reference and on the pure rules.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { type Claim, inOrder } from "../claims.rules.ts";
import { comparePositions, cutLanes, firstLane, type Mark } from "../lanes.rules.ts";
import { limitedKinds, type NodeKind, nodeKinds } from "../limits.rules.ts";
import { type Member, resettle, settle, sideOf } from "../people.rules.ts";
import { history, identifier, small } from "./histories.ts";
import { peopleOf } from "./reference.ts";

/** `SOMLOS_LONG=1`: twenty times as many histories. */
const runs = (n: number): number => n * (process.env["SOMLOS_LONG"] === "1" ? 20 : 1);

const check = { numRuns: runs(300) };
const groupsOf = (roots: ReadonlyMap<string, string>) =>
  [...Map.groupBy(roots.keys(), (fp) => roots.get(fp)).values()].map((g) => g.sort().join(" ")).sort();

test("nobody has two logins or more cards, addresses and numbers than allowed", () => {
  fc.assert(
    fc.property(history(30), (told) => {
      const { groups, kinds } = peopleOf(told, small);
      for (const group of groups)
        for (const kind of limitedKinds)
          expect([...group].filter((fp) => kinds.get(fp) === kind).length).toBeLessThanOrEqual(
            small.limit[kind],
          );
    }),
    check,
  );
});

const partition = (told: readonly Told[], only: ReadonlySet<string>) =>
  peopleOf(told, small)
    .groups.map((group) => [...group].filter((fp) => only.has(fp)).sort())
    .filter((group) => group.length > 0)
    .map((group) => group.join(" "))
    .sort();

test("whatever browsers say, identifiers proven by our own systems stay together and apart as without them", () => {
  fc.assert(
    fc.property(history(30), (told) => {
      const proven = told.filter((event) => event.trust === "proven");
      const ids = peopleOf(proven, small).proven;
      expect(partition(told, ids)).toEqual(partition(proven, ids));
    }),
    check,
  );
});

test("a browser's word neither moves a cut nor takes a visit on a device where a proven sign-in holds", () => {
  fc.assert(
    fc.property(marks, (list) => {
      const cut = (some: readonly Mark[]) => cutLanes(firstLane("d"), some, 3);
      const held = (lanes: ReturnType<typeof cut>) =>
        lanes
          .filter((lane) => lane.signed?.trust === "proven")
          .map((lane) => `${lane.fp} ${lane.login} ${lane.from.at}`);
      expect(held(cut(list))).toEqual(held(cut(list.filter((mark) => mark.trust === "proven"))));
    }),
    check,
  );
});

const marks = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 30 }),
      login: fc.constantFrom("A", "B", "C", undefined),
      trust: fc.constantFrom("stated" as const, "proven" as const),
    }),
    { minLength: 1, maxLength: 20, size: "max" },
  )
  .map((list) =>
    list
      .map(
        ({ at, login, trust }, i): Mark => ({
          device: "d",
          at,
          key: String(i).padStart(16, "0"),
          trust,
          explicit: true,
          sourceId: 1,
          ...(login && { login }),
        }),
      )
      .sort(comparePositions),
  );

test("lanes follow each other without gaps, and cutting again from any hard lane gives the same lanes from there on", () => {
  fc.assert(
    fc.property(marks, (list) => {
      const lanes = cutLanes(firstLane("d"), list, 3);
      lanes.forEach((lane, i) => {
        const next = lanes[i + 1];
        if (next !== undefined) expect(comparePositions(lane.from, next.from)).toBeLessThan(0);
        if (lane.soft) return;
        const later = list.filter((mark) => comparePositions(mark, lane.from) >= 0);
        const again = cutLanes(lane, later, 3);
        const plain = (some: typeof lanes) =>
          some.map((l) => [l.fp, l.login, l.before, l.signed?.key, l.signed?.trust, l.soft]);
        expect(plain(again)).toEqual(plain(lanes.slice(i)));
      });
    }),
    check,
  );
});

test("a late mark changes whose things are only between the hard cut before it and the end of what it opened", () => {
  fc.assert(
    fc.property(marks, fc.nat(), (list, n) => {
      const late = list[n % list.length];
      if (late === undefined) return;
      const whole = cutLanes(firstLane("d"), list, 3);
      const without = cutLanes(
        firstLane("d"),
        list.filter((mark) => mark !== late),
        3,
      );
      const starts = without.filter(
        (lane) =>
          !lane.soft &&
          comparePositions(lane.from, late) < 0 &&
          (late.trust === "stated" || lane.level !== "stated"),
      );
      const from = starts.at(-1)?.from;
      const before = (lanes: typeof whole) =>
        lanes
          .filter((lane) => from !== undefined && comparePositions(lane.from, from) < 0)
          .map((l) => [l.fp, l.login]);
      expect(before(whole)).toEqual(before(without));
    }),
    check,
  );
});

// ── Claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const nodes = nodeKinds
  .filter((kind) => kind !== "lane")
  .slice(0, 5)
  .flatMap((kind) => [1, 2, 3].map((i) => ({ kind, name: `${kind}${i}` })));
const fpOf = (name: string) => identifier("email", name).fp;
const proofs = fc.array(fc.boolean(), { minLength: nodes.length, maxLength: nodes.length });
const claimList = fc.array(
  fc.record({
    x: fc.nat({ max: nodes.length - 1 }),
    y: fc.nat({ max: nodes.length - 1 }),
    at: fc.integer({ min: 0, max: 9 }),
    proven: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25, size: "max" },
);
type Drawn = { x: number; y: number; at: number; proven: boolean };

function world(flags: readonly boolean[], drawn: readonly Drawn[]): { members: Member[]; claims: Claim[] } {
  const members = nodes.map(({ kind, name }, i) => ({
    fp: fpOf(name),
    kind: kind as NodeKind,
    proven: flags[i] === true,
  }));
  const claims = drawn.flatMap(({ x, y, at, proven }, i): Claim[] => {
    const [a, b] = [members[Math.min(x, y)], members[Math.max(x, y)]];
    if (a === undefined || b === undefined || a === b) return [];
    const trust = proven && a.proven && b.proven ? "proven" : "stated";
    const strength = Math.min(small.rank[a.kind], small.rank[b.kind]);
    return [
      {
        a: a.fp,
        b: b.fp,
        aKind: a.kind,
        rule: "carried",
        trust,
        strength,
        at,
        key: String(i).padStart(16, "0"),
        sourceId: 1,
      },
    ];
  });
  return { members, claims };
}

test("a claim was refused exactly when its ends are two people, and taking it away changes nobody", () => {
  fc.assert(
    fc.property(proofs, claimList, (flags, drawn) => {
      const { members, claims } = world(flags, drawn);
      const refused = new Set<Claim>();
      const roots = settle(members, claims, small, { refused: (claim) => void refused.add(claim) });
      for (const claim of claims) expect(refused.has(claim)).toBe(roots.get(claim.a) !== roots.get(claim.b));
      const kept = claims.filter((claim) => !refused.has(claim));
      expect(groupsOf(settle(members, kept, small))).toEqual(groupsOf(roots));
    }),
    check,
  );
});

test("stated claims never join two people who each hold something proven", () => {
  fc.assert(
    fc.property(proofs, claimList, (flags, drawn) => {
      const { members, claims } = world(flags, drawn);
      const proven = settle(
        members,
        claims.filter((c) => c.trust === "proven"),
        small,
      );
      const all = settle(members, claims, small);
      const holding = members.filter((m) => m.proven).map((m) => m.fp);
      for (const x of holding)
        for (const y of holding) expect(all.get(x) === all.get(y)).toBe(proven.get(x) === proven.get(y));
    }),
    check,
  );
});

test("a claim more inside one person, or an earlier date for it, changes nobody", () => {
  fc.assert(
    fc.property(proofs, claimList, fc.nat(), fc.nat(), (flags, drawn, n, m) => {
      const { members, claims } = world(flags, drawn);
      const roots = settle(members, claims, small);
      const inside = members.flatMap((a, i) =>
        members
          .slice(i + 1)
          .filter((b) => roots.get(a.fp) === roots.get(b.fp))
          .map((b) => ({ a, b })),
      );
      const pair = inside[n % Math.max(1, inside.length)];
      if (pair === undefined) return;
      const trust = pair.a.proven && pair.b.proven ? "proven" : "stated";
      const extra: Claim = {
        a: pair.a.fp,
        b: pair.b.fp,
        aKind: pair.a.kind,
        rule: "carried",
        trust,
        strength: Math.min(small.rank[pair.a.kind], small.rank[pair.b.kind]),
        at: m % 10,
        key: "x".repeat(16),
        sourceId: 1,
      };
      expect(groupsOf(settle(members, [...claims, extra], small))).toEqual(groupsOf(roots));
    }),
    check,
  );
});

/** Any node, and often one of the kind that no limit counts: only the ruling then says what its side may not meet. */
const place = fc.oneof(fc.nat({ max: 14 }), fc.integer({ min: 12, max: 14 }));
/** Rulings that keep apart, and times in windows: as they were and as they are. */
const bounds = fc.record({
  apart: fc.array(fc.record({ x: place, y: place, was: fc.boolean(), now: fc.boolean() }), { maxLength: 6 }),
  since: fc.array(fc.nat({ max: 12 }), { minLength: nodes.length, maxLength: nodes.length }),
  earlier: fc.array(fc.nat({ max: 14 }), { maxLength: 2 }),
});
type Bound = typeof bounds extends fc.Arbitrary<infer T> ? T : never;

function bound(members: readonly Member[], { apart, since, earlier }: Bound, when: "was" | "now"): Member[] {
  return members.map((member, i) => ({
    ...member,
    apart: apart.flatMap((ruling, n) =>
      ruling.x === ruling.y || !ruling[when]
        ? []
        : [...(ruling.x === i ? [`${n} 1`] : []), ...(ruling.y === i ? [`${n} 2`] : [])],
    ),
    ...((member.kind === "email" || member.kind === "phone") && {
      since: (since[i] ?? 0) - (when === "now" && earlier.includes(i) ? 5 : 0),
    }),
  }));
}

test("a new run over the people concerned, ring by ring, agrees with a run over everybody", () => {
  fc.assert(
    fc.property(
      proofs,
      claimList,
      fc.nat(),
      fc.array(fc.nat({ max: 24 }), { maxLength: 3 }),
      bounds,
      (flags, drawn, seed, lost, drawnBounds) => {
        const { members, claims: after } = world(flags, drawn);
        const [wereAll, areAll] = [bound(members, drawnBounds, "was"), bound(members, drawnBounds, "now")];
        const before = after.filter((_, i) => (i + seed) % 4 !== 0);
        const now = after.filter((_, i) => !lost.includes(i));
        const [was, whole] = [settle(wereAll, before, small), settle(areAll, now, small)];
        const differ = [...before.filter((c) => !now.includes(c)), ...now.filter((c) => !before.includes(c))];
        const changed = members.filter((_, i) => JSON.stringify(wereAll[i]) !== JSON.stringify(areAll[i]));
        const concerned = new Set(
          [...differ.flatMap((c) => [c.a, c.b]), ...changed.map((m) => m.fp)].map((fp) => was.get(fp)),
        );
        for (;;) {
          const inside = (all: readonly Member[]) => all.filter((m) => concerned.has(was.get(m.fp)));
          const fps = new Set(inside(areAll).map((m) => m.fp));
          const touching = (list: readonly Claim[]) => list.filter((c) => fps.has(c.a) || fps.has(c.b));
          const { roots, spill } = resettle(
            { was: inside(wereAll), now: inside(areAll), before: touching(before), after: touching(now) },
            small,
          );
          if (spill.size > 0) {
            for (const fp of spill) concerned.add(was.get(fp));
            continue;
          }
          const all = new Map(members.map((m) => [m.fp, roots.get(m.fp) ?? `old ${was.get(m.fp)}`]));
          expect(groupsOf(all)).toEqual(groupsOf(whole));
          return;
        }
      },
    ),
    { numRuns: runs(10_000) },
  );
});

test("the order of claims is total: no two different claims stand equal", () => {
  fc.assert(
    fc.property(proofs, claimList, (flags, drawn) => {
      const { claims } = world(flags, drawn);
      for (const x of claims) for (const y of claims) expect(inOrder(x, y) === 0).toBe(x === y);
      expect(sideOf([]).counts).toEqual(limitedKinds.map(() => 0));
    }),
    check,
  );
});
