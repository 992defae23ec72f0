// The thin line: what a shop sends is taken in once, recognised, remembered, and can be asked for again.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const T0 = Date.UTC(2026, 10, 1, 9);
const time = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString();
let n = 0;
const id = () => `story-${++n}`;
const track = (who: object, event: string, minutes: number, properties: object = {}) => ({
  type: "track",
  messageId: id(),
  timestamp: time(minutes),
  event,
  properties,
  ...who,
});
const identify = (who: object, minutes: number, traits: object) => ({
  type: "identify",
  messageId: id(),
  timestamp: time(minutes),
  traits,
  ...who,
});
const personOf = async (kind: string, value: string) =>
  (await at.ask("/api/people/lookup", { kind, value })).body as unknown as {
    id: string;
    formerIds: string[];
    name: string | null;
    identifiers: { kind: string; value: string; trust: string }[];
    facts: Record<string, { value: unknown; trust: string; lineage: { value: unknown }[] }>;
  };
const timelineOf = async (person: string, query = "") =>
  (await at.ask(`/api/people/${person}/timeline${query}`)).body as unknown as {
    items: {
      messageId: string;
      name: string;
      at: string;
      channel: string;
      properties: Record<string, unknown>;
    }[];
    next: string | null;
  };

describe("Astrid looks before she tells who she is", () => {
  const v = { anonymousId: "astrid-phone" };
  const both = { ...v, userId: "astrid" };

  it("and what she looked at is hers once she signs in", async () => {
    const sent = await at.send([
      track(v, "Product Viewed", 0, { name: "Lamp" }),
      track(v, "Product Viewed", 1, { name: "Stool" }),
    ]);
    expect(sent).toEqual({
      status: 200,
      body: { success: true, accepted: 2, duplicates: 0, parked: [], refused: [] },
    });
    const before = await personOf("visitor", "astrid-phone");
    expect((await at.ask("/api/people/lookup", { kind: "login", value: "astrid" })).body).toMatchObject({
      code: "people.unknown",
    });
    await at.send([identify(both, 2, { email: "Astrid@Posten.se", name: "Astrid Lindqvist" })]);
    const after = await personOf("email", "astrid@posten.se");
    expect(after.name).toBe("Astrid Lindqvist");
    expect(after.id).toBe(before.id);
    expect((await personOf("anonymous_id", "astrid-phone")).id).toBe(after.id);
    expect((await timelineOf(after.id)).items.map((i) => i.name)).toEqual([
      "",
      "Product Viewed",
      "Product Viewed",
    ]);
  });

  it("newest first, a page at a time, one channel if asked", async () => {
    await at.send([track(both, "Receipt Issued", 10, { receipt_id: "R-1", channel: "till" })], "server");
    const { id: person } = await personOf("receipt", "r1");
    const first = await timelineOf(person, "?limit=3");
    const second = await timelineOf(person, `?limit=3&before=${first.next}`);
    expect([...first.items, ...second.items].map((i) => i.at)).toEqual([time(10), time(2), time(1), time(0)]);
    expect(second.next).toBeNull();
    expect((await timelineOf(person, "?channel=till")).items.map((i) => i.properties["receipt_id"])).toEqual([
      "R-1",
    ]);
  });

  it("and a message sent twice counts once, also to another key's answer", async () => {
    const once = track(both, "Cart Viewed", 11);
    expect((await at.send([once, once])).body).toMatchObject({ accepted: 1, duplicates: 1 });
    expect((await at.send([once])).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it("and another body under the same message id waits in the parked list; the first one counts", async () => {
    const first = track(both, "Product Added", 12, { name: "Lamp" });
    await at.send([first]);
    const answer = await at.send([
      { ...first, properties: { name: "Sofa" } },
      track(both, "Cart Viewed", 13),
    ]);
    expect(answer.body).toMatchObject({ accepted: 1, parked: [{ index: 0, code: "event.other_body" }] });
    const { id: person } = await personOf("login", "astrid");
    expect(
      (await timelineOf(person)).items.find((i) => i.messageId === first.messageId)?.properties["name"],
    ).toBe("Lamp");
  });
});

describe("what we know of a person", () => {
  it("is the latest word within one rank of origin, and a till beats a browser", async () => {
    const who = { userId: "bo" };
    await at.send([identify(who, 20, { city: "Malmö" }), identify(who, 10, { city: "Lund" })]);
    expect((await personOf("login", "bo")).facts["city"]).toMatchObject({ value: "Malmö", trust: "stated" });
    await at.send([identify(who, 15, { city: "Late, and older" })]);
    expect((await personOf("login", "bo")).facts["city"]).toMatchObject({ value: "Malmö" });
    await at.send([identify(who, 5, { city: "Ystad" })], "server");
    const fact = (await personOf("login", "bo")).facts["city"];
    expect(fact).toMatchObject({ value: "Ystad", trust: "proven" });
    expect(fact?.lineage.map((word) => word.value)).toEqual(["Malmö", "Late, and older", "Lund"]);
  });

  it("is taken back by null", async () => {
    await at.send([
      identify({ userId: "cilla" }, 1, { size: 38 }),
      identify({ userId: "cilla" }, 2, { size: null }),
    ]);
    expect((await personOf("login", "cilla")).facts["size"]).toBeUndefined();
  });
});

describe("a family tablet", () => {
  it("never makes two logins one person, and each keeps their own", async () => {
    const tablet = { anonymousId: "tablet" };
    await at.send([
      identify({ ...tablet, userId: "mum" }, 0, { name: "Mum" }),
      track({ ...tablet, userId: "mum" }, "Product Viewed", 1, { name: "Sofa" }),
      track({ ...tablet, userId: "mum" }, "Signed Out", 2),
      track(tablet, "Product Viewed", 300, { name: "Nobody's" }),
      track(tablet, "Product Viewed", 890, { name: "Skateboard" }),
      identify({ ...tablet, userId: "son" }, 900, { name: "Son" }),
    ]);
    const [mum, son] = [await personOf("login", "mum"), await personOf("login", "son")];
    expect(mum.id).not.toBe(son.id);
    const seen = async (person: string) =>
      (await timelineOf(person)).items.map((i) => i.properties["name"]).filter((name) => name !== undefined);
    expect(await seen(mum.id)).toEqual(["Sofa", "Mum"]);
    expect(await seen(son.id)).toEqual(["Son", "Skateboard"]);
  });
});

describe("two addresses turn out to be one person", () => {
  it("and both old ids still lead there", async () => {
    await at.send([identify({ userId: "dag" }, 0, { name: "Dag" })], "server");
    await at.send(
      [
        {
          type: "identify",
          messageId: id(),
          timestamp: time(1),
          traits: { email: "dag@posten.se", nick: "D" },
        },
      ],
      "server",
    );
    const [a, b] = [await personOf("login", "dag"), await personOf("email", "dag@posten.se")];
    expect(a.id).not.toBe(b.id);
    await at.send([identify({ userId: "dag" }, 2, { email: "dag@posten.se" })], "server");
    const one = await personOf("email", "dag@posten.se");
    expect(one.formerIds).toHaveLength(1);
    for (const old of [a.id, b.id])
      expect((await at.ask(`/api/people/${old}`)).body).toMatchObject({ id: one.id, name: "Dag" });
    expect(one.facts["nick"]?.value).toBe("D");
  });
});

describe("what does not fit", () => {
  it("waits with its cause, is mended, and is then taken in once", async () => {
    const bad = { ...track({ userId: "eva" }, "Product Viewed", 1), timestamp: "yesterday" };
    expect((await at.send([bad])).body).toMatchObject({
      accepted: 0,
      parked: [{ index: 0, code: "event.time_bad" }],
    });
    const list = (await at.ask("/api/events/parked?code=event.time_bad")).body as unknown as {
      items: { id: string; sentence: string; body: object }[];
      total: number;
    };
    expect(list.total).toBe(1);
    const [parked] = list.items;
    expect(parked?.sentence).toMatch(/ISO 8601/);
    const wish = { ids: [parked?.id ?? ""] };
    expect((await at.ask("/api/events/parked/replay", wish)).body).toEqual({
      replayed: 0,
      parked: 1,
      duplicates: 0,
    });
    const mended = { ...wish, body: { ...bad, timestamp: time(1) } };
    expect((await at.ask("/api/events/parked/replay", mended)).body).toEqual({
      replayed: 1,
      parked: 0,
      duplicates: 0,
    });
    expect((await at.ask("/api/events/parked/replay", mended)).body).toEqual({
      replayed: 0,
      parked: 0,
      duplicates: 0,
    });
    expect((await timelineOf((await personOf("login", "eva")).id)).items).toHaveLength(1);
  });

  it("stays in its place when it does not fit however often all are replayed, and no copy of it is made", async () => {
    const first = track({ userId: "eva" }, "Product Added", 3, { name: "Lamp" });
    await at.send([first, { ...first, properties: { name: "Sofa" } }]);
    const list = async () => (await at.ask("/api/events/parked?code=event.other_body")).body;
    const before = await list();
    for (let round = 0; round < 2; round++) {
      const answer = await at.ask("/api/events/parked/replay", { all: true, code: "event.other_body" });
      expect(answer.body).toEqual({ replayed: 0, parked: before["total"], duplicates: 0 });
    }
    expect(await list()).toEqual(before);
  });

  it("never takes its neighbours with it, whatever it is", async () => {
    const answer = await at.send([
      7 as unknown as object,
      track({ userId: "fia" }, "Product Viewed", 1),
      { type: "track" },
    ]);
    expect(answer.body).toMatchObject({
      accepted: 1,
      parked: [{ index: 0, code: "event.not_an_object" }, { index: 2 }],
    });
  });

  it("is refused whole only when that is certain", async () => {
    expect(
      (await at.send(Array.from({ length: 1001 }, () => track({ userId: "g" }, "X", 1)))).body,
    ).toMatchObject({ code: "collect.batch_too_long" });
    const answer = await fetch(`${at.base}/v1/batch`, {
      method: "POST",
      headers: { authorization: "Basic d3Jvbmc6" },
      body: "{}",
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      401,
      "collect.key_unknown",
    ]);
  });
});

describe("where is my event", () => {
  it("is told by message id and by order number, step by step", async () => {
    const order = track({ userId: "hugo" }, "Order Completed", 30, {
      order_id: "10482",
      total: 1249.5,
      currency: "SEK",
    });
    await at.send([order], "server");
    const trace = (await at.ask(`/api/events/${order.messageId}/trace`)).body as unknown as {
      personId: string;
      steps: { word: string; state: string }[];
    };
    expect(trace.personId).toBe((await personOf("order", "10482")).id);
    expect(trace.steps.slice(0, 3).map((s) => `${s.word} ${s.state}`)).toEqual([
      "collect done",
      "recognise done",
      "remember done",
    ]);
    expect((await at.ask("/api/events/10482/trace")).body).toMatchObject({ messageId: order.messageId });
    expect((await at.ask("/api/events/no-such/trace")).status).toBe(404);
  });

  it("shows on Live with its person", async () => {
    const live = (await at.ask("/api/events/live?limit=200")).body as unknown as {
      items: { name: string; person: { name: string | null } | null }[];
      parked: number;
    };
    expect(live.items.some((i) => i.person?.name === "Astrid Lindqvist")).toBe(true);
    expect(live.parked).toBeGreaterThan(0);
  });
});

describe("people", () => {
  const found = async (query: string) =>
    (
      (await at.ask(`/api/people?query=${encodeURIComponent(query)}`)).body as unknown as {
        items: { name: string | null }[];
      }
    ).items.map((i) => i.name);
  it("are found by the beginning of an address, by a part of a name, and without a query by who came last", async () => {
    expect(await found("astrid@pos")).toEqual(["Astrid Lindqvist"]);
    expect(await found("lindqv")).toContain("Astrid Lindqvist");
    expect((await found("")).length).toBeGreaterThan(3);
    expect(await found("nobody at all")).toEqual([]);
  });
});
