// Senders that do it a little differently: nothing of theirs is lost without a word.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

describe("a client whose host ends with a slash", () => {
  it("is heard at the same doors", async () => {
    for (const [path, message] of [
      ["/v1/batch/", { batch: [{ type: "page", userId: "slash-1", messageId: "slash-1" }] }],
      ["/v1/track/", { event: "Seen", userId: "slash-1", messageId: "slash-2" }],
    ] as const) {
      const answer = await fetch(at.base + path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${btoa(`${at.secrets.writeKey}:`)}`,
        },
        body: JSON.stringify(message),
      });
      expect([path, answer.status, await answer.json()]).toMatchObject([path, 200, { accepted: 1 }]);
    }
    expect((await at.ask("/api/events/slash-2/trace")).body).toMatchObject({ name: "Seen", type: "track" });
  });
});

describe("a trait too long for a fact", () => {
  it("stays in its event, and the way of the event says that it is no fact", async () => {
    const traits = { firstName: "Tove", story: "x".repeat(2000), ["n".repeat(101)]: 1 };
    await at.send([{ type: "identify", userId: "tove", messageId: "tove-1", traits }]);
    const { body } = await at.ask("/api/people/lookup", { kind: "login", value: "tove" });
    expect(Object.keys(body["facts"] ?? {})).toEqual(["firstName"]);
    const trace = (await at.ask("/api/events/tove-1/trace")).body;
    expect(trace["body"]).toMatchObject({ traits: { story: traits.story } });
    expect(trace["notFacts"]).toEqual(
      ["story", "n".repeat(100)].map((name) => ({
        name,
        code: "facts.too_long",
        sentence: expect.stringContaining("2,000"),
      })),
    );
  });
});

describe("whoever asks for an event by what only looks like an id", () => {
  it("is told that there is none", async () => {
    for (const id of [`0197a000${"-".repeat(28)}`, "0197a000-0000-7000-8000-0000000000aa"])
      expect((await at.ask(`/api/events/${id}/trace`)).status).toBe(404);
  });
});
