// Who was opened while two were held to be one: each of them reads of it, also when a colleague found that they are two.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Customer } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const mail = (value: string) => ({ kind: "email", value });
const open = async (email: string, reason: string) => {
  const { body } = await at.ask("/api/people/lookup", mail(email));
  await at.ask(`/api/people/${body["id"]}/reason`, { reason });
  await at.ask(`/api/people/${body["id"]}/timeline`);
};
const known = (messageId: string, days: number, more: object) =>
  at.send(
    [
      {
        ...{ type: "identify", messageId, ...more },
        timestamp: new Date(Date.now() - days * 86_400_000).toISOString(),
      },
    ],
    "server",
  );

it("what was opened of two who were one is read by both after they part; what was opened before and after, by its own alone", async () => {
  const [anna, bo] = ["anna@exempel.se", "bo@exempel.se"];
  await known("looks-1", 90, { userId: "anna", traits: { email: anna } });
  await known("looks-2", 80, { traits: { email: bo, club_card: "K-9" } });
  const readBy = async (email: string) => {
    const { body } = await (await new Customer(at).signIn(email)).ask("GET", "/v1/me/seen");
    const items = body["items"] as unknown as { what: string | null; reason: string | null }[];
    return items.filter(({ what }) => what === "people.timeline").map(({ reason }) => reason);
  };
  await open(anna, "Anna before");
  await open(bo, "Bo before");
  const wish = { actId: randomUUID(), reason: "she showed her passport", a: mail(anna), b: mail(bo) };
  const { body: joined } = await at.ask("/api/people/join", wish);
  await at.ask(`/api/people/${(await at.ask("/api/people/lookup", mail(bo))).body["id"]}/timeline`);
  await open(bo, "as one");
  const together = await readBy(bo);
  const undoing = { actId: randomUUID(), reason: "it was the wrong passport" };
  expect((await at.ask(`/api/people/rulings/${joined["rulingId"]}/undo`, undoing)).status).toBe(200);
  await open(anna, "Anna after");
  await open(bo, "Bo after");
  expect(together).toEqual(["as one", "Anna before", "Bo before", "Anna before"]);
  expect(await readBy(anna)).toEqual(["Anna after", "as one", "Anna before", "Anna before"]);
  expect(await readBy(bo)).toEqual(["Bo after", "as one", null, "Bo before"]);
});
