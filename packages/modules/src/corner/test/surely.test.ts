import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Authenticator } from "../../access/testing/authenticator.ts";
import { takeUndo, undoPasskey } from "../index.ts";
import { type CornerTest, codeIn, openCornerTest, tokenIn, Visitor } from "./corner-house.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
type Proofs = { addresses: { id: string; hint: string }[] };
let at: CornerTest;
let people = 0;

async function customer(): Promise<{ email: string; other: string }> {
  const n = ++people;
  const who = { email: `kund${n}@example.se`, other: `andra${n}@post.example` };
  await at.learn("proven", { login: `u-${n}`, email: who.email });
  await at.learn("proven", { login: `u-${n}`, email: who.other });
  return who;
}

const add = async (browser: Visitor, phone: Authenticator): Promise<{ id: string }> =>
  browser.knock("me.passkey_add", {
    body: { name: "Telefon", passkey: phone.make(await browser.knock("me.passkey_options")) },
  });
const enter = async (browser: Visitor, phone: Authenticator): Promise<string> =>
  browser.codeOf("me.passkey_sign_in", {
    body: { passkey: phone.sign(await browser.knock("me.passkey_sign_in_options")) },
  });
const isSure = async (browser: Visitor): Promise<boolean> =>
  (await browser.knock<{ surely: boolean }>("me.session")).surely;

async function prove(browser: Visitor, to: string): Promise<void> {
  const { addresses } = await browser.knock<Proofs>("me.proofs");
  await browser.knock("me.proof", { params: { id: addresses[0]?.id ?? "" } });
  const code = codeIn((await at.mails(to)).at(-1)?.text ?? "");
  await browser.knock("me.proof_redeem", { body: { code } });
}

