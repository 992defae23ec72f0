// A customer sees what they have said yes and no to, and says it: over what is proven to be theirs, and nobody else's.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
const MAIL = "eva@exempel.se";
type Mine = {
  purpose: string;
  channel: string;
  state: string;
  ask: { textId: string; textHash: string } | null;
};

type Told = { name: string; type: string; at: string; channel: string };

beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await at.house.company.refresh();
});
afterAll(() => at.close());

async function asPerson(userId: string) {
  const cookie = await enterAsPerson(at, userId);
  return async (path: string, body?: object) => {
    const answer = await fetch(`${at.base}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, origin: at.base, "content-type": "application/json", "accept-language": "sv" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const told = (await answer.json()) as { items?: Mine[]; noToAll?: string | null; code?: string };
    return { status: answer.status, code: told.code, items: told.items ?? [], noToAll: told.noToAll };
  };
}
const stateOf = (items: readonly Mine[], purpose: string, channel: string) =>
  items.find((one) => one.purpose === purpose && one.channel === channel)?.state;
const yes = (textId: string, more: object = {}) => ({
  ...{ actId: randomUUID(), purpose: "offers", channel: "mail", textId, textHash: hashOf(desk.body) },
  ...more,
});

it("REC-16: she is shown what she can be asked, in the channels where she can be reached, and a yes and a no hold at once", async () => {
  const eva = await desk.meet(MAIL);
  const me = await asPerson(MAIL);
  const first = await me("/v1/me/permissions");
  expect(first.status).toBe(200);
  expect(first.items.map(({ purpose, channel, state }) => `${purpose} ${channel} ${state}`).sort()).toEqual([
    "letters mail none",
    "letters push none",
    "offers mail none",
    "offers push none",
  ]); // she gave no phone number: nobody asks about calls and texts; the app reaches her by her login
  const wish = yes(desk.texts.offers);
  for (let twice = 0; twice < 2; twice++) {
    const said = await me("/v1/me/permissions/grant", wish);
    expect(stateOf(said.items, "offers", "mail")).toBe("granted");
  }
  const seen = (await desk.look(eva)).items.filter(({ purpose }) => purpose === "offers");
  expect(seen).toHaveLength(1);
  expect(seen[0]?.evidence).toMatchObject({ place: "corner", active: true, concluded: true });
  const no = await me("/v1/me/permissions/withdraw", {
    actId: randomUUID(),
    purpose: "offers",
    channel: "mail",
  });
  expect(stateOf(no.items, "offers", "mail")).toBe("withdrawn");
});

it("LAW-09: a yes to words that were not shown is none", async () => {
  await desk.meet("ida@exempel.se");
  const me = await asPerson("ida@exempel.se");
  const wrong = await me("/v1/me/permissions/grant", yes(desk.texts.offers, { textHash: "0".repeat(64) }));
  expect([wrong.status, wrong.code]).toEqual([400, "consent.incomplete"]);
  const elsewhere = await me("/v1/me/permissions/grant", yes(desk.texts.offers, { channel: "sms" }));
  expect([elsewhere.status, elsewhere.code]).toEqual([409, "consent.nothing_to_reach"]);
});

it("a purpose that wants it waits for the link in the mail", async () => {
  await desk.meet("liv@exempel.se");
  const me = await asPerson("liv@exempel.se");
  const said = await me("/v1/me/permissions/grant", yes(desk.texts.letters, { purpose: "letters" }));
  expect(stateOf(said.items, "letters", "mail")).toBe("waiting");
});

it("REC-18: everything is taken back in one act", async () => {
  const id = await desk.meet("ulf@exempel.se");
  await desk.tell(desk.yes("ulf@exempel.se"), desk.yes("ulf@exempel.se", { channels: ["call"] }));
  const me = await asPerson("ulf@exempel.se");
  expect(stateOf((await me("/v1/me/permissions")).items, "offers", "mail")).toBe("granted");
  const none = await me("/v1/me/permissions/withdraw", { actId: randomUUID(), purpose: null, channel: null });
  expect(none.items.filter(({ state }) => state === "granted")).toEqual([]);
  expect((await desk.look(id)).noes).toHaveLength(2); // on the address and on the login: each keeps it should they part
  const { body } = await at.ask(`/api/people/${id}/timeline`);
  const noes = (body["items"] as unknown as Told[]).filter(({ name }) => name === "permission.withdrawn");
  const moments = new Set(noes.map(({ at: when, type, channel }) => `${type} ${channel} ${when}`));
  expect([noes.length, moments.size]).toEqual([2, 1]); // by this a page knows that it was one act
  expect(noes[0]?.type).toBe("own");
});

it("REC-18: whoever nobody ever asked says no to everything too, and it ends what the law allows unasked", async () => {
  const address = { street: "Dorfstraße 1", postalCode: "10115", country: "DE" };
  const told = { type: "identify", userId: "cia", messageId: randomUUID(), traits: { address } };
  await at.send([told], "server");
  const letter = { identifier: { kind: "login", value: "cia" }, purpose: "offers", channel: "letter" };
  const asked = { ...letter, entity: "almvik", country: "DE", message: "offers", count: false };
  const maySend = async () => (await desk.call("/v1/permissions/use", asked, at.secrets.serverKey)).body;
  const me = await asPerson("cia");
  expect(await me("/v1/me/permissions")).toMatchObject({ noToAll: null });
  expect(await maySend()).toMatchObject({ allowed: true, basis: "no_objection" });
  const no = await me("/v1/me/permissions/withdraw", { actId: randomUUID(), purpose: null, channel: null });
  expect(no.noToAll).toEqual(expect.any(String));
  expect(new Set(no.items.map(({ state }) => state))).toEqual(new Set(["withdrawn"])); // not "nobody asked"
  expect(await maySend()).toMatchObject({ allowed: false, reason: { code: "consent.withdrawn" } });
});

it("LAW-36: a yes that fell asleep is confirmed in the corner, in one act", async () => {
  const id = await desk.meet("siv@exempel.se");
  await desk.tell(desk.yes("siv@exempel.se", { at: new Date(Date.now() - 400 * 86_400_000) }));
  const me = await asPerson("siv@exempel.se");
  expect(stateOf((await me("/v1/me/permissions")).items, "offers", "mail")).toBe("asleep");
  const still = await me("/v1/me/permissions/grant", yes(desk.texts.offers));
  expect(stateOf(still.items, "offers", "mail")).toBe("granted");
  expect((await desk.look(id)).noes).toEqual([]);
});

it("who states another's address, with the public key, sees nothing of theirs and takes nothing back", async () => {
  const victim = await desk.meet("moa@exempel.se");
  await desk.tell(desk.yes("moa@exempel.se"));
  await desk.meet("mallory@exempel.se");
  const claim = { type: "identify", userId: "mallory@exempel.se", traits: { email: "moa@exempel.se" } };
  await at.send([{ ...claim, messageId: randomUUID() }], "public");
  const mallory = await asPerson("mallory@exempel.se");
  expect(stateOf((await mallory("/v1/me/permissions")).items, "offers", "mail")).toBe("none");
  await mallory("/v1/me/permissions/withdraw", { actId: randomUUID(), purpose: null, channel: null });
  expect((await desk.look(victim)).items[0]?.state).toBe("granted");
});
