// A partial erasure takes exactly its own: one identifier, what one source said, or a span of time.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { openParts, type Person } from "../testing/parts.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let parts: ReturnType<typeof openParts>;

beforeAll(async () => {
  at = await openTestApp();
  parts = openParts(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Who = Awaited<ReturnType<ReturnType<typeof openParts>["customer"]>>;

async function erase(who: { email: string; other: string }, scope: object): Promise<void> {
  const browser = await (await new Customer(at).signIn(who.email)).prove(who.other);
  const asked = await browser.ask("POST", "/v1/me/erasures", { scope });
  expect([asked.status, asked.body["code"]]).toEqual([200, undefined]);
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
    moveClock(ahead);
    await runRights(at.house);
  }
}

const valuesOf = (person: Person) => person.identifiers.map((one) => one.value).sort();

/** As retention does in the end: what happened is known still, what was said of it no longer. */
const takeBodies = () =>
  askDatabase(
    at.database.url,
    "delete from events.bodies where set_config('somlos.may_erase', 'yes', false) = 'yes'",
  );

describe("when bodies are kept no longer, a partial erasure takes exactly its own", () => {
  const shapes: readonly {
    of: string;
    scope(who: Who): object;
    takes(who: Who): string[];
    ownStream?: boolean;
  }[] = [
    {
      of: "a span of time",
      scope: () => ({ kind: "span", from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z" }),
      takes: (who: Who) => [who.other],
    },
    {
      of: "what a browser said",
      scope: () => ({ kind: "source", sourceId: 1 }),
      takes: (who: Who) => [who.visitor],
    },
    {
      of: "one identifier",
      scope: (who: Who) => ({ kind: "identifier", identifier: { kind: "phone", value: who.phone } }),
      takes: (who: Who) => [who.phone],
    },
    {
      of: "the login by which the others hang together",
      scope: (who: Who) => ({ kind: "identifier", identifier: { kind: "login", value: who.userId } }),
      takes: (who: Who) => [who.userId, who.visitor],
      ownStream: true, // what was said under the login goes with it
    },
  ];
  it.each(shapes)("of $of: everything else of the person stays", async ({ scope, takes, ownStream }) => {
    const who = await parts.customer();
    await takeBodies();
    const before = await parts.look(who.email);
    await erase(who, scope(who));
    const after = await parts.look(who.email);
    expect(after.identifiers?.map((one) => one.value).sort()).toEqual(
      valuesOf(before).filter((value) => !takes(who).includes(value)),
    );
    expect(after.facts["name"]).toEqual(ownStream ? undefined : before.facts["name"]);
  });
});

it("of one identifier: it is gone from what was said, and everything else of the person stays, by the same id", async () => {
  const who = await parts.customer();
  const before = await parts.look(who.email);
  await erase(who, { kind: "identifier", identifier: { kind: "phone", value: who.phone } });
  const after = await parts.look(who.email);
  expect(after.id).toBe(before.id);
  expect(valuesOf(after)).toEqual(valuesOf(before).filter((value) => value !== who.phone));
  expect(after.facts).toMatchObject({
    name: { value: "Del Person" },
    city: { value: "Lund" },
    size: { value: "M" },
  });
  expect(after.facts["phone"]).toBeUndefined();
  expect(await parts.happened(after.id)).not.toContain(who.phone.slice(-8));
  expect((await at.ask(`/api/people/lookup?kind=phone&value=${encodeURIComponent(who.phone)}`)).status).toBe(
    404,
  );
});

describe("a page or screen whose name speaks of the person", () => {
  const named = async () => {
    const who = await parts.customer();
    const page = (of: string, userId: string) => ({
      ...{ type: "screen", name: `Order of ${who.other}`, messageId: `${of}-${who.userId}`, userId },
      timestamp: "2026-02-12T10:00:00Z",
    });
    await at.send([page("own", who.userId), page("theirs", `other-than-${who.userId}`)], "server");
    return who;
  };
  const names = async (who: Who) =>
    (
      await askDatabase<{ name: string }>(
        at.database.url,
        "select name from events.log where type = 2 and at = '2026-02-12T10:00:00Z' and (name = '' or name like $1) order by name",
        [`Order of ${who.other.slice(0, 3)}%`],
      )
    ).map((row) => row.name);

  it("loses its name when it was theirs and a span of time is erased; what others said stays", async () => {
    const who = await named();
    await erase(who, { kind: "span", from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z" });
    expect(await names(who)).toEqual(["", `Order of ${who.other}`]);
  });

  it("loses what spoke of them, also somebody else's, when the identifier or all of it is erased", async () => {
    for (const scope of [
      (who: Who) => ({ kind: "identifier", identifier: { kind: "email", value: who.other } }),
      () => ({ kind: "whole" }),
    ]) {
      moveClock(0);
      const who = await named();
      await erase(who, scope(who));
      expect(
        await askDatabase(at.database.url, "select name from events.log where name ~ $1", [who.other]),
      ).toEqual([]);
    }
    expect(
      await askDatabase(at.database.url, "select distinct name from events.log where name like 'Order of …'"),
    ).toEqual([{ name: "Order of …" }]);
  });
});

it("of a span of time: what happened in it is gone, and what tied the person together outside it still does", async () => {
  const who = await parts.customer();
  const before = await parts.look(who.email);
  await erase(who, { kind: "span", from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z" });
  const after = await parts.look(who.email);
  expect(after.id).toBe(before.id);
  expect(valuesOf(after)).toEqual(valuesOf(before).filter((value) => value !== who.other));
  expect(after.facts["city"]).toBeUndefined();
  expect(after.facts).toMatchObject({ name: { value: "Del Person" }, size: { value: "M" } });
  const left = await parts.happened(after.id);
  expect(left).not.toContain("En lampa");
  expect(left).toContain("Mattor");
});

it("of one source: what the browser said is gone, and what our own systems said stays", async () => {
  const who = await parts.customer();
  const before = await parts.look(who.email);
  const sources = (await at.ask("/api/sources")).body["items"] as unknown as { id: number; kind: string }[];
  const seen = await at.house.db.read(async () => sources.map((source) => source.id));
  expect(seen.length).toBeGreaterThan(0);
  expect(await parts.happened(before.id)).toContain("Mattor");
  const browser = sources.find((source) => source.kind === "browser");
  await erase(who, { kind: "source", sourceId: browser?.id ?? 1 });
  const after = await parts.look(who.email);
  expect(after.id).toBe(before.id);
  const left = await parts.happened(after.id);
  expect(left).not.toContain("Mattor");
  expect(left).toContain("En lampa");
  expect(valuesOf(after)).toEqual(valuesOf(before).filter((value) => !value.startsWith("v-del")));
});

describe("before staff ask for a part", () => {
  type Rooms = { room: string; removed: Record<string, number> }[];

  it("they are told what it would take, room by room, and it takes just that", async () => {
    const who = await parts.customer();
    const { id } = await parts.look(who.email);
    const scopes = [
      { kind: "span", from: "2026-02-01T00:00:00.000Z", to: "2026-03-01T00:00:00.000Z" },
      { kind: "source", sourceId: 1 },
    ];
    for (const scope of scopes) {
      const path = `/api/people/${id}/rights`;
      const told = (await at.ask(`${path}/foresee`, { scope })).body;
      const foreseen = told["rooms"] as unknown as Rooms;
      const asked = await at.ask(path, { kind: "erasure", scope, reason: "ville glömma en del" });
      for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
        moveClock(ahead);
        await runRights(at.house);
      }
      moveClock(0);
      const receipt = await new Customer(at).ask("POST", "/v1/me/receipt", {
        receipt: asked.body["receipt"],
      });
      const taken = receipt.body["rooms"] as unknown as Rooms;
      const of = (rooms: Rooms, room: string) => rooms.find((one) => one.room === room)?.removed;
      for (const room of ["events", "profiles", "consent"])
        expect(of(taken, room)).toEqual(of(foreseen, room));
      expect(of(taken, "identity")).toMatchObject(of(foreseen, "identity") ?? {});
      expect(of(foreseen, "events")?.["events.bodies"]).toBeGreaterThan(0);
    }
  });

  it("they are told which sources told of the person, and a span that ends before it begins is refused", async () => {
    const { id } = await parts.look((await parts.customer()).email);
    const { sources } = (await at.ask(`/api/people/${id}/rights/foresee`, {})).body as unknown as {
      sources: { events: number; firstAt: string }[];
    };
    expect(sources.map(({ events }) => events)).toEqual([4, 1]);
    expect(sources[0]?.firstAt).toBe("2026-01-10T10:00:00.000Z");
    const scope = { kind: "span", from: "2026-03-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };
    expect((await at.ask(`/api/people/${id}/rights/foresee`, { scope })).status).toBe(400);
  });
});

it("a copy made before holds nothing of the part that was erased: it is gone, and one that is asked anew holds the rest", async () => {
  const who = await parts.customer();
  const browser = await (await new Customer(at).signIn(who.email)).prove(who.other);
  const copied = async () => {
    const { body } = await browser.ask("POST", "/v1/me/exports", {});
    await runRights(at.house);
    return String(body["id"]);
  };
  const fetched = async (id: string) => (await browser.fetch("GET", `/v1/me/exports/${id}/json`)).text();
  const before = await copied();
  expect(await fetched(before)).toContain("En lampa");
  const scope = { kind: "span", from: "2026-02-11T00:00:00Z", to: "2026-02-12T00:00:00Z" };
  await erase(who, scope);
  const held = await askDatabase(at.database.url, "select items from rights.pieces where items ~ 'En lampa'");
  expect(held).toEqual([]);
  moveClock(0);
  const again = await copied();
  expect(await fetched(before)).toContain("rights.not_found");
  const text = await fetched(again);
  expect([text.includes("Mattor"), text.includes("En lampa")]).toEqual([true, false]);
});

it("a copy that is half made when a part is erased begins anew", async () => {
  const who = await parts.customer();
  const browser = await (await new Customer(at).signIn(who.email)).prove(who.other);
  const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body;
  await runRights(at.house);
  const putBack = `update rights.requests set state = 'running', step = 'rooms', ended_at = null, due_at = now() + interval '9 days',
    whom = jsonb_build_object('nodes', named, 'identifiers', '[]'::jsonb), named = null where id = $1`;
  await askDatabase(at.database.url, putBack, [id]); // as a crash leaves it
  await erase(who, { kind: "span", from: "2026-02-11T00:00:00Z", to: "2026-02-12T00:00:00Z" });
  const held = () =>
    askDatabase(at.database.url, "select items from rights.pieces where request_id = $1", [id]);
  expect(await held()).toEqual([]);
  moveClock(10 * 24 * HOUR);
  await runRights(at.house);
  const text = JSON.stringify(await held());
  expect([text.includes("Mattor"), text.includes("En lampa")]).toEqual([true, false]);
});
