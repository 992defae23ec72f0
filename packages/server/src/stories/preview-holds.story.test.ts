// What a preview tells of permissions, dial, wishes and households is what is there after the act: of a join, of a split with
// what was said in between, and of taking each back. And it writes nothing.
import { randomUUID } from "node:crypto";
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import type { Holds } from "@somlos/contract/rooms/identity-holds";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Member } from "../testing/member.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const hoursAgo = (n: number): Date => new Date(Date.now() - n * HOUR);
let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await at.house.company.refresh();
  const interest = { basis: "legitimate_interest", balance: "Fraud costs all.", doubleOptIn: false };
  await at.ask("/api/permissions/purposes", { code: "fraud_check", kind: "service", ...interest });
});
afterAll(() => at.close());

type Key = { kind: string; value: string };
const anna: Key[] = [
  { kind: "login", value: "anna" },
  { kind: "email", value: "anna@exempel.se" },
  { kind: "phone", value: "+46705550001" },
];
const bo: Key[] = [
  { kind: "club_card", value: "P-9001" },
  { kind: "email", value: "bo@exempel.se" },
];
const [LOGIN, CARD] = [anna[0] as Key, bo[0] as Key];
const [HER_MAIL, HIS_MAIL] = [anna[1] as Key, bo[1] as Key];

const by = (one: Key | undefined, more: object = {}) => ({ identifiers: [one], ...more });
const idOf = async (one: Key) => String((await at.ask("/api/people/lookup", one)).body["id"]);
const serverKey = () => `Basic ${Buffer.from(`${at.secrets.serverKey}:`).toString("base64")}`;
async function dialed(identifier: Key, channels: object): Promise<void> {
  const headers = { "content-type": "application/json", authorization: serverKey() };
  const body = JSON.stringify({ identifier, channels, saidIn: "web" });
  expect((await fetch(`${at.base}/v1/dial`, { method: "PUT", headers, body })).status).toBe(200);
}
async function wished(one: Key, wish: object): Promise<void> {
  const authorization = `Bearer ${at.secrets.adminToken}`;
  const headers = { "content-type": "application/json", authorization };
  const body = JSON.stringify({ actId: randomUUID(), ...wish });
  const path = `${at.base}/api/people/${await idOf(one)}/wishes`;
  expect((await fetch(path, { method: "PUT", headers, body })).status).toBe(200);
}

const WHOLE = "may null null";
type No = { purpose: string | null; channel: string | null; entity: object | null };
const isWhole = ({ purpose, channel, entity }: No) => purpose === null && channel === null && entity === null;

/** All that holds of a person, by the doors that tell it: one entry a line of a preview. */
async function standing(id: string): Promise<Map<string, unknown>> {
  const read = async (what: string) => (await at.ask(`/api/people/${id}${what}`)).body;
  const { items, noes } = await desk.look(id);
  const wishes = (await read("/wishes")) as unknown as {
    hours: { from: string; to: string; days: number[] }[];
    pausedUntil: string | null;
    topics: { code: string; stance: string | null }[];
    words: { word: string; stance: string }[];
  };
  const channels = (await read("/dial"))["channels"] as unknown as Record<
    string,
    { level: string; kinds: null }
  >;
  const homes = (await read("/households"))["items"] as unknown as {
    id: string;
    members: number;
    shares: { with: number }[];
  }[];
  const lines: [string, unknown][] = [
    ...items.map(({ purpose, channel, state }): [string, unknown] => [`may ${purpose} ${channel}`, state]),
    [WHOLE, (noes as No[]).some(isWhole) ? "withdrawn" : "none"],
    ...Object.entries(channels).map(([channel, { level }]): [string, unknown] => [`dial ${channel}`, level]),
    [
      "wish hours ",
      wishes.hours.map(({ from, to, days }) => `${from}-${to} ${days.join("")}`).join(", ") || null,
    ],
    ["wish pause ", wishes.pausedUntil],
    ...wishes.words.map(({ word, stance }): [string, unknown] => [`wish word ${word}`, stance]),
    ...homes.map((home): [string, unknown] => [
      `home ${home.id}`,
      { others: home.members - 1, shares: home.shares.reduce((sum, share) => sum + share.with, 0) },
    ]),
  ];
  return new Map(lines.filter(([, value]) => value !== null && value !== "none"));
}

type Line = Holds["wishes"][number] | Holds["dial"][number] | Holds["permissions"][number];
const sidesOf = ({ now, after }: Line) => ({ now, after }) as { now: Side[]; after: Side[] };
type Side = { personId: string; value: unknown };

