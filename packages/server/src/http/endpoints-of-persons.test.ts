// What is one person's own is nobody else's: every address that names such a thing, knocked at by another person.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { Member } from "../testing/member.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const NOBODYS = "01900000-0000-7000-8000-000000000000";
let at: TestApp;
const json = () => ({ "content-type": "application/json", origin: at.base });

beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const home = (): { name: string; called: string } => ({ name: "Hemma", called: "A" });
/** Another member in a household that A made, and A's own id for an invitation there. */
async function housemate(cookie: string): Promise<{ householdId: string; memberId: string }> {
  const a = new Member(at, cookie);
  await a.ask("DELETE", `households/${(await a.households()).items[0]?.id ?? NOBODYS}`);
  const householdId = await a.make("Hemma", "A");
  const c = await Member.enter(at, "kund-c");
  await c.ask("DELETE", `households/${(await c.households()).items[0]?.id ?? NOBODYS}`);
  await c.accept(await a.invite(householdId), "C");
  await c.share(await c.other("A"), "sizes");
  return { householdId, memberId: await a.other("C") };
}
const memberOf = async (cookie: string) => (await housemate(cookie)).memberId;
const invitationOf = async (cookie: string): Promise<string> => {
  const { householdId } = await housemate(cookie);
  const a = new Member(at, cookie);
  await a.invite(householdId);
  return (await a.households()).items[0]?.invitations.at(-1)?.id ?? "";
};

/** Bodies of doors that need one, for what was made last. */
const bodies: Readonly<Record<string, (cookie: string) => Promise<object>>> = {
  "me.household_put": async () => home(),
  "me.household_invite": async (cookie) => ({
    householdId: (await new Member(at, cookie).households()).items[0]?.id,
  }),
};

/** What is a person's own, by the endpoint that names it: made for person A, knocked at by person B. */
const ownThings: Readonly<Record<string, (cookie: string) => Promise<string>>> = {
  "me.session_end_one": async (cookie) => {
    const answer = await fetch(`${at.base}/v1/me/sessions`, { headers: { cookie } });
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
  },
  "me.research_put_away": async (cookie) => {
    const lamp = { event: "Product Viewed", properties: { name: "Lampa" }, messageId: "persons-lamp" };
    await at.send([{ type: "track", userId: "kund-a", ...lamp }], "server");
    const answer = await fetch(`${at.base}/v1/me/research`, { headers: { cookie } });
    return ((await answer.json()) as { things: { id: string }[] }).things[0]?.id ?? "";
  },
  "me.research_drop": async (cookie) => {
    const things = [{ how: ["viewed"], name: "Lampa", category: "Lamps", lastOn: "2026-11-01" }];
    const file = { format: "portable-research", version: 1, sizes: [], things };
    const answer = await fetch(`${at.base}/v1/me/research/brought`, {
      ...{ method: "POST", body: JSON.stringify({ file }) },
      headers: { ...json(), cookie },
    });
    return ((await answer.json()) as { brought: { id: string }[] }).brought[0]?.id ?? "";
  },
  "me.household_put": async (cookie) => (await housemate(cookie)).householdId,
  "me.household_leave": async (cookie) => (await housemate(cookie)).householdId,
  "me.household_remove": memberOf,
  "me.household_share": memberOf,
  "me.household_unshare": memberOf,
  "me.household_shown": memberOf,
  "me.household_invite": invitationOf,
  "me.household_uninvite": invitationOf,
  // Proven in corner/test/surely.test.ts with real ones: without a fresh proof nothing of anybody is reached.
  "me.passkey_remove": async () => NOBODYS,
  "me.proof": async () => NOBODYS,
  // With real ones in stories/erasure.story.test.ts.
  "me.rights_cancel": async () => NOBODYS,
  "me.export_fetch": async () => NOBODYS,
  "me.restriction_take_back": async (cookie) => {
    const answer = await fetch(`${at.base}/v1/me/restrictions`, {
      ...{ method: "POST", body: JSON.stringify({ ground: "claim" }) },
      headers: { ...json(), cookie },
    });
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
  },
};

describe("what is one person's own", () => {
  const ofPerson = () =>
    at.app
      .routes()
      .filter(
        (line) => line.method !== "HEAD" && line.id?.startsWith("me.") === true && line.url.includes("/:id"),
      );

  it("is named for every endpoint that reaches something by its id", () => {
    expect(
      ofPerson()
        .map((line) => line.id)
        .sort(),
    ).toEqual(Object.keys(ownThings).sort());
  });

  it("is answered to no page of another origin, before and after the question", async () => {
    const origin = "https://elsewhere.example";
    for (const method of ["OPTIONS", "GET"]) {
      const answer = await fetch(`${at.base}/v1/me/session`, { method, headers: { origin } });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("is not there for anybody else: another person, signed in, gets 404", async () => {
    const b = await enterAsPerson(at, "kund-b");
    for (const { id = "", method, url } of ofPerson()) {
      const { cookie: a } = await Member.enter(at, "kund-a"); // anew each time: one of the doors ends the session
      const thing = await ownThings[id]?.(a);
      const path = url
        .replace(":id", thing ?? "")
        .replace(":format", "json")
        .replace(":kind", "sizes");
      const body = JSON.stringify((await bodies[id]?.(a)) ?? {});
      const ask = (cookie: string) =>
        fetch(`${at.base}${path}`, {
          method,
          headers: { ...json(), cookie },
          ...(method === "GET" ? {} : { body }),
        });
      const others = await ask(b);
      expect([id, [404, 409].includes(others.status)]).toEqual([id, true]);
      if (thing !== NOBODYS) expect([id, (await ask(a)).status]).toEqual([id, 200]);
    }
  });
});
