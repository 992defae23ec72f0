// The rules changed while the shop goes on: the tables must end up as the definition says under the new rules, and on the way
// nobody is joined whom neither the former rules nor the new would join.
import type { RuleBody, RuleKind } from "@somlos/contract/rooms/identity-rules";
import type { Database, Statement, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { openRecognise, type Recognise } from "../recognise.actions.ts";
import { applyVersion, cancelTrial, draftVersion, tryVersion } from "../rules/rules.actions.ts";
import { stepRules } from "../rules/run.actions.ts";
import { bodyOf, settingsOf } from "../rules/settings.rules.ts";
import { batches, portrait, retold, small as tiny } from "./histories.ts";
import { tell } from "./house.ts";
import { openTables, type Tables } from "./open-tables.ts";
import { peopleOf } from "./reference.ts";
import { emptyTables, inconsistencies, stored } from "./tables.ts";

/** `SOMLOS_LONG=1`: twenty times as many histories. */
const runs = (n: number): number => n * (process.env["SOMLOS_LONG"] === "1" ? 20 : 1);

let at: Tables;
let db: Tables["db"];
let client: Tables["client"];
beforeAll(async () => {
  at = await openTables();
  ({ db, client } = at);
});
afterAll(() => at.close());

/** How far the run has come, as its own transaction sees it. */
const seenHere: Statement<{ seen: number }> = {
  room: "identity",
  name: "rules_seen_here",
  text: "select seen from identity.rule_runs where kind = 'apply'",
};

const staff = { kind: "staff", id: "anna" } as const;
const system = { kind: "system", id: "test" } as const;
const DAY_MS = 86_400_000;
/** The small shop, with windows as they can be written down. */
const small: IdentitySettings = {
  ...tiny,
  window: { email: { most: 2, spanMs: DAY_MS }, phone: { most: 1, spanMs: DAY_MS } },
};
const whole = bodyOf(small);
const steps = { base: small, most: 2 };

const few = fc.integer({ min: 1, max: 4 });
const worth = fc.integer({ min: 2, max: 5 });
const near = (...above: RuleKind[]) =>
  fc.subarray(above).chain((all) => fc.record(Object.fromEntries(all.map((kind) => [kind, few]))));
const some = <V>(value: fc.Arbitrary<V>, usual: V) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(usual) }, value);
const kinds = ["login", "club_card", "email", "phone", "receipt", "lane", "address"] as const;
const tie = fc.record({
  a: fc.constantFrom(...kinds),
  b: fc.constantFrom(...kinds),
  says: fc.constantFrom("full" as const, "stated" as const, "nothing" as const),
});

/** Rules near to those of the small shop; times are tiny there, so a window is none or of all time. */
const body: fc.Arbitrary<RuleBody> = fc.record({
  rank: some(
    fc.record({ login: worth, club_card: worth, email: worth, phone: worth, receipt: worth }).map((own) => ({
      ...whole.rank,
      ...own,
      lane: 1, // two claims of one event that are as strong are heard by name, and the definition names lanes otherwise
    })),
    whole.rank,
  ),
  limit: some(fc.record({ login: few, club_card: few, email: few, phone: few }), whole.limit),
  window: some(
    fc.record({
      login: fc.constant(null),
      club_card: fc.constant(null),
      email: fc.option(fc.record({ most: few, days: fc.constant(1) })),
      phone: fc.option(fc.record({ most: few, days: fc.constant(1) })),
    }),
    whole.window,
  ),
  hub: some(
    fc
      .record({
        email: near("login", "club_card"),
        phone: near("login", "email"),
        receipt: near("login", "email"),
        lane: near("login", "email", "club_card"),
      })
      .map((own) => ({
        ...whole.hub,
        ...own,
      })) as fc.Arbitrary<RuleBody["hub"]>,
    whole.hub,
  ),
  signed: some(fc.constantFrom(7, 55, 95), whole.signed),
  ties: fc.uniqueArray(tie, { maxLength: 2, selector: ({ a, b }) => [a, b].sort().join() }),
  blocked: fc.record({
    values: fc.constant([]),
    patterns: some(
      fc.constantFrom<RuleBody["blocked"]["patterns"]>(
        [{ kind: "email" as const, how: "suffix" as const, text: "-1" }],
        [{ kind: "receipt" as const, how: "glob" as const, text: "re*pt-?" }],
        [{ kind: "phone" as const, how: "prefix" as const, text: "phone" }],
      ),
      [],
    ),
  }),
});

async function hear(recognise: Recognise, list: readonly Told[][]): Promise<void> {
  for (const told of list) {
    const { committed } = await db.work(system, (work) => recognise.learn(work, told));
    committed();
  }
}

