import { moveClock } from "@somlos/kernel/clock";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerSignIns } from "../index.ts";
import { type CornerTest, codeIn, IDENTITY_KEY, openCornerTest, tokenIn, Visitor } from "./corner-house.ts";

const MINUTE = 60_000;
let at: CornerTest;
let people = 0;

/** A customer whom the shop's own systems know by login and mail. */
async function customer(): Promise<{ login: string; email: string }> {
  const who = { login: `u-${++people}`, email: `kund${people}@example.se` };
  await at.learn("proven", who);
  return who;
}

beforeAll(async () => {
  at = await openCornerTest();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

describe("a link by mail", () => {
  test("signs the customer in, once, in the browser that asked", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    const mail = await browser.ask(email);
    expect(mail).toContain("https://butik.example/corner/sign-in#");
    const body = { token: tokenIn(mail) };
    const session = await browser.knock("me.sign_in_redeem", { body });
    expect(session).toMatchObject({
      identifier: { kind: "email", value: email },
      how: "link",
      surely: false,
    });
    expect(browser.lastCookie).toMatch(
      /^__Host-somlos-me=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
    );
    expect(await browser.knock("me.session")).toMatchObject({ identifier: { value: email } });
    expect(await browser.codeOf("me.sign_in_redeem", { body })).toBe("me.link_dead");
  });

  test("is worth nothing to whoever stole it: another browser is refused and the link stays its owner's", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    const body = { token: tokenIn(await browser.ask(email)) };
    const thief = new Visitor(at);
    expect(await thief.codeOf("me.sign_in_redeem", { body })).toBe("me.other_browser");
    await thief.knock("me.sign_in", { body: { email: "tjuv@example.se" } });
    expect(await thief.codeOf("me.sign_in_redeem", { body })).toBe("me.other_browser");
    expect(await browser.codeOf("me.sign_in_redeem", { body })).toBe("passed");
  });

  test("is over after 30 minutes", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    const body = { token: tokenIn(await browser.ask(email)) };
    moveClock(30 * MINUTE + 1000);
    expect(await browser.codeOf("me.sign_in_redeem", { body })).toBe("me.link_dead");
  });

  test("comes with a code for when the mail is read elsewhere, of which five may be tried", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    const code = codeIn(await browser.ask(email));
    expect(await new Visitor(at).codeOf("me.sign_in_redeem", { body: { code } })).toBe("me.link_dead");
    const wrong = String((Number(code.replace(" ", "")) + 1) % 100_000_000).padStart(8, "0");
    expect(await browser.codeOf("me.sign_in_redeem", { body: { code: wrong } })).toBe("me.link_dead");
    expect(await browser.codeOf("me.sign_in_redeem", { body: { code } })).toBe("passed");
    const other = new Visitor(at);
    const right = codeIn(await other.ask(email));
    for (let i = 0; i < 5; i++) await other.codeOf("me.sign_in_redeem", { body: { code: wrong } });
    expect(await other.codeOf("me.sign_in_redeem", { body: { code: right } })).toBe("door.too_often");
  });

  test("known or not, asking answers the same, sets the same cookie, writes the same row and has the same limit", async () => {
    const { email } = await customer();
    const [known, unknown] = [new Visitor(at), new Visitor(at)];
    const answers: unknown[] = [];
    for (const [browser, address] of [
      [known, email],
      [unknown, "ingen@example.se"],
    ] as const) {
      answers.push(await browser.knock("me.sign_in", { body: { email: address } }));
      answers.push(browser.lastCookie.replace(/=[\w-]{20,}/, "=…"));
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    await answerSignIns(at.house);
    expect(await at.mails(email)).toHaveLength(1);
    expect(await at.mails("ingen@example.se")).toEqual([]);
    const limits: string[] = [];
    for (const [browser, address] of [
      [known, email],
      [unknown, "ingen@example.se"],
    ] as const)
      for (let i = 0; i < 3; i++)
        limits.push(await browser.codeOf("me.sign_in", { body: { email: address } }));
    expect(limits).toEqual(["passed", "passed", "door.too_often", "passed", "passed", "door.too_often"]);
  });

  test("a stranger who asks over and over does not use up its owner's tries; many strangers do not fill the inbox", async () => {
    const { email } = await customer();
    const ask = (browser: Visitor) => browser.codeOf("me.sign_in", { body: { email } });
    const stranger = new Visitor(at);
    for (let i = 0; i < 5; i++) await ask(stranger);
    expect(await ask(stranger)).toBe("door.too_often");
    expect(await ask(new Visitor(at))).toBe("passed");
    const answers: string[] = [];
    for (let i = 0; i < 9; i++) answers.push(await ask(new Visitor(at)));
    expect([answers.at(-2), answers.at(-1)]).toEqual(["passed", "door.too_often"]);
  });

  test("nothing is taken from a foreign page, nor from anything that is not JSON", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    const body = { token: tokenIn(await browser.ask(email)) };
    const foreign = { origin: "https://elsewhere.example" };
    expect(await browser.codeOf("me.sign_in_redeem", { body, headers: foreign })).toBe("door.foreign_origin");
    expect(await browser.codeOf("me.sign_in_redeem", { body, headers: { origin: undefined } })).toBe(
      "door.foreign_origin",
    );
    const form = { "content-type": "text/plain" };
    expect(await browser.codeOf("me.sign_in_redeem", { body, headers: form })).toBe("door.foreign_origin");
  });
});

