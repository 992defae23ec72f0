// Several partial erasures: they wait side by side, and whoever sees to them sees that they were done.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { openParts } from "../testing/parts.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let parts: ReturnType<typeof openParts>;

beforeAll(async () => {
  at = await openTestApp();
  parts = openParts(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

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
    const { id } = await parts.look((await parts.customer()).email);
    const first = await askFor(id, span);
    const other = await askFor(id, source);
    expect([first.status, other.status]).toEqual([200, 200]);
    const again = await askFor(id, { ...span, from: "2026-02-01T00:00:00Z" });
    expect([again.status, again.body["code"]]).toEqual([409, "rights.waiting_already"]);
    expect(await listed(id)).toEqual(["source waiting", "span waiting"]);
    await aDayLater();
    expect(await listed(id)).toEqual(["source done", "span done"]);
    expect(await parts.happened(id)).not.toMatch(/En lampa|Mattor/);
    for (const asked of [first, other])
      expect(await receiptOf(asked)).toMatchObject({ state: "done", rooms: expect.any(Array) });
  });

  it("that the person asked for themselves are seen by both, also by an identifier that is gone now", async () => {
    const who = await parts.customer();
    const { id } = await parts.look(who.email);
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
    const who = await parts.customer();
    const { id } = await parts.look(who.email);
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
    const { id } = await parts.look((await parts.customer()).email);
    const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00Z`;
    const ask = (n: number) => askFor(id, { kind: "span", from: day(n), to: day(n + 1) });
    for (let n = 1; n <= 10; n++) expect((await ask(n)).status).toBe(200);
    expect((await ask(11)).body["code"]).toBe("rights.too_many_waiting");
  });
});
