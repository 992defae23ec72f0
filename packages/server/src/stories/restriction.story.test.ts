// LAW-28, GDPR article 18: who wants it has what is kept of them kept and nothing else, at once, until they take it back or were
// told a day before it is lifted.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { liftDue } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, mailsTo, tokenIn } from "../testing/customer.ts";
import { firstId, HOUR, openQuiet, type Quiet, REASON } from "../testing/restriction-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let quiet: Quiet;
beforeAll(async () => {
  at = await openTestApp();
  quiet = await openQuiet(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

describe("she asks for it in her corner", () => {
  it("and it holds at the next use, but for what is about her order; she is told by mail, and asked again it is one", async () => {
    const astrid = await quiet.meet("astrid");
    const me = await quiet.cornerOf(astrid);
    expect((await me.look()).body).toEqual({ restricted: false, items: [] });
    expect(await quiet.use(astrid.mail)).toBe("yes");
    const asked = await me.ask("accuracy");
    expect(asked.body).toMatchObject({
      restricted: true,
      items: [{ ground: "accuracy", by: "person", state: "holds", liftAt: null }],
    });
    expect(await quiet.use(astrid.mail)).toBe("consent.restricted");
    expect(await quiet.use(astrid.mail, { purpose: "known", channel: "store" })).toBe("consent.restricted");
    expect(await quiet.use(astrid.mail, { purpose: "orders" })).toBe("yes");
    expect((await me.ask("accuracy")).body.items).toHaveLength(1);
    expect((await me.ask("claim")).body.items.map(({ ground }) => ground)).toEqual(["claim", "accuracy"]);
    const mails = (await mailsTo(at, astrid.mail)).filter(({ purpose }) => purpose === "rights.restriction");
    expect(mails.map(({ text }) => /sparar vi bara/.test(text))).toEqual([true, true]);
    expect(await quiet.logged(firstId(asked))).toMatchObject([{ name: "restriction.set" }]);
    expect((await me.ask("because")).code).toBe("door.bad_request");
  });

  it("she takes it back at once, one after the other; the mail's button restricts it again", async () => {
    const britta = await quiet.meet("britta");
    const me = await quiet.cornerOf(britta);
    const one = firstId(await me.ask("unlawful"));
    const two = firstId(await me.ask("objection"));
    await me.takeBack(one);
    expect(await quiet.use(britta.mail)).toBe("consent.restricted");
    const back = await me.takeBack(two);
    expect(back.body).toMatchObject({
      restricted: false,
      items: [{ state: "lifted", liftBy: "person" }, {}],
    });
    expect((await me.takeBack(two)).status).toBe(200);
    expect(await quiet.use(britta.mail)).toBe("yes");
    const mail = (await mailsTo(at, britta.mail)).findLast(({ purpose }) => purpose === "rights.lifted");
    const undone = await quiet.knock("", "POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
    expect(undone.body).toEqual({ what: "lifted" });
    expect((await me.look()).code).toBe("door.not_signed_in"); // whoever took it back may be an impostor
    expect(await quiet.use(britta.mail)).toBe("consent.restricted");
    expect((await quiet.logged(two)).map(({ name }) => name)).toEqual([
      "restriction.set",
      "restriction.lifted",
      "restriction.kept",
    ]);
  });

  it("another's is not there for her, and the button of the first mail takes it back for who was told", async () => {
    const [cilla, doris] = [await quiet.meet("cilla"), await quiet.meet("doris")];
    const her = await quiet.cornerOf(cilla);
    const id = firstId(await her.ask("claim"));
    expect((await (await quiet.cornerOf(doris)).takeBack(id)).code).toBe("rights.not_found");
    const mail = (await mailsTo(at, cilla.mail)).at(-1);
    const undone = await quiet.knock("", "POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
    expect(undone.body).toEqual({ what: "restriction" });
    expect(await quiet.use(cilla.mail)).toBe("yes");
  });
});

describe("what our staff sees and does", () => {
  it("somebody whose use is restricted is there and nothing is told of them, but to whoever answers for rights", async () => {
    const elsa = await quiet.meet("elsa");
    await at.send(
      [{ type: "identify", userId: elsa.mail, messageId: "elsa", traits: { name: "Elsa Kanarie" } }],
      "server",
    );
    await (await quiet.cornerOf(elsa)).ask("accuracy");
    for (const cookie of [quiet.colleague.marketing, quiet.colleague.manager]) {
      const ask = (path: string, body?: object) =>
        quiet.knock(cookie, body === undefined ? "GET" : "POST", `/api/people${path}`, body);
      expect((await ask(`/${elsa.id}/reason`, { reason: REASON })).status).toBe(200);
      expect((await quiet.knock(cookie, "POST", "/api/looks/reason", { reason: REASON })).status).toBe(200);
      const texts: string[] = [];
      for (const path of [`/${elsa.id}`, `/lookup?kind=email&value=${elsa.mail}`, "?query=Elsa"]) {
        const { status, code, body } = await ask(path);
        expect([path, status, code]).toEqual([path, 200, undefined]);
        texts.push(JSON.stringify(body));
      }
      expect(texts.every((text) => text.includes('"restriction":"closed"'))).toBe(true);
      expect(texts.join()).not.toMatch(/Kanarie|elsa@/);
      for (const path of ["timeline", "permissions", "wishes", "dial", "claims", "rulings", "seen"])
        expect([path, (await ask(`/${elsa.id}/${path}`)).code]).toEqual([path, "people.restricted"]);
      const live = await quiet.knock(cookie, "GET", "/api/events/live?limit=100");
      expect(JSON.stringify(live.body["items"])).not.toContain("Kanarie");
    }
    const join = {
      actId: randomUUID(),
      reason: REASON,
      a: { id: elsa.id },
      b: { id: (await quiet.meet("ester")).id },
    };
    expect((await quiet.knock(quiet.colleague.manager, "POST", "/api/people/join", join)).code).toBe(
      "people.restricted",
    );
    const seen = await quiet.knock(quiet.colleague.service, "GET", `/api/people/${elsa.id}`);
    expect(seen.body).toMatchObject({ restriction: "shown", name: "Elsa Kanarie" });
    expect(
      (await quiet.knock(quiet.colleague.service, "GET", `/api/people/${elsa.id}/timeline`)).status,
    ).toBe(200);
  });

  it("writes it down with the reason, at once, and lifts it a day after she was told; till then nothing is used", async () => {
    const frida = await quiet.meet("frida");
    const staff = quiet.ofPerson(frida);
    const asked = await staff.ask("unlawful");
    const id = firstId(asked);
    expect(asked.body).toMatchObject({ restricted: true, items: [{ by: "staff", state: "holds" }] });
    expect(await quiet.use(frida.mail)).toBe("consent.restricted");
    const lifted = await staff.lift(id);
    expect(lifted.body).toMatchObject({
      restricted: true,
      items: [{ state: "lifting", liftBy: "staff", told: 1 }],
    });
    expect((await staff.lift(id)).body).toEqual(lifted.body);
    const told = (await mailsTo(at, frida.mail)).filter(({ purpose }) => purpose === "rights.lift");
    expect(told.map(({ text }) => /Om 24 timmar/.test(text))).toEqual([true]);
    await liftDue(at.house);
    moveClock(23 * HOUR);
    await liftDue(at.house);
    expect(await quiet.use(frida.mail)).toBe("consent.restricted");
    await quiet.aDayLater();
    expect(await quiet.use(frida.mail)).toBe("yes");
    expect((await staff.look()).body).toMatchObject({ restricted: false, items: [{ state: "lifted" }] });
    expect((await quiet.logged(id)).map(({ name }) => name)).toEqual([
      "restriction.set",
      "restriction.lift_asked",
      "restriction.lifted",
    ]);
    expect(JSON.stringify(await quiet.logged(id))).not.toContain(frida.mail);
    const audit = await at.ask("/api/audit?limit=200");
    const acts = (audit.body["items"] as unknown as { what: string; reason: string | null }[]).map(
      ({ what, reason }) => `${what}: ${reason}`,
    );
    expect(acts).toEqual(
      expect.arrayContaining([`restrictions.ask: ${REASON}`, "restrictions.lift: utrett"]),
    );
  });

  it("the button of the mail keeps it, and so does asking again; it is not lifted then", async () => {
    const greta = await quiet.meet("greta");
    const [me, staff] = [await quiet.cornerOf(greta), quiet.ofPerson(greta)];
    const id = firstId(await me.ask("objection"));
    await staff.lift(id);
    const mail = (await mailsTo(at, greta.mail)).at(-1);
    expect((await quiet.knock("", "POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") })).status).toBe(
      200,
    );
    expect((await me.look()).body.items).toMatchObject([{ state: "holds" }]);
    await staff.lift(id);
    expect((await me.look()).body.items).toMatchObject([{ state: "lifting", liftBy: "staff" }]);
    expect((await me.ask("objection")).body.items).toMatchObject([{ id, state: "holds" }]);
    await quiet.aDayLater();
    expect(await quiet.use(greta.mail)).toBe("consent.restricted");
  });

  it("is written down by whoever answers for rights alone, and the database lifts nothing before its day", async () => {
    const hanna = await quiet.meet("hanna");
    for (const role of ["marketing", "manager"] as const)
      expect((await quiet.ofPerson(hanna, quiet.colleague[role]).ask("claim")).code).toBe("door.not_allowed");
    const staff = quiet.ofPerson(hanna);
    await staff.lift(firstId(await staff.ask("claim")));
    const early = askDatabase(
      at.database.url,
      "update rights.lifts set state = 'done', ended_at = now() where state = 'waiting'",
    );
    await expect(early).rejects.toThrow(/lifts_check/);
    const soon = askDatabase(
      at.database.url,
      "update rights.lifts set due_at = asked_at + interval '1 hour' where state = 'waiting'",
    );
    await expect(soon).rejects.toThrow(/lifts_check/);
  });
});
