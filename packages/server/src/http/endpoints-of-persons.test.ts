// What is one person's own is nobody else's: every address that names such a thing, knocked at by another person.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const NOBODYS = "01900000-0000-7000-8000-000000000000";
let at: TestApp;
const json = () => ({ "content-type": "application/json", origin: at.base });

beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

/** What is a person's own, by the endpoint that names it: made for person A, knocked at by person B. */
const ownThings: Readonly<Record<string, (cookie: string) => Promise<string>>> = {
  "me.session_end_one": async (cookie) => {
    const answer = await fetch(`${at.base}/v1/me/sessions`, { headers: { cookie } });
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
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
  // Proven in corner/test/surely.test.ts with real ones: without a fresh proof nothing of anybody is reached.
  "me.passkey_remove": async () => NOBODYS,
  "me.proof": async () => NOBODYS,
  // With real ones in stories/erasure.story.test.ts.
  "me.rights_cancel": async () => NOBODYS,
  "me.export_fetch": async () => NOBODYS,
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
      const a = await enterAsPerson(at, "kund-a"); // anew each time: one of the doors ends the session
      const thing = await ownThings[id]?.(a);
      const path = url.replace(":id", thing ?? "").replace(":format", "json");
      const ask = (cookie: string) =>
        fetch(`${at.base}${path}`, {
          method,
          headers: { ...json(), cookie },
          ...(method === "GET" ? {} : { body: "{}" }),
        });
      const others = await ask(b);
      expect([id, [404, 409].includes(others.status)]).toEqual([id, true]);
      if (thing !== NOBODYS) expect([id, (await ask(a)).status]).toEqual([id, 200]);
    }
  });
});
