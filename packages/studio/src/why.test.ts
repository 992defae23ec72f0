import { open } from "@somlos/contract/rooms/people";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "./api.ts";
import { whoAsksWhy } from "./why.ts";

const PERSON = "0197a000-0000-7000-8000-0000000000aa";
const needed = () =>
  new Response(
    JSON.stringify({ code: "people.reason_needed", sentence: "Say why.", details: { personId: PERSON } }),
    {
      status: 403,
    },
  );
afterEach(() => vi.unstubAllGlobals());

describe("a person whom nobody opens without a reason", () => {
  it("is shown after the reason was given, asked once for all that waits for it", async () => {
    let said = false;
    let asked = 0;
    vi.stubGlobal("fetch", async () => (said ? Response.json({ id: PERSON }) : needed()));
    const stop = whoAsksWhy(async (personId) => {
      asked++;
      expect(personId).toBe(PERSON);
      await new Promise((done) => setTimeout(done, 20));
      said = true;
      return true;
    });
    const both = await Promise.all([1, 2].map(() => call(open, { params: { id: PERSON } })));
    expect(both.map(({ id }) => id)).toEqual([PERSON, PERSON]);
    expect(asked).toBe(1);
    stop();
  });

  it("stays closed when no reason is given, and says so", async () => {
    vi.stubGlobal("fetch", async () => needed());
    const stop = whoAsksWhy(async () => false);
    await expect(call(open, { params: { id: PERSON } })).rejects.toMatchObject({
      code: "people.reason_needed",
    });
    stop();
  });
});
