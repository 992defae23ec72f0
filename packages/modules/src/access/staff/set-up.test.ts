import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerForgotten } from "../index.ts";
import {
  Browser,
  makeColleague,
  makeOwner,
  openTestHouse,
  PASSWORD,
  type TestHouse,
} from "../testing/test-house.ts";

const HOUR = 3_600_000;
let nets = 0;
const browserAt = (at: TestHouse) => new Browser(at, `203.0.113.${++nets}`);

describe("the first sign-in", () => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse();
  });
  afterEach(() => moveClock(0));
  afterAll(() => at.close());
  const wish = (token: string, more: object = {}) => ({
    body: { token, name: "Ida", email: "ida@butik.example", password: PASSWORD, ...more },
  });

  test("the link's secret stands in the fragment, and only its hash is stored", async () => {
    const link = await at.t.db.work({ kind: "system", id: "test" }, async (work) => {
      const { makeSetUpLink } = await import("../index.ts");
      return makeSetUpLink(work, at.house.access);
    });
    expect(link).toMatch(/^https:\/\/butik\.example\/set-up#[\w-]{43}$/);
    const token = link?.split("#")[1] ?? "";
    expect(await at.ask("select 1 from access.links l where l::text like $1", [`%${token}%`])).toEqual([]);
  });

  test("looking at a link uses nothing up", async () => {
    const token = await at.setUpToken();
    for (let i = 0; i < 2; i++)
      expect(await browserAt(at).knock("set_up.look", { body: { token } })).toMatchObject({
        kind: "owner",
        email: null,
      });
    expect(await browserAt(at).codeOf("set_up.look", { body: { token: "x".repeat(43) } })).toBe(
      "set_up.link_dead",
    );
  });

  test("a weak password, a missing address or a foreign page is refused and leaves the link good", async () => {
    const token = await at.setUpToken();
    const code = (sent: object) => browserAt(at).codeOf("set_up.redeem", sent);
    expect(await code(wish(token, { password: "Password1234" }))).toBe("password.easy");
    expect(await code(wish(token, { password: "ida@butik.example" }))).toBe("password.about_you");
    expect(await code(wish(token, { email: undefined }))).toBe("set_up.email_missing");
    expect(await code({ ...wish(token), headers: { origin: "https://evil.example" } })).toBe(
      "door.foreign_origin",
    );
    expect(await browserAt(at).codeOf("set_up.look", { body: { token } })).toBe("passed");
  });

  test("after an hour the link is dead", async () => {
    const token = await at.setUpToken();
    moveClock(HOUR + 1000);
    expect(await browserAt(at).codeOf("set_up.redeem", wish(token))).toBe("set_up.link_dead");
  });

  test("ten tries a minute at links from one address, then it waits", async () => {
    const guesser = browserAt(at);
    const codes: string[] = [];
    for (let i = 0; i < 11; i++) codes.push(await guesser.codeOf("set_up.redeem", wish(`${i}`.repeat(43))));
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(["set_up.link_dead"]));
    expect(codes[10]).toBe("door.too_often");
  });

  test("one link redeemed by four people at once, and another link beside it: one owner, signed in", async () => {
    const one = await at.setUpToken();
    const two = await at.setUpToken();
    const redeem = async (token: string, n: number) => {
      const browser = browserAt(at);
      const code = await browser.codeOf("set_up.redeem", wish(token, { email: `owner${n}@butik.example` }));
      return { browser, code };
    };
    const answers = await Promise.all([one, one, one, two].map(redeem));
    expect(answers.map((a) => a.code).sort()).toEqual([
      "passed",
      "set_up.link_dead",
      "set_up.link_dead",
      "set_up.link_dead",
    ]);
    const winner = answers.find((a) => a.code === "passed")?.browser;
    expect(await winner?.knock("session.read")).toMatchObject({ staff: { role: "owner", language: "sv" } });
    expect(await at.ask("select 1 from access.staff")).toHaveLength(1);
    expect(await at.setUpToken()).toBe("no link: there is an owner");
  });
});

