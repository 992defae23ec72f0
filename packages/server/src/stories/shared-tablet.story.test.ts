// People who share devices: of whoever is erased nothing is left, and everybody else holds exactly what they held before.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const BEGAN = Date.parse("2026-02-01T10:00:00Z");
let at: TestApp;
let shapes = 0;

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Message = Readonly<Record<string, unknown>>;
type Held = {
  readonly id: string;
  readonly identifiers: readonly { readonly kind: string; readonly value: string; readonly trust: string }[];
};

/** People and devices of one shape, named so that no other shape knows them. */
function scene() {
  const n = ++shapes;
  let told = 0;
  const mail = (name: string) => `${name}.${n}@exempel.se`;
  const message = (minute: number, more: Message): Message => ({
    ...{ messageId: `delad-${n}-${++told}`, timestamp: new Date(BEGAN + minute * 60_000).toISOString() },
    ...more,
  });
  return {
    mail,
    login: (name: string) => `${name}-${n}`,
    card: (name: string) => `KORT-${n}-${name.toUpperCase()}`,
    tablet: `delad-platta-${n}`,
    message,
    /** Known by our own systems. */
    known: (name: string, minute: number, traits: Message = {}) =>
      message(minute, {
        ...{ type: "identify", userId: `${name}-${n}` },
        traits: { email: mail(name), name: `${name} ${n}`, ...traits },
      }),
    on: (minute: number, more: Message) =>
      message(minute, { type: "page", name: "Lampor", anonymousId: `delad-platta-${n}`, ...more }),
  };
}

const look = async (email: string): Promise<Held | undefined> => {
  const answer = await at.ask(`/api/people/lookup?kind=email&value=${encodeURIComponent(email)}`);
  return answer.status === 200 ? (answer.body as unknown as Held) : undefined;
};

/** All that somebody is: identifiers with their trust, facts with where they come from, permissions, and what happened. */
async function portrait(email: string): Promise<unknown> {
  const held = await look(email);
  if (held === undefined) return undefined;
  const timeline = await at.ask(`/api/people/${held.id}/timeline?limit=200`);
  const permissions = await at.ask(`/api/people/${held.id}/permissions`);
  expect([timeline.status, permissions.status]).toEqual([200, 200]);
  // Since when a device is known is no fact of whoever uses it now: the first who did may be the one who was erased.
  const identifiers = held.identifiers.map((one) =>
    one.kind === "visitor" ? { ...one, firstSeenAt: undefined } : one,
  );
  return { held: { ...held, identifiers }, happened: timeline.body, permissions: permissions.body };
}

async function erase(email: string): Promise<void> {
  const asked = await at.ask(`/api/people/${(await look(email))?.id}/rights`, {
    ...{ kind: "erasure", reason: "bad om det" },
  });
  expect(asked.status).toBe(200);
  await goOn();
}
async function goOn(): Promise<void> {
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000, 25 * HOUR + 20_000]) {
    moveClock(ahead);
    await runRights(at.house);
  }
  moveClock(0);
}
const takeBodies = () =>
  askDatabase(
    at.database.url,
    "delete from events.bodies where set_config('somlos.may_erase', 'yes', false) = 'yes'",
  );

type Scene = ReturnType<typeof scene>;
type Shape = {
  readonly name: string;
  readonly stay: readonly string[];
  readonly server: (s: Scene) => readonly Message[];
  readonly browser: (s: Scene) => readonly Message[];
  readonly rule?: (s: Scene) => Promise<void>;
};

const signsIn = (s: Scene, name: string, minute: number) =>
  s.on(minute, { type: "identify", userId: s.login(name), traits: {} });
const goodbye = (s: Scene, name: string, minute: number) =>
  s.on(minute, { type: "track", event: "Signed Out", userId: s.login(name) });

const ruled = async (path: string, body: object): Promise<void> => {
  const answer = await at.ask(path, { actId: crypto.randomUUID(), reason: "visade legitimation", ...body });
  expect([answer.status, answer.body["code"]]).toEqual([200, undefined]);
};