/** The lines of a preview by the names that `standing` gives them. */
function told({ permissions, dial, wishes, households }: Holds): Map<string, { now: Side[]; after: Side[] }> {
  const own = permissions.filter(({ channel, purpose }) => channel !== null || purpose === null);
  const map = (sides: { now: Side[]; after: Side[] }, as: (value: never) => unknown) => ({
    now: sides.now.map(({ personId, value }) => ({ personId, value: as(value as never) })),
    after: sides.after.map(({ personId, value }) => ({ personId, value: as(value as never) })),
  });
  const home = (h: Holds["households"][number]["now"][number]["value"]) =>
    h.member ? { others: h.others, shares: h.shares } : null;
  return new Map([
    ...own.map((line) => [`may ${line.purpose} ${line.channel}`, sidesOf(line)] as const),
    ...dial.map((line) => [`dial ${line.channel}`, map(line, (v: { level: string }) => v.level)] as const),
    ...wishes.map((line) => [`wish ${line.name} ${line.item}`, sidesOf(line)] as const),
    ...households.map((line) => [`home ${line.id}`, map(line, home)] as const),
  ]);
}

/** A no to everything is a no to each thing, whether it is named or not. */
const sorted = (map: ReadonlyMap<string, unknown>) => {
  const all = map.get(WHOLE) === "withdrawn";
  const lines = [...map].filter(([name, value]) => !all || name === WHOLE || value !== "withdrawn");
  return Object.fromEntries(lines.sort());
};
const idsIn = (list: RuledAnswer["before"]) => list.map(({ id }) => id);

const none = (value: unknown) => value === undefined || value === null || value === "none";
const valueFor = (sides: readonly Side[], id: string | undefined) =>
  sides.find(({ personId }) => personId === id)?.value;

async function asked(path: string, body: object, preview: boolean): Promise<RuledAnswer> {
  const answer = await at.ask(path, { actId: randomUUID(), reason: "a receipt", preview, ...body });
  expect(answer.status).toBe(200);
  return answer.body as unknown as RuledAnswer;
}

/** What stood, turned as the preview says: a new person begins with what stood of whoever they part from. */
function turned(stood: ReadonlyMap<string, unknown>, lines: ReturnType<typeof told>, id: string | undefined) {
  const expected = new Map(stood);
  for (const [name, { after }] of lines) {
    const value = valueFor(after, id);
    if (none(value)) expected.delete(name);
    else expected.set(name, value);
  }
  return sorted(expected);
}

/** Looks, does it, and holds what was told against what is there, before and after. */
async function lookAndDo(path: string, body: object): Promise<{ holds: Holds; done: RuledAnswer }> {
  const look = await asked(path, body, true);
  const holds = look.holds as Holds;
  const lines = told(holds);
  const before = new Map<string, Map<string, unknown>>();
  for (const id of idsIn(look.before)) before.set(id, await standing(id));
  for (const [name, { now }] of lines)
    for (const { personId, value } of now)
      expect([name, before.get(personId)?.get(name)]).toEqual([name, none(value) ? undefined : value]);
  const done = await asked(path, body, false);
  expect([done.holds, done.after.length]).toEqual([null, look.after.length]);
  for (const { id, identifiers } of done.after) {
    const values = new Set(identifiers.map(({ value }) => value));
    const foreseen = look.after.find((one) => one.identifiers.some(({ value }) => values.has(value)));
    const from = before.get(id) ?? before.get(look.moves.find(({ to }) => to === foreseen?.id)?.from ?? "");
    expect(sorted(await standing(id))).toEqual(turned(from ?? new Map(), lines, foreseen?.id));
  }
  return { holds, done };
}

const mayUse = async (identifier: Key, purpose: string, channel: string, message = "offers") => {
  const wish = { identifier, purpose, channel, entity: "almvik", message, count: false };
  const { body } = await desk.call("/v1/permissions/use", wish, at.secrets.serverKey);
  return body["allowed"];
};
const statesOf = ({ permissions }: Holds, purpose: string | null, channel: string | null) => {
  const line = permissions.find((one) => one.purpose === purpose && one.channel === channel);
  return line && [line.now.map(({ value }) => value).sort(), line.after.map(({ value }) => value).sort()];
};

