import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { accessDoors, listGrants } from "../index.ts";
import {
  ADMIN_TOKEN,
  Browser,
  makeColleague,
  makeOwner,
  makePlaces,
  openTestHouse,
  PASSWORD,
  type TestHouse,
} from "../testing/test-house.ts";
import { hashPassword } from "./password.hash.ts";
import { deactivateColleague, grantColleague } from "./staff.actions.ts";
import { mayOf, strongestOf } from "./staff.rules.ts";
import { savePassword } from "./staff.store.ts";

const MINUTE = 60_000;
const OWNER = [{ role: "owner" }];
const STORE = [{ role: "store" }];
const whole = { legalEntityId: null, locationIds: [] };
let at: TestHouse;
let owner: Browser & { id: string };
let nets = 0;
const fresh = () => new Browser(at, `203.0.113.${++nets}`);
const grant = (by: Browser, id: string, grants: object[]) =>
  by.codeOf("staff.grant", { params: { id }, body: { grants } });
const deactivate = (by: Browser, id: string) => by.codeOf("staff.deactivate", { params: { id } });

beforeAll(async () => {
  at = await openTestHouse();
  owner = await makeOwner(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

describe("colleagues", () => {
  test("a new role is in force at the very next request", async () => {
    const kim = await makeColleague(at, owner, "role@butik.example", STORE);
    expect(await kim.codeOf("staff.list")).toBe("door.not_allowed");
    expect(await grant(owner, kim.id, [{ role: "manager" }])).toBe("passed");
    expect(await kim.codeOf("staff.list")).toBe("passed");
    expect(await grant(owner, kim.id, STORE)).toBe("passed");
    expect(await kim.codeOf("staff.list")).toBe("door.not_allowed");
  });

  test("grants keep their legal entity and locations, and several roles add up", async () => {
    const kim = await makeColleague(at, owner, "scope@butik.example", STORE);
    const entity = "0197a000-0000-7000-8000-000000000001";
    const malmo = "0197a000-0000-7000-8000-000000000002";
    await makePlaces(at, { entity, locations: [malmo] });
    const grants = [
      { role: "service", legalEntityId: entity, locationIds: [malmo] },
      { role: "it", legalEntityId: null, locationIds: [] },
    ];
    await grant(owner, kim.id, grants);
    expect(await at.t.db.read((tx) => listGrants(tx, kim.id))).toEqual(grants);
    const { items } = (await owner.knock("staff.list")) as { items: { id: string; grants: object[] }[] };
    expect(items.find((c) => c.id === kim.id)?.grants).toEqual(grants);
    const { staff } = (await kim.knock("session.read")) as { staff: { role: string; permissions: string[] } };
    expect(staff.role).toBe("service");
    expect(staff.permissions).toEqual(expect.arrayContaining(["people.search", "sources.manage"]));
    expect(staff.permissions).not.toContain("staff.manage");
  });

  test("a deactivated colleague is out at once, with every browser", async () => {
    const kim = await makeColleague(at, owner, "out@butik.example", STORE);
    const phone = fresh();
    await phone.signIn("out@butik.example");
    expect(await deactivate(owner, kim.id)).toBe("passed");
    for (const browser of [kim, phone])
      expect(await browser.codeOf("session.read")).toBe("door.not_signed_in");
    expect(await at.ask("select 1 from access.sessions where staff_id = $1", [kim.id])).toEqual([]);
  });

  test("the last owner can neither leave nor step down; an invited owner does not count", async () => {
    await owner.knock("staff.invite", { body: { email: "later@butik.example", name: "L", grants: OWNER } });
    expect(await deactivate(owner, owner.id)).toBe("staff.last_owner");
    expect(await grant(owner, owner.id, STORE)).toBe("staff.last_owner");
    const admin = { authorization: `Bearer ${ADMIN_TOKEN}` };
    expect(await fresh().codeOf("staff.deactivate", { params: { id: owner.id }, headers: admin })).toBe(
      "staff.last_owner",
    );
    expect(await grant(owner, owner.id, OWNER)).toBe("passed");
  });

  test("two owners remove each other at once: one stays", async () => {
    for (let round = 0; round < 4; round++) {
      const other = await makeColleague(at, owner, `twin${round}@butik.example`, OWNER);
      const codes = await Promise.all([deactivate(owner, other.id), grant(other, owner.id, STORE)]);
      const owners = await at.ask<{ id: string }>(
        `select c.id from access.staff c join access.grants g on g.staff_id = c.id
         where g.role = 'owner' and c.joined_at is not null and c.deactivated_at is null`,
      );
      expect(owners).toHaveLength(1);
      expect(codes.filter((code) => code === "passed")).toHaveLength(1);
      if (owners[0]?.id === other.id) owner = other;
    }
  });

  test("while one owner is leaving, the other cannot step down before it is decided", async () => {
    const other = await makeColleague(at, owner, "leaving@butik.example", OWNER);
    const by = { kind: "staff", id: owner.id } as const;
    let second: Promise<unknown> = Promise.resolve();
    await at.t.db.work(by, async (work) => {
      await deactivateColleague(work, other.id);
      second = at.t.db
        .work(by, (later) => grantColleague(later, owner.id, [{ ...whole, role: "store" }]))
        .catch((e: unknown) => e);
      await new Promise((go) => setTimeout(go, 200)); // long enough for the other to have decided, if nothing held it
    });
    expect(await second).toMatchObject({ code: "staff.last_owner" });
  });

  test("a session that slipped in while the door was closing is dead", async () => {
    const kim = await makeColleague(at, owner, "slip@butik.example", STORE);
    await at.ask("update access.staff set deactivated_at = now() where id = $1", [kim.id]);
    expect(await kim.codeOf("session.read")).toBe("door.not_signed_in");
  });

  test("an owner owns the whole, a colleague has at least one role, and an unknown one is told so", async () => {
    const kim = await makeColleague(at, owner, "rules@butik.example", STORE);
    const fenced = [{ role: "owner", legalEntityId: "0197a000-0000-7000-8000-000000000001" }];
    expect(await grant(owner, kim.id, fenced)).toBe("staff.owner_is_whole");
    expect(await grant(owner, "0197a000-0000-7000-8000-00000000000f", STORE)).toBe("staff.unknown");
    await expect(grant(owner, kim.id, [])).rejects.toThrow();
  });

  test("only an owner manages colleagues: no other role opens any of those doors", async () => {
    for (const role of ["manager", "marketing", "sales", "service", "store", "it"]) {
      const kim = await makeColleague(at, owner, `${role}@butik.example`, [{ role }]);
      expect(await grant(kim, kim.id, OWNER)).toBe("door.not_allowed");
      expect(await deactivate(kim, owner.id)).toBe("door.not_allowed");
      expect(
        await kim.codeOf("staff.invite", { body: { email: "x@y.example", name: "X", grants: OWNER } }),
      ).toBe("door.not_allowed");
    }
  });

  test("the strongest role leads, and permissions of all roles add up", () => {
    expect(strongestOf(["store", "marketing"])).toBe("marketing");
    expect(strongestOf([])).toBeUndefined();
    expect(mayOf([])).toEqual([]);
    expect(mayOf(["store", "it"])).toContain("operate.manage");
  });
});

describe("one's own account", () => {
  test("name and language change; what is not given stays", async () => {
    const kim = await makeColleague(at, owner, "me@butik.example", STORE);
    await kim.knock("account.change", { body: { name: "Kim Ö" } });
    await kim.knock("account.change", { body: { language: "da" } });
    expect(await kim.knock("session.read")).toMatchObject({ staff: { name: "Kim Ö", language: "da" } });
  });

  test("a new password needs the old one, ends every other session, and is told by mail", async () => {
    const email = "secret@butik.example";
    const kim = await makeColleague(at, owner, email, STORE);
    const phone = fresh();
    await phone.signIn(email);
    const change = (oldPassword: string | undefined, newPassword = "granit öppnare ångbåt fjorton") =>
      kim.codeOf("account.password", { body: { oldPassword, newPassword } });
    expect(await change("wrong")).toBe("account.old_password_wrong");
    expect(await change(undefined)).toBe("account.old_password_wrong");
    expect(await change(PASSWORD, "secret@butik.example")).toBe("password.about_you");
    expect(await change(PASSWORD)).toBe("passed");
    expect(await kim.codeOf("session.read")).toBe("passed");
    expect(await phone.codeOf("session.read")).toBe("door.not_signed_in");
    expect((await at.subjects(email)).at(-1)).toBe("Your password was changed");
    expect(await fresh().codeOf("session.sign_in", { body: { email, password: PASSWORD } })).toBe(
      "session.refused",
    );
  });

  test("somebody at an open screen cannot guess the old password: five tries a minute", async () => {
    const kim = await makeColleague(at, owner, "guess@butik.example", STORE);
    const body = { oldPassword: "wrong", newPassword: "granit öppnare ångbåt fjorton" };
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) codes.push(await kim.codeOf("account.password", { body }));
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "account.old_password_wrong"));
    expect(codes[5]).toBe("door.too_often");
    moveClock(MINUTE + 1000);
    expect(await kim.codeOf("account.password", { body: { ...body, oldPassword: PASSWORD } })).toBe("passed");
  });

  test("signing in while the password is being changed never leaves a session of the old one", async () => {
    const email = "race@butik.example";
    const kim = await makeColleague(at, owner, email, STORE);
    const hash = await hashPassword("granit öppnare ångbåt fjorton");
    let late: Promise<string> = Promise.resolve("");
    await at.t.db.work({ kind: "staff", id: kim.id }, async ({ tx }) => {
      await savePassword(tx, kim.id, hash);
      late = fresh().codeOf("session.sign_in", { body: { email, password: PASSWORD } }); // still sees the old one
      await new Promise((go) => setTimeout(go, 800));
    });
    expect(await late).toBe("session.refused");
  });
});

