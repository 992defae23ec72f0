// A shop's developer, who has read the endpoints and nothing else, with the data that shops have.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${at.base}${path}`, {
    method: "POST",
    headers: { authorization: basic(at.secrets.writeKey), "content-type": "application/json", ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const taken = { status: 200, body: expect.objectContaining({ accepted: 1, parked: [] }) };
const personOf = async (kind: string, value: string) => {
  const { body } = await at.ask("/api/people/lookup", { kind, value });
  return body as unknown as {
    id: string;
    code?: string;
    formerIds: string[];
    identifiers: { kind: string; value: string }[];
  };
};
type Page = { items: { messageId: string }[]; next: string | null };

/** A person's message ids, page by page to the end; something may happen between two pages. */
async function pageThrough(
  id: string,
  limit: number,
  between = async (_page: number) => {},
): Promise<string[]> {
  const seen: string[] = [];
  let before = "";
  for (let page = 0; ; page++) {
    const { body } = await at.ask(`/api/people/${id}/timeline?limit=${limit}&before=${before}`);
    const { items, next } = body as unknown as Page;
    seen.push(...items.map((item) => item.messageId));
    if (next === null) return seen;
    before = next;
    await between(page);
  }
}

describe("a body", () => {
  it("comes by any short address, and with its key in any of its places", async () => {
    const text = (more: object) => JSON.stringify({ userId: "dev", ...more });
    expect(await post("/v1/t", text({ event: "Cart Viewed" }))).toEqual(taken);
    expect(await post("/v1/i", text({ traits: { size: 38 } }))).toEqual(taken);
    expect(await post("/v1/p", text({ name: "Home" }))).toEqual(taken);
    expect(await post("/v1/s", text({ name: "Start" }))).toEqual(taken);
    expect(await post("/v1/g", text({ groupId: "household-1" }))).toEqual(taken);
    expect(await post("/v1/a", text({ previousId: "dev-before" }))).toEqual(taken);
    expect(
      await post("/v1/b", JSON.stringify({ batch: [{ type: "track", event: "X", userId: "dev" }] })),
    ).toEqual(taken);
    const none = { authorization: "", "content-type": "text/plain" };
    expect(await post("/v1/t", text({ event: "X", writeKey: at.secrets.writeKey }), none)).toEqual(taken);
    expect(
      await post("/v1/t", text({ event: "X" }), { ...none, "x-write-key": at.secrets.writeKey }),
    ).toEqual(taken);
  });

  it("may begin with a byte order mark, as tools on Windows write it", async () => {
    expect(await post("/v1/track", `\uFEFF${JSON.stringify({ event: "X", userId: "dev" })}`)).toEqual(taken);
  });

  it("that is empty is refused, and leaves nothing in the parked list", async () => {
    expect(await post("/v1/track", "")).toMatchObject({ status: 400, body: { code: "door.not_json" } });
    expect((await at.ask("/api/events/parked?code=event.not_an_object")).body).toMatchObject({ total: 0 });
  });
});

describe("an event", () => {
  const parkedAs = (code: string, detail?: string) => async (message: object) => {
    const sent = await at.send([message]);
    expect(sent.body).toMatchObject({ accepted: 0, parked: [{ index: 0, code }] });
    const list = (await at.ask(`/api/events/parked?code=${code}&limit=1`)).body;
    if (detail !== undefined) expect(list).toMatchObject({ items: [{ detail }] });
  };

  it("with a time in seconds is not filed in January 1970: it waits, and says why", async () => {
    await parkedAs(
      "event.time_bad",
      "timestamp",
    )({ type: "track", event: "X", userId: "dev", timestamp: 1_795_881_600 });
    expect(
      (await at.send([{ type: "track", event: "X", userId: "dev", timestamp: 1_795_881_600_000 }])).body,
    ).toMatchObject({ accepted: 1 });
  });

  it("whose properties, traits or context are no object waits; an empty list is PHP's empty object", async () => {
    const bad = parkedAs("event.field_bad", "properties");
    await bad({ type: "track", event: "X", userId: "dev", properties: [1] });
    await bad({ type: "track", event: "X", userId: "dev", properties: "red" });
    await parkedAs("event.field_bad", "traits")({ type: "identify", userId: "dev", traits: 7 });
    await parkedAs(
      "event.field_bad",
      "context",
    )({ type: "track", event: "X", userId: "dev", context: "web" });
    expect(
      (await at.send([{ type: "track", event: "X", userId: "dev", properties: [], context: [] }])).body,
    ).toMatchObject({ accepted: 1 });
  });

  it("may have a number as its message id, as it may as user id", async () => {
    const message = {
      type: "track",
      event: "X",
      userId: 4711,
      messageId: 12_345,
      timestamp: "2026-11-01T10:00:00Z",
    };
    expect((await at.send([message, message])).body).toMatchObject({ accepted: 1, duplicates: 1 });
    expect((await at.ask("/api/events/12345/trace")).body).toMatchObject({ messageId: "12345" });
  });

  it("is found by its message id whatever signs stand in it", async () => {
    const messageId = 'order/å#?%20 "10/2"';
    await at.send([{ type: "track", event: "X", userId: "dev", messageId }]);
    expect((await at.ask(`/api/events/${encodeURIComponent(messageId)}/trace`)).body).toMatchObject({
      messageId,
    });
  });
});

describe("a timeline", () => {
  it("is read to its end without gap or repeat while events go on coming, late ones too", async () => {
    const minute = (n: number) => new Date(Date.UTC(2026, 10, 1) + n * 60_000).toISOString();
    const ids = Array.from({ length: 200 }, (_, i) => `page-${i}`);
    const track = (messageId: string, timestamp?: string) => ({
      type: "track",
      event: "E",
      userId: "pager",
      messageId,
      timestamp,
    });
    await at.send(ids.map((id, i) => track(id, minute((i * 37) % 100)))); // two of each minute
    const { id } = await personOf("login", "pager");
    const seen = await pageThrough(id, 7, async (page) => {
      await at.send([track(`now-${page}`), track(`late-${page}`, minute(page * 3))]);
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(ids.filter((one) => !seen.includes(one))).toEqual([]);
  });

  it("refuses a place that is none, rather than begin again at the first page for ever", async () => {
    const { id } = await personOf("login", "pager");
    for (const path of [`/api/people/${id}/timeline?before=zzz`, "/api/events/parked?before=zzz"])
      expect(await at.ask(path)).toMatchObject({ status: 400, body: { code: "door.bad_request" } });
  });
});

describe("a replay", () => {
  it("of an id that is none is a bad request, not a fault of ours", async () => {
    const answer = await at.ask("/api/events/parked/replay", { ids: ["nope"] });
    expect(answer).toMatchObject({ status: 400, body: { code: "door.bad_request" } });
  });

  it("reads on through the parked list page by page", async () => {
    await at.send(
      Array.from({ length: 5 }, (_, i) => ({ type: "track", userId: "dev", messageId: `nameless-${i}` })),
    );
    const first = (await at.ask("/api/events/parked?code=event.name_bad&limit=3")).body as unknown as Page;
    const rest = (await at.ask(`/api/events/parked?code=event.name_bad&limit=3&before=${first.next}`))
      .body as unknown as Page;
    expect([...first.items, ...rest.items].map((item) => item.messageId).sort()).toEqual(
      Array.from({ length: 5 }, (_, i) => `nameless-${i}`),
    );
    expect(rest.next).toBeNull();
  });
});

describe("a phone number", () => {
  it.each([
    ["070-174 06 05", "+46701740605"],
    ["0046 70 174 06 05", "+46 (0)70-174 06 05"],
    ["tel:+45-20-30-40-50", "004520304050"],
    ["+44 (0)20 7946 0958", "+442079460958"],
    ["+1 (415) 555-2671 ext. 5", "+14155552671"],
  ])("written %s is found as %s", async (written, asked) => {
    await at.send([{ type: "identify", userId: `caller ${written}`, traits: { phone: written } }], "server");
    const person = await personOf("phone", asked);
    expect(person.identifiers).toContainEqual(
      expect.objectContaining({ kind: "phone", value: expect.stringMatching(/^\+\d+$/) }),
    );
  });
});
