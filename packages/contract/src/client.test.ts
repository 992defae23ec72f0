import { describe, expect, it } from "vitest";
import { addressOf, refusedFrom } from "./client.ts";

describe("an address", () => {
  it("carries its parts safely, whatever stands in them", () => {
    expect(addressOf("/api/people/:id/timeline", { params: { id: "a/b?c" } })).toBe(
      "/api/people/a%2Fb%3Fc/timeline",
    );
  });

  it("has a query only of what was asked", () => {
    expect(addressOf("/api/events/live", { query: { after: 12, channel: undefined, q: "åäö" } })).toBe(
      "/api/events/live?after=12&q=%C3%A5%C3%A4%C3%B6",
    );
    expect(addressOf("/api/events/live", {})).toBe("/api/events/live");
  });
});

describe("a refusal that comes back", () => {
  it("keeps the code and the sentence of the server", async () => {
    const body = JSON.stringify({ code: "people.unknown", sentence: "We know nobody by this." });
    const refused = await refusedFrom(new Response(body, { status: 404, headers: { "retry-after": "7" } }));
    expect(refused).toMatchObject({
      status: 404,
      code: "people.unknown",
      sentence: "We know nobody by this.",
      retryAfter: 7,
    });
  });

  it("is still a refusal when something in between answered with a page", async () => {
    const refused = await refusedFrom(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(refused).toMatchObject({ status: 502, code: "http.502", sentence: "" });
  });
});
