// LAW-28, GDPR article 18: a restriction goes with identifiers through joins and splits, and no way leads round it.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { usePermission } from "@somlos/modules/consent";
import { walkOn } from "@somlos/modules/identity";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { Member } from "../testing/member.ts";
import { HEAD, openFiles } from "../testing/permission-files.ts";
import { firstId, HOUR, openQuiet, type Person, type Quiet } from "../testing/restriction-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let quiet: Quiet;
beforeAll(async () => {
  at = await openTestApp();
  quiet = await openQuiet(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

describe("people who are joined and parted", () => {
  const both = async (...people: Person[]) => {
    const told = [];
    for (const { mail } of people) told.push(await quiet.use(mail));
    return told;
  };
  /** By his card alone: two logins are never one. */
  async function guest(name: string): Promise<Person> {
    const mail = `${name}@exempel.se`;
    const traits = { email: mail, club_card: `R-${name}` };
    const bought = { type: "track", event: "Order Completed", messageId: randomUUID(), context: { traits } };
    await at.send([bought], "server");
    await quiet.desk.tell(quiet.desk.yes(mail));
    const { body } = await at.ask("/api/people/lookup", { kind: "email", value: mail });
    return { mail, id: String(body["id"]) };
  }
  const joinOf = async (...[a, b]: Person[]) => {
    const named = [a, b].map((one) => ({ kind: "email", value: one?.mail }));
    const wish = { actId: randomUUID(), reason: "by passport", a: named[0], b: named[1] };
    return String((await at.ask("/api/people/join", wish)).body["rulingId"]);
  };
  const undo = (id: string) =>
    at.ask(`/api/people/rulings/${id}/undo`, { actId: randomUUID(), reason: "her brother" });

  it("whoever holds what was restricted is left alone, and it goes home with its own", async () => {
    const [ida, ivar] = [await quiet.meet("ida"), await guest("ivar")];
    await (await quiet.cornerOf(ida)).ask("accuracy");
    expect(await both(ida, ivar)).toEqual(["consent.restricted", "yes"]);
    const ruling = await joinOf(ida, ivar);
    expect(await both(ida, ivar)).toEqual(["consent.restricted", "consent.restricted"]);
    await undo(ruling);
    expect(await both(ida, ivar)).toEqual(["consent.restricted", "yes"]);
  });

  it("asked while they were one it stays with each, and each takes back their own alone", async () => {
    const [jenny, jens] = [await quiet.meet("jenny"), await guest("jens")];
    const ruling = await joinOf(jenny, jens);
    const me = await quiet.cornerOf(jenny);
    const id = firstId(await me.ask("claim"));
    await undo(ruling);
    expect(await both(jenny, jens)).toEqual(["consent.restricted", "consent.restricted"]);
    await me.takeBack(id);
    expect(await both(jenny, jens)).toEqual(["yes", "consent.restricted"]);
    const { body } = await at.ask("/api/people/lookup", { kind: "email", value: jens.mail });
    const staff = quiet.ofPerson({ ...jens, id: String(body["id"]) });
    expect((await staff.look()).body.items).toMatchObject([{ id, state: "holds" }]);
    await staff.lift(id);
    await joinOf(jenny, jens); // and what waits is about his alone
    await quiet.aDayLater();
    expect(await both(jenny, jens)).toEqual(["yes", "yes"]);
  });
});

describe("nothing goes round it", () => {
  it("neither a new yes, nor a file, nor what is told of her again; and nobody counts her as reached", async () => {
    const karin = await quiet.meet("karin");
    type Reach = { readonly reachable: number };
    const reached = async () =>
      ((await at.ask("/api/permissions/reach")).body["found"] as unknown as Reach).reachable;
    const before = await reached();
    await (await quiet.cornerOf(karin)).ask("unlawful");
    expect(await reached()).toBe(before - 1);
    await quiet.desk.tell(quiet.desk.yes(karin.mail));
    const file = await openFiles(at, quiet.desk).take(
      Buffer.from(`${HEAD}\n${openFiles(at, quiet.desk).row(karin.mail)}\n`),
      "yes.csv",
    );
    expect(file).toMatchObject({ state: "done", entries: 1 });
    await quiet.desk.meet(karin.mail);
    expect(await quiet.use(karin.mail)).toBe("consent.restricted");
    expect(await reached()).toBe(before - 1);
  });

  it("households show nothing of her and to her, and she is nobody's likely double", async () => {
    for (const [userId, size] of [
      ["lova", 38],
      ["lars", 44],
    ])
      await at.send(
        [
          {
            type: "identify",
            userId,
            messageId: `h-${userId}`,
            traits: { email: `${userId}@exempel.se`, club_card: `H-${size}` },
          },
        ],
        "server",
      );
    const [lova, lars] = [await Member.enter(at, "lova"), await Member.enter(at, "lars")];
    await lars.accept(await lova.invite(await lova.make("Hemma", "Lova")), "Lars");
    const [toLars, toLova] = [await lova.other("Lars"), await lars.other("Lova")];
    await lova.share(toLars, "club_card");
    expect((await lars.see(toLova, "club_card")).status).toBe(200);
    const asked = await quiet.knock(lova.cookie, "POST", "/v1/me/restrictions", { ground: "objection" });
    expect((await lars.see(toLova, "club_card")).body.code).toBe("household.not_shared");
    await quiet.knock(lova.cookie, "DELETE", `/v1/me/restrictions/${firstId(asked)}`, {});
    expect((await lars.see(toLova, "club_card")).status).toBe(200);
    let more = true;
    while (more) more = await at.house.db.work({ kind: "system", id: "t" }, (w) => walkOn(w, at.house));
  });

  it("a copy of hers tells of it, and an erasure may still be asked and takes it with her", async () => {
    const traits = (email: string) => ({
      ...{ type: "identify", userId: "maja", messageId: email, traits: { email } },
    });
    await at.send([traits("maja@exempel.se"), traits("maja@post.exempel.se")], "server");
    await askDatabase(at.database.url, "delete from access.tries");
    const browser = await (await new Customer(at).signIn("maja@exempel.se")).prove("maja@post.exempel.se");
    const before = [await quiet.rows("rights.restrictions"), await quiet.rows("identity.restricted")];
    expect((await browser.ask("POST", "/v1/me/restrictions", { ground: "claim" })).status).toBe(200);
    const asked = (await browser.ask("POST", "/v1/me/exports", {})).body;
    await runRights(at.house);
    const copy = await browser.fetch("GET", `/v1/me/exports/${String(asked["id"])}/json`);
    const { rooms } = (await copy.json()) as { rooms: Record<string, object[]> };
    expect(rooms["rights"]).toContainEqual(
      expect.objectContaining({ table: "rights.restrictions", ground: "claim" }),
    );
    expect((await browser.ask("POST", "/v1/me/erasures", {})).status).toBe(200);
    moveClock(25 * HOUR);
    await runRights(at.house);
    expect([await quiet.rows("rights.restrictions"), await quiet.rows("identity.restricted")]).toEqual(
      before,
    );
  });
});

it("a send that asked first is done before it holds, and one that asks after it is refused", async () => {
  const nora = await quiet.meet("nora");
  const me = await quiet.cornerOf(nora);
  const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let holds = false;
  const wish = {
    purpose: "offers",
    channel: "mail",
    entityId: quiet.desk.entityId,
    recipientKind: "person",
  } as const;
  const whole = { ...wish, scope: "offers", categories: ["shoes"] };
  const sending = at.house.db.work({ kind: "system", id: "test" }, async (work) => {
    const answer = await usePermission(work, at.house, { personId: nora.id }, whole);
    asked.resolve();
    await go.promise;
    expect(holds).toBe(false);
    return answer.allowed;
  });
  await asked.promise;
  const asking = me.ask("accuracy").then(() => {
    holds = true;
  });
  await Promise.race([asking, new Promise((on) => setTimeout(on, 3000))]);
  go.resolve();
  expect(await sending).toBe(true);
  await asking;
  expect(await quiet.use(nora.mail)).toBe("consent.restricted");
});
