// Why somebody is one person: every identifier, the claims that join them in order, and what was refused, with whom.
import { randomUUID } from "node:crypto";
import type { ClaimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

let n = 0;
const event = (more: object) => ({
  type: "track",
  event: "Product Viewed",
  messageId: `claims-${++n}`,
  timestamp: new Date(Date.now() - 3_600_000 + n * 1000).toISOString(),
  ...more,
});
const with_ = (traits: object, more: object = {}) => event({ ...more, context: { traits } });
const who = async (kind: string, value: string) =>
  ((await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string }).id;
const claims = async (id: string, query = "") => {
  const { status, body } = await at.ask(`/api/people/${id}/claims${query}`);
  expect(status).toBe(200);
  return body as unknown as ClaimsOfPerson;
};
const rule = (path: string, body: object) =>
  at.ask(path, { actId: randomUUID(), reason: "she told us so", ...body });
const email = (value: string) => ({ kind: "email", value });
const phone = (value: string) => ({ kind: "phone", value });
const named = ({ kind, value }: { kind: string; value: string | null }) => `${kind} ${value}`;

test("All identifiers of a person stand as threads, the visits of a device as one, and each claim as a knot in its order (REC-02)", async () => {
  await at.send(
    [
      event({ userId: "astrid", anonymousId: "laptop-astrid-0001" }),
      with_({ email: "astrid@posten.se", club_card: "97523104" }, { userId: "astrid" }),
      with_({ club_card: "97523104", phone: "+46703184409" }),
    ],
    "server",
  );
  await at.send([event({ userId: "astrid", anonymousId: "phone-astrid-0001" })], "public");
  const id = await who("login", "astrid");
  const told = await claims(id);
  expect(told.personId).toBe(id);
  expect(told.threads.map(named).sort()).toEqual(
    [
      "club_card 97523104",
      "email astrid@posten.se",
      "login astrid",
      "phone +46703184409",
      "visitor laptop-astrid-0001",
      "visitor phone-astrid-0001",
    ].sort(),
  );
  expect(told.knots).toHaveLength(5);
  const strengths = told.knots.map(({ claim }) => (claim.trust === "proven" ? 1000 : 0) + claim.strength);
  expect(told.knots.filter(({ claim }) => claim.trust === "stated").map(({ claim }) => claim.rule)).toEqual([
    "signed",
  ]);
  expect(strengths.length).toBe(5);
  for (const { claim } of told.knots) {
    expect(claim).toMatchObject({ state: "joins", source: expect.any(String), messageId: /^claims-/ });
    expect(Date.parse(claim.at ?? "")).toBeGreaterThan(Date.now() - 4_000_000);
  }
  expect(told.threads.find((one) => one.value === "laptop-astrid-0001")).toMatchObject({
    visits: 1,
    trust: "proven",
  });
  expect(told.rest).toEqual([]);
  expect(told.loose).toEqual([]);
});

test("With many receipts the drawing stays small, says how many more there are, and keeps every knot between what it shows", async () => {
  await at.send(
    [
      with_({ email: "kund@posten.se", club_card: "55550001" }),
      ...Array.from({ length: 260 }, (_, i) => ({
        ...with_({ email: "kund@posten.se" }),
        event: "Order Completed",
        properties: { order_id: `K-${1000 + i}` },
      })),
    ],
    "server",
  );
  const id = await who("email", "kund@posten.se");
  const few = await claims(id, "?most=10");
  expect([few.threads.length, few.knots.length]).toEqual([10, 9]);
  expect(few.threads.map((one) => one.kind)).toContain("club_card");
  expect(few.rest).toEqual([{ kind: "order", count: 252 }]);
  const all = await claims(id, "?most=200");
  expect([all.threads.length, all.knots.length, all.rest[0]?.count]).toEqual([200, 199, 62]);
  expect((await at.ask(`/api/people/${id}/claims?most=201`)).status).toBe(400);
});

test("A claim that was refused, ruled apart or withdrawn stands beside, with its reason and with whom", async () => {
  await at.send(
    [
      with_({ email: "mor@hem.se", club_card: "77770001" }, { userId: "mor" }),
      with_({ email: "mor@hem.se" }, { userId: "dotter" }),
      with_({ email: "far@hem.se", phone: "+46703184411" }),
      with_({ email: "far@hem.se", phone: "+46703184422" }),
    ],
    "server",
  );
  const [mother, daughter] = [await who("login", "mor"), await who("login", "dotter")];
  const refused = (await claims(daughter)).loose;
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    otherId: mother,
    claim: { state: "limit.login", sentence: expect.stringContaining("two logins") },
  });
  expect((await claims(mother)).loose.map((one) => one.otherId)).toEqual([daughter]);

  const father = await who("email", "far@hem.se");
  await rule("/api/people/withdraw-claims", { a: email("far@hem.se"), b: phone("+46703184422") });
  const [withdrawn] = (await claims(father)).loose;
  expect(withdrawn).toMatchObject({
    otherId: await who("phone", "+46703184422"),
    claim: { state: "withdrawn" },
  });
  await rule("/api/people/keep-apart", { a: email("far@hem.se"), b: phone("+46703184411") });
  expect((await claims(father)).loose.map(({ claim }) => claim.state).sort()).toEqual([
    "ruled_apart",
    "withdrawn",
  ]);
  expect((await claims(father)).threads.map(named)).toEqual(["email far@hem.se"]);
});

test("A value that many share does not make the drawing of each of them large, and nobody unknown is drawn", async () => {
  await at.send(
    Array.from({ length: 120 }, (_, i) => with_({ phone: "+46703184455" }, { userId: `kiosk-${i}` })),
    "server",
  );
  const told = await claims(await who("login", "kiosk-7"));
  expect(told.threads.map(named)).toEqual(["login kiosk-7"]);
  expect(told.loose.map(({ claim }) => claim.state)).toEqual(["hub"]);
  const many = await claims(await who("phone", "+46703184455"));
  expect([many.loose.length, many.moreLoose]).toEqual([50, true]);
  const unknown = await at.ask(`/api/people/${randomUUID()}/claims`);
  expect([unknown.status, unknown.body["code"]]).toEqual([404, "people.unknown"]);
});