describe("doors", () => {
  test("texts that no database can hold are refused as bad requests, never an error", async () => {
    const bad = ["a\0b", "a\ud800b", "line\nbreak"];
    for (const text of bad) {
      await expect(
        fresh().knock("session.sign_in", { body: { email: text, password: "x" } }),
      ).rejects.toThrow(/invalid_format/);
      await expect(fresh().knock("password.forgot", { body: { email: text } })).rejects.toThrow(
        /invalid_format/,
      );
      await expect(owner.knock("account.change", { body: { name: text } })).rejects.toThrow(/invalid_format/);
      await expect(owner.knock("audit.list", { query: { who: text } })).rejects.toThrow(/invalid_format/);
    }
    for (const password of bad)
      expect(await fresh().codeOf("session.sign_in", { body: { email: "x@y.example", password } })).toMatch(
        /refused|too_often/,
      );
  });

  test("no door of ours that reads changes a single row", async () => {
    const reads = accessDoors
      .filter((door) => door.endpoint.method === "GET")
      .map((door) => door.endpoint.id);
    expect(reads).toEqual(["session.read", "account.read", "staff.list", "keys.list", "audit.list"]);
    const tables = [
      "acts",
      "challenges",
      "forgotten",
      "grants",
      "keys",
      "keyrings",
      "links",
      "passkeys",
      "sessions",
      "staff",
      "tries",
    ];
    const rows = tables
      .map((name) => `select '${name}' as name, r::text from access.${name} r`)
      .join(" union all ");
    const everything = () => at.ask(`select * from (${rows}) as everything order by 1, 2`);
    await owner.knock("keys.create", { body: { sourceId: 3, name: "Reads", trust: "public" } });
    const before = await everything();
    for (const id of reads) expect(await owner.codeOf(id)).toBe("passed");
    expect(await everything()).toEqual(before);
  });

  test("making a key asks whether its source exists, and the key works at once", async () => {
    const wish = { sourceId: 77, name: "Till", trust: "server" };
    expect(await owner.codeOf("keys.create", { body: wish })).toBe("keys.source_unknown");
    const made = (await owner.knock("keys.create", { body: { ...wish, sourceId: 7 } })) as {
      id: string;
      text: string;
    };
    expect(at.house.keyring.find(made.text)).toMatchObject({ keyId: made.id, trust: "server", sourceId: 7 });
    const rolled = (await owner.knock("keys.roll", {
      params: { id: made.id },
      body: { overlapSeconds: 3600 },
    })) as { text: string };
    expect(at.house.keyring.find(made.text)).toBeDefined();
    expect(at.house.keyring.find(rolled.text)).toBeDefined();
    await owner.knock("keys.change", { params: { id: made.id }, body: { name: "Old till" } });
    await owner.knock("keys.close", { params: { id: made.id } });
    expect(at.house.keyring.find(made.text)).toBeUndefined();
    const { items } = (await owner.knock("keys.list")) as {
      items: { id: string; text: string | null; state: string }[];
    };
    expect(items.find((key) => key.id === made.id)).toMatchObject({
      name: "Old till",
      state: "closed",
      text: null,
    });
  });
});
