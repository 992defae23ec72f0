// Who is who never changes what a household shows: joins, splits and erasures take home exactly what is theirs.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { moveClock } from "@somlos/kernel/clock";
import { answerSignIns } from "@somlos/modules/corner";
import { identifierOf } from "@somlos/modules/events";
import { sharedWith } from "@somlos/modules/identity";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { signUpColleague } from "../testing/colleague.ts";
import { askDatabase, Customer, mailsTo } from "../testing/customer.ts";
import { Member } from "../testing/member.ts";
import { findNeedles } from "../testing/needles.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let sent = 0;
const HOUR = 3_600_000;
const tell = (userId: string, traits: object) =>
  at.send(
    [
      {
        ...{ type: "identify", userId, traits, messageId: `who-${++sent}` },
        timestamp: new Date(Date.now() - 2 * HOUR + sent * 1000).toISOString(),
      },
    ],
    "server",
  );
const rule = async (act: "join" | "split", a: object, b: object) => {
  const reason = "she showed her passport";
  const { status, body } = await at.ask(`/api/people/${act}`, { actId: randomUUID(), reason, a, b });
  expect([act, status]).toEqual([act, 200]);
  return String(body["rulingId"]);
};
const undo = (id: string) =>
  at.ask(`/api/people/rulings/${id}/undo`, { actId: randomUUID(), reason: "it was the wrong passport" });
const personOf = async (kind: string, value: string) =>
  (await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string };

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

async function two(a: string, b: string) {
  const [one, other] = [await Member.enter(at, a), await Member.enter(at, b)];
  const id = await one.make("Hemma", a);
  await other.accept(await one.invite(id), b);
  return { id, one, other, toOther: await one.other(b), toOne: await other.other(a) };
}

const views = (name: string, who: object) =>
  at.send(
    [
      {
        ...{ type: "track", event: "Product Viewed", messageId: `who-${++sent}`, ...who },
        ...{ timestamp: new Date(Date.now() - HOUR).toISOString(), properties: { name } },
      },
    ],
    "server",
  );

it("a join widens no share: it rests until she says it again, and undone it is seen as before", async () => {
  const phone = "+46701239999";
  await tell("lia", { email: "lia@exempel.se" });
  await views("Lias lampa", { userId: "lia" });
  await views("Någon annans ring", { context: { traits: { phone } } });
  const { one, other, toOther, toOne } = await two("lia", "per");
  await one.share(toOther, "looked");
  const seen = async () => {
    const { body } = await other.see(toOne, "looked");
    return body.code ?? body.lines.map(({ text }) => text).sort();
  };
  const join = () =>
    rule("join", { kind: "email", value: "lia@exempel.se" }, { kind: "phone", value: phone });
  expect(await seen()).toEqual(["Lias lampa"]);

  const ruling = await join();
  expect(await seen()).toBe("household.not_shared");
  const [home] = (await one.households()).items;
  expect(home?.shares.map(({ kind, rests }) => [kind, rests])).toEqual([["looked", true]]);
  expect((await other.households()).items[0]?.sharedWithMe).toEqual([]);
  expect((await undo(ruling)).status).toBe(200);
  expect(await seen()).toEqual(["Lias lampa"]);

  await join();
  await one.share(toOther, "looked");
  expect(await seen()).toEqual(["Lias lampa", "Någon annans ring"]);
});

