import { uuid7 } from "@somlos/kernel/ids";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPerson } from "../../identity/index.ts";
import { openRecognise } from "../../identity/recognise.actions.ts";
import { identifier } from "../../identity/test/histories.ts";
import { tell } from "../../identity/test/house.ts";
import { bearersOf, decidePolicy, enterPurpose, mayUse, noteUse, takeInList, withdraw } from "../index.ts";
import { act, bearer, type ConsentTest, naming, openConsent } from "../test/house.ts";

let house: ConsentTest;
beforeAll(async () => {
  house = await openConsent();
});
afterAll(() => house.drop());

const yes = { allowed: true, basis: "consent", reason: null };

describe("may this person be written to", () => {
  test("no, and why; yes after a yes, with the address; no after a no", async () => {
    const her = bearer("her@example.se");
    expect(await house.ask({}, her)).toMatchObject({ allowed: false, reason: "consent.no_permission" });
    await house.grant(her);
    expect(await house.ask({}, her)).toMatchObject({
      ...yes,
      identifiers: [her],
      ruleVersion: "SE 2018-05-25 policy 0",
    });
    await house.withdraw(her);
    expect(await house.ask({}, her)).toMatchObject({
      allowed: false,
      identifiers: [],
      reason: "consent.withdrawn",
    });
  });

  test("the country of the recipient decides, else that of the legal entity", async () => {
    const his = bearer("his@example.dk");
    await house.grant(his);
    expect((await house.ask({ country: "DK" }, his)).ruleVersion).toBe("DK 2024-01-01 policy 0");
  });

  test("LAW-19 without a purpose nothing may be used", async () => {
    const her = bearer("purpose@example.se");
    await expect(house.ask({ purpose: "whatever" }, her)).rejects.toMatchObject({
      code: "consent.purpose_unknown",
    });
  });

  test("LAW-19 a purpose entered with consent as its basis is refused without one, whatever kind it is", async () => {
    const her = bearer("basis@example.se");
    const service = { kind: "service", balance: null, doubleOptIn: false } as const;
    await house.work(async (w) => {
      await enterPurpose(w, { ...service, code: "tips", basis: "consent" });
      await enterPurpose(w, { ...service, code: "recalls", basis: "legal_duty" });
    });
    expect(await house.ask({ purpose: "tips" }, her)).toMatchObject({
      allowed: false,
      reason: "consent.no_permission",
    });
    expect(await house.ask({ purpose: "recalls" }, her)).toMatchObject({
      allowed: true,
      basis: "not_needed",
    });
  });

  test("REC-07 each use is counted on the permission, and keeps it awake", async () => {
    const her = bearer("used@example.se");
    await house.grant(her);
    for (let i = 0; i < 3; i++) await house.work((w) => noteUse(w, [her], house.scope));
    const counted = await house.query<{ times: number }>("select times from consent.uses");
    expect(counted).toEqual([{ times: 3 }]);
    await house.work((w) => noteUse(w, [bearer("other@example.se")], { ...house.scope, channel: "sms" }));
    const inTwoYears = new Date(Date.now() + 730 * 86_400_000);
    expect(await house.ask({ now: inTwoYears }, her)).toMatchObject({ reason: "consent.dormant" });
    await house.query("update consent.uses set last_at = $1 where times = 3", [inTwoYears]);
    expect(await house.ask({ now: inTwoYears }, her)).toMatchObject(yes);
  });

  test("LAW-24 a public register is asked by its keyed hashes, and a newer one takes its place", async () => {
    const phone = bearer("+46701112233", "phone");
    const call = { channel: "call" } as const;
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const takeIn = (asOf: string, ...listed: (typeof phone)[]) =>
      house.work((w) => takeInList(w, { list: "nix_phone", asOf, listed }));
    expect(await house.ask(call, phone)).toMatchObject({ reason: "consent.list_old" });
    await takeIn(day(3), phone);
    expect(await house.ask(call, phone)).toMatchObject({ reason: "consent.on_a_list" });
    await takeIn(day(2));
    expect(await house.ask(call, phone)).toMatchObject({ allowed: true, basis: "no_objection" });
    await expect(takeIn(day(3), phone)).rejects.toMatchObject({ code: "consent.list_older" });
    await expect(takeIn(day(-2))).rejects.toMatchObject({ code: "consent.in_future" });
  });

  test("LAW-37 counsel changes a rule from a day on, without a release", async () => {
    const phone = bearer("+46701112299", "phone");
    const policy = { softFromFreeAccount: false, dormantDays: 365, note: "the ban is passed" };
    const number = await house.work((w) =>
      decidePolicy(w, uuid7(0), { ...policy, country: "SE", validFrom: "2031-01-01", coldCalls: false }),
    );
    const asked = (now: string) => house.ask({ channel: "call", now: new Date(now) }, phone);
    expect((await asked("2030-12-31T12:00:00Z")).reason).toBe("consent.list_old");
    expect(await asked("2031-01-01T12:00:00Z")).toMatchObject({
      reason: "consent.cold_calls_off",
      ruleVersion: `SE 2018-05-25 policy ${number}`,
    });
  });
});