let ruling = "";
it("of a join: what each may be asked, known by and written to, and that a share of hers would rest", async () => {
  const first = { timestamp: hoursAgo(100).toISOString() };
  const traits = { email: HER_MAIL.value, phone: anna[2]?.value };
  await at.send(
    [
      { type: "identify", userId: "anna", messageId: "a", traits, ...first },
      { type: "identify", userId: "eva", messageId: "e", traits: { email: "eva@exempel.se" }, ...first },
      {
        ...{ type: "track", event: "Order Completed", messageId: "b", ...first },
        context: { traits: { email: HIS_MAIL.value, club_card: CARD.value } },
      },
    ],
    "server",
  );
  await desk.tell(
    desk.yes("", by(HER_MAIL, { at: hoursAgo(90) })),
    desk.yes("", by(anna[2], { channels: ["sms", "call"], at: hoursAgo(90) })),
    desk.yes("", by(HIS_MAIL, { at: hoursAgo(80) })),
    desk.no("", by(CARD, { purpose: "offers", channel: "mail", at: hoursAgo(70) })),
    desk.no("", by(CARD, { purpose: "fraud_check", at: hoursAgo(70) })),
  );
  await dialed(HIS_MAIL, { store: { level: "never" }, web: { level: "asked" } });
  await wished(HIS_MAIL, { hours: { from: "21:00", to: "08:00", days: [1, 2, 3] } });
  await wished(HER_MAIL, { words: [{ word: "keramik", stance: "chosen" }] });
  const [her, eva] = [await Member.enter(at, "anna"), await Member.enter(at, "eva")];
  await eva.accept(await her.invite(await her.make("Hemma", "Anna")), "Eva");
  await her.share(await her.other("Eva"), "club_card");

  const { holds, done } = await lookAndDo("/api/people/join", { a: LOGIN, b: CARD });
  ruling = String(done.rulingId);
  expect(statesOf(holds, "offers", "mail")).toEqual([["granted", "withdrawn"], ["withdrawn"]]);
  expect(statesOf(holds, "fraud_check", null)).toEqual([["done", "ended"], ["ended"]]);
  expect(holds.households[0]?.after.map(({ value }) => [value.shares, value.rests])).toEqual([[0, 1]]);
  expect(await mayUse(HER_MAIL, "offers", "mail")).toBe(false);
  expect(await mayUse(HER_MAIL, "fraud_check", "web")).toBe(false);
});

it("of undoing it, with what was said in between: each thing goes home", async () => {
  await desk.tell(
    desk.yes("", by(HIS_MAIL, { channels: ["call"], at: hoursAgo(10) })),
    desk.no("", by(anna[2], { purpose: "offers", channel: "sms", at: hoursAgo(5) })),
  );
  const during = { type: "track", event: "Product Viewed", userId: "anna", messageId: "between" };
  await at.send([{ ...during, properties: { name: "Vas" } }], "server");
  const { holds } = await lookAndDo(`/api/people/rulings/${ruling}/undo`, {});
  expect(statesOf(holds, "offers", "mail")).toEqual([["withdrawn"], ["granted", "withdrawn"]]);
  expect(await mayUse(HER_MAIL, "offers", "mail")).toBe(true);
  expect(await mayUse(HIS_MAIL, "offers", "mail")).toBe(false);
  expect(await mayUse(HER_MAIL, "fraud_check", "web")).toBe(true);
});

it("of a split after a receipt had made them one", async () => {
  const carried = { email: HER_MAIL.value, club_card: CARD.value };
  const bought = { type: "track", event: "Order Completed", context: { traits: carried } };
  await at.send([{ ...bought, messageId: "receipt", timestamp: hoursAgo(50).toISOString() }], "server");
  const id = await idOf(LOGIN);
  expect(await idOf(CARD)).toBe(id);
  await desk.tell(desk.no("", by(CARD, { at: hoursAgo(2) }))); // to everything
  const { holds } = await lookAndDo(`/api/people/${id}/split`, { identifiers: bo });
  expect(statesOf(holds, null, null)).toEqual([["withdrawn"], ["none", "withdrawn"]]);
  expect(await mayUse(HER_MAIL, "offers", "mail")).toBe(true);
});

it("to look is to have opened each of them, and nothing is written", async () => {
  const eva: Key = { kind: "email", value: "eva@exempel.se" };
  const people = [await idOf(eva), await idOf(CARD)];
  const stands = async () => [
    sorted(await standing(people[0] ?? "")),
    sorted(await standing(people[1] ?? "")),
  ];
  const before = await stands();
  const look = await asked("/api/people/join", { a: eva, b: CARD }, true);
  expect(look.holds?.permissions.length).toBeGreaterThan(0);
  expect(await stands()).toEqual(before);
  const { body } = await at.ask("/api/audit");
  const acts = body["items"] as unknown as { what: string; personId: string | null }[];
  for (const id of people)
    expect(acts.some(({ what, personId }) => what === "people.join" && personId === id)).toBe(true);
});
