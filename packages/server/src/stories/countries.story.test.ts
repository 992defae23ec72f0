// A phone number as people write it at home: which country's it is goes by where it was said, and stays so.
import { setTimeout as sleep } from "node:timers/promises";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let desk: Desk;
let danish = "";
beforeAll(async () => {
  at = await openTestApp({ role: "all" });
  desk = await openDesk(at); // enters Almvik AB, the principal, in Sweden
  const entity = await at.ask("/api/entities", {
    ...{ code: "almvik-dk", name: "Almvik ApS", organisationNumber: null, country: "DK", currency: "DKK" },
    ...{ languages: ["da"], timeZone: "Europe/Copenhagen" },
  });
  danish = String(entity.body["id"]);
  const place = { entityId: desk.entityId, kind: "store" };
  const oslo = {
    code: "oslo",
    name: "Almvik Oslo",
    country: "NO",
    position: { latitude: 59.9, longitude: 10.7 },
  };
  expect((await at.ask("/api/locations", { ...place, ...oslo })).status).toBe(200);
});
afterAll(() => at.close());

let n = 0;
const says = (userId: string, phone: string, context: object = {}, more: object = {}) => ({
  ...{ type: "identify", userId, messageId: `country-${++n}`, traits: { phone, ...more }, context },
});
const numbersOf = async (userId: string, legalEntity?: string): Promise<string[]> => {
  const { body } = await at.ask("/api/people/lookup", {
    ...{ kind: "login", value: userId },
    ...(legalEntity === undefined ? {} : { legalEntity }),
  });
  const held = body["identifiers"] as unknown as { kind: string; value: string }[] | undefined;
  return (held ?? []).filter(({ kind }) => kind === "phone").map(({ value }) => value);
};
const change = (path: string, body: object, method = "PATCH") =>
  fetch(`${at.base}${path}`, {
    method,
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const assume = async (defaultCountry: string | null): Promise<void> => {
  const { version } = (await at.ask("/api/settings")).body;
  expect((await change("/api/settings", { version, defaultCountry })).status).toBe(200);
};
async function takeIn(csv: string, more: object): Promise<void> {
  const headers = {
    authorization: `Bearer ${at.secrets.adminToken}`,
    "content-type": "application/octet-stream",
  };
  const made = await fetch(`${at.base}/api/imports?name=klub.csv`, { method: "POST", headers, body: csv });
  const { id } = (await made.json()) as { id: string };
  const mapping = {
    ...{ event: { type: "identify" }, ids: { login: "login", phone: "phone" }, fields: { city: "city" } },
    ...more,
  };
  expect((await change(`/api/imports/${id}/mapping`, { mapping }, "PUT")).status).toBe(200);
  expect((await at.ask(`/api/imports/${id}/start`, {})).status).toBe(200);
  for (let i = 0; i < 300 && (await at.ask(`/api/imports/${id}`)).body["state"] !== "done"; i++)
    await sleep(100);
}

describe("a phone number without its country", () => {
  it("is of the country of the location, else of the legal entity, else of the source's, else of the installation", async () => {
    await at.send(
      [
        says("se", "070-123 45 67"),
        says("nora", "412 34 567", { location: { code: "oslo" } }),
        says("dk", "20 20 20 20", { legal_entity: "almvik-dk" }),
        says("own", "20 20 20 21", { country: "dk" }),
        says("abroad", "+47 412 34 568", { legal_entity: "almvik-dk" }),
      ],
      "server",
    );
    expect((await change("/api/sources/2", { legalEntity: "almvik-dk" })).status).toBe(200);
    await at.send([says("source", "20 20 20 22")], "server");
    expect((await change("/api/sources/2", { legalEntity: null })).status).toBe(200);
    expect(await numbersOf("se")).toEqual(["+46701234567"]);
    expect(await numbersOf("nora")).toEqual(["+4741234567"]);
    expect(await numbersOf("dk", "almvik-dk")).toEqual(["+4520202020"]);
    expect(await numbersOf("own")).toEqual(["+4520202021"]);
    expect(await numbersOf("abroad", "almvik-dk")).toEqual(["+4741234568"]);
    expect(await numbersOf("source", "almvik-dk")).toEqual(["+4520202022"]);
    const found = await at.ask("/api/people/lookup", {
      ...{ kind: "phone", value: "20202020", legalEntity: "almvik-dk" },
    });
    expect(found.body["identifiers"]).toContainEqual(expect.objectContaining({ value: "dk" }));
  });

  it("from a file is of the country that the file is said to be of", async () => {
    await takeIn("login,phone,city\nfile-no,412 34 569,Bergen\n", { country: "NO" });
    await takeIn("login,phone,city\nfile-dk,20 20 20 23,Odense\n", { country: "DK" });
    await takeIn("login,phone,city\nfile-se,070-123 45 68,Lund\n", {});
    expect(await numbersOf("file-no")).toEqual(["+4741234569"]);
    expect(await numbersOf("file-dk")).toEqual(["+4520202023"]);
    expect(await numbersOf("file-se")).toEqual(["+46701234568"]);
  });

  it("stays what it was when the setting changes: what is told and what is forgotten afterwards finds it", async () => {
    await assume("NO");
    await at.send([says("per", "412 34 570")], "server");
    expect(await numbersOf("per")).toEqual(["+4741234570"]);
    await assume("DK");
    await at.send([says("mads", "20 20 20 24"), says("per", "+47 412 34 570")], "server");
    expect(await numbersOf("mads")).toEqual(["+4520202024"]);
    expect(await numbersOf("per")).toEqual(["+4741234570"]);
    const { id } = (await at.ask("/api/people/lookup", { kind: "login", value: "per" })).body;
    const split = await at.ask(`/api/people/${id}/rights`, { kind: "erasure", reason: "asked in the store" });
    expect(split.status).toBe(200);
    // The house does its own duties too: whoever comes second leaves the work to the first, and it ends a moment later.
    moveClock(25 * HOUR);
    const known = async () => {
      await runRights(at.house);
      return (await at.ask("/api/people/lookup", { kind: "phone", value: "+4741234570" })).status;
    };
    await expect.poll(known, { timeout: 20_000, interval: 500 }).toBe(404);
    moveClock(0);
    const body = (await at.ask("/api/people?query=4741234570")).body["items"] as unknown as object[];
    expect(body).toEqual([]);
    await assume(null);
  });

  it("in a permission, and in the question for it, is of the country of the legal entity it is given to", async () => {
    const body = "Almvik ApS må skrive til mig. Jeg kan trække det tilbage når som helst.";
    await at.ask("/api/permissions/purposes/offers/texts", {
      ...{ basis: "consent", language: "da", body, scopes: ["offers"], categories: ["shoes"] },
      ...{ channels: ["sms"], entityIds: [danish] },
    });
    await at.send([says("jane", "20 20 20 30", { legal_entity: "almvik-dk" })], "server");
    const told = await desk.tell(
      desk.yes("", {
        ...{ identifiers: [{ kind: "phone", value: "20202030" }], channels: ["sms"] },
        ...{ entity: "almvik-dk", textHash: hashOf(body) },
      }),
    );
    expect(told.body).toMatchObject({ accepted: 1, refused: [] });
    const ask = async (value: string) =>
      (
        await desk.call(
          "/v1/permissions/use",
          {
            ...{ identifier: { kind: "phone", value }, purpose: "offers", channel: "sms" },
            ...{ entity: "almvik-dk", message: "offers", categories: ["shoes"], count: false },
          },
          at.secrets.serverKey,
        )
      ).body["allowed"];
    expect([await ask("20 20 20 30"), await ask("+45 20202030"), await ask("+46 20202030")]).toEqual([
      ...[true, true, false],
    ]);
  });

  it("turned to never at a legal entity, the dial is of the number as that country writes it", async () => {
    const answer = await fetch(`${at.base}/v1/dial`, {
      method: "PUT",
      headers: {
        authorization: `Basic ${Buffer.from(`${at.secrets.serverKey}:`).toString("base64")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        ...{ identifier: { kind: "phone", value: "20 20 20 40" }, legalEntity: "almvik-dk" },
        channels: { web: { level: "never" } },
      }),
    });
    expect(answer.status).toBe(200);
    const one = says("quiet", "20202040", { legal_entity: "almvik-dk", channel: "web" });
    await at.send([one], "server");
    expect((await at.ask(`/api/events/${one.messageId}/trace`)).status).toBe(404);
  });
});