describe("the retailer's word", () => {
  const sign = (claims: object, key = IDENTITY_KEY, aud = "https://butik.example") =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuedAt()
      .setExpirationTime("5m")
      .setAudience(aud)
      .sign(new TextEncoder().encode(key));
  const code = (identityToken: string) =>
    new Visitor(at).codeOf("me.sign_in_token", { body: { identityToken } });

  test("signs in whom it names, once", async () => {
    const { login } = await customer();
    const identityToken = await sign({ sub: login });
    const browser = new Visitor(at);
    expect(await browser.knock("me.sign_in_token", { body: { identityToken } })).toMatchObject({
      identifier: { kind: "login", value: login },
      how: "token",
      surely: false,
    });
    expect(await code(identityToken)).toBe("me.token_refused");
  });

  test("is refused with another key, for another house, too long, over, without a name, or unsigned", async () => {
    const long = await new SignJWT({ sub: "u" })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuedAt()
      .setExpirationTime("1d")
      .setAudience("https://butik.example")
      .sign(new TextEncoder().encode(IDENTITY_KEY));
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { sub: "u", aud: "https://butik.example", iat: seconds, exp: seconds + 300 };
    const over = await sign({ sub: "u" });
    expect([
      await code(await sign({ sub: "u" }, "another key that is long enough to be one")),
      await code(await sign({ sub: "u" }, IDENTITY_KEY, "https://elsewhere.example")),
      await code(long),
      await code(await sign({})),
      await code(`${part({ alg: "none" })}.${part(claims)}.`),
    ]).toEqual(Array.from({ length: 5 }, () => "me.token_refused"));
    moveClock(7 * MINUTE);
    expect(await code(over)).toBe("me.token_refused");
  });
});

describe("sessions", () => {
  test("are listed and ended, those of other identifiers of the same customer too, and never a stranger's", async () => {
    const who = await customer();
    const other = `andra-${who.email}`;
    await at.learn("proven", { login: who.login, email: other });
    const [phone, laptop] = [await new Visitor(at).signIn(who.email), await new Visitor(at).signIn(other)];
    const stranger = await new Visitor(at).signIn((await customer()).email);
    type Listed = { items: { id: string; current: boolean }[] };
    const { items } = await phone.knock<Listed>("me.sessions");
    expect(items.map((s) => s.current).sort()).toEqual([false, true]);
    const mine = items.find((s) => !s.current)?.id ?? "";
    expect((await stranger.knock<Listed>("me.sessions")).items).toHaveLength(1);
    expect(await stranger.codeOf("me.session_end_one", { params: { id: mine } })).toBe("me.not_found");
    expect(await laptop.codeOf("me.session")).toBe("passed");
    expect(await phone.codeOf("me.session_end_one", { params: { id: mine } })).toBe("passed");
    expect(await laptop.codeOf("me.session")).toBe("door.not_signed_in");
    await phone.knock("me.sessions_end");
    expect(await phone.codeOf("me.session")).toBe("door.not_signed_in");
  });

  test("on a screen that many stand before is over after two minutes of silence, and after a quarter of an hour", async () => {
    const { email } = await customer();
    const browser = new Visitor(at);
    browser.cookies.set("somlos-screen", "shared");
    await browser.signIn(email);
    const session = async () => (await browser.codeOf("me.session")) as string;
    const shown = await browser.knock<{ shared: boolean; silenceSeconds: number }>("me.session");
    expect(shown).toMatchObject({ shared: true, silenceSeconds: 120 });
    const minute = 60_000;
    for (const now of [1, 2, 3]) {
      moveClock(now * 1.5 * minute);
      expect(await session()).toBe("passed");
    }
    moveClock(7 * minute);
    expect(await session()).toBe("door.not_signed_in");
    moveClock(0);
    await browser.signIn(email);
    for (let now = 1; now < 15; now++) {
      moveClock(now * minute);
      expect(await session()).toBe("passed");
    }
    moveClock(15 * minute + 1000);
    expect(await session()).toBe("door.not_signed_in");
  });

  test("a copy of the cookie is dead after signing out, and an idle session after a week", async () => {
    const browser = await new Visitor(at).signIn((await customer()).email);
    const thief = new Visitor(at);
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await thief.codeOf("me.session")).toBe("passed");
    await browser.knock("me.session_end");
    expect(await thief.codeOf("me.session")).toBe("door.not_signed_in");
    const idle = await new Visitor(at).signIn((await customer()).email);
    moveClock(7 * 24 * 60 * MINUTE + 1000);
    expect(await idle.codeOf("me.session")).toBe("door.not_signed_in");
  });

  test("an impostor who claims the customer's identifiers with the public key is not them, and gets nothing of them", async () => {
    const victim = await customer();
    const attacker = await customer();
    await at.learn("stated", { login: attacker.login, email: victim.email, visitor: "their-device" });
    await at.learn("stated", { login: victim.login, email: attacker.email });
    const browser = await new Visitor(at).signIn(attacker.email);
    expect((await browser.knock<{ addresses: object[] }>("me.proofs")).addresses).toEqual([]);
    await new Visitor(at).signIn(victim.email);
    expect((await browser.knock<{ items: object[] }>("me.sessions")).items).toHaveLength(1);
  });

  test("a customer whom only browsers spoke of is signed in as that address and nothing else", async () => {
    const attacker = await customer();
    await at.learn("stated", { login: attacker.login, email: "bara@example.se" });
    const browser = await new Visitor(at).signIn("bara@example.se");
    expect((await browser.knock<{ addresses: object[] }>("me.proofs")).addresses).toEqual([]);
    const theirs = await new Visitor(at).signIn(attacker.email);
    expect((await theirs.knock<{ items: object[] }>("me.sessions")).items).toHaveLength(1);
  });
});
