// REC-09: the words say what one gets for a yes, how many say yes is counted, and an event tells whether it came.
import { randomUUID } from "node:crypto";
import type { Benefit } from "@somlos/contract/rooms/consent-benefits";
import { moveClock } from "@somlos/kernel/clock";
import { countRecognition, pruneShown } from "@somlos/modules/consent";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const DAY = 86_400_000;
const GETS = "Rean en dag före alla andra";
const FORM = "almvik.example/kassa";
let at: TestApp;
let desk: Desk;
let words: Record<"offers" | "letters", string>;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  words = { offers: await publish("offers"), letters: await publish("letters") };
  await countRecognition(at.house);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const wish = (more: object = {}) => ({
  ...{ basis: "consent", language: "sv", body: desk.body, scopes: ["offers"], categories: ["shoes"] },
  ...{ channels: ["mail", "sms", "call", "push"], entityIds: [desk.entityId] },
  ...{ benefit: GETS, proof: { event: "Coupon Sent", days: 30 }, ...more },
});
async function publish(purpose: string, more: object = {}): Promise<string> {
  const { status, body } = await at.ask(`/api/permissions/purposes/${purpose}/texts`, wish(more));
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body["id"]);
}
const show = (...ids: string[]) =>
  desk.call(
    "/v1/permissions/shown",
    { shown: ids.map((id) => ({ id, textId: words.offers, place: FORM })) },
    at.secrets.serverKey,
  );
const yes = (email: string, more: object = {}) =>
  desk.tell(desk.yes(email, { textId: words.offers, ...more }));
let sent = 0;
const sends = (userId: string, event = "Coupon Sent", more: object = {}) =>
  at.send([{ messageId: `coupon-${++sent}`, type: "track", event, userId, ...more }], "server");

async function figures(textId: string, days = 90): Promise<Benefit> {
  await countRecognition(at.house);
  const { body } = await at.ask(`/api/permissions/benefits?days=${days}`);
  const found = (body["items"] as unknown as Benefit[]).find((one) => one.textId === textId);
  if (found === undefined) throw new Error("words without figures");
  return found;
}
async function letterTo(address: string): Promise<string> {
  const client = await at.house.db.connect();
  const { rows } = await client
    .query<{ text: string }>("select body_text as text from kernel.mails where to_address = $1", [address])
    .finally(() => client.end());
  return rows[0]?.text ?? "";
}
/** Readers of the log stand behind every open transaction of the PostgreSQL, which other tests share. */
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 20_000, interval: 100 });

it("REC-09 counts how many say yes, and to how many of them it came, in time, to whoever the person is", async () => {
  const people = ["anna", "bo", "cia", "dan", "eva"].map((name) => `${name}@exempel.se`);
  const [anna = "", bo = "", cia = "", dan = "", eva = ""] = people;
  for (const one of people) await desk.meet(one);
  expect((await show(...Array.from({ length: 10 }, (_, i) => `form-${i}`))).body["counted"]).toBe(10);
  expect((await show("form-3", "form-10")).body["counted"]).toBe(1);
  await sends(anna, "Coupon Sent", { timestamp: new Date(Date.now() - 60_000) }); // before she said anything
  for (const one of [anna, bo, cia, dan]) await yes(one, { channels: ["mail", "call"] });
  await yes(eva, { evidence: { ...desk.evidence, place: "a form that tells of no showings" } });
  expect(await figures(words.offers)).toMatchObject({
    ...{ benefit: GETS, proof: { event: "Coupon Sent", days: 30 }, shown: 11, yes: 5, accepted: 4 / 11 },
    ...{ came: 0, waiting: 5, ended: 0, missed: 0 },
  });

  await sends(anna);
  await sends(anna); // a second one is no second benefit
  await sends(cia, "Coupon Opened"); // another event tells of nothing
  // Bo is met as a browser that signs in only afterwards: it is his all the same.
  await at.send(
    [
      {
        messageId: "bo-1",
        type: "identify",
        userId: bo,
        anonymousId: "bo-browser",
        context: { channel: "web" },
      },
    ],
    "server",
  );
  await at.send(
    [
      {
        messageId: "bo-2",
        type: "track",
        event: "Coupon Sent",
        anonymousId: "bo-browser",
        context: { channel: "web" },
      },
    ],
    "server",
  );
  await desk.tell(desk.no(cia));
  await soon(async () =>
    expect(await figures(words.offers)).toMatchObject({ came: 2, ended: 1, waiting: 2 }),
  );

  moveClock(31 * DAY);
  await sends(dan);
  await soon(async () =>
    expect(await figures(words.offers)).toMatchObject({ came: 2, ended: 1, waiting: 0, missed: 2 }),
  );
});

it("REC-09 awaits what one gets from the word of the address itself on, and nothing of a yes that waits", async () => {
  const mail = "fia@exempel.se";
  await desk.meet(mail);
  await desk.tell(desk.yes(mail, { purpose: "letters", textId: words.letters }));
  expect(await figures(words.letters)).toMatchObject({ yes: 0, waiting: 0, shown: 0, accepted: null });
  const token = /#confirm=([\w.-]+)/.exec(await letterTo(mail))?.[1] ?? "";
  for (const _ of [1, 2]) await desk.call("/v1/permissions/confirm", { token });
  expect(await figures(words.letters)).toMatchObject({ yes: 1, waiting: 1 });
});

it("REC-09 the corner says what one gets, and its showing is counted without who it is", async () => {
  const mail = "gun@exempel.se";
  await desk.meet(mail);
  const cookie = await enterAsPerson(at, mail);
  const me = async (path: string, body?: object) => {
    const answer = await fetch(`${at.base}/v1/me/permissions${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, origin: at.base, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const { body } = await me("");
  const asks = (body["items"] as { ask: { textId: string; benefit: string | null } | null }[]).flatMap(
    ({ ask }) => (ask === null ? [] : [ask]),
  );
  expect(new Set(asks.map(({ benefit }) => benefit))).toEqual(new Set([GETS]));
  const before = await figures(words.offers);
  const shown = { showId: randomUUID(), textIds: [words.offers] };
  expect((await me("/shown", shown)).body).toMatchObject({ counted: 1 });
  expect((await me("/shown", shown)).body).toMatchObject({ counted: 0 });
  expect((await figures(words.offers)).shown).toBe(before.shown + 1);
  const unknown = await me("/shown", { showId: randomUUID(), textIds: [words.offers, randomUUID()] });
  expect([unknown.status, unknown.body["code"]]).toEqual([404, "consent.text_unknown"]);
  expect((await figures(words.offers)).shown).toBe(before.shown + 1);

  moveClock(401 * DAY);
  expect(await pruneShown(at.house.db)).toBeGreaterThan(10);
  expect((await figures(words.offers, 400)).shown).toBe(0);
});

it("REC-09 an event that tells of nothing is refused, and words may still ask without saying what one gets", async () => {
  const path = "/api/permissions/purposes/offers/texts";
  expect((await at.ask(path, wish({ benefit: null }))).status).toBe(400);
  expect((await at.ask(path, wish({ proof: { event: "Coupon Sent", days: 0 } }))).status).toBe(400);
  const silent = await publish("offers", { benefit: null, proof: null });
  expect(await figures(silent)).toMatchObject({ benefit: null, proof: null, yes: 0, accepted: null });
});
