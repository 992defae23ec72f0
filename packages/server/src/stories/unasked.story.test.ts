// What is done unasked, on a legitimate interest: a customer is told of it in the corner, ends it with one no, and takes that back.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
const WEIGHED = "Fraud costs all customers; we look at the order only, and a person decides.";
type Unasked = { purpose: string; kind: string; balance: string; state: string; since: string | null };

beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await at.house.company.refresh();
  const interest = { basis: "legitimate_interest", balance: WEIGHED, doubleOptIn: false };
  const purposes = [
    { code: "fraud_check", kind: "service", ...interest },
    { code: "known_again", kind: "recognition", ...interest },
    { code: "post", kind: "marketing", ...interest },
    { code: "profiles", kind: "analysis", ...interest }, // the law asks for a consent, whatever was entered
    { code: "receipts", kind: "service", basis: "legal_duty", balance: null, doubleOptIn: false },
  ];
  for (const purpose of purposes) await at.ask("/api/permissions/purposes", purpose);
});
afterAll(() => at.close());

async function asPerson(userId: string) {
  const cookie = await enterAsPerson(at, userId);
  return async (path: string, body?: object) => {
    const answer = await fetch(`${at.base}/v1/me/permissions${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, origin: at.base, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify({ actId: randomUUID(), ...body }),
    });
    const told = (await answer.json()) as { unasked?: Unasked[]; code?: string };
    const states = Object.fromEntries((told.unasked ?? []).map(({ purpose, state }) => [purpose, state]));
    return { status: answer.status, code: told.code, unasked: told.unasked ?? [], states };
  };
}

const use = async (email: string, purpose: string, more: object = {}) => {
  const asked = { identifier: { kind: "email", value: email }, purpose, channel: "web", entity: "almvik" };
  const wish = { ...asked, message: purpose, count: false, ...more };
  const { body } = await desk.call("/v1/permissions/use", wish, at.secrets.serverKey);
  return body["allowed"] === true ? body["basis"] : (body["reason"] as { code: string }).code;
};

it("LAW-19 REC-16: each interest is shown with how it was weighed, ends with one no of its own, and is taken up again", async () => {
  const mail = "eva@exempel.se";
  const id = await desk.meet(mail);
  const me = await asPerson(mail);
  const first = await me("");
  expect(first.states).toEqual({ fraud_check: "done", known_again: "done", post: "done" });
  expect(first.unasked[0]).toMatchObject({ balance: WEIGHED, since: null });
  expect(await use(mail, "fraud_check")).toBe("no_objection");

  const no = await me("/withdraw", { purpose: "fraud_check", channel: null });
  expect(no.states).toEqual({ fraud_check: "ended", known_again: "done", post: "done" });
  expect(await use(mail, "fraud_check")).toBe("consent.withdrawn");
  expect(await use(mail, "known_again")).toBe("no_objection");

  const back = { actId: randomUUID(), purpose: "fraud_check" };
  for (let twice = 0; twice < 2; twice++)
    expect((await me("/lift", back)).states).toMatchObject({ fraud_check: "done" });
  expect(await use(mail, "fraud_check")).toBe("no_objection");
  const again = await me("/withdraw", { purpose: "fraud_check", channel: "web" });
  expect(again.states).toMatchObject({ fraud_check: "partly" });
  const { body } = await at.ask(`/api/people/${id}/permissions/history`);
  const states = (body["items"] as unknown as { state: string }[]).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["withdrawn", "lifted"]));
  expect(states.at(0)).toBe("withdrawn");
});

it("a no to everything ends them all; taken back for one, it still stands for the rest and is no yes to advertising", async () => {
  const mail = "ulf@exempel.se";
  const id = await desk.meet(mail);
  await desk.tell(desk.yes(mail));
  const me = await asPerson(mail);
  const none = await me("/withdraw", { purpose: null, channel: null });
  expect(none.states).toEqual({ fraud_check: "ended", known_again: "ended", post: "ended" });
  const one = await me("/lift", { purpose: "known_again" });
  expect(one.states).toEqual({ fraud_check: "ended", known_again: "done", post: "ended" });
  expect(await use(mail, "offers", { channel: "mail" })).toBe("consent.withdrawn");
  expect((await desk.look(id)).noes).toHaveLength(2); // what was lifted is no broad no
});

it("what was entered with another basis is lifted by nobody, and another's no by nobody but them", async () => {
  const [mail, other] = ["ida@exempel.se", "bo@exempel.se"];
  await desk.meet(mail);
  await desk.meet(other);
  await desk.tell(desk.no(other, { purpose: "fraud_check" }));
  const me = await asPerson(mail);
  for (const purpose of ["offers", "receipts", "nothing"])
    expect(await me("/lift", { purpose })).toMatchObject({ status: 404, code: "consent.purpose_unknown" });
  await me("/lift", { purpose: "fraud_check" });
  expect(await use(other, "fraud_check")).toBe("consent.withdrawn");
  expect((await me("")).states).toMatchObject({ fraud_check: "done" });
  const card = { kind: "club_card", value: "C-1" };
  await desk.tell({ ...desk.no("", { purpose: "fraud_check" }), identifiers: [card] });
  await at.send(
    [{ type: "identify", userId: mail, traits: { club_card: "C-1" }, messageId: randomUUID() }],
    "server",
  );
  expect(await use(mail, "fraud_check")).toBe("consent.withdrawn"); // what came to her later brought its no along
  expect((await me("")).states).toMatchObject({ fraud_check: "ended" });
});