async function empty(): Promise<void> {
  await emptyTables(client);
  await client.query(
    "delete from identity.rule_changes; delete from identity.rule_runs; delete from identity.rule_versions",
  );
}

const draft = (said: RuleBody, act = uuid7(Date.now())) =>
  db.work(staff, (work) => draftVersion(work, { act, why: "a test", body: said }, small));

async function toTheEnd(): Promise<void> {
  while (await stepRules(db, steps));
}

async function tried(said: RuleBody): Promise<{ number: number; run: string }> {
  const { number } = await draft(said);
  const { id } = await db.work(staff, (work) => tryVersion(work, number));
  await toTheEnd();
  return { number, run: id };
}

/** Every two identifiers that are one person, by the tables or by the definition. */
const pairsIn = (groups: Iterable<readonly string[]>): string[] =>
  [...groups].flatMap((group) => group.flatMap((x) => group.map((y) => `${x} ${y}`)));

const hex = (fp: string) => Buffer.from(fp, "latin1").toString("hex");
const pairsOfPeople = ({ groups, kinds: kindOf }: ReturnType<typeof peopleOf>): string[] =>
  pairsIn(groups.map((group) => [...group].filter((fp) => kindOf.get(fp) !== "lane").map(hex)));
const pairsOf = (told: readonly Told[], settings: IdentitySettings): string[] =>
  pairsOfPeople(peopleOf(told, settings));

async function pairsStored(): Promise<string[]> {
  const { rows } = await client.query<{ nodes: string[] }>(
    `select array_agg(replace(fp::text, '-', '')) as nodes from identity.nodes where component is not null and kind <> 11 group by component`,
  );
  return pairsIn(rows.map((row) => row.nodes));
}

test("rules applied while events arrive end as if they had always held, and join nobody whom neither version joins", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(retold(24), body, fc.nat({ max: 24 }), async ({ told, heard, sizes }, said, cut) => {
      await empty();
      const recognise = openRecognise({ settings: small, remember: 40 });
      const all = batches({ heard, sizes });
      const [early, late] = [all.slice(0, cut % (all.length + 1)), all.slice(cut % (all.length + 1))];
      await hear(recognise, early);
      const { number } = await tried(said);
      const next = settingsOf(number, said, small);
      await db.work(staff, (work) => applyVersion(work, number));
      const allowed = new Set([...pairsOf(early.flat(), small), ...pairsOf(early.flat(), next)]);
      for (const [i, batch] of late.entries()) {
        if (i % 2 === 1) await stepRules(db, steps);
        await hear(recognise, [batch]);
        const now = [...early.flat(), ...late.slice(0, i + 1).flat()];
        for (const pair of [...pairsOf(now, small), ...pairsOf(now, next)]) allowed.add(pair);
        expect((await pairsStored()).filter((pair) => !allowed.has(pair))).toEqual([]);
      }
      await toTheEnd();
      expect(await stored(db, client, told)).toEqual(portrait(told, next));
      expect(await inconsistencies(client)).toEqual([]);
      if (portrait(told, next).join() !== portrait(told, small).join()) changed++;
    }),
    { numRuns: runs(60) },
  );
  expect(changed).toBeGreaterThan(5);
}, 3_600_000);

/** Kills the process before the commit, every other time. */
function fragile(): Database {
  let n = 0;
  return {
    ...db,
    work: (actor, act) =>
      db.work(actor, async (work) => {
        const answer = await act(work);
        if (n++ % 2 === 0) throw new Error("killed");
        return answer;
      }),
  };
}

test("while several writers tell events, rules are applied, killed in the middle and go on, and taken back again", async () => {
  await fc.assert(
    fc.asyncProperty(retold(24), body, fc.nat({ max: 24 }), async ({ told, heard, sizes }, said, cut) => {
      await empty();
      const recognise = openRecognise({ settings: small, remember: 40 });
      const other = openRecognise({ settings: small, remember: 40 });
      const all = batches({ heard, sizes });
      const [early, late] = [all.slice(0, cut % (all.length + 1)), all.slice(cut % (all.length + 1))];
      await hear(recognise, early);
      const { number } = await tried(said);
      await db.work(staff, (work) => applyVersion(work, number));
      const dying = fragile();
      const apply = async () => {
        for (let more = true; more; ) more = await stepRules(dying, steps).catch(() => true);
      };
      const mine = late.filter((_, i) => i % 2 === 0);
      const theirs = late.filter((_, i) => i % 2 === 1);
      await Promise.all([hear(recognise, mine), hear(other, theirs), apply()]);
      expect(await stored(db, client, told)).toEqual(portrait(told, settingsOf(number, said, small)));
      expect(await inconsistencies(client)).toEqual([]);
      await db.work(staff, (work) => applyVersion(work, small.version));
      await toTheEnd();
      expect(await stored(db, client, told)).toEqual(portrait(told, small));
      expect(await inconsistencies(client)).toEqual([]);
    }),
    { numRuns: runs(40) },
  );
}, 3_600_000);

