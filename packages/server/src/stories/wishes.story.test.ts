// REC-16: what she wants to hear about, when and how often is one place for her and for the colleague on the phone, and every
// message that is about to be sent asks it.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const DAY = 86_400_000;
let at: TestApp;
let desk: Desk;
type Wishes = {
  hours: { from: string; zone: string }[];
  pausedUntil: string | null;
  most: { channel: string | null; times: number; had: number }[];
  topics: { code: string; name: string; stance: string | null }[];
  words: { word: string; stance: string }[];
  history: { name: string; by: string; item: string }[];
};
type Said = { status: number; code?: string; wishes: Wishes };

async function put(path: string, headers: Record<string, string>, body?: object): Promise<Said> {
  const answer = await fetch(`${at.base}${path}`, {
    method: body === undefined ? "GET" : "PUT",
    headers: { origin: at.base, "content-type": "application/json", "accept-language": "sv", ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const told = await answer.json();
  return { status: answer.status, code: told.code, wishes: told };
}
async function asPerson(userId: string) {
  const cookie = await enterAsPerson(at, userId);
  return (wish?: object) =>
    put("/v1/me/wishes", { cookie }, wish === undefined ? undefined : { actId: randomUUID(), ...wish });
}
const asStaff = (path: string, body?: object) =>
  put(path, { authorization: `Bearer ${at.secrets.adminToken}` }, body);

type Used = { allowed: boolean; reason: { code: string; sentence: string } | null; until: string | null };
async function use(email: string, more: object = {}): Promise<Used> {
  const wish = { identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail" };
  const rest = { entity: "almvik", message: "offers", categories: ["shoes"] };
  const { body } = await desk.call(
    "/v1/permissions/use",
    { ...wish, ...rest, ...more },
    at.secrets.serverKey,
  );
  return body as unknown as Used;
}
const why = async (email: string, more: object = {}) => {
  const { allowed, reason } = await use(email, more);
  return allowed ? "yes" : reason?.code;
};
/** Somebody who said yes to mails and calls. */
async function meet(name: string): Promise<{ mail: string; id: string }> {
  const mail = `${name}@exempel.se`;
  const id = await desk.meet(mail);
  expect((await desk.tell(desk.yes(mail, { channels: ["mail", "call"] }))).body).toMatchObject({
    accepted: 1,
  });
  return { mail, id };
}
/** Quiet around the clock but for one minute, twelve hours from now. */
const nearlyAlways = () => {
  const minute = (ahead: number) => new Date(Date.now() + ahead * 60_000).toISOString().slice(11, 16);
  return { hours: { from: minute(721), to: minute(720), days: [1, 2, 3, 4, 5, 6, 7] }, zone: "UTC" };
};

beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await at.ask("/api/permissions/purposes", {
    ...{ code: "orders", kind: "service", basis: "contract", balance: null, doubleOptIn: false },
  });
  await asStaff("/api/permissions/topics/lamps", {
    ...{ names: { en: "Lamps", sv: "Lampor", da: "Lamper" }, open: true },
  });
  await at.house.company.refresh();
});
afterAll(() => at.close());

describe("she says it in her corner, and it holds at the next message", () => {
  it("paused: everything waits until the day that she named, but what is about her order", async () => {
    const { mail } = await meet("astrid");
    const me = await asPerson(mail);
    expect((await me()).wishes).toMatchObject({ pausedUntil: null, most: [], hours: [] });
    expect(await why(mail)).toBe("yes");
    const pausedUntil = new Date(Date.now() + 30 * DAY).toISOString();
    expect((await me({ pausedUntil })).wishes.pausedUntil).toBe(pausedUntil);
    const kept = await use(mail);
    expect(kept).toMatchObject({ allowed: false, reason: { code: "consent.paused" }, until: pausedUntil });
    expect(kept.reason?.sentence).not.toBe("");
    expect(await why(mail, { purpose: "orders" })).toBe("yes");
    expect((await me({ pausedUntil: null })).wishes.pausedUntil).toBeNull();
    expect(await why(mail)).toBe("yes");
    expect((await me()).wishes.history.map(({ name, by }) => `${name} ${by}`)).toEqual([
      "pause person",
      "pause person",
    ]);
  });

  it("quiet hours by her own clock: nothing is sent, and the answer says when it may be", async () => {
    const { mail } = await meet("britta");
    const me = await asPerson(mail);
    const { wishes } = await me(nearlyAlways());
    expect(wishes.hours).toMatchObject([{ zone: "UTC" }]);
    const kept = await use(mail);
    expect(kept.reason?.code).toBe("consent.quiet_hours");
    const wait = Date.parse(kept.until ?? "") - Date.now();
    expect(wait).toBeGreaterThan(11.9 * 3_600_000);
    expect(wait).toBeLessThanOrEqual(12 * 3_600_000);
    await me({ hours: null });
    expect(await why(mail)).toBe("yes");
  });

  it("twice a week: what only asks is not counted, the third waits, and of many at once no more get through", async () => {
    const { mail } = await meet("cecilia");
    const me = await asPerson(mail);
    await me({ most: [{ channel: null, limit: { times: 2, per: "week" } }] });
    for (let i = 0; i < 3; i++) expect(await why(mail, { count: false })).toBe("yes");
    const all = await Promise.all(Array.from({ length: 8 }, () => why(mail)));
    expect(all.filter((one) => one === "yes")).toHaveLength(2);
    expect(all.filter((one) => one === "consent.often_enough")).toHaveLength(6);
    const { until } = await use(mail);
    expect(Date.parse(until ?? "") - Date.now()).toBeGreaterThan(6.9 * DAY);
    expect((await me()).wishes.most).toMatchObject([{ channel: null, times: 2, had: 2 }]);
    expect(await why(mail, { purpose: "orders" })).toBe("yes"); // and it does not count
    expect((await me()).wishes.most[0]?.had).toBe(2);
  });

  it("what she chose and declined: topics of the retailer in her language, and words of her own, at most ten", async () => {
    const { mail } = await meet("dagny");
    const me = await asPerson(mail);
    expect((await me()).wishes.topics).toEqual([{ code: "lamps", name: "Lampor", stance: null }]);
    await me({ topics: { lamps: "declined" }, words: [{ word: "  Gamla   Glas ", stance: "chosen" }] });
    const { wishes } = await me();
    expect(wishes.topics[0]?.stance).toBe("declined");
    expect(wishes.words).toEqual([{ word: "gamla glas", stance: "chosen" }]);
    expect(await why(mail, { topics: ["lamps"] })).toBe("consent.not_interested");
    expect(await why(mail)).toBe("yes");
    const nine = Array.from({ length: 9 }, (_, n) => ({ word: `ord ${n}`, stance: "chosen" }));
    expect((await me({ words: nine })).wishes.words).toHaveLength(10);
    expect((await me({ words: [{ word: "elfte", stance: "chosen" }] })).code).toBe("consent.words_full");
    await me({ words: [{ word: "gamla glas", stance: null }] });
    expect((await me({ words: [{ word: "elfte", stance: "chosen" }] })).status).toBe(200);
  });

  it("an act that is said twice is one, and what makes no sense is refused and changes nothing", async () => {
    const { mail } = await meet("ebba");
    const me = await asPerson(mail);
    const once = { actId: randomUUID(), most: [{ channel: "mail", limit: { times: 1, per: "month" } }] };
    await me(once);
    await me({ most: [{ channel: "mail", limit: null }] });
    expect((await me(once)).wishes.most).toEqual([]);
    expect((await me()).wishes.history).toHaveLength(2);
    const bad = [
      { pausedUntil: new Date(Date.now() - DAY).toISOString() },
      { pausedUntil: new Date(Date.now() + 400 * DAY).toISOString() },
      { topics: { nowhere: "chosen" } },
      { hours: { from: "22:00", to: "22:00", days: [1] } },
      { hours: { from: "22:00", to: "07:00", days: [] } },
      { ...nearlyAlways(), zone: "Mars/Olympus" },
      { most: [{ channel: "web", limit: { times: 1, per: "week" } }] },
      {},
    ];
    const codes = [];
    for (const wish of bad) codes.push((await me(wish)).code);
    expect(codes.slice(0, 3)).toEqual(["consent.pause_bad", "consent.pause_bad", "consent.topic_unknown"]);
    expect(new Set(codes.slice(3))).toEqual(new Set(["door.bad_request"]));
    expect((await me()).wishes.history).toHaveLength(2);
  });
});

describe("the colleague on the phone", () => {
  it("sees the same, changes it, and she reads that a colleague did", async () => {
    const { mail, id } = await meet("frida");
    const me = await asPerson(mail);
    await me({ words: [{ word: "snickeri", stance: "chosen" }] });
    const path = `/api/people/${id}/wishes`;
    expect((await asStaff(path)).wishes.words).toEqual([{ word: "snickeri", stance: "chosen" }]);
    const pausedUntil = new Date(Date.now() + DAY).toISOString();
    expect((await asStaff(path, { actId: randomUUID(), pausedUntil })).status).toBe(200);
    const { wishes } = await me();
    expect(wishes.pausedUntil).toBe(pausedUntil);
    expect(wishes.history[0]).toMatchObject({ name: "pause", by: "staff" });
    expect(await why(mail)).toBe("consent.paused");
    expect((await asStaff(`/api/people/${randomUUID()}/wishes`)).code).toBe("people.unknown");
  });
});

describe("people who are joined and parted, and who leave", () => {
  it("a join keeps back what either kept back, and a split takes each wish home", async () => {
    const hanna = await meet("hanna");
    const ivar = { mail: "ivar@exempel.se", id: "" }; // by his card alone: two logins are never one
    const bought = { type: "track", event: "Order Completed", messageId: randomUUID() };
    await at.send([{ ...bought, context: { traits: { email: ivar.mail, club_card: "W-1" } } }], "server");
    await desk.tell(desk.yes(ivar.mail));
    const found = await at.ask("/api/people/lookup", { kind: "email", value: ivar.mail });
    ivar.id = String(found.body["id"]);
    const pausedUntil = new Date(Date.now() + DAY).toISOString();
    await asStaff(`/api/people/${ivar.id}/wishes`, { actId: randomUUID(), pausedUntil });
    expect([await why(hanna.mail), await why(ivar.mail)]).toEqual(["yes", "consent.paused"]);
    const [a, b] = [hanna.mail, ivar.mail].map((value) => ({ kind: "email", value }));
    const ruling = { actId: randomUUID(), reason: "one and the same, by passport" };
    const joined = await at.ask("/api/people/join", { ...ruling, a, b });
    expect(joined.status).toBe(200);
    const both = async () => [await why(hanna.mail), await why(ivar.mail)];
    expect(await both()).toEqual(["consent.paused", "consent.paused"]);
    const undo = { actId: randomUUID(), reason: "it was her brother" };
    await at.ask(`/api/people/rulings/${String(joined.body["rulingId"])}/undo`, undo);
    expect(await both()).toEqual(["yes", "consent.paused"]);
    expect((await asStaff(`/api/people/${hanna.id}/wishes`)).wishes.history).toEqual([]);
  });

  it("a copy of hers holds her wishes and the messages that were counted; an erasure takes both", async () => {
    const mail = "greta@exempel.se";
    const traits = (email: string) => ({
      ...{ type: "identify", userId: "greta", messageId: email, traits: { email } },
    });
    await at.send([traits(mail), traits("greta@post.exempel.se")], "server");
    await desk.tell(desk.yes(mail));
    const browser = await (await new Customer(at).signIn(mail)).prove("greta@post.exempel.se");
    const wish = { actId: randomUUID(), words: [{ word: "keramik", stance: "chosen" }] };
    expect((await browser.ask("PUT", "/v1/me/wishes", wish)).status).toBe(200);
    expect(await why(mail)).toBe("yes");
    const asked = (await browser.ask("POST", "/v1/me/exports", {})).body;
    await runRights(at.house);
    const copy = await browser.fetch("GET", `/v1/me/exports/${String(asked["id"])}/json`);
    const { rooms } = (await copy.json()) as { rooms: Record<string, { table: string; item?: string }[]> };
    const lines = rooms["consent"] ?? [];
    expect(lines).toContainEqual(expect.objectContaining({ table: "consent.wish_acts", item: "keramik" }));
    expect(lines).toContainEqual(expect.objectContaining({ table: "consent.contacts", channel: "mail" }));
    const left = () =>
      askDatabase<{ wishes: number; contacts: number }>(
        at.database.url,
        "select (select count(*)::int from consent.wish_acts where item = 'keramik') as wishes, (select count(*)::int from consent.contacts) as contacts",
      );
    const [before] = await left();
    expect(before?.wishes).toBeGreaterThan(0);
    await browser.ask("POST", "/v1/me/erasures", {});
    moveClock(25 * 3_600_000);
    await runRights(at.house);
    moveClock(0);
    const [after] = await left();
    expect(after?.wishes).toBe(0);
    expect(after?.contacts).toBe((before?.contacts ?? 0) - 1);
  });
});
