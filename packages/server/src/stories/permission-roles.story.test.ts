// Whoever writes down what somebody says sees what they wrote: where they may open people, the person's permissions; in a
// store, their own lines of today and nobody's name.
import { randomUUID } from "node:crypto";
import type { Role } from "@somlos/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signUpColleague } from "../testing/colleague.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  const owner = await signUpColleague(at, "owner");
  for (const role of ["manager", "marketing", "sales", "service", "store", "it"] as const)
    cookies.set(role, await signUpColleague(at, role, owner));
  cookies.set("owner", owner);
});
afterAll(() => at.close());

async function as(role: Role, path: string, body?: object) {
  const answer = await fetch(`${at.base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { cookie: cookies.get(role) ?? "", origin: at.base, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
type Line = { actId: string; purpose: string | null; channel: string | null; state: string; kind: string };
const recordedBy = async (role: Role): Promise<Line[]> =>
  (await as(role, "/api/permissions/recorded")).body["items"] as Line[];

/** Said at the counter, with the words that the house publishes, read out by whoever asks. */
async function recordYes(role: Role, email: string) {
  const { body } = await as(role, "/api/permissions/purposes/offers/texts");
  const [text] = body["items"] as { id: string; hash: string; body: string }[];
  expect(text?.hash).toBe(hashOf(desk.body));
  const actId = randomUUID();
  const answer = await as(role, "/api/permissions/grant", {
    ...{ actId, identifiers: [{ kind: "email", value: email }], purpose: "offers", channels: ["mail"] },
    ...{ entityId: desk.entityId, textId: text?.id, textHash: text?.hash },
    evidence: { place: "Malmö", how: "said at the counter", active: true, concluded: true },
  });
  expect(answer).toMatchObject({ status: 200, body: { entries: 1, pending: false } });
  return actId;
}

describe.each(["sales", "service"] as const)("%s", (role) => {
  it("reads the words, writes a yes down, and sees in the person's permissions what they wrote", async () => {
    const email = `${role}-kund@exempel.se`;
    const id = await desk.meet(email);
    await recordYes(role, email);
    const seen = await as(role, `/api/people/${id}/permissions`);
    expect(seen.status).toBe(200);
    expect(seen.body["items"]).toMatchObject([
      { purpose: "offers", channel: "mail", state: "granted", evidence: { place: "Malmö" } },
    ]);
    const history = await as(role, `/api/people/${id}/permissions/history`);
    expect(history.body["items"]).toHaveLength(1);
  });

  it("does not see how many are reached, nor files and registers", async () => {
    for (const path of ["reach", "imports", "lists"])
      expect((await as(role, `/api/permissions/${path}`)).body["code"], path).toBe("door.not_allowed");
  });
});

describe("somebody in a store", () => {
  it("sees their own lines of today, of which kind the address was, and neither whose it is nor a colleague's", async () => {
    await desk.meet("butik-kund@exempel.se");
    const actId = await recordYes("store", "butik-kund@exempel.se");
    const no = { actId: randomUUID(), identifiers: [{ kind: "email", value: "annan@exempel.se" }] };
    await as("store", "/api/permissions/withdraw", { ...no, purpose: null, channel: null, entityId: null });
    const lines = await recordedBy("store");
    expect(lines).toMatchObject([
      { actId: no.actId, state: "withdrawn", purpose: null, channel: null, kind: "email", entity: null },
      { actId, state: "granted", purpose: "offers", channel: "mail", entity: { name: "Almvik AB" } },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/exempel|identifier|fp/);
    expect((await recordedBy("sales")).map((line) => line.actId)).not.toContain(actId);
  });

  it("opens no person by it: neither their permissions nor their page", async () => {
    const id = await desk.meet("butik-kund@exempel.se");
    for (const path of ["permissions", "permissions/history", "timeline"])
      expect((await as("store", `/api/people/${id}/${path}`)).status, path).toBe(403);
  });
});

it("whoever writes nothing down has no list of it, and who opened a person's permissions before does so still", async () => {
  const id = await desk.meet("butik-kund@exempel.se");
  for (const role of ["it", "marketing"] as const)
    expect((await as(role, "/api/permissions/recorded")).status, role).toBe(403);
  const open = `/api/people/${id}/permissions`;
  expect((await as("manager", open)).status).toBe(200);
  expect((await as("marketing", open)).body["code"]).toBe("people.reason_needed"); // theirs to open, once they say why
  expect((await as("it", open)).body["code"]).toBe("door.not_allowed");
});
