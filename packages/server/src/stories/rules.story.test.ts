// The rules of identity are changed by a colleague: written down, tried on all that was heard, applied, and taken back.
import { randomUUID } from "node:crypto";
import type { RuleBody, RuleChange, RuleRun, RuleVersion } from "@somlos/contract/rooms/identity-rules";
import { stepRules } from "@somlos/modules/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

let n = 0;
const says = (userId: string, traits: object) => ({
  type: "identify",
  userId,
  messageId: `rules-${++n}`,
  timestamp: new Date(Date.now() - 3_600_000 + n * 1000).toISOString(),
  traits,
});
const who = async (kind: string, value: string) =>
  ((await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string }).id;

type Rules = { inForce: number; versions: RuleVersion[]; run: RuleRun | null };
type Found = { run: RuleRun; items: RuleChange[]; next: string | null; code?: string };
const rules = async () => (await at.ask("/api/identity/rules")).body as unknown as Rules;
const post = async <A>(path: string, body: object = {}) =>
  (await at.ask(path, body)).body as unknown as A & { code?: string };
const run = (path: string) => post<RuleRun>(`/api/identity/rules/${path}`);
const held = ({ inForce, versions }: Rules): RuleBody => {
  const version = versions.find((one) => one.number === inForce);
  if (version === undefined) throw new Error("no version is in force");
  return version.body;
};
const draft = (body: RuleBody, more: object = {}) =>
  post<RuleVersion>("/api/identity/rules", {
    actId: randomUUID(),
    why: "Families share an address",
    body,
    ...more,
  });

async function ended(id: string): Promise<Found> {
  while (await stepRules(at.house.db));
  return (await at.ask(`/api/identity/rules/runs/${id}`)).body as unknown as Found;
}

test("a limit is tightened: the trial says who would come apart, applying does it, and the former version undoes it", async () => {
  await at.send([says("r1", { email: "one@kund.se" }), says("r1", { email: "two@kund.se" })], "server");
  await at.send([says("r2", { email: "three@kund.se" })], "server");
  const person = await who("login", "r1");
  expect(await who("email", "two@kund.se")).toBe(person);
  const before = await rules();
  const shipped = before.inForce;
  expect(before.run).toBeNull();
  const body = held(before);

  const version = await draft({ ...body, limit: { ...body.limit, email: 1 } });
  expect(version).toMatchObject({ number: shipped + 1, state: "draft", why: "Families share an address" });
  expect((await run(`${shipped + 1}/apply`)).code).toBe("identity.rules_untried");
  const trial = await run(`${shipped + 1}/try`);
  expect(trial).toMatchObject({ number: shipped + 1, kind: "try", state: "running" });
  const found = await ended(trial.id);
  expect(found.run).toMatchObject({ state: "done", changed: 1, split: 1, joined: 0 });
  expect(found.items).toEqual([{ personId: person, parts: 2, joins: [], loses: 1, gains: 0 }]);
  expect(await who("email", "two@kund.se")).toBe(person);

  const apply = await run(`${shipped + 1}/apply`);
  await at.send([says("r2", { email: "four@kund.se" })], "server");
  expect((await ended(apply.id)).run.state).toBe("done");
  expect((await rules()).inForce).toBe(shipped + 1);
  expect(await who("email", "two@kund.se")).not.toBe(person);
  expect(await who("email", "one@kund.se")).toBe(person);
  expect(await who("email", "four@kund.se")).not.toBe(await who("login", "r2"));
  expect((await run(`${shipped + 1}/apply`)).code).toBe("identity.rules_in_force");

  const back = await run(`${shipped}/apply`);
  expect((await ended(back.id)).run.state).toBe("done");
  expect(await who("email", "two@kund.se")).toBe(person);
  expect(await who("email", "four@kund.se")).toBe(await who("login", "r2"));
});

test("an address on the shop's own list ties nobody, and cannot be read from the list", async () => {
  const mailbox = "kassa@butiken.se";
  await at.send([says("r5", { email: mailbox }), says("r5", { phone: "+46701234567" })], "server");
  const person = await who("login", "r5");
  expect(await who("email", mailbox)).toBe(person);
  const body = held(await rules());
  const patterns = [{ kind: "phone" as const, how: "prefix" as const, text: "+467012" }];
  const version = await draft(
    { ...body, blocked: { values: [], patterns } },
    { block: [{ kind: "email", value: mailbox, note: "our own" }] },
  );
  expect(version.body.blocked.values).toHaveLength(1);
  expect(JSON.stringify(version)).not.toContain("kassa");
  await ended((await run(`${version.number}/try`)).id);
  await ended((await run(`${version.number}/apply`)).id);
  await at.send([says("r6", { email: mailbox })], "server");
  const people = [
    person,
    await who("email", mailbox),
    await who("login", "r6"),
    await who("phone", "+46701234567"),
  ];
  expect(new Set(people).size).toBe(4);
});

test("the same act writes one version, and what is not there is answered so", async () => {
  const body = held(await rules());
  const act = { actId: randomUUID() };
  const version = await draft({ ...body, limit: { ...body.limit, phone: 2 } }, act);
  expect((await draft({ ...body, limit: { ...body.limit, phone: 2 } }, act)).number).toBe(version.number);
  expect((await run("999/try")).code).toBe("identity.rules_unknown");
  expect((await run(`runs/${randomUUID()}/cancel`)).code).toBe("identity.rules_run_unknown");
});
