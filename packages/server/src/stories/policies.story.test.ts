// LAW-37 over HTTP: counsel decides for a country from a day on, and the next question is answered by it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
});
afterAll(() => at.close());

type Held = { country: string; number: number; dormantDays: number; validFrom: string | null };
const held = async () => {
  const { body } = await at.ask("/api/permissions/policies");
  return body as unknown as { holding: Held[]; decisions: Held[] };
};
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const choices = { coldCalls: false, softFromFreeAccount: false, dormantDays: 90 };
async function decide(body: object, id: string = randomUUID()) {
  const answer = await fetch(`${at.base}/api/permissions/policies/${id}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ ...choices, country: "SE", note: "advice of our counsel", ...body }),
  });
  return { status: answer.status, body: (await answer.json()) as { number?: number; code?: string } };
}
const callsTo = async (value: string) => {
  const answer = await desk.call(
    "/v1/permissions/use",
    {
      ...{ identifier: { kind: "phone", value }, purpose: "offers", channel: "call" },
      ...{ entity: "almvik", message: "offers", categories: ["shoes"], count: false },
    },
    at.secrets.serverKey,
  );
  return answer.body as { allowed?: boolean; reason?: { code: string }; ruleVersion?: string };
};

describe("LAW-37 what counsel decides", () => {
  it("stands undecided as the law has it; once decided it holds at once, and an answer names it", async () => {
    expect((await held()).holding).toMatchObject([{ country: "SE", number: 0, validFrom: null }]);
    const { status, body } = await decide({ validFrom: dayFromNow(0) });
    expect(status).toBe(200);
    expect((await held()).holding).toMatchObject([
      { country: "SE", number: body.number, dormantDays: 90, validFrom: dayFromNow(0) },
    ]);
    const asked = await callsTo("+46701112233");
    expect(asked).toMatchObject({ allowed: false, reason: { code: "consent.cold_calls_off" } });
    expect(asked.ruleVersion).toMatch(new RegExp(`policy ${body.number}$`));
  });

  it("the same act again decides nothing twice; a later day waits for itself; a day that is over is refused", async () => {
    const before = (await held()).decisions.length;
    const id = randomUUID();
    const first = await decide({ validFrom: dayFromNow(9), dormantDays: 45 }, id);
    expect(await decide({ validFrom: dayFromNow(9), dormantDays: 45 }, id)).toEqual(first);
    const now = await held();
    expect(now.decisions.length).toBe(before + 1);
    expect(now.decisions[0]).toMatchObject({ number: first.body.number, dormantDays: 45 });
    expect(now.holding).toMatchObject([{ dormantDays: 90 }]);
    expect(await decide({ validFrom: dayFromNow(-2) })).toMatchObject({
      status: 400,
      body: { code: "consent.policy_past" },
    });
  });

  it("what all other countries go by holds where a country has no decision of its own", async () => {
    await at.ask("/api/entities", {
      ...{ code: "almvik-dk", name: "Almvik ApS", organisationNumber: null, country: "DK" },
      ...{ currency: "DKK", languages: ["da"], timeZone: "Europe/Copenhagen" },
    });
    await decide({ country: "EU", validFrom: dayFromNow(0), dormantDays: 200 });
    expect((await held()).holding).toMatchObject([
      { country: "DK", dormantDays: 200 },
      { country: "SE", dormantDays: 90 },
    ]);
  });
});
