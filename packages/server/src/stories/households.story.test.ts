// A household shares only what a member shares: entered by invitation alone, each thing with whom one says, gone at once.
import { randomUUID } from "node:crypto";
import { uuidOf } from "@somlos/kernel/ids";
import { shareKinds } from "@somlos/modules/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, mailsTo } from "../testing/customer.ts";
import { Member } from "../testing/member.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let sent = 0;
const says = (userId: string, traits: object) => ({
  ...{ type: "identify", userId, traits, messageId: `household-${++sent}` },
  timestamp: new Date(Date.now() - 3_600_000 + sent * 1000).toISOString(),
});
const looked = (userId: string, name: string) => ({
  ...{ type: "track", userId, event: "Product Viewed", messageId: `household-${++sent}` },
  ...{ properties: { name }, timestamp: new Date(Date.now() - 3_600_000 + sent * 1000).toISOString() },
});

beforeAll(async () => {
  at = await openTestApp();
  await at.send(
    [
      says("mia", { email: "mia@exempel.se", shoeSize: 38, club_card: "K-MIA-1", name: "Mia Canary" }),
      says("bo", { email: "bo@exempel.se", shoeSize: 44, name: "Bo Hemlig" }),
      says("eva", { email: "eva@exempel.se", address: "Storgatan 1", lastName: "Lund" }),
      says("ola", { email: "ola@exempel.se", address: "Storgatan 1", lastName: "Lund" }),
      looked("mia", "Lampa Mia"),
    ],
    "server",
  );
});
afterAll(() => at.close());

/** Two in a household of their own. */
async function two(a: string, b: string, name = "Hemma") {
  const [one, other] = [await Member.enter(at, a), await Member.enter(at, b)];
  for (const who of [one, other])
    for (const { id } of (await who.households()).items) await who.ask("DELETE", `households/${id}`);
  const id = await one.make(name, a);
  expect((await other.accept(await one.invite(id), b)).status).toBe(200);
  return { id, one, other, toOther: await one.other(b), toOne: await other.other(a) };
}

/** As if it had been made that long ago. */
const age = (code: string, by: string) =>
  askDatabase(
    at.database.url,
    "update identity.household_invitations set made_at = made_at - $2::interval, ends_at = ends_at - $2::interval where code = $1",
    [uuidOf(at.house.naming.print("household code", code)), by],
  );

