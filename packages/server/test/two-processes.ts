// Two processes on one database and what the retailer's systems tell them: a purpose that asks for a yes, yeses, and uses.
import { expect } from "vitest";
import { hashOf } from "../src/testing/permission-desk.ts";
import { freshKeys, type Server, startServer } from "./harness.ts";

const BODY = "Almvik AB får skriva till mig om sina varor. Jag kan återkalla det när som helst.";

export const idOf = (value: string) => ({ kind: "email", value });

export async function openTwoProcesses() {
  const keys = freshKeys();
  const a = await startServer({ keys });
  const b = await startServer({ keys, databaseUrl: await a.databaseUrl() });
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

  async function post(to: Server, path: string, body: object): Promise<Record<string, unknown>> {
    const authorization = `Basic ${Buffer.from(`${keys.serverKey}:`).toString("base64")}`;
    const answer = await fetch(`${to.url}${path}`, {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { "content-type": "application/json", authorization },
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  }
  const tell = (to: Server, ...told: object[]) => post(to, "/v1/permissions", { acts: told });
  async function use(of: Server, email: string): Promise<string> {
    const wish = { identifier: idOf(email), purpose: "offers", channel: "mail", entity: "almvik" };
    const answer = await post(of, "/v1/permissions/use", { ...wish, message: "offers" });
    return answer["allowed"] === true ? "yes" : (answer["reason"] as { code: string }).code;
  }
  const evidence = { place: "almvik.example", how: "box ticked", active: true, concluded: true };
  let acts = 0;
  const newAct = (): string => `two-${++acts}`;
  const yesOf = (email: string) => ({
    ...{ act: "grant", id: newAct(), identifiers: [idOf(email)], purpose: "offers", channels: ["mail"] },
    ...{ entity: "almvik", textHash: hashOf(BODY), at: new Date(Date.now() - 1000) },
    ...{ collectedBy: "form", evidence },
  });
  async function free(): Promise<void> {
    await b.free();
    await a.free();
  }
  return { a, b, post, tell, use, newAct, yesOf, free };
}
export type TwoProcesses = Awaited<ReturnType<typeof openTwoProcesses>>;