describe("invitations", () => {
  let at: TestHouse;
  let owner: Browser & { id: string };
  beforeAll(async () => {
    at = await openTestHouse();
    owner = await makeOwner(at);
  });
  afterEach(() => moveClock(0));
  afterAll(() => at.close());
  const invite = (email: string, grants: object[] = [{ role: "marketing" }], language = "da") =>
    owner.codeOf("staff.invite", { body: { email, name: "Kim", language, grants } });

  test("the mail is in the colleague's language, and the invitation keeps its own address", async () => {
    await invite("kim@butik.example");
    expect(await at.subjects("kim@butik.example")).toEqual(["Din vej ind i Sömlös"]);
    const [token] = await at.mailedTokens("kim@butik.example");
    const kim = browserAt(at);
    expect(await kim.knock("set_up.look", { body: { token } })).toMatchObject({
      kind: "invite",
      email: "kim@butik.example",
    });
    const body = { token, name: "Kim K", email: "thief@evil.example", password: PASSWORD };
    expect(await kim.knock("set_up.redeem", { body })).toMatchObject({
      staff: { email: "kim@butik.example", role: "marketing", language: "da", name: "Kim K" },
    });
    expect(await browserAt(at).codeOf("set_up.redeem", { body })).toBe("set_up.link_dead");
  });

  test("inviting again sends a new link and ends the old one; an active colleague is not invited", async () => {
    await invite("bo@butik.example");
    await invite("bo@butik.example");
    const [latest, older] = await at.mailedTokens("bo@butik.example");
    const redeem = (token?: string) =>
      browserAt(at).codeOf("set_up.redeem", { body: { token, name: "Bo", password: PASSWORD } });
    expect(await redeem(older)).toBe("set_up.link_dead");
    expect(await redeem(latest)).toBe("passed");
    expect(await invite("BO@butik.example")).toBe("staff.already_here");
  });

  test("an invitation holds for seven days", async () => {
    await invite("late@butik.example");
    const [token] = await at.mailedTokens("late@butik.example");
    moveClock(7 * 24 * HOUR - 1000);
    expect(await browserAt(at).codeOf("set_up.look", { body: { token } })).toBe("passed");
    moveClock(7 * 24 * HOUR + 1000);
    expect(await browserAt(at).codeOf("set_up.look", { body: { token } })).toBe("set_up.link_dead");
  });

  test("a deactivated colleague who is invited again comes back without the old password", async () => {
    const kim = await makeColleague(at, owner, "back@butik.example", [{ role: "sales" }]);
    await owner.knock("staff.deactivate", { params: { id: kim.id } });
    expect(await invite("back@butik.example")).toBe("passed");
    const body = { email: "back@butik.example", password: PASSWORD };
    expect(await browserAt(at).codeOf("session.sign_in", { body })).toBe("session.refused");
    const [token] = await at.mailedTokens("back@butik.example");
    const again = browserAt(at);
    await again.knock("set_up.redeem", {
      body: { token, name: "Kim", password: "lykta mynt kabel tröskel" },
    });
    expect(await again.knock("session.read")).toMatchObject({ staff: { id: kim.id, role: "marketing" } });
  });

  test("an invitation is no way to a new password, and a reset link no invitation", async () => {
    await invite("kind@butik.example");
    const [token] = await at.mailedTokens("kind@butik.example");
    const reset = { body: { token, password: PASSWORD } };
    expect(await browserAt(at).codeOf("password.reset", reset)).toBe("set_up.link_dead");
    expect(await browserAt(at).codeOf("set_up.look", { body: { token } })).toBe("passed");
  });
});