it("a membership is seen by whoever holds the identifier that accepted; a split takes it home with that one", async () => {
  await tell("tom", { email: "tom@exempel.se" });
  await at.send(
    [
      {
        ...{ type: "track", event: "Order Completed", messageId: "who-tom-2" },
        timestamp: new Date(Date.now() - HOUR).toISOString(),
        context: { traits: { email: "tom.old@exempel.se" } },
      },
    ],
    "server",
  );
  const [a, b] = [
    { kind: "login", value: "tom" },
    { kind: "email", value: "tom.old@exempel.se" },
  ];
  const { id, one, other, toOne } = await two("tom", "ann");
  const asked = async (kind: "login" | "email", value: string) => {
    const person = await personOf(kind, value);
    const { body } = await at.ask(`/api/people/${person.id}/households`);
    return (body as unknown as { items: { id: string }[] }).items.map((home) => home.id);
  };
  expect([await asked("login", "tom"), await asked("email", b.value)]).toEqual([[id], []]);
  const joined = await rule("join", a, b);
  expect([await asked("login", "tom"), await asked("email", b.value)]).toEqual([[id], [id]]);
  expect((await other.households()).items[0]?.members.map((m) => m.id)).toEqual([toOne]);
  await undo(joined);
  expect([await asked("login", "tom"), await asked("email", b.value)]).toEqual([[id], []]);
  expect((await one.households()).items.map((home) => home.id)).toEqual([id]);
});

it("a colleague is told that there is one, how many are in it and what is shared; names only with the right to answer people", async () => {
  await tell("pia", { email: "pia@exempel.se", shoeSize: 39 });
  const { id, one, toOther } = await two("pia", "gun");
  await one.share(toOther, "sizes");
  const person = await personOf("login", "pia");
  const path = `/api/people/${person.id}/households`;
  const standing = { id, members: 2, maker: true, shares: [{ kind: "sizes", title: "Sizes", with: 1 }] };
  const owner = await at.ask(path);
  expect(owner.body["items"]).toMatchObject([{ ...standing, name: "Hemma", called: ["gun"] }]);
  const first = await signUpColleague(at, "owner");
  for (const role of ["sales", "service"] as const) {
    const cookie = await signUpColleague(at, role, first);
    const answer = await fetch(`${at.base}${path}`, { headers: { cookie } });
    const names = role === "service" ? { name: "Hemma", called: ["gun"] } : { name: null, called: null };
    expect(((await answer.json()) as { items: object[] }).items).toMatchObject([{ ...standing, ...names }]);
  }
  const seen = await at.ask(`/api/people/${person.id}/seen?limit=20`);
  expect(JSON.stringify(seen.body)).toContain("people.households");
});

it("being in one household joins nobody, and gives no permission", async () => {
  await tell("ida", { email: "ida@exempel.se" });
  await tell("max", { email: "max@exempel.se" });
  const { one, other, toOther, toOne } = await two("ida", "max");
  for (const kind of ["sizes", "looked", "club_card", "screen_name"]) {
    await one.share(toOther, kind);
    await other.share(toOne, kind);
    await other.see(toOne, kind);
  }
  const [ida, max] = [await personOf("login", "ida"), await personOf("login", "max")];
  expect(ida.id).not.toBe(max.id);
  const heads = await askDatabase(at.database.url, "select 1 from consent.heads");
  const claims = await askDatabase<{ n: number }>(
    at.database.url,
    "select count(distinct component)::int as n from identity.nodes where value in ('ida', 'max')",
  );
  expect([heads, claims]).toEqual([[], [{ n: 2 }]]);
});

it("a share that is taken back while it is being shown waits for it; asked afterwards it is gone", async () => {
  const { one, other, toOther, toOne } = await two("kim", "lou");
  await one.share(toOther, "sizes");
  const lou = identifierOf(at.house.naming, "login", "lou")?.fp ?? "";
  let taken = false;
  let back: Promise<unknown> = Promise.resolve();
  await at.house.db.work({ kind: "system", id: "test" }, async (work) => {
    expect((await sharedWith(work, lou, "sizes")).map(({ called }) => called)).toEqual(["kim"]);
    back = one.unshare(toOther, "sizes").then(() => {
      taken = true;
    });
    await sleep(300);
    expect(taken).toBe(false);
  });
  await back;
  await at.house.db.work({ kind: "system", id: "test" }, async (work) => {
    expect(await sharedWith(work, lou, "sizes")).toEqual([]);
  });
  expect((await other.see(toOne, "sizes")).body.code).toBe("household.not_shared");
});