describe("people who are joined and parted", () => {
  const recognise = openRecognise();
  const hear = async (...told: Parameters<typeof recognise.learn>[1]) => {
    const { committed } = await house.work((w) => recognise.learn(w, told));
    committed();
  };
  const named = (kind: "email" | "login", value: string) => ({
    ...identifier(kind, value),
    ...bearer(value, kind),
  });
  const bearersBehind = (value: string) =>
    house.work(async (w) => {
      const id = await findPerson(w.tx, named("email", value));
      return id === undefined ? [] : bearersOf(w.tx, naming, id);
    });

  test("hold what identity says they hold: a no of one address counts for the other, and a join grants nothing", async () => {
    const [work, home] = ["work@example.se", "home@example.se"];
    const carry = (value: string) => ({
      ...tell({ ids: { email: value } }),
      subject: bearer(value).fp,
      ids: [named("email", value)],
    });
    await hear(carry(work), carry(home));
    await house.grant(bearer(home));
    await house.withdraw(bearer(work));
    expect(await house.ask({}, ...(await bearersBehind(home)))).toMatchObject({ allowed: true });
    const login = named("login", "u-77");
    const signed = (value: string) => ({
      ...tell({ login: "u-77" }),
      subject: login.fp,
      login,
      ids: [named("email", value)],
    });
    await hear(signed(work), signed(home));
    const held = await bearersBehind(home);
    expect(held.map(({ kind }) => kind).sort()).toEqual(["email", "email", "login"]);
    expect(await house.ask({}, ...held)).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
    expect(await house.ask({}, bearer(home))).toMatchObject({ allowed: true });
    await house.grant(bearer(home));
    expect(await house.ask({}, ...held)).toMatchObject({ ...yes, identifiers: [bearer(home)] });
  });
});

describe("a no and a use at the same moment", () => {
  const gate = () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((tell) => {
      open = tell;
    });
    return { open, opened };
  };
  const waits = (doing: Promise<unknown>) =>
    Promise.race([doing.then(() => "done"), new Promise((tell) => setTimeout(() => tell("waits"), 300))]);
  const sayNo = (id: ReturnType<typeof bearer>, before: () => Promise<void>) =>
    house.work(async (w) => {
      await withdraw(w, house.book, { ...house.scope, actId: act(), identifiers: [id], collectedBy: null });
      await before();
    });

  test("the no that is being written first is waited for, and wins", async () => {
    const her = bearer("race-1@example.se");
    await house.grant(her);
    const [written, commit] = [gate(), gate()];
    const withdrawing = sayNo(her, () => {
      written.open();
      return commit.opened;
    });
    await written.opened;
    const asking = house.ask({}, her);
    expect(await waits(asking)).toBe("waits");
    commit.open();
    await withdrawing;
    expect(await asking).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
  });

  test("the use that asked first is done first; the no waits for it and holds from then on", async () => {
    const her = bearer("race-2@example.se");
    await house.grant(her);
    const [asked, send] = [gate(), gate()];
    const sending = house.work(async (w) => {
      const answer = await mayUse(w.tx, house.question(w.now, her));
      asked.open();
      await send.opened;
      return answer;
    });
    await asked.opened;
    const withdrawing = sayNo(her, async () => undefined);
    expect(await waits(withdrawing)).toBe("waits");
    send.open();
    expect(await sending).toMatchObject({ allowed: true });
    await withdrawing;
    expect(await house.ask({}, her)).toMatchObject({ allowed: false });
  });

  test("a no of an address of the same person that the ledger never heard of is waited for as well", async () => {
    const [her, other] = [bearer("race-3@example.se"), bearer("race-3-other@example.se")];
    await house.grant(her);
    const [written, commit] = [gate(), gate()];
    const withdrawing = sayNo(other, () => {
      written.open();
      return commit.opened;
    });
    await written.opened;
    const asking = house.ask({}, her, other);
    expect(await waits(asking)).toBe("waits");
    commit.open();
    await withdrawing;
    expect(await asking).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
  });

  test("many who ask at once do not wait for one another", async () => {
    const her = bearer("race-4@example.se");
    await house.grant(her);
    const [asked, go] = [gate(), gate()];
    const first = house.work(async (w) => {
      await mayUse(w.tx, house.question(w.now, her));
      asked.open();
      await go.opened;
    });
    await asked.opened;
    expect(await house.ask({}, her)).toMatchObject({ allowed: true });
    go.open();
    await first;
  });
});