describe("a forgotten password", () => {
  let at: TestHouse;
  let owner: Browser & { id: string };
  const EMAIL = "glomsk@butik.example";
  beforeAll(async () => {
    at = await openTestHouse();
    owner = await makeOwner(at);
  });
  afterEach(() => moveClock(0));
  afterAll(() => at.close());
  const forget = (email: string) => browserAt(at).codeOf("password.forgot", { body: { email } });
  const newPassword = "granit öppnare ångbåt fjorton";
  const reset = (token: string | undefined, password = newPassword) =>
    browserAt(at).codeOf("password.reset", { body: { token, password } });

  test("the door writes the same for every address; who is known is found out afterwards", async () => {
    await makeColleague(at, owner, EMAIL, [{ role: "service" }]);
    for (const email of [EMAIL, "nobody@butik.example"]) expect(await forget(email)).toBe("passed");
    const waiting = await at.ask("select email from access.forgotten order by id");
    expect(waiting).toEqual([{ email: EMAIL }, { email: "nobody@butik.example" }]);
    await answerForgotten(at.house);
    expect(await at.ask("select 1 from access.forgotten")).toEqual([]);
    expect(await at.subjects("nobody@butik.example")).toEqual([]);
    expect(await at.subjects(EMAIL)).toHaveLength(2);
  });

  test("a request that a crash left behind is answered once, by however many processes", async () => {
    await makeColleague(at, owner, "crash@butik.example", [{ role: "service" }]);
    await at.ask("insert into access.forgotten select gen_random_uuid(), 'crash@butik.example', 'sv', now()");
    await Promise.all([answerForgotten(at.house), answerForgotten(at.house), answerForgotten(at.house)]);
    expect(await at.mailedTokens("crash@butik.example")).toHaveLength(2);
  });

  test("one request that cannot be answered keeps nobody waiting", async () => {
    await new Promise((tell) => setTimeout(tell, 500)); // answers to the requests before this one look once more, then end
    await makeColleague(at, owner, "stuck@butik.example", [{ role: "service" }]);
    await makeColleague(at, owner, "next@butik.example", [{ role: "service" }]);
    for (const email of ["stuck", "next"])
      await at.ask(
        `insert into access.forgotten select gen_random_uuid(), '${email}@butik.example', 'sv', clock_timestamp()`,
      );
    const mail: typeof at.house.mail = {
      send: (work, letter) =>
        letter.to.startsWith("stuck") ? Promise.reject(new Error("no")) : at.house.mail.send(work, letter),
    };
    await answerForgotten({ ...at.house, mail });
    expect(await at.mailedTokens("next@butik.example")).toHaveLength(2);
    expect(await at.ask("select email from access.forgotten")).toEqual([{ email: "stuck@butik.example" }]);
    await answerForgotten(at.house);
    expect(await at.mailedTokens("stuck@butik.example")).toHaveLength(2);
  });

  test("the link sets a new password once, of two at once one; every session ends and the colleague is told", async () => {
    const [token] = await at.mailedTokens(EMAIL);
    const browser = browserAt(at);
    await browser.signIn(EMAIL);
    expect(await reset(token, "Password1234")).toBe("password.easy");
    const codes = await Promise.all([reset(token), reset(token)]);
    expect(codes.sort()).toEqual(["passed", "set_up.link_dead"]);
    expect(await browser.codeOf("session.read")).toBe("door.not_signed_in");
    expect(
      await browserAt(at).codeOf("session.sign_in", { body: { email: EMAIL, password: PASSWORD } }),
    ).toBe("session.refused");
    expect((await browserAt(at).signIn(EMAIL, newPassword)).staff.role).toBe("service");
    expect((await at.subjects(EMAIL)).at(-1)).toBe("Your password was changed");
  });

  test("after an hour the link is dead", async () => {
    await forget("next@butik.example");
    await answerForgotten(at.house);
    const [token] = await at.mailedTokens("next@butik.example");
    moveClock(HOUR + 1000);
    expect(await reset(token)).toBe("set_up.link_dead");
  });

  test("three requests an hour for an address, known or not, then it waits", async () => {
    for (const email of ["stuck@butik.example", "stranger@butik.example"]) {
      const codes: string[] = [];
      for (let i = 0; i < 4; i++) codes.push(await forget(email));
      expect(codes).toEqual(["passed", "passed", "passed", "door.too_often"]);
    }
  });
});