/** Everything that a trial must leave as it was. */
async function everything(): Promise<unknown> {
  const { rows } = await client.query(
    `select (select json_agg(n order by fp) from identity.nodes n) as nodes, (select json_agg(p order by component) from identity.people p) as people,
      (select json_agg(c order by a, b, rule, proven) from identity.claims c) as claims`,
  );
  return rows;
}

const namesOf = (told: readonly Told[], settings: IdentitySettings): string[] => {
  const { groups, kinds: kindOf } = peopleOf(told, settings);
  return groups
    .map((group) => [...group].filter((fp) => kindOf.get(fp) !== "lane").sort())
    .filter((group) => group.length > 0)
    .map((group) => group.map(hex).join(" "));
};

test("a trial changes nothing, and lists those with identifiers who would change, each of them", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(retold(24), body, async ({ told, heard, sizes }, said) => {
      await empty();
      await hear(openRecognise({ settings: small, remember: 40 }), batches({ heard, sizes }));
      const before = await everything();
      const { number, run } = await tried(said);
      expect(await everything()).toEqual(before);
      const { rows } = await client.query<{ names: string[] }>(
        `select array_agg(replace(n.fp::text, '-', '') order by n.fp) as names from identity.rule_changes c
         join identity.nodes o on o.id = c.person_id
         join identity.nodes n on n.kind <> 11 and coalesce(n.component, n.fp) = coalesce(o.component, o.fp)
         where c.run = $1 and (c.loses > 0 or c.gains > 0) group by c.person_id`,
        [run],
      );
      const after = new Set(namesOf(told, settingsOf(number, said, small)));
      const changing = namesOf(told, small).filter((group) => !after.has(group));
      expect(rows.map((row) => row.names.join(" ")).sort()).toEqual(changing.sort());
      found += changing.length;
    }),
    { numRuns: runs(60) },
  );
  expect(found).toBeGreaterThan(10);
}, 3_600_000);

test("one version at a time is tried or applied, a trial can be stopped, and only what was tried is applied", async () => {
  await empty();
  const { number } = await draft(whole);
  const other = await draft({ ...whole, signed: 55 });
  const doing = (act: (work: Work) => Promise<unknown>) => db.work(staff, act);
  const trial = await db.work(staff, (work) => tryVersion(work, number));
  await expect(doing((work) => tryVersion(work, other.number))).rejects.toThrow("identity.rules_busy");
  await expect(doing((work) => applyVersion(work, number))).rejects.toThrow("identity.rules_busy");
  expect((await db.work(staff, (work) => cancelTrial(work, trial.id))).state).toBe("cancelled");
  expect(await stepRules(db, steps)).toBe(false);
  await expect(doing((work) => applyVersion(work, number))).rejects.toThrow("identity.rules_untried");
  await db.work(staff, (work) => tryVersion(work, number));
  await toTheEnd();
  const run = await db.work(staff, (work) => applyVersion(work, number));
  await expect(doing((work) => cancelTrial(work, run.id))).rejects.toThrow("identity.rules_applying");
  expect((await db.work(staff, (work) => applyVersion(work, number))).id).toBe(run.id);
  await toTheEnd();
  await expect(doing((work) => applyVersion(work, number))).rejects.toThrow("identity.rules_in_force");
});

test("a page that takes longer than a transaction may is done with fewer people", async () => {
  await empty();
  const told = ["one", "two", "three"].map((name) =>
    tell({ login: name, ids: { email: `${name}@kund.se` } }),
  );
  await hear(openRecognise({ settings: small }), [told]);
  const { number } = await tried({ ...whole, ties: [{ a: "login", b: "email", says: "nothing" }] });
  await db.work(staff, (work) => applyVersion(work, number));
  let slow = 0;
  const hasty: Database = {
    ...db,
    work: (actor, act) =>
      db.work(actor, async (work) => {
        const answer = await act(work);
        const { rows } = await client.query<{ seen: number }>(
          "select seen from identity.rule_runs where kind = 'apply'",
        );
        const now = (await work.tx.one(seenHere)).seen;
        if (now - (rows[0]?.seen ?? 0) <= 1) return answer;
        slow++;
        throw Object.assign(new Error("too long"), { code: "57014" });
      }),
  };
  while (await stepRules(hasty, { base: small, most: 3 }));
  expect(slow).toBeGreaterThan(0);
  expect(await stored(db, client, told)).toEqual(
    portrait(
      told,
      settingsOf(number, { ...whole, ties: [{ a: "login", b: "email", says: "nothing" }] }, small),
    ),
  );
});
