// A yes from before an erasure comes back from another system or out of an old file: it gives nothing back. A no is taken.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Customer } from "../testing/customer.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const her = "birgit@exempel.se";
const his = "karl@exempel.se";
let at: TestApp;
let desk: Desk;
let told: object;

beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  told = desk.yes(her);
  await desk.meet(his);
  const identify = (email: string) => ({
    ...{ type: "identify", userId: her, traits: { email }, messageId: `first ${email}` },
    timestamp: "2026-01-10T10:00:00Z",
  });
  await at.send([identify(her), identify("birgit@arbete.se")], "server");
  expect((await desk.tell(told, desk.yes(his))).body).toMatchObject({ entries: 2 });
  const browser = await (await new Customer(at).signIn(her)).prove("birgit@arbete.se");
  expect((await browser.ask("POST", "/v1/me/erasures", { scope: { kind: "whole" } })).status).toBe(200);
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
    moveClock(ahead);
    await runRights(at.house);
  }
});
afterAll(async () => {
  moveClock(0);
  await at.close();
});

const may = async (email: string): Promise<string> => {
  const wish = { identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail" };
  const body = { ...wish, entity: "almvik", message: "offers", count: false };
  const answer = (await desk.call("/v1/permissions/use", body, at.secrets.serverKey)).body;
  return answer["allowed"] === true ? "yes" : (answer["reason"] as { code: string }).code;
};
const refusedOf = async (...acts: object[]) =>
  ((await desk.tell(...acts)).body["refused"] as { code: string; sentence: string }[]).map(
    ({ code }) => code,
  );

it("what was said before the erasure is gone, and of others it stands", async () => {
  expect(await may(her)).toBe("consent.no_permission");
  expect(await may(his)).toBe("yes");
});

it("a system that sends the old yes again is told that it is older than the erasure, act by act", async () => {
  const again = desk.yes(his);
  expect(await refusedOf(told, desk.yes(her), again)).toEqual([
    "consent.before_erasure",
    "consent.before_erasure",
  ]);
  expect(
    await refusedOf(
      desk.yes(her, {
        identifiers: [
          { kind: "email", value: his },
          { kind: "email", value: her },
        ],
      }),
    ),
  ).toEqual(["consent.before_erasure"]);
  expect(await may(her)).toBe("consent.no_permission");
});

it("a colleague who writes down a yes of that time is refused in words", async () => {
  const {
    id: _id,
    act: _act,
    entity: _entity,
    collectedBy: _by,
    ...yes
  } = desk.yes(her) as Record<string, unknown>;
  const wish = { ...yes, actId: crypto.randomUUID(), entityId: desk.entityId, textId: desk.texts.offers };
  const answer = await at.ask("/api/permissions/grant", wish);
  expect([answer.status, answer.body["code"]]).toEqual([409, "consent.before_erasure"]);
});

it("a file of the old system gives a line of the report for each such yes, and its noes are taken", async () => {
  const head =
    "purpose;channel;entity;identifier_kind;identifier;state;at;text_hash;collected_by;place;how;active;concluded";
  const row = (email: string, state: string, channel = "mail") =>
    `offers;${channel};almvik;email;${email};${state};2024-05-01T10:00:00Z;${hashOf(desk.body)};kassa 3;Malmö;ruta;ja;ja`;
  const file = [head, row(her, "granted"), row(his, "granted"), row(her, "withdrawn", "call")].join("\n");
  const headers = { authorization: `Bearer ${at.secrets.adminToken}`, "accept-language": "da" };
  const sent = await fetch(`${at.base}/api/permissions/imports?name=gammel.csv`, {
    ...{ method: "POST", headers: { ...headers, "content-type": "text/csv" }, body: new Blob([file]) },
  });
  let view = (await sent.json()) as { id: string; state: string };
  while (view.state === "running") view = (await at.ask(`/api/permissions/imports/${view.id}`)).body as never;
  expect(view).toMatchObject({ state: "done", rows: 3, entries: 2, refused: 1 });
  const report = await fetch(`${at.base}/api/permissions/imports/${view.id}/report.csv`, { headers });
  const lines = (await report.text()).trim().split("\r\n").slice(1);
  expect(lines).toEqual([
    '2,consent.before_erasure,"Dette ja er ældre end sletningen af identifikatoren: det gælder ikke længere. Spørg på ny.",""',
  ]);
  expect(await may(her)).toBe("consent.no_permission");
});

it("what the person says anew after the erasure stands, and a no dated before it is taken like every no", async () => {
  await desk.meet(her);
  expect(await refusedOf(desk.yes(her, { at: new Date(Date.now() + 25 * HOUR + 9000) }))).toEqual([]);
  expect(await may(her)).toBe("yes");
  expect(await refusedOf(desk.no(her, { at: new Date(Date.now() - HOUR) }))).toEqual([]);
  expect(await may(her)).toBe("yes");
  expect(await refusedOf(desk.no(her))).toEqual([]);
  expect(await may(her)).toBe("consent.withdrawn");
});
