// What is said to everybody reaches each legal entity, also one that knows the same address apart; what is of one stays within it.
import { randomUUID } from "node:crypto";
import { uuidOf } from "@somlos/kernel/ids";
import { withdrawUrl } from "@somlos/modules/consent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Customer, mailsTo } from "../testing/customer.ts";
import { openEntities } from "../testing/entities.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const WORDS = "Almvik ApS må skrive til mig. Jeg kan trække det tilbage når som helst.";
let at: TestApp;
let desk: Desk;
let n = 0;

beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at); // enters Almvik AB, the principal
  const danish = await openEntities(at).enter("almvik-dk", "Almvik ApS");
  await at.ask("/api/permissions/purposes/offers/texts", {
    ...{ basis: "consent", language: "da", body: WORDS, scopes: ["offers"] },
    ...{ categories: ["shoes"], channels: ["mail"], entityIds: [danish] },
  });
});
afterAll(() => at.close());

const meet = (mail: string, ...entities: string[]) =>
  at.send(
    entities.map((entity) => ({
      ...{ type: "identify", userId: mail, traits: { email: mail }, messageId: `everything-${++n}` },
      context: { legal_entity: entity },
    })),
    "server",
  );
const mayWrite = async (email: string, entity: string) => {
  const { body } = await desk.call(
    "/v1/permissions/use",
    {
      ...{ identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail", entity },
      ...{ message: "offers", categories: ["shoes"], count: false },
    },
    at.secrets.serverKey,
  );
  return body as { allowed?: boolean };
};

/** A yes of the same mail to the Danish entity, and the customer at both. */
async function yesAtTheDane(mail: string): Promise<void> {
  await meet(mail, "almvik", "almvik-dk");
  await desk.tell(
    desk.yes(mail, {
      entity: "almvik-dk",
      textHash: hashOf(WORDS),
    }),
  );
  expect((await mayWrite(mail, "almvik-dk")).allowed).toBe(true);
}

describe("a no to everything", () => {
  it("in the corner of one of them holds at the other, which knows the same address apart", async () => {
    const mail = "alt@to.example";
    await yesAtTheDane(mail);
    const swede = await new Customer(at).signIn(mail, "almvik");
    const no = { actId: randomUUID(), purpose: null, channel: null };
    expect((await swede.ask("POST", "/v1/me/permissions/withdraw", no)).status).toBe(200);
    expect((await mayWrite(mail, "almvik-dk")).allowed).toBe(false);
  });

  it("by the link of a message of one of them holds at the other, where it says everything", async () => {
    const mail = "lank@to.example";
    await yesAtTheDane(mail);
    const fp = uuidOf(at.house.naming.print("id email", mail));
    const link = { purpose: "offers", channel: "mail", entityId: desk.entityId } as const;
    const url = withdrawUrl(at.house, { fp, kind: "email", ...link, cause: "message-78" });
    const token = url.split("#withdraw=")[1];
    const click = (everything: boolean) => desk.call("/v1/permissions/withdraw", { token, everything });
    expect((await click(false)).status).toBe(200);
    expect((await mayWrite(mail, "almvik-dk")).allowed).toBe(true);
    expect((await click(true)).status).toBe(200);
    expect((await mayWrite(mail, "almvik-dk")).allowed).toBe(false);
  });
});

describe("a household", () => {
  it("of customers of the other entity takes in whom it invited by mail", async () => {
    const [ida, per] = ["ida@to.example", "per@to.example"];
    for (const mail of [ida, per]) await meet(mail, "almvik-dk");
    const hers = await new Customer(at).signIn(ida, "almvik-dk");
    const householdId = randomUUID();
    const put = await hers.ask("PUT", `/v1/me/households/${householdId}`, { name: "Os", called: "Ida" });
    expect(put.status).toBe(200);
    const invited = await hers.ask("PUT", `/v1/me/household-invitations/${randomUUID()}`, {
      ...{ householdId, email: per },
    });
    expect(invited.status).toBe(200);
    const his = await new Customer(at).signIn(per, "almvik-dk");
    const mail = (await mailsTo(at, per)).find(({ purpose }) => purpose === "identity.household_invited");
    const code = /#([0-9A-Za-z-]{14})/.exec(mail?.text ?? "")?.[1] ?? "";
    const accepted = await his.ask("POST", "/v1/me/household-invitations/accept", { code, called: "Per" });
    expect([accepted.status, accepted.body["code"]]).toEqual([200, undefined]);
  });
});
