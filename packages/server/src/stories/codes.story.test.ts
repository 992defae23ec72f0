// A yes of a number that waits for the word from it: a code goes out and comes back by the retailer's gateway, or a reply does.

import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { mayUse, pruneCodes } from "@somlos/modules/consent";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase } from "../testing/customer.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Kind = "phone" | "device";
const CHANNEL = { phone: "sms", device: "push" } as const;
/** A number begins with a plus; whatever else is the id of a device. */
const kindOf = (value: string): Kind => (/^[+0]/.test(value) ? "phone" : "device");
const named = (value: string) => ({ kind: kindOf(value), value });
const of = (value: string) => ({ identifier: named(value), entity: "almvik" });
const yes = (value: string, more: object = {}) =>
  desk.tell(
    desk.yes("", {
      ...{ identifiers: [named(value)], channels: [CHANNEL[kindOf(value)]] },
      ...{ purpose: "letters", textId: desk.texts.letters, ...more },
    }),
  );
const ask = (phone: string, purpose = "letters", key: string = at.secrets.serverKey) =>
  desk.call("/v1/permissions/codes", { ...of(phone), purpose }, key);
let n = 0;
const answer = (phone: string, more: object, key: string = at.secrets.serverKey) =>
  desk.call("/v1/permissions/codes/answer", { ...of(phone), message: `m-${++n}`, ...more }, key);
const codeFor = async (phone: string): Promise<string> => String((await ask(phone)).body["code"]);
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const maySend = async (value: string) => {
  const kind = kindOf(value);
  const fp = at.house.naming.print(`id ${kind}`, value);
  const { allowed, reason } = await at.house.db.work({ kind: "system", id: "test" }, (work) =>
    mayUse(work.tx, {
      ...{
        identifiers: [{ kind, fp }],
        purpose: "letters",
        channel: CHANNEL[kind],
        entityId: desk.entityId,
      },
      ...{ recipientKind: "person", scope: "offers", categories: ["shoes"], now: work.now },
    }),
  );
  return allowed ? "yes" : reason;
};

