// Several partial erasures: they wait side by side, and whoever sees to them sees that they were done.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let people = 0;

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Person = {
  id: string;
  identifiers: { kind: string; value: string }[];
  facts: Record<string, { value: unknown }>;
};
const look = async (email: string): Promise<Person> =>
  (await at.ask(`/api/people/lookup?kind=email&value=${email}`)).body as unknown as Person;
const happened = async (id: string): Promise<string> =>
  JSON.stringify((await at.ask(`/api/people/${id}/timeline`)).body);

async function customer() {
  const n = ++people;
  const who = {
    userId: `del-${n}`,
    email: `del${n}@exempel.se`,
    other: `del${n}@post.exempel.se`,
    phone: `+4670200000${n}`,
  };
  const say = (id: string, timestamp: string, more: object) => ({
    ...{ userId: who.userId, messageId: `${n}-${id}`, timestamp },
    ...more,
  });
  await at.send(
    [
      say("1", "2026-01-10T10:00:00Z", {
        type: "identify",
        traits: { email: who.email, name: "Del Person" },
      }),
      say("2", "2026-02-10T10:00:00Z", { type: "identify", traits: { email: who.other, city: "Lund" } }),
      say("3", "2026-02-11T10:00:00Z", {
        type: "track",
        event: "Product Viewed",
        properties: { name: "En lampa" },
      }),
      say("4", "2026-03-10T10:00:00Z", { type: "identify", traits: { phone: who.phone, size: "M" } }),
    ],
    "server",
  );
  await at.send([
    { ...say("5", "2026-03-11T10:00:00Z", { type: "page", name: "Mattor" }), anonymousId: `v-del-${n}` },
  ]);
  return who;
}

describe("several parts", () => {
  type Item = { id: string; of: string; state: string; endedAt: string | null };
  const span = { kind: "span", from: "2026-02-01T00:00:00.000Z", to: "2026-03-01T00:00:00.000Z" };
  const source = { kind: "source", sourceId: 1 };
  const listed = async (id: string) =>
    ((await at.ask(`/api/people/${id}/rights`)).body["items"] as unknown as Item[])
      .map(({ of, state }) => `${of} ${state}`)
      .sort();
  const askFor = (id: string, scope: object) =>
    at.ask(`/api/people/${id}/rights`, { kind: "erasure", scope, reason: "ville glömma en del" });
  const receiptOf = async ({ body }: { body: Record<string, unknown> }) =>
    (await new Customer(at).ask("POST", "/v1/me/receipt", { receipt: body["receipt"] })).body;
  async function aDayLater() {
    for (const ahead of [25 * HOUR, 25 * HOUR + 10_000, 25 * HOUR + 20_000, 25 * HOUR + 30_000]) {
      moveClock(ahead);
      await runRights(at.house);
    }
    moveClock(0);
  }

  it("wait side by side, the same is asked once, and each is seen to be done as long as the person is there", async () => {
    const { id } = await look((await customer()).email);
    const first = await askFor(id, span);
    const other = await askFor(id, source);
    expect([first.status, other.status]).toEqual([200, 200]);
    const again = await askFor(id, { ...span, from: "2026-02-01T00:00:00Z" });
    expect([again.status, again.body["code"]]).toEqual([409, "rights.waiting_already"]);
    expect(await listed(id)).toEqual(["source waiting", "span waiting"]);
    await aDayLater();
    expect(await listed(id)).toEqual(["source done", "span done"]);
    expect(await happened(id)).not.toMatch(/En lampa|Mattor/);
    for (const asked of [first, other])
      expect(await receiptOf(asked)).toMatchObject({ state: "done", rooms: expect.any(Array) });
  });

  it("that the person asked for themselves are seen by both, also by an identifier that is gone now", async () => {
    const who = await customer();
    const { id } = await look(who.email);
    const browser = await (await new Customer(at).signIn(who.other)).prove(who.email);
    const own = { kind: "identifier", identifier: { kind: "email", value: who.other } };
    for (const scope of [span, own])
      expect((await browser.ask("POST", "/v1/me/erasures", { scope })).status).toBe(200);
    await aDayLater();
    expect(await listed(id)).toEqual(["identifier done", "span done"]);
    const gone = await askDatabase<{ n: number }>(
      at.database.url,
      `select count(*)::int as n from rights.requests r join rights.tombstones t on t.fp = r.fp`,
    );
    expect(gone).toEqual([{ n: 0 }]);
  });

  it("go with the whole: what waited is done, receipts open, and nothing says whose they were", async () => {
    const who = await customer();
    const { id } = await look(who.email);
    const done = await askFor(id, span);
    await aDayLater();
    const whole = await askFor(id, { kind: "whole" });
    moveClock(1000);
    const waited = await askFor(id, source);
    moveClock(0);
    await aDayLater();
    for (const asked of [done, whole, waited])
      expect(await receiptOf(asked)).toMatchObject({ state: "done" });
    const named =
      "select of.id from rights.requests of where person_id = $1 or fp is not null and id = any($2)";
    const ids = [done, whole, waited].map(({ body }) => body["id"]);
    expect(await askDatabase(at.database.url, named, [id, ids])).toEqual([]);
  });

  it("are ten at most, and the refusal says so", async () => {
    const { id } = await look((await customer()).email);
    const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00Z`;
    const ask = (n: number) => askFor(id, { kind: "span", from: day(n), to: day(n + 1) });
    for (let n = 1; n <= 10; n++) expect((await ask(n)).status).toBe(200);
    expect((await ask(11)).body["code"]).toBe("rights.too_many_waiting");
  });
});