beforeAll(async () => {
  at = await openCornerTest();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

describe("a second proof", () => {
  test("is a code to another proven address, shown half hidden, and holds for ten minutes", async () => {
    const { email, other } = await customer();
    const browser = await new Visitor(at).signIn(email);
    expect(await isSure(browser)).toBe(false);
    expect((await browser.knock<Proofs>("me.proofs")).addresses).toMatchObject([{ hint: "a…@p….example" }]);
    await prove(browser, other);
    expect(await isSure(browser)).toBe(true);
    moveClock(10 * MINUTE + 1000);
    expect(await isSure(browser)).toBe(false);
  });

  test("an address written down a moment ago proves nothing, until it has been theirs for three days", async () => {
    const email = "offer@example.se";
    const planted = "tjuv@post.example";
    const now = Date.now();
    await at.learn("proven", { login: "u-offer", email }, now - 400 * DAY);
    await at.learn("stated", { visitor: "v-thief", email: planted }, now - 500 * DAY); // a browser may say any date
    await at.learn("proven", { login: "u-offer", email: planted }, now - MINUTE);
    const offered = async () =>
      (await (await new Visitor(at).signIn(email)).knock<Proofs>("me.proofs")).addresses.length;
    expect(await offered()).toBe(0);
    moveClock(3 * DAY);
    expect(await offered()).toBe(1);
  });

  test("cannot be had with another's address, nor with another's code", async () => {
    const [victim, thief] = [await customer(), await customer()];
    const theirs = await new Visitor(at).signIn(victim.email);
    const { addresses } = await theirs.knock<Proofs>("me.proofs");
    const browser = await new Visitor(at).signIn(thief.email);
    const params = { id: addresses[0]?.id ?? "" };
    expect(await browser.codeOf("me.proof", { params })).toBe("me.not_found");
    await theirs.knock("me.proof", { params });
    const code = codeIn((await at.mails(victim.other)).at(-1)?.text ?? "");
    expect(await browser.codeOf("me.proof_redeem", { body: { code } })).toBe("me.link_dead");
    expect(await isSure(browser)).toBe(false);
  });

  test("is not for a session of an hour ago", async () => {
    const { email } = await customer();
    const browser = await new Visitor(at).signIn(email);
    const { addresses } = await browser.knock<Proofs>("me.proofs");
    moveClock(60 * MINUTE);
    expect(await browser.codeOf("me.proof", { params: { id: addresses[0]?.id ?? "" } })).toBe(
      "me.sign_in_again",
    );
  });
});

describe("a passkey", () => {
  test("added after a second proof signs in surely at once", async () => {
    const { email, other } = await customer();
    const phone = new Authenticator();
    const browser = await new Visitor(at).signIn(email);
    await prove(browser, other);
    await add(browser, phone);
    const laptop = new Visitor(at);
    expect(await enter(laptop, phone)).toBe("passed");
    expect(await isSure(laptop)).toBe(true);
    moveClock(10 * MINUTE + 1000);
    expect(await isSure(laptop)).toBe(false);
  });

  test("added by whoever held the inbox for a while proves nothing, however old it grows, and every address is told", async () => {
    const { email, other } = await customer();
    const phone = new Authenticator();
    await add(await new Visitor(at).signIn(email), phone);
    const impostor = new Visitor(at);
    expect(await enter(impostor, phone)).toBe("passed");
    expect(await isSure(impostor)).toBe(false);
    for (const to of [email, other])
      expect((await at.mails(to)).map((mail) => mail.purpose)).toContain("corner.passkey_added");
    for (const days of [3, 30]) {
      moveClock(days * DAY + 1000);
      expect(await enter(impostor, phone)).toBe("passed");
      expect(await isSure(impostor)).toBe(false);
    }
  });

  test("added with a link is confirmed by its owner with a code to the inbox from three days on, and proves from then on", async () => {
    const email = "ensam@example.se";
    await at.learn("proven", { login: "u-ensam", email });
    const phone = new Authenticator();
    const owner = await new Visitor(at).signIn(email);
    await add(owner, phone);
    expect((await owner.knock<Proofs>("me.proofs")).addresses).toEqual([]);
    expect(await enter(owner, phone)).toBe("passed");
    expect((await owner.knock<Proofs>("me.proofs")).addresses).toEqual([]);
    moveClock(3 * DAY + 1000);
    const byLink = await new Visitor(at).signIn(email);
    expect((await byLink.knock<Proofs>("me.proofs")).addresses).toEqual([]);
    expect(await enter(owner, phone)).toBe("passed");
    expect((await owner.knock<Proofs>("me.proofs")).addresses).toMatchObject([{ hint: "e…@e….se" }]);
    await prove(owner, email);
    expect(await isSure(owner)).toBe(true);
    moveClock(4 * DAY);
    expect(await isSure(owner)).toBe(false);
    expect(await enter(owner, phone)).toBe("passed");
    expect(await isSure(owner)).toBe(true);
  });

  test("is taken away by whoever says that it was not them, and whoever is signed in as them is signed out, by the link that added it too", async () => {
    const { email, other } = await customer();
    const phone = new Authenticator();
    const byLink = await new Visitor(at).signIn(email);
    await add(byLink, phone);
    const impostor = new Visitor(at);
    await enter(impostor, phone);
    const token = tokenIn((await at.mails(other)).at(-1)?.text ?? "");
    const undo = () =>
      at.house.db.work({ kind: "system", id: "test" }, async (work) => {
        const { kind, id } = await takeUndo(work, token);
        await undoPasskey(work, id);
        return kind;
      });
    expect(await undo()).toBe("passkey");
    for (const browser of [impostor, byLink])
      expect(await browser.codeOf("me.session")).toBe("door.not_signed_in");
    expect(await enter(new Visitor(at), phone)).toBe("me.sign_in_refused");
    await expect(undo()).rejects.toMatchObject({ code: "me.link_dead" });
  });

  test("is nobody else's to list, to remove, or to add with a challenge made for another", async () => {
    const { email } = await customer();
    const browser = await new Visitor(at).signIn(email);
    const { id } = await add(browser, new Authenticator());
    const stranger = await new Visitor(at).signIn((await customer()).email);
    expect(await stranger.knock("me.passkeys")).toEqual({ items: [] });
    expect(await stranger.codeOf("me.passkey_remove", { params: { id } })).toBe("me.not_found");
    const body = {
      name: "Nyckel",
      passkey: new Authenticator().make(await browser.knock("me.passkey_options")),
    };
    expect(await stranger.codeOf("me.passkey_add", { body })).toBe("me.sign_in_refused");
    expect(await browser.codeOf("me.passkey_remove", { params: { id } })).toBe("passed");
  });

  test("a challenge works once, and an unknown passkey gets the one refusal", async () => {
    const { email } = await customer();
    const phone = new Authenticator();
    phone.counts = false;
    await add(await new Visitor(at).signIn(email), phone);
    const browser = new Visitor(at);
    const body = { passkey: phone.sign(await browser.knock("me.passkey_sign_in_options")) };
    expect(await browser.codeOf("me.passkey_sign_in", { body })).toBe("passed");
    expect(await browser.codeOf("me.passkey_sign_in", { body })).toBe("me.sign_in_refused");
    expect(await enter(new Visitor(at), new Authenticator())).toBe("me.sign_in_refused");
  });
});
