import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Authenticator } from "../testing/authenticator.ts";
import { Browser, makeColleague, makeOwner, openTestHouse, type TestHouse } from "../testing/test-house.ts";

const MINUTE = 60_000;
type Options = { challenge: string; rpId?: string; excludeCredentials?: { id: string }[] };
type WithPasskey = Browser & { id: string; phone: Authenticator; passkeyId: string };

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

const add = async (browser: Browser, phone: Authenticator, name = "Phone"): Promise<{ id: string }> => {
  const options: Options = await browser.knock("account.passkey_options");
  return browser.knock("account.passkey_add", { body: { name, passkey: phone.make(options) } });
};
const signIn = async (browser: Browser, phone: Authenticator): Promise<string> => {
  const options: Options = await browser.knock("session.passkey_options");
  return browser.codeOf("session.passkey", { body: { passkey: phone.sign(options) } });
};

let people = 0;
async function somebody(): Promise<WithPasskey> {
  const browser = await makeColleague(at, owner, `kim${++people}@butik.example`, [{ role: "service" }]);
  const phone = new Authenticator();
  const { id } = await add(browser, phone);
  return Object.assign(browser, { phone, passkeyId: id });
}

describe("passkeys", () => {
  test("a colleague adds a passkey and signs in with it from another browser, without a name", async () => {
    const kim = await somebody();
    const other = fresh();
    expect(await signIn(other, kim.phone)).toBe("passed");
    expect(await other.knock("session.read")).toMatchObject({ staff: { id: kim.id, role: "service" } });
    const account = (await other.knock("account.read")) as { passkeys: object[] };
    expect(account.passkeys).toMatchObject([{ name: "Phone", lastUsedAt: expect.any(String) }]);
    expect(await at.subjects("kim1@butik.example")).toContain("A passkey was added to your account");
  });

  test("the passkey is bound to our domain and asks for a finger or a code", async () => {
    const options: Options & { userVerification?: string } = await fresh().knock("session.passkey_options");
    expect(options).toMatchObject({ rpId: "butik.example", userVerification: "required" });
  });

  test("a challenge works once, for five minutes, and only the one we made", async () => {
    const { phone } = await somebody();
    phone.counts = false;
    const options: Options = await fresh().knock("session.passkey_options");
    const body = { passkey: phone.sign(options) };
    expect(await fresh().codeOf("session.passkey", { body })).toBe("passed");
    expect(await fresh().codeOf("session.passkey", { body })).toBe("session.refused");
    const late: Options = await fresh().knock("session.passkey_options");
    moveClock(5 * MINUTE + 1000);
    expect(await fresh().codeOf("session.passkey", { body: { passkey: phone.sign(late) } })).toBe(
      "session.refused",
    );
    const made = { challenge: Buffer.alloc(32, 7).toString("base64url") };
    expect(await fresh().codeOf("session.passkey", { body: { passkey: phone.sign(made) } })).toBe(
      "session.refused",
    );
  });

  test("the same answer sent twice at once opens one session", async () => {
    const { phone } = await somebody();
    phone.counts = false;
    const options: Options = await fresh().knock("session.passkey_options");
    const body = { passkey: phone.sign(options) };
    const codes = await Promise.all([
      fresh().codeOf("session.passkey", { body }),
      fresh().codeOf("session.passkey", { body }),
    ]);
    expect(codes.sort()).toEqual(["passed", "session.refused"]);
  });

  test("a page of another site, another domain, no finger, or a stranger's key is refused", async () => {
    const { phone } = await somebody();
    const spoil = async (change: (a: Authenticator) => void, a = phone) => {
      const options: Options = await fresh().knock("session.passkey_options");
      change(a);
      const code = await fresh().codeOf("session.passkey", { body: { passkey: a.sign(options) } });
      Object.assign(a, { origin: "https://butik.example", domain: "butik.example", verifies: true });
      return code;
    };
    expect(await spoil((a) => Object.assign(a, { origin: "https://butik.example.evil.example" }))).toBe(
      "session.refused",
    );
    expect(await spoil((a) => Object.assign(a, { domain: "evil.example" }))).toBe("session.refused");
    expect(await spoil((a) => Object.assign(a, { verifies: false }))).toBe("session.refused");
    expect(await spoil(() => undefined, new Authenticator())).toBe("session.refused");
    expect(await spoil((a) => Object.assign(a, { id: phone.id }), new Authenticator())).toBe(
      "session.refused",
    );
    expect(await spoil(() => undefined)).toBe("passed");
  });

  test("a copied authenticator, which counts behind the real one, is refused", async () => {
    const { phone } = await somebody();
    expect(await signIn(fresh(), phone)).toBe("passed");
    phone.counter = 0;
    expect(await signIn(fresh(), phone)).toBe("session.refused");
  });

  test("nonsense instead of a passkey is refused, never an error", async () => {
    const { phone } = await somebody();
    const options: Options = await fresh().knock("session.passkey_options");
    const good = phone.sign(options);
    const spoilt = [
      { ...good, response: { ...good.response, authenticatorData: "AAAA" } },
      { ...good, response: { ...good.response, signature: "" } },
      { ...good, response: { clientDataJSON: "bnVsbA" } },
      { ...good, response: { clientDataJSON: "%%%" } },
      { ...good, rawId: "other" },
    ];
    for (const passkey of spoilt)
      expect(await fresh().codeOf("session.passkey", { body: { passkey } })).toBe("session.refused");
    const adding: Options = await owner.knock("account.passkey_options");
    const made = new Authenticator().make(adding);
    const broken = { ...made, response: { ...made.response, attestationObject: "oWNmbXQ" } };
    expect(await owner.codeOf("account.passkey_add", { body: { name: "x", passkey: broken } })).toBe(
      "set_up.passkey_refused",
    );
  });

  test("a challenge made for one colleague adds nothing to another", async () => {
    const kim = await somebody();
    const mine: Options = await owner.knock("account.passkey_options");
    const passkey = new Authenticator().make(mine);
    expect(await kim.codeOf("account.passkey_add", { body: { name: "x", passkey } })).toBe(
      "set_up.passkey_refused",
    );
    const toSignIn: Options = await fresh().knock("session.passkey_options");
    const other = new Authenticator().make(toSignIn);
    expect(await kim.codeOf("account.passkey_add", { body: { name: "x", passkey: other } })).toBe(
      "set_up.passkey_refused",
    );
  });

  test("one authenticator is registered once", async () => {
    const kim = await somebody();
    const options: Options = await kim.knock("account.passkey_options");
    expect(options.excludeCredentials).toMatchObject([{ id: kim.phone.id }]);
    const body = { name: "again", passkey: kim.phone.make(options) };
    expect(await kim.codeOf("account.passkey_add", { body })).toBe("account.passkey_known");
  });

  test("passkeys change only within ten minutes of a sign-in, so a stolen session cannot settle in", async () => {
    const kim = await somebody();
    moveClock(11 * MINUTE);
    expect(await kim.codeOf("account.passkey_options")).toBe("account.sign_in_again");
    expect(await kim.codeOf("account.passkey_remove", { params: { id: kim.passkeyId } })).toBe(
      "account.sign_in_again",
    );
    expect(await signIn(kim, kim.phone)).toBe("passed");
    expect(await kim.codeOf("account.passkey_options")).toBe("passed");
  });

  test("a removed passkey opens nothing, and nobody removes another's", async () => {
    const kim = await somebody();
    const params = { id: kim.passkeyId };
    expect(await owner.codeOf("account.passkey_remove", { params })).toBe("account.not_found");
    await kim.knock("account.passkey_remove", { params });
    expect(await signIn(fresh(), kim.phone)).toBe("session.refused");
  });

  test("a deactivated colleague's passkey opens nothing", async () => {
    const kim = await somebody();
    await owner.knock("staff.deactivate", { params: { id: kim.id } });
    expect(await signIn(fresh(), kim.phone)).toBe("session.refused");
  });

  test("without a password the last passkey stays, even when both are removed at once", async () => {
    const email = "keys@butik.example";
    await owner.knock("staff.invite", { body: { email, name: "K", grants: [{ role: "it" }] } });
    const [token] = await at.mailedTokens(email);
    const kim = fresh();
    const phone = new Authenticator();
    const options: Options = await kim.knock("set_up.passkey_options", { body: { token, name: "K" } });
    await kim.knock("set_up.redeem", { body: { token, name: "K", passkey: phone.make(options) } });
    expect(await signIn(kim, phone)).toBe("passed");
    await add(kim, new Authenticator(), "Laptop");
    const { passkeys } = (await kim.knock("account.read")) as { passkeys: { id: string }[] };
    const codes = await Promise.all(
      passkeys.map(({ id }) => kim.codeOf("account.passkey_remove", { params: { id } })),
    );
    expect(codes.sort()).toEqual(["account.last_way_in", "passed"]);
  });

  test("the first owner can come in with a passkey alone", async () => {
    const first = await openTestHouse();
    const browser = new Browser(first);
    const token = await first.setUpToken();
    const phone = new Authenticator();
    const who = { token, name: "Ida", email: "ida@butik.example" };
    const options: Options = await browser.knock("set_up.passkey_options", { body: who });
    await browser.knock("set_up.redeem", { body: { ...who, passkey: phone.make(options) } });
    const later = new Browser(first);
    const again: Options = await later.knock("session.passkey_options");
    expect(await later.codeOf("session.passkey", { body: { passkey: phone.sign(again) } })).toBe("passed");
    expect(await later.knock("session.read")).toMatchObject({ staff: { role: "owner" } });
    await first.close();
  });

  test("at a bare network address passkeys are away, and it is said what to do", async () => {
    const bare = await openTestHouse("https://192.0.2.7");
    expect(await new Browser(bare).codeOf("session.passkey_options")).toBe("session.passkeys_away");
    await bare.close();
  });
});
