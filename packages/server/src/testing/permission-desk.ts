// For tests of permission: a legal entity, two purposes with their words, and short ways to say yes and no over HTTP.
import { createHash } from "node:crypto";
import type { TestApp } from "./test-app.ts";

const BODY = "Almvik AB får skriva till mig om sina varor. Jag kan återkalla det när som helst.";
export const hashOf = (body: string): string => createHash("sha256").update(body).digest("hex");
export type Item = {
  purpose: string;
  channel: string;
  state: string;
  evidence: object | null;
  text: { body: string } | null;
  identifier: { value: string } | null;
  cause: string | null;
  used: { times: number } | null;
};
type Answered = { status: number; body: Record<string, unknown> };

export async function openDesk(at: TestApp) {
  const entity = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const entityId = String(entity.body["id"]);
  const words = { basis: "consent", language: "sv", body: BODY, scopes: ["offers"], categories: ["shoes"] };
  const textOf = async (code: string, doubleOptIn: boolean) => {
    const marketing = { kind: "marketing", basis: "consent", balance: null, doubleOptIn };
    await at.ask("/api/permissions/purposes", { code, ...marketing });
    const channels = ["mail", "sms", "call", "push"];
    const wish = { ...words, channels, entityIds: [entityId] };
    return String((await at.ask(`/api/permissions/purposes/${code}/texts`, wish)).body["id"]);
  };
  const texts = { offers: await textOf("offers", false), letters: await textOf("letters", true) };
  const call = async (path: string, body: object, key?: string): Promise<Answered> => {
    const answer = await fetch(`${at.base}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` }),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const evidence = { place: "almvik.example/kassa", how: "ruta ikryssad", active: true, concluded: true };
  let acts = 0;
  const yes = (email: string, more: object = {}) => ({
    ...{
      act: "grant",
      id: `act-${++acts}`,
      identifiers: [{ kind: "email", value: email }],
      purpose: "offers",
    },
    ...{ channels: ["mail"], entity: "almvik", textHash: hashOf(BODY), at: new Date(Date.now() - 5000) },
    ...{ collectedBy: "form:checkout", evidence, ...more },
  });
  const no = (email: string, more: object = {}) => ({
    ...{ act: "withdraw", id: `act-${++acts}`, identifiers: [{ kind: "email", value: email }] },
    ...{ purpose: null, channel: null, entity: null, ...more },
  });
  /** The retailer's systems tell. */
  const tell = (...told: object[]) => call("/v1/permissions", { acts: told }, at.secrets.serverKey);
  const meet = async (email: string): Promise<string> => {
    await at.send(
      [{ type: "identify", userId: email, traits: { email }, messageId: `meet ${email}` }],
      "server",
    );
    return String((await at.ask("/api/people/lookup", { kind: "email", value: email })).body["id"]);
  };
  const look = async (id: string) => {
    const { body } = await at.ask(`/api/people/${id}/permissions`);
    return { items: body["items"] as unknown as Item[], noes: body["noes"] as unknown as object[] };
  };
  return { entityId, texts, body: BODY, call, evidence, yes, no, tell, meet, look };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
