import type { Refusal } from "@somlos/contract";
import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { pruneAccess } from "../index.ts";
import {
  ADMIN_TOKEN,
  Browser,
  makeColleague,
  makeOwner,
  openTestHouse,
  PASSWORD,
  type TestHouse,
} from "../testing/test-house.ts";
import { headerOf, placeOf } from "./place.rules.ts";

const HOUR = 3_600_000;
const EMAIL = "ida@butik.example";
let at: TestHouse;
let owner: Browser & { id: string };
let nets = 0;
const fresh = () => new Browser(at, `203.0.113.${++nets}`);

beforeAll(async () => {
  at = await openTestHouse();
  owner = await makeOwner(at);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const wrong = { email: EMAIL, password: "not the password at all" };

describe("signing in", () => {
  test("the right address and password open the door, however the address is written", async () => {
    const browser = fresh();
    const answer = await browser.signIn("  Ida@Butik.Example ");
    expect(answer).toMatchObject({
      staff: { name: "Ida", email: EMAIL, role: "owner", language: "sv" },
      installation: { name: "Sömlös", url: "https://butik.example" },
    });
    expect(await browser.knock("session.read")).toEqual(answer);
  });

  test("the cookie is ours alone: __Host-, Secure, HttpOnly, SameSite=Strict, seven days", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    expect(browser.setCookie).toMatch(
      /^__Host-somlos=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800; Secure$/,
    );
  });

  test("the database holds no cookie that could be used", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    const token = browser.cookie?.split("=")[1] ?? "";
    expect(token).toHaveLength(43);
    expect(await at.ask("select 1 from access.sessions s where s::text like $1", [`%${token}%`])).toEqual([]);
    const hex = Buffer.from(token, "base64url").toString("hex");
    expect(await at.ask("select 1 from access.sessions s where s::text like $1", [`%${hex}%`])).toEqual([]);
  });

  test("wrong password, unknown address, waiting invitation and closed door get the same answer", async () => {
    await owner.knock("staff.invite", {
      body: { email: "waits@butik.example", name: "W", grants: [{ role: "store" }] },
    });
    const gone = await makeColleague(at, owner, "gone@butik.example", [{ role: "store" }]);
    await owner.knock("staff.deactivate", { params: { id: gone.id } });
    const tries = [
      wrong,
      { email: "nobody@butik.example", password: PASSWORD },
      { email: "waits@butik.example", password: PASSWORD },
      { email: "gone@butik.example", password: PASSWORD },
    ];
    for (const body of tries)
      expect(await fresh().codeOf("session.sign_in", { body })).toBe("session.refused");
  });

  test("after five failures a minute even the right password waits, known address or not", async () => {
    for (const email of ["limit@butik.example", "unknown@butik.example"]) {
      if (email.startsWith("limit")) await makeColleague(at, owner, email, [{ role: "store" }]);
      const body = { email, password: "not the password at all" };
      for (let i = 0; i < 5; i++)
        expect(await fresh().codeOf("session.sign_in", { body })).toBe("session.refused");
      expect(await fresh().codeOf("session.sign_in", { body: { email, password: PASSWORD } })).toBe(
        "door.too_often",
      );
    }
    moveClock(61_000);
    expect((await fresh().signIn("limit@butik.example")).staff.role).toBe("store");
  });

  test("an office behind one address signs in ten times a minute, since good sign-ins do not count", async () => {
    const office = fresh();
    for (let i = 0; i < 10; i++) await office.signIn(EMAIL);
    for (let i = 0; i < 5; i++)
      await office.codeOf("session.sign_in", { body: { ...wrong, email: `x${i}@butik.example` } });
    expect(await office.codeOf("session.sign_in", { body: { email: EMAIL, password: PASSWORD } })).toBe(
      "door.too_often",
    );
  });

  test("another site's page cannot sign anybody in", async () => {
    const headers = { origin: "https://evil.example" };
    const body = { email: EMAIL, password: PASSWORD };
    expect(await fresh().codeOf("session.sign_in", { body, headers })).toBe("door.foreign_origin");
  });

  test("a sign-in ends the session that the browser held before", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    const before = browser.cookie;
    await browser.signIn(EMAIL);
    const thief = Object.assign(fresh(), { cookie: before });
    expect(await thief.codeOf("session.read")).toBe("door.not_signed_in");
    expect(await browser.codeOf("session.read")).toBe("passed");
  });
});

