import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type Browser,
  makeColleague,
  makeOwner,
  openTestHouse,
  type TestHouse,
} from "../testing/test-house.ts";
import { auditLifetimes } from "./audit.lifetimes.ts";

type Line = {
  id: string;
  who: string;
  name: string | null;
  what: string;
  objectId: string | null;
  personId: string | null;
  reason: string | null;
  refused: boolean;
};
type Page = { items: Line[]; next: string | null };

const PERSON = "0197a000-0000-7000-8000-0000000000aa";
const OTHER = "0197a000-0000-7000-8000-0000000000bb";
const YEAR = 365 * 24 * 3_600_000;
let at: TestHouse;
let owner: Browser & { id: string };

beforeAll(async () => {
  at = await openTestHouse();
  owner = await makeOwner(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const list = (query: object = {}): Promise<Page> => owner.knock("audit.list", { query });
const look = (personId: string, who = owner.id, reason?: string) =>
  at.house.audit.look([{ who, what: "people.open", personId, reason, ip: "192.0.2.1" }]);

describe("the staff audit", () => {
  test("a change is written with who did it and to whom, in the same transaction", async () => {
    const kim = await makeColleague(at, owner, "kim@butik.example", [{ role: "service" }]);
    const { items } = await list({ who: owner.id });
    expect(items.find((line) => line.what === "staff.invite")).toMatchObject({
      name: "Ida",
      objectId: kim.id,
      refused: false,
    });
    const before = (await list({ who: owner.id, limit: 200 })).items.length;
    expect(await owner.codeOf("staff.deactivate", { params: { id: owner.id } })).toBe("staff.last_owner");
    expect((await list({ who: owner.id, limit: 200 })).items).toHaveLength(before);
  });

  test("the deed and its line commit together", async () => {
    const made = (await owner.knock("keys.create", {
      body: { sourceId: 1, name: "Web", trust: "public" },
    })) as { id: string };
    const same = await at.ask(
      "select k.xmin = a.xmin as together from access.keys k join access.acts a on a.object_id = k.id::text where k.id = $1",
      [made.id],
    );
    expect(same).toEqual([{ together: true }]);
  });

  test("a failed sign-in is written as refused, with the colleague where known and never the address typed", async () => {
    for (const email of ["ida@butik.example", "stranger@butik.example"])
      await owner.codeOf("session.sign_in", { body: { email, password: "not the password at all" } });
    const refused = (await list({ limit: 200 })).items.filter((line) => line.refused);
    expect(refused.map((line) => line.who).sort()).toEqual([owner.id, "nobody"].sort());
    expect(await at.ask("select 1 from access.acts a where a::text like '%stranger%'")).toEqual([]);
  });

  test("a read of a person is in the book when look answers, also when two hundred look at once", async () => {
    await Promise.all(Array.from({ length: 200 }, (_, i) => look(i % 2 ? PERSON : OTHER)));
    const [row] = await at.ask<{ n: string; commits: string }>(
      "select count(*) as n, count(distinct at) as commits from access.acts where person_id in ($1, $2)",
      [PERSON, OTHER],
    );
    expect(Number(row?.n)).toBe(200);
    expect(Number(row?.commits)).toBeLessThan(50);
  });

  test("the book says where from only as an HMAC", async () => {
    await look(PERSON);
    expect(await at.ask("select 1 from access.acts a where a::text like '%192.0.2.1%'")).toEqual([]);
    const hashes = await at.ask("select distinct ip_hash from access.acts where person_id = $1", [PERSON]);
    expect(hashes).toHaveLength(1);
  });

  test("a strange reason is kept readable and never keeps others out of the book", async () => {
    const nasty = `because\0 \ud800 ${"x".repeat(2000)}`;
    await Promise.all([
      look(PERSON, "admin-token", nasty),
      look(OTHER, "admin-token", "the customer called"),
    ]);
    const { items } = await list({ who: "admin-token" });
    expect(items).toHaveLength(2);
    expect(items.find((line) => line.personId === PERSON)?.reason).toMatch(/^because \ufffd x+$/);
    expect(items.find((line) => line.personId === OTHER)?.reason).toBe("the customer called");
  });

  test("what is not a person's id is a bug and not swallowed", async () => {
    await expect(look("ida@butik.example")).rejects.toThrow("a person id is a uuid");
  });

  test("nobody changes or removes a line, not even by hand; only what is over three years old may go", async () => {
    for (const attempt of [
      "update access.acts set who = 'x'",
      "delete from access.acts",
      "truncate access.acts",
    ])
      await expect(at.ask(attempt)).rejects.toThrow("access.acts is append-only");
    await at.ask(
      "insert into access.acts (id, at, who, what) values (gen_random_uuid(), now() - interval '4 years', 'x', 'people.open')",
    );
    const [book] = auditLifetimes;
    const sweep = () =>
      at.house.db.work({ kind: "system", id: "test" }, async (work) =>
        book?.sweep(work, new Date(work.now.getTime() - 3 * YEAR)),
      );
    expect(await sweep()).toBe(1);
    expect(await at.ask("select 1 from access.acts where at < now() - interval '3 years'")).toEqual([]);
    expect((await list({ limit: 200 })).items.length).toBeGreaterThan(100);
    moveClock(4 * YEAR);
    expect(await sweep()).toBe(0);
    moveClock(0);
    await owner.signIn("ida@butik.example");
    expect((await list({ limit: 200 })).items.length).toBeGreaterThan(100);
  });

  test("pages follow one another without a gap or a repeat, by colleague, person and time", async () => {
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page: Page = await list({
        personId: PERSON,
        limit: 30,
        ...(before === undefined ? {} : { before }),
      });
      seen.push(...page.items.map((line) => line.id));
      before = page.next ?? undefined;
    } while (before !== undefined);
    const [row] = await at.ask<{ n: string }>("select count(*) as n from access.acts where person_id = $1", [
      PERSON,
    ]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(Number(row?.n));
    expect((await list({ personId: PERSON, who: "admin-token" })).items).toHaveLength(1);
    expect((await list({ to: "2020-01-01T00:00:00Z" })).items).toEqual([]);
    expect((await list({ from: "2020-01-01T00:00:00+01:00", limit: 5 })).items).toHaveLength(5);
    expect(await owner.codeOf("audit.list", { query: { before: "nonsense" } })).toBe("door.bad_request");
  });

  test("only owners and managers read the book", async () => {
    for (const role of ["marketing", "sales", "service", "store", "it"]) {
      const kim = await makeColleague(at, owner, `${role}@butik.example`, [{ role }]);
      expect(await kim.codeOf("audit.list")).toBe("door.not_allowed");
    }
    const chef = await makeColleague(at, owner, "chef@butik.example", [{ role: "manager" }]);
    expect(await chef.codeOf("audit.list")).toBe("passed");
  });
});
