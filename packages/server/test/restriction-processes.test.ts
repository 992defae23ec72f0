// Two processes on one database: what was restricted in one is refused in the other at once, also to a send that comes in the
// same moment. Each prints its pid.
import { afterAll, beforeAll, expect, test } from "vitest";
import { askDatabase } from "../src/testing/customer.ts";
import { hashOf } from "../src/testing/permission-desk.ts";
import { freshKeys, print, type Server, startServer } from "./harness.ts";

const BODY = "Almvik AB får skriva till mig om sina varor. Jag kan återkalla det när som helst.";
const ROUNDS = 30;
const keys = freshKeys();
let a: Server;
let b: Server;
beforeAll(async () => {
  a = await startServer({ keys });
  b = await startServer({ keys, databaseUrl: await a.databaseUrl() });
  const { body: entity } = await a.ask<{ id: string }>("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  await a.ask("/api/permissions/purposes", {
    ...{ code: "offers", kind: "marketing", basis: "consent", balance: null, doubleOptIn: false },
  });
  await a.ask("/api/permissions/purposes/offers/texts", {
    ...{ basis: "consent", language: "sv", body: BODY, scopes: ["offers"], channels: ["mail"] },
    ...{ categories: [], entityIds: [entity.id] },
  });
}, 120_000);
afterAll(async () => {
  await b.free();
  await a.free();
});

async function post(to: Server, path: string, body: object): Promise<Record<string, unknown>> {
  const authorization = `Basic ${Buffer.from(`${keys.serverKey}:`).toString("base64")}`;
  const answer = await fetch(`${to.url}${path}`, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json", authorization },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}
const idOf = (value: string) => ({ kind: "email", value });
const evidence = { place: "almvik.example", how: "box ticked", active: true, concluded: true };
const yesOf = (email: string) => ({
  ...{ act: "grant", id: `r-${email}`, identifiers: [idOf(email)], purpose: "offers", channels: ["mail"] },
  ...{ entity: "almvik", textHash: hashOf(BODY), at: new Date(Date.now() - 1000) },
  ...{ collectedBy: "form", evidence },
});
async function use(of: Server, email: string): Promise<string> {
  const wish = { identifier: idOf(email), purpose: "offers", channel: "mail", entity: "almvik" };
  const answer = await post(of, "/v1/permissions/use", { ...wish, message: "offers" });
  return answer["allowed"] === true ? "yes" : (answer["reason"] as { code: string }).code;
}

test("restricted in one process, refused in the other at once; a send of the same moment was allowed before it or not at all", async () => {
  let before = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const email = `quiet-${i}@exempel.se`;
    const batch = [{ type: "identify", userId: email, messageId: email, traits: { email } }];
    await post(a, "/v1/batch", { batch });
    await post(a, "/v1/permissions", { acts: [yesOf(email)] });
    const { body: found } = await a.ask<{ id: string }>(`/api/people/lookup?kind=email&value=${email}`);
    const [from, to] = i % 2 === 0 ? [a, b] : [b, a];
    const asked = from.ask(`/api/people/${found.id}/restrictions`, {
      ground: "claim",
      reason: "in a letter",
    });
    const sends = await Promise.all([use(to, email), use(to, email), asked.then(() => use(to, email))]);
    expect(sends[2]).toBe("consent.restricted");
    expect(["yes", "consent.restricted"]).toContain(sends[0]);
    before += sends.filter((one) => one === "yes").length;
  }
  const [row] = await askDatabase<{ counted: number }>(
    await a.databaseUrl(),
    "select coalesce(sum(times), 0)::int as counted from consent.uses",
  );
  expect(row?.counted).toBe(before);
  expect(a.pid).not.toBe(b.pid);
  print(
    `restricted and refused across pid ${a.pid} and pid ${b.pid}, ${ROUNDS} times; ${before} sends came before`,
  );
}, 120_000);