describe("being signed in", () => {
  test("a copied cookie is dead after sign-out", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    const thief = Object.assign(fresh(), { cookie: browser.cookie });
    expect(await thief.codeOf("session.read")).toBe("passed");
    await browser.knock("session.end");
    expect(browser.cookie).toBeUndefined();
    expect(browser.setCookie).toContain("Max-Age=0");
    expect(await thief.codeOf("session.read")).toBe("door.not_signed_in");
  });

  test("signing out everywhere ends the sessions of every browser, here too", async () => {
    const kim = await makeColleague(at, owner, "everywhere@butik.example", [{ role: "sales" }]);
    const phone = fresh();
    await phone.signIn("everywhere@butik.example");
    await kim.knock("account.sessions_end");
    expect(await phone.codeOf("session.read")).toBe("door.not_signed_in");
    expect(await kim.codeOf("session.read")).toBe("door.not_signed_in");
    expect(await owner.codeOf("session.read")).toBe("passed");
  });

  test("one other session can be ended, and nobody else's", async () => {
    const kim = await makeColleague(at, owner, "one@butik.example", [{ role: "sales" }]);
    const phone = fresh();
    await phone.signIn("one@butik.example");
    const { sessions } = (await kim.knock("account.read")) as {
      sessions: { id: string; current: boolean }[];
    };
    expect(sessions.map((s) => s.current).sort()).toEqual([false, true]);
    const other = sessions.find((s) => !s.current)?.id ?? "";
    expect(await owner.codeOf("account.session_end", { params: { id: other } })).toBe("account.not_found");
    await kim.knock("account.session_end", { params: { id: other } });
    expect(await phone.codeOf("session.read")).toBe("door.not_signed_in");
    expect(await kim.codeOf("session.read")).toBe("passed");
  });

  test("twelve idle hours end a session; use every eleven keeps it, but never past seven days", async () => {
    const idle = fresh();
    const busy = fresh();
    await idle.signIn(EMAIL);
    await busy.signIn(EMAIL);
    for (let hour = 11; hour < 168; hour += 11) {
      moveClock(hour * HOUR);
      expect(await busy.codeOf("session.read")).toBe("passed");
      if (hour > 12) expect(await idle.codeOf("session.read")).toBe("door.not_signed_in");
    }
    moveClock(168 * HOUR + 1000);
    expect(await busy.codeOf("session.read")).toBe("door.not_signed_in");
  });

  test("sessions that are over are removed, live ones stay", async () => {
    const stays = fresh();
    moveClock(20 * HOUR);
    await stays.signIn(EMAIL);
    expect(await pruneAccess(at.house)).toBeGreaterThan(0);
    expect(await at.ask("select 1 from access.sessions where seen_at <= now() + interval '8 hours'")).toEqual(
      [],
    );
    expect(await stays.codeOf("session.read")).toBe("passed");
    moveClock(0);
    await owner.signIn(EMAIL);
  });

  test("a change must come from our own pages and be JSON; a read need not", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    const change = (headers: Record<string, string | undefined>) =>
      browser.codeOf("account.change", { body: { name: "Ida" }, headers });
    expect(await change({})).toBe("passed");
    expect(await change({ origin: "https://evil.example" })).toBe("door.foreign_origin");
    expect(await change({ origin: "https://butik.example.evil.example" })).toBe("door.foreign_origin");
    expect(await change({ origin: "null" })).toBe("door.foreign_origin");
    expect(await change({ origin: undefined })).toBe("door.foreign_origin");
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", undefined])
      expect(await change({ "content-type": type })).toBe("door.foreign_origin");
    expect(await change({ "content-type": "application/json; charset=utf-8" })).toBe("passed");
    expect(await change({ "sec-fetch-site": "same-site" })).toBe("door.foreign_origin");
    expect(await change({ "sec-fetch-site": "same-origin" })).toBe("passed");
    expect(await browser.codeOf("session.read", { headers: { origin: undefined } })).toBe("passed");
  });

  test("a file must come from our own pages too, and be sent as no form can send it", async () => {
    const browser = fresh();
    await browser.signIn(EMAIL);
    const send = (headers: Record<string, string>) => {
      const own = { cookie: browser.cookie ?? "", origin: "https://butik.example", ...headers };
      const request = { method: "POST", url: "/api/imports", headers: own, ip: "192.0.2.99" };
      return at.authenticate(request, "file").then(
        (caller) => caller.kind,
        (error: Refusal) => error.code,
      );
    };
    const file = { "content-type": "application/octet-stream" };
    expect(await send(file)).toBe("staff");
    expect(await send({ ...file, "sec-fetch-site": "same-origin" })).toBe("staff");
    for (const site of ["cross-site", "same-site", "none"])
      expect(await send({ ...file, "sec-fetch-site": site })).toBe("door.foreign_origin");
    for (const origin of ["https://evil.example", "null", "https://butik.example.evil.example"])
      expect(await send({ ...file, origin })).toBe("door.foreign_origin");
    for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/json", "text/csv"])
      expect(await send({ "content-type": type })).toBe("door.foreign_origin");
    expect(await send({})).toBe("door.foreign_origin");
  });
});

