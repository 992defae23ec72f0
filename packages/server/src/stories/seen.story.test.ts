// Anna reads when, where and by what she was recognised, and who opened her page and why. The house counts how many it knows.
import { moveClock } from "@somlos/kernel/clock";
import { makeSetUpLink } from "@somlos/modules/access";
import { countRecognition } from "@somlos/modules/consent";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { signUpColleague } from "../testing/colleague.ts";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let owner = "";
let sent = 0;
beforeAll(async () => {
  at = await openTestApp();
  await countRecognition(at.house); // what came before is not made up
  const work = <T>(go: Parameters<typeof at.house.db.work<T>>[1]) =>
    at.house.db.work({ kind: "system", id: "test" }, go);
  const link = await work((w) => makeSetUpLink(w, at.house.access));
  const token = /#(?:token=)?([\w-]{20,})/.exec(link ?? "")?.[1];
  const made = await knock("POST", "/api/set-up", "", {
    ...{ token, name: "Olle Ägare", email: "olle@butik.example", password: "en riktigt lång fras om lampor" },
  });
  owner = made.cookie;
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

async function knock(method: string, path: string, cookie: string, body?: object) {
  const answer = await fetch(`${at.base}${path}`, {
    method,
    headers: { origin: at.base, "content-type": "application/json", cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown> & { items: Line[]; next: string | null };
  return { status: answer.status, body: json, cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}
type Line = {
  kind: string;
  channel: string | null;
  location: string | null;
  by: string | null;
  function: string | null;
  name: string | null;
  reason: string | null;
  what: string | null;
};
const happens = (channel: string, more: object) =>
  at.send(
    [
      {
        type: "track",
        event: "Product Viewed",
        messageId: `seen-${++sent}`,
        ...more,
        context: { channel, ...(more as { context?: object }).context },
      },
    ],
    "server",
  );
const idOf = async (value: string) =>
  (await at.ask("/api/people/lookup", { kind: "login", value })).body["id"] as unknown as string;

/** Readers of the log stand behind every open transaction of the PostgreSQL, which other tests share. */
const soon = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 100 });

describe("the recognition log (REC-06)", () => {
  it("tells where and by what she was recognised, one line a visit, and nothing of the web but her sign-in", async () => {
    const card = { properties: { club_card: "7712345" } };
    await at.send(
      [{ type: "identify", userId: "anna", messageId: "seen-0", traits: { club_card: "7712345" } }],
      "server",
    );
    const place = { context: { location: "malmo", staff: { function: "store", name: "Kim" } } };
    for (let i = 0; i < 3; i++) await happens("till", { ...card, ...place });
    await happens("web", { userId: "anna" });
    await happens("web", { userId: "anna", event: "Signed In" });
    const id = await idOf("anna");
    const linesNow = async () =>
      ((await at.ask(`/api/people/${id}/seen`)).body["items"] as unknown as Line[]).filter(
        ({ kind }) => kind !== "opened",
      );
    const lines = await soon(async () => {
      const found = await linesNow();
      expect(found).toHaveLength(3);
      return found;
    });
    expect(lines).toContainEqual(
      expect.objectContaining({
        kind: "met",
        channel: "till",
        location: "malmo",
        by: "club_card",
        function: "store",
        name: null,
      }),
    );
    expect(
      lines.filter(({ kind, channel }) => kind === "signed_in" && channel === "web").length,
    ).toBeGreaterThan(0);
    moveClock(5 * HOUR);
    await happens("till", { ...card, ...place });
    await soon(async () =>
      expect((await linesNow()).filter(({ channel }) => channel === "till")).toHaveLength(2),
    );
  });

  it("a colleague whose role must say why is turned away until they do, once a day; she reads function and reason, and the name only where the company shows it", async () => {
    const id = await idOf("anna");
    const rules = { reasonRoles: ["owner"], showNames: false };
    expect((await knock("PUT", "/api/look-rules", owner, rules)).status).toBe(200);
    const refused = await knock("GET", `/api/people/${id}`, owner);
    expect([refused.status, refused.body["code"]]).toEqual([403, "people.reason_needed"]);
    const lookup = await knock("POST", "/api/people/lookup", owner, { kind: "login", value: "anna" });
    expect(lookup.body["code"]).toBe("people.reason_needed");
    expect(
      (await knock("POST", `/api/people/${id}/reason`, owner, { reason: "Hon frågar om sitt kvitto" }))
        .status,
    ).toBe(200);
    expect((await knock("GET", `/api/people/${id}`, owner)).status).toBe(200);
    expect((await knock("GET", `/api/people/${id}/timeline`, owner)).status).toBe(200);
    const anna = await enterAsPerson(at, "anna");
    const mine = async () => (await knock("GET", "/v1/me/seen", anna)).body.items;
    const looked = (await mine()).find(({ what }) => what === "people.timeline");
    expect(looked).toMatchObject({
      kind: "opened",
      function: "owner",
      name: null,
      reason: "Hon frågar om sitt kvitto",
    });
    expect(await mine()).toContainEqual(
      expect.objectContaining({ kind: "met", channel: "till", by: "club_card" }),
    );
    await knock("PUT", "/api/look-rules", owner, { ...rules, showNames: true });
    expect((await mine()).find(({ what }) => what === "people.timeline")).toMatchObject({
      name: "Olle Ägare",
    });
    moveClock(24 * HOUR);
    const again = await knock("POST", "/api/session/password", "", {
      email: "olle@butik.example",
      password: "en riktigt lång fras om lampor",
    });
    expect((await knock("GET", `/api/people/${id}`, again.cookie)).body["code"]).toBe("people.reason_needed");
    moveClock(0);
    await knock("PUT", "/api/look-rules", owner, { reasonRoles: [], showNames: false });
  });

  it("who looked stays what they were then, whatever they are granted later", async () => {
    const id = await idOf("anna");
    const service = await signUpColleague(at, "service", owner);
    expect((await knock("GET", `/api/people/${id}`, service)).status).toBe(200);
    const anna = await enterAsPerson(at, "anna");
    const functions = async () =>
      (await knock("GET", "/v1/me/seen", anna)).body.items
        .filter(({ what }) => what === "people.open")
        .map((line) => line.function);
    expect(await functions()).toContain("service");
    const { items } = (await at.ask("/api/staff")).body as unknown as {
      items: { id: string; email: string }[];
    };
    const { id: colleague } = items.find(({ email }) => email.startsWith("service")) ?? { id: "" };
    const grants = [{ role: "it", legalEntityId: null, locationIds: [] }];
    expect((await knock("PUT", `/api/staff/${colleague}/grants`, owner, { grants })).status).toBe(200);
    expect(await functions()).toContain("service");
    expect(await functions()).not.toContain("it");
  });

  it("pages follow one another without a gap or a repeat", async () => {
    const id = await idOf("anna");
    const all = (await at.ask(`/api/people/${id}/seen?limit=200`)).body["items"] as unknown as (Line & {
      at: string;
    })[];
    const found: unknown[] = [];
    let next: string | null = "9999-01-01T00:00:00Z";
    while (next !== null) {
      const { body } = await knock("GET", `/api/people/${id}/seen?limit=3&before=${next}`, owner);
      found.push(...body.items);
      next = body.next;
    }
    const names = (found as typeof all)
      .filter(({ at: when }) => all.some((line) => line.at === when))
      .map((line) => `${line.at} ${line.what}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(all.length);
  });
});

describe("how many are recognised (REC-01)", () => {
  type Row = {
    day: string;
    channel: string;
    recognised: number;
    unknown: number;
    hushed: number;
    told: number;
    rate: number | null;
  };
  const today = () => new Date().toISOString().slice(0, 10);
  const rate = async (channel: string) =>
    ((await at.ask(`/api/recognition?from=${today()}&to=${today()}`)).body["items"] as unknown as Row[]).find(
      (row) => row.channel === channel,
    );

  it("counts recognised, unknown and kept without a person, and a join that comes later changes nothing of it", async () => {
    await happens("kiosk", { userId: "anna" });
    await happens("kiosk", { anonymousId: "stranger" });
    await happens("kiosk", { anonymousId: "stranger" });
    const counted = { recognised: 1, unknown: 2, hushed: 0 };
    await soon(async () => expect(await rate("kiosk")).toMatchObject(counted));
    await at.send(
      [
        {
          type: "identify",
          userId: "new-one",
          anonymousId: "stranger",
          messageId: "seen-join",
          traits: {},
          context: { channel: "web" },
        },
      ],
      "server",
    );
    const web = (await rate("web"))?.recognised ?? 0;
    await happens("web", { userId: "anna" });
    await soon(async () => expect((await rate("web"))?.recognised).toBeGreaterThan(web));
    expect(await rate("kiosk")).toMatchObject(counted);
    await fetch(`${at.base}/v1/dial`, {
      method: "PUT",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${at.secrets.serverKey}:`).toString("base64")}`,
      },
      body: JSON.stringify({
        identifier: { kind: "login", value: "anna" },
        channels: { kiosk: { level: "never" } },
      }),
    });
    await happens("kiosk", { userId: "anna" });
    const row = await rate("kiosk");
    expect(row).toMatchObject({ ...counted, hushed: 1 });
    expect(row?.rate).toBeCloseTo(0.25, 9);
  });

  it("systems and history tell of people whom nobody met: they are counted beside the rate, not in it", async () => {
    await happens("tablet", { userId: "anna" });
    await happens("tablet", { anonymousId: "passer-by" });
    const longAgo = new Date(Date.now() - 400 * 24 * HOUR).toISOString();
    for (let i = 0; i < 5; i++) await happens("tablet", { userId: "anna", timestamp: longAgo });
    await soon(async () =>
      expect(await rate("tablet")).toMatchObject({ recognised: 1, unknown: 1, told: 5, rate: 0.5 }),
    );
    const told = (await rate("server"))?.told ?? 0;
    await happens("server", { userId: "anna" });
    await soon(async () =>
      expect(await rate("server")).toMatchObject({ recognised: 0, unknown: 0, told: told + 1, rate: null }),
    );
  });

  it("two processes that count at once count each event once", async () => {
    for (let i = 0; i < 40; i++) await happens("call", { userId: "anna" });
    const count = () => countRecognition(at.house);
    await soon(async () => {
      await Promise.all([count(), count(), count()]);
      expect(await rate("call")).toMatchObject({ recognised: 40, unknown: 0 });
    });
    await count();
    expect(await rate("call")).toMatchObject({ recognised: 40, unknown: 0 });
  });
});