const shapeList: readonly Shape[] = [
  {
    name: "two sign in on a tablet in turns, by a browser's word",
    stay: ["bo"],
    server: (s) => [s.known("anna", 0), s.known("bo", 1, { club_card: s.card("bo") })],
    browser: (s) => [
      signsIn(s, "anna", 10),
      s.on(11, { userId: s.login("anna") }),
      signsIn(s, "bo", 60),
      s.on(61, { userId: s.login("bo") }),
      s.on(62, {}),
      signsIn(s, "anna", 120),
      s.on(121, {}),
      signsIn(s, "bo", 180),
      s.on(190, {}),
    ],
  },
  {
    name: "our own systems see the sign-ins in turns, and both say goodbye",
    stay: ["bo"],
    server: (s) => [
      ...[
        s.known("anna", 0),
        s.known("bo", 1, { club_card: s.card("bo"), phone: `+46701230${100 + shapes}` }),
      ],
      ...[signsIn(s, "bo", 10), s.on(12, {}), goodbye(s, "bo", 20)],
      ...[signsIn(s, "anna", 30), s.on(31, {}), goodbye(s, "anna", 40)],
      ...[signsIn(s, "bo", 50), s.on(51, {})],
    ],
    browser: () => [],
  },
  {
    name: "others type their addresses without signing in, in the visit of whoever is erased too",
    stay: ["bo", "cilla", "dag"],
    server: (s) => [
      ...["anna", "bo", "cilla", "dag"].map((name, i) => s.known(name, i)),
      s.message(5, {
        ...{ type: "track", event: "Order Completed", properties: { order_id: `delad-${shapes}-1` } },
        context: { traits: { email: s.mail("cilla"), club_card: s.card("cilla") } },
      }),
    ],
    browser: (s) => [
      signsIn(s, "anna", 10),
      s.on(15, { type: "track", event: "Newsletter Signed Up", properties: { email: s.mail("bo") } }),
      s.on(20, { type: "track", event: "Newsletter Signed Up", properties: { email: s.mail("anna") } }),
      goodbye(s, "anna", 30),
      s.on(100, { type: "track", event: "Newsletter Signed Up", properties: { email: s.mail("cilla") } }),
      s.on(110, { type: "track", event: "Newsletter Signed Up", properties: { email: s.mail("dag") } }),
      s.on(120, { type: "track", event: "Newsletter Signed Up", properties: { email: s.mail("anna") } }),
    ],
  },
  {
    name: "four type their addresses on a device that nobody signs in on, which so says nothing of anybody",
    stay: ["bo", "cilla", "dag"],
    server: () => [],
    browser: (s) =>
      ["anna", "bo", "cilla", "dag"].map((name, i) =>
        s.on(10 + 10 * i, { type: "identify", traits: { email: s.mail(name), name } }),
      ),
  },
  {
    name: "colleagues joined one to a card and ruled two apart",
    stay: ["bo", "cilla"],
    server: (s) => [
      ...[s.known("anna", 0), s.known("bo", 1), s.known("cilla", 2)],
      s.message(3, {
        ...{ type: "track", event: "Order Completed", properties: { order_id: `delad-${shapes}-2` } },
        context: { traits: { club_card: s.card("bo") } },
      }),
    ],
    browser: (s) => [
      ...[signsIn(s, "anna", 10), s.on(12, {})],
      ...[signsIn(s, "bo", 60), s.on(62, {}), signsIn(s, "cilla", 160), s.on(162, {})],
    ],
    rule: async (s) => {
      const email = (name: string) => ({ kind: "email", value: s.mail(name) });
      await ruled("/api/people/join", { a: email("bo"), b: { kind: "club_card", value: s.card("bo") } });
      await ruled("/api/people/keep-apart", { a: email("bo"), b: email("cilla") });
    },
  },
];

describe.each(shapeList)("when $name", ({ stay, server, browser, rule }) => {
  it.each([
    { bodies: "all is there", gone: false },
    { bodies: "the bodies of their events are kept no longer", gone: true },
  ])("and $bodies, one is erased and everybody else holds exactly what they held", async ({ gone }) => {
    const s = scene();
    const [known, seen] = [server(s), browser(s)];
    if (known.length > 0) expect((await at.send(known, "server")).body["accepted"]).toBe(known.length);
    if (seen.length > 0) expect((await at.send(seen)).body["accepted"]).toBe(seen.length);
    await rule?.(s);
    if (gone) await takeBodies();
    const before = await Promise.all(stay.map((name) => portrait(s.mail(name))));
    expect(before).not.toContain(undefined);
    await erase(s.mail("anna"));
    expect(await look(s.mail("anna"))).toBeUndefined();
    expect(await Promise.all(stay.map((name) => portrait(s.mail(name))))).toEqual(before);
    const late = s.known("bo", 4000, { size: "M" });
    expect((await at.send([late], "server")).body["accepted"]).toBe(1); // and life goes on
    expect((await look(s.mail("bo")))?.id).toBe((before[0] as { held: Held }).held.id);
  });
});