describe("entering", () => {
  it("nobody is ever put in one by address or family name", async () => {
    for (const who of ["eva", "ola"])
      expect((await (await Member.enter(at, who)).households()).items).toEqual([]);
  });

  it("an invitation works once; the same answer again for who is in, none for another", async () => {
    const mia = await Member.enter(at, "mia-once");
    const code = await mia.invite(await mia.make("Hemma", "Mia"));
    const [bo, third] = [await Member.enter(at, "bo-once"), await Member.enter(at, "third-once")];
    const seen = await bo.ask<object>("POST", "household-invitations/look", { code });
    expect(seen.body).toMatchObject({ household: "Hemma", by: "Mia", members: 1 });
    expect((await bo.households()).items).toEqual([]);
    const typed = code.toLowerCase().replaceAll("-", " ");
    for (let twice = 0; twice < 2; twice++)
      expect((await bo.accept(typed, "Bo")).body.items.map((one) => one.members.length)).toEqual([1]);
    expect((await third.accept(code, "X")).body.code).toBe("household.invitation_dead");
    expect((await third.accept("0000-0000-0000", "X")).body.code).toBe("household.invitation_dead");
    expect((await third.households()).items).toEqual([]);
  });

  it("of many who hold one code at the same moment, one enters", async () => {
    const mia = await Member.enter(at, "mia-race");
    const code = await mia.invite(await mia.make("Hemma", "Mia"));
    const all = await Promise.all([1, 2, 3, 4].map((n) => Member.enter(at, `race-${n}`)));
    const answers = await Promise.all(all.map((who, n) => who.accept(code, `N${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  it("it ends after seven days, when it is taken back, and when who made it leaves", async () => {
    const mia = await Member.enter(at, "mia-ends");
    const id = await mia.make("Hemma", "Mia");
    const bo = await Member.enter(at, "bo-ends");
    const [old, back, left] = [await mia.invite(id), await mia.invite(id), await mia.invite(id)];
    const open = (await mia.households()).items[0]?.invitations ?? [];
    const taken = open.find(({ code }) => code === back)?.id ?? "";
    expect((await bo.ask("DELETE", `household-invitations/${taken}`)).body.code).toBe("me.not_found");
    expect((await mia.ask("DELETE", `household-invitations/${taken}`)).status).toBe(200);
    expect((await bo.accept(back, "Bo")).body.code).toBe("household.invitation_dead");
    await age(old, "7 days -1 minute");
    expect((await bo.ask<object>("POST", "household-invitations/look", { code: old })).status).toBe(200);
    await age(old, "2 minutes");
    expect((await bo.accept(old, "Bo")).body.code).toBe("household.invitation_dead");
    expect((await mia.ask("DELETE", `households/${id}`)).body.items).toEqual([]);
    expect((await bo.accept(left, "Bo")).body.code).toBe("household.invitation_dead");
  });

  it("mailed, the answer is the same whether we know the address; no word of the sender's is in the mail, and it is for that address", async () => {
    const mia = await Member.enter(at, "mia");
    const householdId = await mia.make("Köp Billigt Nu", "Casino Gratis");
    const answers = [];
    for (const email of ["bo@exempel.se", "nobody-knows@exempel.se"]) {
      const { status, body } = await mia.ask("PUT", `household-invitations/${randomUUID()}`, {
        householdId,
        email,
      });
      const one = body.items.find(({ id }) => id === householdId)?.invitations.at(-1);
      answers.push([status, one?.mailed, Object.keys(one ?? {})]);
    }
    expect(answers[0]).toEqual(answers[1]);
    const [known, unknown] = [
      await mailsTo(at, "bo@exempel.se"),
      await mailsTo(at, "nobody-knows@exempel.se"),
    ];
    expect([known.length, unknown.length]).toEqual([1, 1]);
    expect(known[0]?.text).not.toMatch(/Köp|Casino|mia/i);
    const code = /household#([\w-]+)/.exec(known[0]?.text ?? "")?.[1] ?? "";
    const stranger = await Member.enter(at, "stranger");
    expect((await stranger.accept(code, "S")).body.code).toBe("household.invitation_elsewhere");
    const bo = await Member.enter(at, "bo");
    expect((await bo.accept(code, "Bo")).status).toBe(200);
    await bo.ask("DELETE", `households/${householdId}`);
  });

  it("twelve are the most in one, five the most for one", async () => {
    const mia = await Member.enter(at, "mia-many");
    const id = await mia.make("Stort", "Mia");
    const codes: string[] = [];
    for (let n = 0; n < 12; n++) codes.push(await mia.invite(id));
    const answers = await Promise.all(
      codes.map(async (code, n) => (await Member.enter(at, `many-${n}`)).accept(code, `N${n}`)),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(11);
    expect(answers.find(({ status }) => status !== 200)?.body.code).toBe("household.full");
    for (let n = 0; n < 4; n++) await mia.make(`Nr ${n}`, "Mia");
    const sixth = await mia.ask("PUT", `households/${randomUUID()}`, { name: "Ett till", called: "Mia" });
    expect(sixth.body.code).toBe("household.too_many");
  });
});

describe("sharing", () => {
  it("nothing is shared by being in it: of the other there is the chosen name and nothing else", async () => {
    const { other, toOne } = await two("mia", "bo");
    const seen = JSON.stringify(await other.households());
    expect(seen).not.toMatch(/canary|mia@|KMIA|Shoes"|Lampa/i);
    for (const kind of ["sizes", "looked", "club_card", "screen_name"])
      expect((await other.see(toOne, kind)).body.code).toBe("household.not_shared");
    expect((await (await Member.enter(at, "mia")).log()).filter(({ what }) => what === "shown")).toEqual([]);
  });

  it("each thing is seen by whom it was shared with, is gone at once when taken back, and its owner reads who saw it", async () => {
    const { id, one, other, toOther, toOne } = await two("mia", "bo", "Vårt hem");
    const third = await Member.enter(at, "third");
    await third.accept(await one.invite(id), "Tredje");
    await one.share(toOther, "sizes");
    expect((await other.see(toOne, "sizes")).body).toEqual({
      called: "mia",
      lines: [{ label: "Shoes", text: "38", more: null }],
    });
    expect((await third.see(toOne, "sizes")).body.code).toBe("household.not_shared");
    expect((await other.see(toOne, "looked")).body.code).toBe("household.not_shared");
    await one.share(toOther, "looked");
    await one.share(toOther, "club_card");
    expect((await other.see(toOne, "looked")).body.lines.map(({ text }) => text)).toEqual(["Lampa Mia"]);
    expect((await other.see(toOne, "club_card")).body.lines.map(({ text }) => text)).toEqual(["KMIA1"]);
    await one.unshare(toOther, "sizes");
    expect((await other.see(toOne, "sizes")).body.code).toBe("household.not_shared");
    await one.ask("DELETE", "household-shares");
    expect((await other.see(toOne, "club_card")).body.code).toBe("household.not_shared");
    const log = (await one.log()).filter((line) => line.household === "Vårt hem");
    expect(log.map(({ what, kind, other: who }) => [what, kind, who])).toEqual([
      ["shown", "club_card", "bo"],
      ["shown", "looked", "bo"],
      ["shown", "sizes", "bo"],
    ]);
    expect((await other.log()).filter((line) => line.household === "Vårt hem")).toEqual([]);
  });

  it("every kind is off by default, says in three languages what is seen, and is taken back at once", async () => {
    const { one, other, toOther, toOne } = await two("mia", "bo");
    for (const { name, title, sees } of shareKinds) {
      for (const language of ["en", "sv", "da"] as const)
        expect([title[language].length > 3, sees[language].length > 20]).toEqual([true, true]);
      expect((await other.see(toOne, name)).status).toBe(404);
      await one.share(toOther, name);
      await one.share(toOther, name);
      expect((await other.see(toOne, name)).status).toBe(200);
      await one.unshare(toOther, name);
      await one.unshare(toOther, name);
      expect((await other.see(toOne, name)).status).toBe(404);
    }
    expect((await one.share(toOther, "everything")).body.code).toBe("me.not_found");
  });

  it("another's household is not there: nobody outside sees, shares, invites, removes or ends anything", async () => {
    const { id, one, toOther } = await two("mia", "bo");
    const mallory = await Member.enter(at, "mallory");
    const tries: readonly (readonly [string, string, object?])[] = [
      ["PUT", `households/${id}`, { name: "Mitt", called: "M" }],
      ["DELETE", `households/${id}`],
      ["DELETE", `household-members/${toOther}`],
      ["PUT", `household-members/${toOther}/shares/sizes`],
      ["GET", `household-members/${toOther}/shares/sizes`],
      ["PUT", `household-invitations/${randomUUID()}`, { householdId: id }],
    ];
    for (const [method, path, body] of tries) {
      const answer = await mallory.ask(method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    expect((await one.households()).items.find((home) => home.id === id)?.members.length).toBe(1);
  });

  it("on a shared screen a name stands only where its owner let it, and it opens nothing", async () => {
    const { one, other, toOther } = await two("mia-screen", "bo-screen");
    const screen = async () =>
      (await other.ask<{ others: { called: string }[] }>("GET", "household-screen")).body.others;
    expect(await screen()).toEqual([]);
    await one.share(toOther, "screen_name");
    expect((await screen()).map(({ called }) => called)).toEqual(["mia-screen"]);
    expect((await one.log()).map(({ kind }) => kind)).toEqual(["screen_name"]);
    await one.unshare(toOther, "screen_name");
    expect(await screen()).toEqual([]);
  });
});

describe("leaving", () => {
  it("is one act: what both shared is over, and the last one ends the household", async () => {
    const { id, one, other, toOther, toOne } = await two("mia", "bo");
    await one.share(toOther, "sizes");
    await other.share(toOne, "sizes");
    expect((await other.ask("DELETE", `households/${id}`)).status).toBe(200);
    expect((await one.see(toOther, "sizes")).body.code).toBe("me.not_found");
    expect((await other.see(toOne, "sizes")).body.code).toBe("me.not_found");
    await one.ask("DELETE", `households/${id}`);
    const left = await askDatabase<{ n: number }>(
      at.database.url,
      "select count(*)::int as n from identity.households where id = $1",
      [id],
    );
    expect(left).toEqual([{ n: 0 }]);
  });

  it("nobody is taken out silently: by the maker alone, told by mail and in their corner", async () => {
    const { id, one, other, toOther, toOne } = await two("mia", "bo", "Gamla hemmet");
    expect((await other.ask("DELETE", `household-members/${toOne}`)).body.code).toBe("household.not_maker");
    const renamed = await other.ask("PUT", `households/${id}`, { name: "Kupp", called: "Bosse" });
    expect(renamed.body.code).toBe("household.not_maker");
    const before = (await mailsTo(at, "bo@exempel.se")).length;
    expect((await one.ask("DELETE", `household-members/${toOther}`)).status).toBe(200);
    const mails = await mailsTo(at, "bo@exempel.se");
    expect([mails.length - before, mails.at(-1)?.purpose]).toEqual([1, "identity.household_removed"]);
    expect((await other.log())[0]).toMatchObject({ what: "removed", household: "Gamla hemmet" });
    expect((await other.households()).items.some((home) => home.id === id)).toBe(false);
  });
});