it("whom nobody knows yet signs in by a link once a member has invited that address, and is in; another address stays outside", async () => {
  const mail = "granne@exempel.se";
  const host = await Member.enter(at, "host");
  const id = await host.make("Huset", "Värd");
  await host.ask("PUT", `household-invitations/${randomUUID()}`, { householdId: id, email: mail });
  const [letter] = await mailsTo(at, mail);
  const code = /household#([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "none";
  const guest = await new Customer(at).signIn(mail);
  const joined = await guest.ask("POST", "/v1/me/household-invitations/accept", { code, called: "Granne" });
  expect(joined.status).toBe(200);
  expect((await host.households()).items[0]?.members.map((one) => one.called)).toContain("Granne");
  const stranger = new Customer(at);
  await stranger.ask("POST", "/v1/me/sign-in", { email: "annan@exempel.se" });
  await answerSignIns(at.house);
  expect(await mailsTo(at, "annan@exempel.se")).toEqual([]);
});

it("erased, she is in no household, in no invitation and in nobody's log; the others stay", async () => {
  await tell("zoe", { email: "zoe.needle@exempel.se", shoeSize: 36 });
  const { id, one: zoe, other: ben, toOther, toOne } = await two("zoe", "ben");
  await zoe.ask("PUT", `households/${id}`, { name: "Hemma", called: "Zoe Nålsöga" });
  const kai = await Member.enter(at, "kai");
  await kai.accept(await ben.invite(id), "Kai");
  await ben.share(toOne, "sizes");
  await zoe.share(toOther, "sizes");
  expect((await zoe.see(toOther, "sizes")).status).toBe(200);
  expect((await ben.see(toOne, "sizes")).status).toBe(200);
  await ben.ask("PUT", `household-invitations/${randomUUID()}`, {
    ...{ householdId: id, email: "zoe.needle@exempel.se" },
  });
  expect((await ben.log()).map((line) => line.other)).toEqual(["Zoe Nålsöga"]);
  const person = await personOf("login", "zoe");
  const asked = await at.ask(`/api/people/${person.id}/rights`, {
    kind: "erasure",
    reason: "hon bad om det",
  });
  expect(asked.status).toBe(200);
  moveClock(25 * HOUR);
  await runRights(at.house);
  await sleep(1000);
  moveClock(25 * HOUR + 10_000);
  await runRights(at.house);
  moveClock(0);
  expect(await findNeedles(at.database.url, at.house.home, ["Nålsöga", "zoe.needle"])).toEqual([]);
  const after = (await ben.households()).items.find((home) => home.id === id);
  expect(after?.members.map(({ called }) => called)).toEqual(["Kai"]);
  expect((await ben.log()).map((line) => [line.what, line.other])).toEqual([["shown", null]]);
});

it("what a copy of one's data holds: households, what is shared with whom, and what was shown", async () => {
  await tell("ulf", { email: "ulf@exempel.se", shoeSize: 45 });
  const { one, other, toOther, toOne } = await two("ulf", "siv");
  await one.share(toOther, "sizes");
  await other.see(toOne, "sizes");
  const person = await personOf("login", "ulf");
  const { body } = await at.ask(`/api/people/${person.id}/rights`, {
    kind: "export",
    reason: "han bad om det",
  });
  await runRights(at.house);
  const file = await at.ask(`/api/rights/${body["id"]}/json`);
  const { identity } = (file.body as { rooms?: Record<string, { table: string }[]> }).rooms ?? {};
  const own = identity?.filter(({ table }) => table.startsWith("identity.household")) ?? [];
  expect(own.map(({ table }) => table)).toEqual([
    "identity.household_members",
    "identity.household_invitations",
    "identity.household_shares",
    "identity.household_log",
  ]);
  expect(own[2]).toMatchObject({ kind: "sizes", with: "siv" });
  expect(own[3]).toMatchObject({ what: "shown", kind: "sizes", seenBy: "siv" });
});
