// Staff puts a fact right: over every source, never over the person, with the reason, and it can be taken back.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let people = 0;

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Fact = { value: unknown; trust: string; at: string; lineage: { value: unknown; trust: string }[] };
type Told = { name: string; type: string };
type Person = { id: string; facts: Record<string, Fact>; identifiers: { kind: string; value: string }[] };

const look = async (kind: string, value: string): Promise<Person> =>
  (await at.ask(`/api/people/lookup?kind=${kind}&value=${encodeURIComponent(value)}`))
    .body as unknown as Person;
const put = (id: string, name: string, value: unknown, more: object = {}) =>
  at.ask(`/api/people/${id}/facts/${name}`, { value, reason: "said on the phone", ...more }, "PUT");
const drop = (id: string, name: string, when: string) =>
  at.ask(`/api/people/${id}/facts/${name}?at=${encodeURIComponent(when)}`, undefined, "DELETE");

async function customer() {
  const n = ++people;
  const who = { userId: `ratt-${n}`, email: `ratt${n}@exempel.se` };
  const say = (id: string, traits: object) => ({
    ...{ type: "identify", userId: who.userId, messageId: `ratt-${n}-${id}`, traits },
  });
  await at.send([say("1", { email: who.email, city: "Lund", shoeSize: 42 })], "server");
  return { ...who, say: (id: string, traits: object) => at.send([say(id, traits)], "server") };
}

describe("a correction by staff", () => {
  it("holds over what sources say later, keeps what was said, stands in the audit log with its reason", async () => {
    const who = await customer();
    const { id } = await look("email", who.email);
    expect((await put(id, "city", "Malmö")).status).toBe(200);
    await who.say("2", { city: "Ystad" });
    const { facts } = await look("email", who.email);
    expect(facts["city"]).toMatchObject({ value: "Malmö", trust: "staff" });
    expect(facts["city"]?.lineage.map((word) => word.value)).toEqual(["Ystad", "Lund"]);
    const noted = await askDatabase<{ n: number }>(
      at.database.url,
      "select count(*)::int as n from access.acts where what = 'people.fact_correct' and person_id = $1 and reason = 'said on the phone'",
      [id],
    );
    expect(noted[0]?.n).toBe(1);
  });

  it("is an event of its own on the timeline, with ids and nothing that was said, as is the person's own", async () => {
    const who = await customer();
    const { id } = await look("email", who.email);
    const browser = await new Customer(at).signIn(who.email);
    await put(id, "city", "Malmö");
    await browser.ask("PUT", "/v1/me/facts/shoeSize", { value: 44 });
    const told = async () =>
      ((await at.ask(`/api/people/${id}/timeline`)).body["items"] as unknown as Told[]).filter(
        ({ name }) => name === "facts.corrected",
      );
    expect((await told()).map(({ type }) => type)).toEqual(["own", "own"]);
    const logged = await askDatabase<{ by: string; data: string }>(
      at.database.url,
      "select data ->> 'by' as by, data::text as data from events.log where name = 'facts.corrected' order by seq desc limit 2",
    );
    expect(logged.map(({ by }) => by).sort()).toEqual(["person", "staff"]);
    expect(JSON.stringify([await told(), logged])).not.toMatch(/Malmö|: 44\b|city|shoeSize/);
  });

  it("is taken back one by one: what held before holds again, and a second time changes nothing", async () => {
    const who = await customer();
    const { id } = await look("email", who.email);
    const first = await put(id, "shoeSize", 43);
    moveClock(1000);
    const second = await put(id, "shoeSize", null);
    expect((await look("email", who.email)).facts["shoeSize"]).toBeUndefined();
    const sizes: unknown[] = [];
    for (const when of [second, second, first]) {
      expect((await drop(id, "shoeSize", String(when.body["at"]))).status).toBe(200);
      sizes.push((await look("email", who.email)).facts["shoeSize"]?.value);
    }
    expect(sizes).toEqual([43, 43, 42]);
  });

  it("never holds over the person's own word, be it that there is none", async () => {
    const who = await customer();
    const { id } = await look("email", who.email);
    const browser = await new Customer(at).signIn(who.email);
    expect((await browser.ask("PUT", "/v1/me/facts/city", { value: null })).status).toBe(200);
    const refused = await put(id, "city", "Malmö");
    expect([refused.status, refused.body["code"]]).toEqual([409, "rights.person_said"]);
    expect((await look("email", who.email)).facts["city"]).toBeUndefined();
    const mine = (await browser.ask("GET", "/v1/me")).body as unknown as { facts: { name: string }[] };
    expect(mine.facts.map((fact) => fact.name)).toContain("shoeSize");
  });

  it("goes with its identifier when one turns out to be two", async () => {
    const who = await customer();
    const other = `annan${people}@exempel.se`;
    await who.say("2", { email: other });
    const { id } = await look("email", who.email);
    expect((await put(id, "title", "Chef", { identifier: { kind: "email", value: other } })).status).toBe(
      200,
    );
    const stranger = await put(id, "title", "Chef", {
      identifier: { kind: "email", value: "vem@exempel.se" },
    });
    expect([stranger.status, stranger.body["code"]]).toEqual([409, "rights.no_identifier"]);
    const split = await at.ask(`/api/people/${id}/split`, {
      ...{ actId: randomUUID(), reason: "two people", identifiers: [{ kind: "email", value: other }] },
    });
    expect(split.status).toBe(200);
    expect((await look("email", other)).facts["title"]?.value).toBe("Chef");
    expect((await look("email", who.email)).facts["title"]).toBeUndefined();
  });

  it("refuses what no person could be, somebody unknown, a browser that nobody named, and whom an erasure takes", async () => {
    const who = await customer();
    const { id } = await look("email", who.email);
    expect((await put(id, "birthday", "2150-01-01")).body["code"]).toBe("facts.not_possible");
    expect((await put(id, "city", "Malmö", { reason: "x" })).status).toBe(400);
    expect((await put("0199aaaa-0000-7000-8000-000000000000", "city", "Malmö")).body["code"]).toBe(
      "people.unknown",
    );
    await at.send([{ type: "page", name: "Hem", anonymousId: "v-ratt", messageId: "v-ratt-1" }]);
    const visitor = await look("visitor", "v-ratt");
    expect((await put(visitor.id, "city", "Malmö")).body["code"]).toBe("rights.no_identifier");

    await at.ask(`/api/people/${id}/rights`, { kind: "erasure", reason: "asked for" });
    expect((await put(id, "city", "Borta")).status).toBe(200);
    await askDatabase(
      at.database.url,
      "update rights.requests set state = 'running' where state = 'waiting' and kind = 'erasure'",
    );
    expect((await put(id, "city", "Ystad")).body["code"]).toBe("rights.being_erased");
    await askDatabase(
      at.database.url,
      "update rights.requests set state = 'waiting' where state = 'running'",
    );
    moveClock(25 * HOUR);
    await runRights(at.house);
    const left = await askDatabase<{ n: number }>(
      at.database.url,
      "select count(*)::int as n from profiles.facts where value::text ~ 'Borta'",
    );
    expect(left[0]?.n).toBe(0);
  });
});
