// What is left of an event that somebody must be left alone in, and that nothing else is.
import { moveClock } from "@somlos/kernel/clock";
import { fingerprint, uuid7 } from "@somlos/kernel/ids";
import { testDatabase } from "@somlos/kernel/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Arrival, Naming, Shield, Verdict } from "../index.ts";
import { forgetHushDays, hushDay, shield } from "../index.ts";
import { parse } from "../parse/parse.rules.ts";
import { identifiersAnywhere } from "./carried.rules.ts";

const naming: Naming = { print: fingerprint, country: "SE" };
const NOW = Date.UTC(2026, 10, 28, 13, 47, 12);
let t: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  t = await testDatabase({ most: 2 });
});
afterEach(() => moveClock(0));
afterAll(() => t.drop());

const arrive = (message: object, trust: "proven" | "stated" = "proven"): Arrival => {
  const envelope = {
    ...{ naming, trust, sourceId: 1, channel: "till" as const, receivedAt: NOW, sentAt: undefined },
    ...{ suspicious: true, newId: () => uuid7(NOW), terms: { currencyAt: () => "SEK" } },
  };
  return { parsed: parse(message, envelope), envelope };
};
const anna = naming.print("id email", "anna@exempel.se");
/** Leaves Anna alone at the till. */
const leaves = (verdict: Verdict): Shield => ({
  minds: ({ channel }) => channel === "till",
  hush: async (_tx, carried) =>
    new Map(
      carried.flatMap(({ ids }, i) => (ids.some(({ fp }) => fp === anna) ? [[i, verdict] as const] : [])),
    ),
});
const pass = (arrivals: readonly Arrival[], verdict: Verdict = "hush") =>
  t.db.work({ kind: "system", id: "test" }, async ({ tx }) => {
    const { open, weave } = await shield(tx, arrivals, {
      shields: [leaves(verdict)],
      placeOf: (code) => (code === "malmo" ? "MALMO" : undefined),
    });
    return { open, outcomes: weave(open.map(() => ({ kind: "accepted" }))) };
  });
async function rows<Row>(text: string): Promise<Row[]> {
  const client = await t.db.connect();
  return client
    .query(text)
    .then((answer) => answer.rows as Row[])
    .finally(() => client.end());
}
const sale = (messageId: string, more: object = {}) => ({
  ...{ type: "track", event: "Order Completed", messageId, userId: "u-1", timestamp: "2026-11-28T13:20:11Z" },
  properties: {
    ...{ email: "Anna@Exempel.se", order_id: "o-1", revenue: "129.50", location: "malmo", note: "till Anna" },
    products: [{ product_id: "lamp-7", name: "Lampa", quantity: 2, price: 64.75 }],
    ...more,
  },
});

describe("what is hushed (REC-05)", () => {
  it("keeps the hour, channel, place, name, amounts and products that only we can tell, and nothing else", async () => {
    const { open, outcomes } = await pass([arrive(sale("m-1")), arrive({ ...sale("m-2", { email: "" }) })]);
    expect(open).toHaveLength(1);
    expect(outcomes).toEqual([{ kind: "hushed" }, { kind: "accepted" }]);
    const [kept] = await rows<{ hour: Date; amount_minor: string; products: unknown }>(
      "select * from events.hushed",
    );
    if (kept === undefined) throw new Error("nothing was kept");
    expect(kept).toMatchObject({ place: "MALMO", name: "Order Completed", currency: "SEK" });
    expect(Number(kept.amount_minor)).toBe(12_950);
    expect(kept.hour.toISOString()).toBe("2026-11-28T13:00:00.000Z");
    expect(kept.products).toEqual([
      { code: expect.stringMatching(/^[0-9a-f-]{36}$/), quantity: 2, priceMinor: 6475 },
    ]);
    expect(JSON.stringify(await rows("select h::text from events.hushed h"))).not.toMatch(
      /anna|lamp|o-1|m-1|u-1/i,
    );
  });

  it("a place, a name or an amount that we do not know leaves no text behind", async () => {
    await pass([
      arrive({ ...sale("m-3", { location: "hos anna" }), event: "Anna Came By" }),
      arrive({ ...sale("m-4"), type: "page", name: "Anna" }),
    ]);
    const kept = await rows<{ place: string | null; name: string }>(
      "select place, name from events.hushed where name = ''",
    );
    expect(kept.map(({ place }) => place).sort()).toEqual(["MALMO", null]);
  });

  it("a retry of the same day counts once, of the next day again, and the key of yesterday is gone", async () => {
    const count = async () => (await rows("select 1 from events.hushed")).length;
    const before = await count();
    await pass([arrive(sale("m-5")), arrive(sale("m-5"))]);
    expect((await pass([arrive(sale("m-5"))])).outcomes).toEqual([{ kind: "duplicate", hushed: true }]);
    expect(await count()).toBe(before + 1);
    moveClock(24 * 3_600_000);
    await t.db.work({ kind: "system", id: "test" }, ({ tx }) => forgetHushDays(tx, hushDay()));
    expect(await rows("select 1 from events.hush_seen union all select 1 from events.hush_days")).toEqual([]);
    await pass([arrive(sale("m-5"))]);
    expect(await count()).toBe(before + 2);
  });

  it("what does not fit leaves nothing, and what must be forgotten leaves nothing either", async () => {
    const count = async () => (await rows("select 1 from events.hushed")).length;
    const before = await count();
    const bad = arrive({ ...sale("m-6"), timestamp: "yesterday" });
    expect("unfit" in bad.parsed).toBe(true);
    expect((await pass([bad])).outcomes).toEqual([{ kind: "hushed" }]);
    expect((await pass([arrive(sale("m-7"))], "forget")).outcomes).toEqual([{ kind: "hushed" }]);
    expect(await count()).toBe(before);
    expect(await rows("select 1 from events.parked")).toEqual([]);
  });
});

it("an identifier is seen wherever it stands: in a field that nobody reads, in a sentence, in a list", () => {
  const ids = identifiersAnywhere(naming, {
    properties: { note: "skickat till anna@exempel.se i går", deep: [{ who: { club_card: "77 12" } }] },
    context: { externalIds: [{ type: "clubCard", id: "99" }], page: { query: "+46701234567" } },
    staff: { email: "kassa@butik.se" },
  });
  expect(ids.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
    "club_card 7712",
    "club_card 99",
    "email anna@exempel.se",
    "phone +46701234567",
  ]);
});