describe("who knocks", () => {
  const knockWith = (headers: Record<string, string>, url = "/api/session", method = "GET") =>
    at.authenticate({ method, url, headers, ip: "192.0.2.99" });

  test("the admin token is an owner; a wrong one is nobody, even beside a good cookie", async () => {
    expect(await knockWith({ authorization: `Bearer ${ADMIN_TOKEN}` })).toMatchObject({
      kind: "staff",
      staffId: "admin-token",
      by: "token",
      role: "owner",
    });
    const cookie = owner.cookie ?? "";
    for (const bad of [`${ADMIN_TOKEN}x`, ADMIN_TOKEN.slice(1), "x"])
      expect(await knockWith({ authorization: `Bearer ${bad}`, cookie })).toEqual({ kind: "nobody" });
  });

  test("a public or server key opens no door of the studio, however it is sent", async () => {
    for (const trust of ["public", "server"] as const) {
      const made = (await owner.knock("keys.create", { body: { sourceId: 1, name: "Web", trust } })) as {
        text: string;
      };
      expect(at.house.keyring.find(made.text)).toMatchObject({ trust });
      const basic = Buffer.from(`${made.text}:`).toString("base64");
      for (const headers of [
        { authorization: `Bearer ${made.text}` },
        { authorization: `Basic ${basic}` },
        { cookie: `__Host-somlos=${made.text}` },
      ])
        expect(await knockWith(headers)).toEqual({ kind: "nobody" });
    }
  });

  test("the admin token has a session to read but no account of its own", async () => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    expect(await fresh().knock("session.read", { headers })).toMatchObject({
      staff: { email: null, role: "owner" },
    });
    expect(await fresh().codeOf("account.read", { headers })).toBe("account.token_has_none");
  });

  test("a colleague who looks at the shop is a visitor there: collecting ignores the cookie", async () => {
    const cookie = owner.cookie ?? "";
    const headers = { cookie, origin: "https://shop.example", "content-type": "text/plain" };
    expect(await knockWith(headers, "/v1/batch", "POST")).toEqual({ kind: "nobody" });
  });
});

describe("the place", () => {
  test("without TLS on this machine the cookie is plain, everywhere else it is __Host-", () => {
    expect(placeOf(undefined, 3000)).toMatchObject({
      url: "http://localhost:3000",
      origins: ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"],
      cookie: { name: "somlos", secure: false },
      passkeyDomain: "localhost",
    });
    expect(placeOf("https://somlos.example/", 3000)).toMatchObject({
      url: "https://somlos.example",
      origins: ["https://somlos.example"],
      cookie: { name: "__Host-somlos", secure: true },
    });
    expect(placeOf("http://shop.example", 80).cookie.secure).toBe(true);
    expect(placeOf("https://192.0.2.7:8443", 3000).passkeyDomain).toBeUndefined();
    expect(placeOf("https://somlos.example/studio/", 3000).url).toBe("https://somlos.example/studio");
  });

  test("a header sent twice counts once, the first", () => {
    expect(headerOf({ origin: ["https://a.example", "https://b.example"] }, "origin")).toBe(
      "https://a.example",
    );
  });
});