describe("a yes of a number that waits", () => {
  it("is none until its code comes back, and then says by which source and message", async () => {
    await yes("+46701740601");
    expect(await maySend("+46701740601")).toBe("consent.not_confirmed");
    const { status, body } = await ask("070-174 06 01");
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), text: desk.body, language: "sv" });
    expect(await maySend("+46701740601")).toBe("consent.not_confirmed");
    const code = String(body["code"]);
    expect((await answer("+46701740601", { code: another(code) })).body["code"]).toBe("consent.code_wrong");
    expect(await maySend("+46701740601")).toBe("consent.not_confirmed");
    const said = { reply: `Koden är ${code}!`, message: "sms-77" };
    expect((await answer("+46701740601", said)).body).toEqual({ said: "yes", entries: 1 });
    expect((await answer("+46701740601", said)).body).toEqual({ said: "yes", entries: 0 });
    expect(await maySend("+46701740601")).toBe("yes");
    const [kept] = await askDatabase(
      at.database.url,
      "select collected_by, how, cause from consent.entries where state = 'confirmed' and cause = 'sms-77'",
    );
    expect(kept).toMatchObject({ collected_by: expect.stringMatching(/^source:\d+$/), how: "reply" });
    const stored = await askDatabase(
      at.database.url,
      `select 1 from consent.codes c where c::text like '%${code}%'`,
    );
    expect(stored).toEqual([]);
  });

  it("is confirmed by a clear yes from the number when one code alone is out, and not by its echo when another is", async () => {
    await yes("+46701740602");
    await codeFor("+46701740602");
    for (const reply of ["vem är det?", "kanske", "1"])
      expect((await answer("+46701740602", { reply })).body["code"]).toBe("consent.reply_unread");
    expect((await answer("+46701740602", { reply: "JA!", message: "ja-1" })).body).toMatchObject({
      entries: 1,
    });
    expect(await maySend("+46701740602")).toBe("yes");
    await yes("+46701740602", { channels: ["call"] });
    await codeFor("+46701740602");
    expect((await answer("+46701740602", { reply: "JA!", message: "ja-1" })).body).toMatchObject({
      entries: 0,
    });
    await yes("+46701740602", { channels: ["sms", "call"] });
    await codeFor("+46701740602");
    expect((await answer("+46701740602", { reply: "ja" })).body["code"]).toBe("consent.reply_unread");
  });

  it("never holds when the number says no, and the no is written down", async () => {
    await yes("+46701740603");
    const code = await codeFor("+46701740603");
    expect((await answer("+46701740603", { reply: "STOPP" })).body).toEqual({ said: "no", entries: 1 });
    expect(await maySend("+46701740603")).toBe("consent.withdrawn");
    await answer("+46701740603", { code });
    expect(await maySend("+46701740603")).toBe("consent.withdrawn");
    expect((await ask("+46701740603")).body["code"]).toBe("consent.nothing_waits");
  });

  it("is not guessed: five wrong codes end it, three codes a day are the most, and a day is its time", async () => {
    await yes("+46701740604");
    const first = await codeFor("+46701740604");
    for (let i = 0; i < 5; i++)
      expect((await answer("+46701740604", { code: another(first) })).status).toBe(400);
    expect(await answer("+46701740604", { code: first })).toMatchObject({ status: 410 });
    const second = await codeFor("+46701740604");
    await codeFor("+46701740604");
    expect(await ask("+46701740604")).toMatchObject({ status: 429, body: { code: "consent.codes_enough" } });
    moveClock(25 * HOUR);
    expect((await answer("+46701740604", { code: second })).body["code"]).toBe("consent.code_over");
    const third = await codeFor("+46701740604");
    expect((await answer("+46701740604", { code: third })).body).toMatchObject({ said: "yes", entries: 1 });
    moveClock(10 * 24 * HOUR);
    expect(await pruneCodes(at.house.db)).toBeGreaterThan(3);
  });

  it("answers no other number, no other purpose, and nobody without a server key", async () => {
    await yes("+46701740605");
    const code = await codeFor("+46701740605");
    expect((await answer("+46701740606", { code })).body["code"]).toBe("consent.code_over");
    expect((await ask("+46701740605", "offers")).body["code"]).toBe("consent.nothing_waits");
    expect((await ask("+46701740606")).body["code"]).toBe("consent.nothing_waits");
    expect((await ask("+46701740605", "letters", at.secrets.writeKey)).status).toBe(403);
    expect((await answer("+46701740605", { code }, at.secrets.writeKey)).status).toBe(403);
    const both = { code, reply: code };
    expect((await answer("+46701740605", both)).body["code"]).toBe("door.bad_request");
    expect(await maySend("+46701740605")).toBe("consent.not_confirmed");
  });

  it("is a device's as well: its app brings the code back, and its no ends the yes and takes no other device's", async () => {
    for (const device of ["lur-anna-1", "lur-bo-1"]) {
      await yes(device);
      expect(await maySend(device)).toBe("consent.not_confirmed");
      const code = await codeFor(device);
      expect((await answer(device, { code: another(code) })).body["code"]).toBe("consent.code_wrong");
      expect((await answer(device, { code })).body).toMatchObject({ said: "yes", entries: 1 });
      expect(await maySend(device)).toBe("yes");
    }
    expect((await answer("lur-anna-1", { reply: "nej tack" })).body).toEqual({ said: "no", entries: 1 });
    expect([await maySend("lur-anna-1"), await maySend("lur-bo-1")]).toEqual(["consent.withdrawn", "yes"]);
  });

  it("goes with an erasure, code and all", async () => {
    await at.send(
      [{ type: "identify", userId: "kod", traits: { phone: "+46701740607" }, messageId: "kod" }],
      "server",
    );
    await yes("+46701740607");
    const code = await codeFor("+46701740607");
    const { body } = await at.ask("/api/people/lookup", { kind: "phone", value: "+46701740607" });
    const asked = { kind: "erasure", reason: "she asked", actId: randomUUID() };
    await at.ask(`/api/people/${body["id"]}/rights`, asked);
    for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
      moveClock(ahead);
      await runRights(at.house);
    }
    const fp = at.house.naming.print("id phone", "+46701740607");
    const left = await askDatabase(
      at.database.url,
      `select 1 from consent.codes where fp = '${Buffer.from(fp, "latin1").toString("hex")}'`,
    );
    expect(left).toEqual([]);
    expect((await answer("+46701740607", { code })).status).toBe(410);
  });
});
