// Two processes on one database, each with its own home and book: a no said to one holds in the other at once, and a backup
// that is older than the no does not bring the yes back.
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listMigrations, openDatabase } from "@somlos/kernel/db";
import { backup, restore } from "@somlos/kernel/keep";
import { forgetTransactions } from "@somlos/modules/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../src/testing/permission-desk.ts";
import { freshKeys, print, type Server, startServer } from "./harness.ts";

const BODY = "Almvik AB får skriva till mig om sina varor. Jag kan återkalla det när som helst.";
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

let acts = 0;
async function post(to: Server, path: string, body: object): Promise<Record<string, unknown>> {
  const authorization = `Basic ${Buffer.from(`${keys.serverKey}:`).toString("base64")}`;
  const answer = await fetch(`${to.url}${path}`, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json", authorization },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}
const evidence = { place: "almvik.example", how: "box ticked", active: true, concluded: true };
const idOf = (value: string) => ({ kind: "email", value });
const yesOf = (email: string) => ({
  ...{ act: "grant", id: `p-${++acts}`, identifiers: [idOf(email)], purpose: "offers", channels: ["mail"] },
  ...{
    entity: "almvik",
    textHash: hashOf(BODY),
    at: new Date(Date.now() - 1000),
    collectedBy: "form",
    evidence,
  },
});
const noOf = (email: string) => ({
  ...{ act: "withdraw", id: `p-${++acts}`, identifiers: [idOf(email)] },
  ...{ purpose: null, channel: null, entity: null },
});
const tell = (to: Server, ...told: object[]) => post(to, "/v1/permissions", { acts: told });
const mayUse = async (of: Server, email: string) => {
  const wish = { identifier: idOf(email), purpose: "offers", channel: "mail", entity: "almvik" };
  const answer = await post(of, "/v1/permissions/use", { ...wish, message: "offers" });
  return answer["allowed"] === true ? "yes" : (answer["reason"] as { code: string }).code;
};

test("REC-18 what was withdrawn in one process is refused in the other at once, a hundred times over", async () => {
  let slowest = 0;
  for (let i = 0; i < 100; i++) {
    const email = `both-${i}@exempel.se`;
    await tell(a, yesOf(email));
    expect(await mayUse(b, email)).toBe("yes");
    const [from, to] = i % 2 === 0 ? [a, b] : [b, a];
    await tell(from, noOf(email));
    const began = performance.now();
    expect(await mayUse(to, email)).toBe("consent.withdrawn");
    slowest = Math.max(slowest, performance.now() - began);
  }
  print(
    `withdrawn and refused across pid ${a.pid} and pid ${b.pid}, 100 times; slowest answer ${slowest.toFixed(1)} ms`,
  );
  expect(a.pid).not.toBe(b.pid);
});

test("a backup from before a no does not bring the yes back, whichever process the no was said to", async () => {
  const file = join(tmpdir(), `somlos-noes-${process.pid}.backup`);
  const [toA, toB, kept] = ["said-a@exempel.se", "said-b@exempel.se", "kept@exempel.se"];
  await tell(a, yesOf(toA), yesOf(toB), yesOf(kept));
  const db = openDatabase(await a.databaseUrl());
  const quiet = { log: () => undefined };
  await backup(db, file, quiet);
  await tell(a, noOf(toA));
  await tell(b, noOf(toB));
  await a.kill();
  await b.stop();
  const migrations = await listMigrations();
  await restore(db, file, { ...quiet, migrations, over: true, afterRestore: [forgetTransactions] });
  await db.close();
  await a.start();
  await b.start();
  expect(await mayUse(b, toA)).toBe("consent.withdrawn");
  expect(await mayUse(a, toB)).toBe("consent.withdrawn");
  expect(await mayUse(a, kept)).toBe("yes");
  print(`restored: the books of pid ${a.pid} and pid ${b.pid} said their noes again`);
  await rm(file, { force: true });
}, 120_000);
