// J27, anonymous today: Anna turns the dial to "never" in the stores and leaves it at "always" on the web. Then she shops.
import { channels } from "@somlos/contract/rooms/events";
import { moveClock } from "@somlos/kernel/clock";
import { dateAt, dayOf } from "@somlos/rules/calendar";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let sent = 0;
const HOUR = 3_600_000;
beforeAll(async () => {
  at = await openTestApp();
  const entity = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  for (const code of ["malmo", "lund"]) {
    const wish = { code, name: code, kind: "store", country: "SE", entityId: entity.body["id"] };
    expect((await at.ask("/api/locations", wish)).status).toBe(200);
  }
  await at.house.company.refresh();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Item = { messageId: string; channel: string };
const put = async (path: string, body: object, method = "PUT") => {
  const key = path.startsWith("/v1/") ? at.secrets.serverKey : undefined;
  const authorization =
    key === undefined
      ? `Bearer ${at.secrets.adminToken}`
      : `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
  const answer = await fetch(`${at.base}${path}`, {
    ...{ method, body: JSON.stringify(body) },
    headers: { authorization, "content-type": "application/json" },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const turn = (who: { kind: string; value: string }, channels: object, more: object = {}) =>
  put("/v1/dial", { identifier: who, channels, saidIn: "web", ...more });
const idOf = async (kind: string, value: string) =>
  (await at.ask("/api/people/lookup", { kind, value })).body["id"] as unknown as string;
const timeline = async (id: string) =>
  (await at.ask(`/api/people/${id}/timeline`)).body["items"] as unknown as Item[];

/** One event, sent by our own systems; says whether it stands in the log with its person. */
async function happens(
  channel: string,
  who: object,
  more: { context?: object; [field: string]: unknown } = {},
) {
  const messageId = `dial-${++sent}`;
  const message = { type: "track", event: "Product Viewed", properties: {}, ...who, ...more, messageId };
  const answer = await at.send([{ ...message, context: { ...more.context, channel } }], "server");
  expect(answer.body).toMatchObject({ success: true, accepted: 1, parked: [] });
  return (await at.ask(`/api/events/${messageId}/trace`)).status === 200;
}
const person = async (name: string) => {
  const who = { userId: name };
  const traits = {
    email: `${name}@exempel.se`,
    club_card: `77${name.length}${name.charCodeAt(0)}00${++sent}`,
  };
  const messageId = `dial-${++sent}`;
  await at.send([{ type: "identify", messageId, traits, context: { traits }, ...who }], "server");
  return { ...traits, who, card: { kind: "club_card", value: traits.club_card } };
};
const byCard = (card: string) => ({
  properties: { club_card: card, product_id: "lamp-1" },
  anonymousId: undefined,
});

describe("J27, anonymous today", () => {
  it("a card that the very same batch ties to her is as quiet as she is, and a browser's word quiets nobody else's", async () => {
    const tea = await person("tea");
    await turn(tea.card, { store: { level: "never" } });
    const card = { kind: "club_card", value: "880011223344" };
    const ties = (club_card: string, messageId: string) => ({
      ...{ type: "identify", messageId, userId: "tea", traits: { club_card } },
      context: { channel: "web" },
    });
    const visit = (club_card: string, messageId: string) => ({
      ...{ type: "track", event: "Store Entered", messageId, properties: { club_card } },
      context: { channel: "store" },
    });
    const own = visit(card.value, `dial-${++sent}`);
    const answer = await at.send([own, ties(card.value, `dial-${++sent}`)], "server");
    expect(answer.body).toMatchObject({ success: true, accepted: 2, parked: [] });
    expect((await at.ask(`/api/events/${own.messageId}/trace`)).status).not.toBe(200);
    const ulla = await person("ulla");
    const others = visit(ulla.club_card, `dial-${++sent}`);
    const said = at.send([ties(ulla.club_card, `dial-${++sent}`)], "public");
    await Promise.all([said, at.send([others], "server")]);
    expect((await at.ask(`/api/events/${others.messageId}/trace`)).status).toBe(200);
  });

  it("given the dial 'never in store' and 'always on web', she shops in the store with her club card: no identity is stored in store events, and the web is unchanged", async () => {
    const anna = await person("anna");
    expect(await happens("store", {}, byCard(anna.club_card))).toBe(true);
    const answer = await turn(anna.card, {
      store: { level: "never" },
      web: { level: "always" },
    });
    expect(answer.body["channels"]).toMatchObject({ store: { level: "never" }, web: { level: "always" } });
    const before = await timeline(await idOf("login", "anna"));
    expect(await happens("store", {}, byCard(anna.club_card))).toBe(false);
    expect(await happens("till", anna.who)).toBe(false);
    expect(await happens("store", {}, { properties: { note: `ring ${anna.email}`, order_id: "o-77" } })).toBe(
      false,
    );
    expect(await happens("web", anna.who)).toBe(true);
    const after = await timeline(await idOf("login", "anna"));
    expect(after.map(({ channel }) => channel)).toEqual(["web", ...before.map(({ channel }) => channel)]);
  });

  it.each(channels)("turned off for %s alone she is unknown there, and known elsewhere", async (off) => {
    const lisa = await person(`lisa-${off}`);
    await turn(lisa.card, { [off]: { level: "never" } });
    expect(await happens(off, lisa.who)).toBe(false);
    expect(await happens(off === "web" ? "app" : "web", lisa.who)).toBe(true);
  });

  it("the till asks nothing: 'only this time' is hers to say, holds at that store for the visit, and no longer", async () => {
    const bo = await person("bo");
    await turn(bo.card, { till: { level: "never" } });
    const here = { context: { location: "malmo" } };
    expect(await happens("till", bo.who, here)).toBe(false);
    const said = await put("/v1/dial/once", { identifier: bo.card, location: "Malmo" }, "POST");
    expect(said.status).toBe(200);
    expect(await happens("till", bo.who, here)).toBe(true);
    expect(await happens("till", bo.who, { context: { location: "lund" } })).toBe(false);
    moveClock(5 * HOUR);
    expect(await happens("till", bo.who, here)).toBe(false);
  });

  it("'only when I say so' takes the word of our own systems, never that of a public key", async () => {
    const cay = await person("cay");
    await turn(cay.card, { store: { level: "asked", kinds: ["login"] } });
    const asked = { context: { identification: "asked" } };
    expect(await happens("store", cay.who)).toBe(false);
    expect(await happens("store", cay.who, asked)).toBe(true);
    expect(await happens("store", {}, { ...byCard(cay.club_card), ...asked })).toBe(false);
    const messageId = `dial-${++sent}`;
    const message = { type: "track", event: "Product Viewed", ...cay.who, messageId };
    await at.send([{ ...message, context: { channel: "store", identification: "asked" } }], "public");
    expect((await at.ask(`/api/events/${messageId}/trace`)).status).toBe(404);
  });

  it("'this visit' ends four hours after the last that happened, or at sign-out; 'today' at midnight where it was said", async () => {
    const didi = await person("didi");
    await turn(didi.card, { web: { level: "visit" }, store: { level: "today" } }, { location: "LUND" });
    expect(await happens("web", didi.who)).toBe(true);
    moveClock(3 * HOUR);
    expect(await happens("web", didi.who)).toBe(true);
    moveClock(6 * HOUR);
    expect(await happens("web", didi.who, { event: "Signed Out" })).toBe(true);
    moveClock(6 * HOUR + 60_000);
    expect(await happens("web", didi.who)).toBe(false);
    const { to } = dayOf(dateAt(new Date(), "Europe/Stockholm"), "Europe/Stockholm");
    moveClock(to.getTime() - Date.now() - 60_000);
    expect(await happens("store", didi.who)).toBe(true);
    moveClock(to.getTime() - Date.now() + 1000);
    expect(await happens("store", didi.who)).toBe(false);
  });

  it("what joins her later is as quiet as she is, and what parts from her goes home as it was", async () => {
    const eva = await person("eva");
    await turn(eva.card, { store: { level: "never" } });
    const phone = "+46701112233";
    expect(await happens("store", {}, { properties: { phone }, userId: "guest-9" })).toBe(true);
    await at.send(
      [{ type: "identify", messageId: `dial-${++sent}`, ...eva.who, traits: { phone } }],
      "server",
    );
    expect(await happens("store", { userId: undefined }, { properties: { phone } })).toBe(false);
  });

  it("the strictest of two people in one event holds", async () => {
    const [fia, gus] = [await person("fia"), await person("gus")];
    await turn(gus.card, { store: { level: "never" } });
    expect(await happens("store", fia.who)).toBe(true);
    expect(await happens("store", fia.who, { properties: { gift_for: gus.email } })).toBe(false);
  });

  it("a beacon writes down only those who chose it, and nothing at all of others (REC-11)", async () => {
    const hal = await person("hal");
    const zone = { event: "Zone Entered", context: { location: "malmo", device: { id: "phone-hal" } } };
    const rows = async () => (await ask("select 1 from events.hushed")).length;
    const before = await rows();
    expect(await happens("store", hal.who, zone)).toBe(false);
    expect(await rows()).toBe(before);
    await turn(hal.card, { device: { level: "always" } });
    expect(await happens("store", hal.who, zone)).toBe(true);
    await turn(hal.card, { device: { level: "never" } });
    expect(await happens("store", hal.who, zone)).toBe(false);
  });

  it("she sets it herself, signed in, and reads how it came to be; what others only state of her goes along", async () => {
    const kim = await person("kim");
    const cookie = await enterAsPerson(at, "kim");
    const mine = async (body?: object) => {
      const answer = await fetch(`${at.base}/v1/me/dial`, {
        ...{
          method: body === undefined ? "GET" : "PUT",
          body: body === undefined ? null : JSON.stringify(body),
        },
        headers: { cookie, "content-type": "application/json", origin: at.base },
      });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Record<string, unknown>;
    };
    expect(await mine()).toMatchObject({
      channels: { store: { level: "always", since: null } },
      history: [],
    });
    await mine({ channels: { store: { level: "never" } } });
    expect(await mine()).toMatchObject({
      channels: { store: { level: "never" } },
      history: [{ level: "never", saidIn: "web", by: "person" }],
    });
    expect(await happens("store", {}, byCard(kim.club_card))).toBe(false);
    expect(await happens("web", kim.who)).toBe(true);
  });

  it("staff read the dial and how it came to be, set it as she says, and both are written down", async () => {
    const ida = await person("ida");
    await turn(ida.card, { store: { level: "asked" } });
    const id = await idOf("login", "ida");
    const set = await put(`/api/people/${id}/dial`, {
      channels: { store: { level: "never" } },
      saidIn: "desk",
    });
    expect(set.status).toBe(200);
    const { body } = await at.ask(`/api/people/${id}/dial`);
    expect(body).toMatchObject({
      channels: { store: { level: "never" }, device: { level: "always", since: null } },
      history: [
        { channel: "store", level: "never", saidIn: "desk", by: "staff" },
        { channel: "store", level: "asked", saidIn: "web", by: "system" },
      ],
    });
    const acts = await ask<{ what: string }>("select what from access.acts where person_id = $1", [id]);
    expect(acts.map(({ what }) => what)).toEqual(expect.arrayContaining(["dial.read", "dial.set"]));
  });

  it("an event that waits because it does not fit leaves no copy, and one that waited before is gone when it is tried again", async () => {
    const jon = await person("jon");
    const bad = (messageId: string) => ({
      type: "track",
      event: "Product Viewed",
      timestamp: "in a while",
      messageId,
      ...jon.who,
      context: { channel: "store" },
    });
    expect((await at.send([bad("dial-bad-1")], "server")).body).toMatchObject({ parked: [{}] });
    await turn(jon.card, { store: { level: "never" } });
    expect((await at.send([bad("dial-bad-2")], "server")).body).toMatchObject({ parked: [], accepted: 1 });
    const parked = () =>
      ask<{ id: string; message_id: string }>(
        "select id, message_id from events.parked where message_id like 'dial-bad%'",
      );
    const [waiting] = await parked();
    expect(await parked()).toHaveLength(1);
    const { timestamp: _gone, ...good } = bad("dial-bad-1");
    const { body } = await at.ask("/api/events/parked/replay", { ids: [waiting?.id], body: good });
    expect(body).toMatchObject({ replayed: 1 });
    expect(await parked()).toEqual([]);
    expect((await at.ask("/api/events/dial-bad-1/trace")).status).toBe(404);
  });
});

async function ask<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await at.house.db.connect();
  return client
    .query(text, values)
    .then((answer) => answer.rows as Row[])
    .finally(() => client.end());
}
