// LAW-23 over HTTP: whoever is known to be a child gets no advertising, in whichever country and by whose word, until the day
// when they are of age or the record is corrected. Of whom nobody told an age, none is made up.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp({ testClock: true });
  desk = await openDesk(at);
  await at.house.company.refresh();
  await at.ask("/api/permissions/purposes", {
    ...{ code: "memory", kind: "storage", basis: "consent", balance: null, doubleOptIn: false },
  });
  await at.ask("/api/permissions/purposes/memory/texts", {
    ...{ basis: "consent", language: "sv", body: desk.body, scopes: ["offers"], categories: ["shoes"] },
    ...{ channels: ["till"], entityIds: [desk.entityId] },
  });
});
afterAll(() => at.close());

type Minor = { under: number; saidBy: string; at: string | null };
type Told = { allowed: boolean; ruleVersion: string; minor: Minor | null; reason: { code: string } | null };
const use = async (email: string, more: object = {}): Promise<Told> => {
  const wish = { identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail" };
  const asked = {
    ...wish,
    entity: "almvik",
    message: "offers",
    categories: ["shoes"],
    count: false,
    ...more,
  };
  const { body } = await desk.call("/v1/permissions/use", asked, at.secrets.serverKey);
  return body as unknown as Told;
};
const why = async (email: string, more: object = {}) => {
  const { allowed, reason } = await use(email, more);
  return allowed ? "yes" : reason?.code;
};

const DAY = 86_400_000;
let offset = 0;
const now = (): number => Date.now() + offset;
/** The day on which somebody was born who is so many years old today, and so many days more. */
const bornAgo = (years: number, days = 0): string => {
  const today = new Date(now());
  return new Date(Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth(), today.getUTCDate() - days))
    .toISOString()
    .slice(0, 10);
};
let told = 0;
const tell = (userId: string, traits: object, key: "server" | "public" = "server") =>
  at.send([{ type: "identify", userId, traits, messageId: `minor-${++told}` }], key);
/** Somebody who said yes, and of whom nobody told an age. */
async function meet(name: string, traits: object = {}): Promise<string> {
  const email = `${name}@exempel.se`;
  await tell(name, { email, ...traits });
  expect((await desk.tell(desk.yes(email))).body).toMatchObject({ accepted: 1, refused: [] });
  return email;
}
async function correct(userId: string, value: string | null): Promise<number> {
  const answer = await fetch(`${at.base}/v1/me/facts/birthday`, {
    method: "PUT",
    headers: {
      ...{ cookie: await enterAsPerson(at, userId), origin: at.base, "content-type": "application/json" },
    },
    body: JSON.stringify({ value }),
  });
  return answer.status;
}
/** Of this moment: a count that took long is taken again a while later only. */
async function reachable(): Promise<number> {
  for (const from = now(); ; await wait(100)) {
    const { found } = (await at.ask("/api/permissions/reach")).body as unknown as {
      found: { asOf: string; reachable: number } | null;
    };
    if (found !== null && Date.parse(found.asOf) >= from) return found.reachable;
  }
}

describe.each([
  ["SE", 13],
  ["DK", 15],
  ["NO", 13],
  ["FI", 13],
  ["DE", 16],
])("in %s, where a person answers for themselves from %i on", (country, age) => {
  it("LAW-23 a child who said yes gets no advertising, and the answer says by whose word and which rules", async () => {
    const child = await meet(`child-${country}`, { birthday: bornAgo(17) });
    const answer = await use(child, { country });
    expect(answer).toMatchObject({ allowed: false, reason: { code: "consent.minor" } });
    expect(answer.minor).toMatchObject({ under: 18, saidBy: "proven" });
    expect(answer.ruleVersion).toMatch(new RegExp(`^${country === "DE" ? "EU" : country} `));
    expect(JSON.stringify(answer)).not.toContain(bornAgo(17));
    const adult = await meet(`adult-${country}`, { birthday: bornAgo(18) });
    expect(await use(adult, { country })).toMatchObject({ allowed: true, minor: null });
    expect(await why(await meet(`nobody-told-${country}`), { country })).toBe("yes");
  });

  it("LAW-23 below that age a guardian answers for what is no advertising", async () => {
    const till = { purpose: "memory", channel: "till", country };
    const yes = { purpose: "memory", channels: ["till"] };
    const young = await meet(`young-${country}`, { birthday: bornAgo(age - 1) });
    const own = await meet(`own-${country}`, { birthday: bornAgo(age, 1) });
    for (const email of [young, own])
      expect((await desk.tell(desk.yes(email, yes))).body).toMatchObject({ refused: [] });
    expect(await use(young, till)).toMatchObject({ allowed: false, minor: { under: age } });
    expect(await why(own, till)).toBe("yes");
    expect(await why(young, { ...till, guardian: true })).toBe("yes");
    expect(await why(young, { country, guardian: true })).toBe("consent.minor");
    await desk.tell(desk.yes(young, { ...yes, guardian: true }));
    expect(await why(young, till)).toBe("yes");
  });
});

describe("what is known of an age", () => {
  it("counts from the moment it is told, also after the yes, and is no more counted as reached", async () => {
    const kid = await meet("kid");
    expect(await why(kid)).toBe("yes");
    const before = await reachable();
    await tell("kid", { birthday: bornAgo(11) });
    expect(await why(kid)).toBe("consent.minor");
    expect(await reachable()).toBe(before - 1);
  });

  it("may be a day, a year, an age, a day read either way, and the asking system's own word", async () => {
    const year = new Date(now()).getUTCFullYear();
    const facts = [
      { age: 12 },
      { birthYear: year - 17 },
      { birthday: `03/02/${year - 10}` },
      { dob: bornAgo(9) },
    ];
    for (const [i, fact] of facts.entries()) {
      const email = await meet(`fact-${i}`, fact);
      expect([fact, await why(email)]).toEqual([fact, "consent.minor"]);
    }
    const adult = await meet("asked", { birthday: bornAgo(40) });
    expect(await use(adult, { born: bornAgo(12) })).toMatchObject({
      ...{ allowed: false, minor: { under: 18, saidBy: "asked", at: null } },
    });
    expect(await why("fact-0@exempel.se", { born: bornAgo(40) })).toBe("consent.minor");
    expect(await why(adult, { born: bornAgo(40) })).toBe("yes");
  });

  it("of an adult who was recorded as a child is corrected by themselves, and no later telling undoes it", async () => {
    const wrong = await meet("wrong", { birthday: bornAgo(9) });
    expect(await why(wrong)).toBe("consent.minor");
    const before = await reachable();
    expect(await correct("wrong", bornAgo(44))).toBe(200);
    expect(await why(wrong)).toBe("yes");
    expect(await reachable()).toBe(before + 1);
    await tell("wrong", { birthday: bornAgo(9) });
    expect(await why(wrong)).toBe("yes");
    const system = await meet("system", { birthday: bornAgo(9) });
    await tell("system", { birthday: bornAgo(44) });
    expect(await why(system)).toBe("yes");
  });

  it("is no browser's to say over a better word, but its word that somebody is a child counts where there is none", async () => {
    const adult = await meet("better", { birthday: bornAgo(30) });
    await tell("better", { birthday: bornAgo(9) }, "public");
    expect(await why(adult)).toBe("yes");
    const stated = await meet("stated");
    await tell("stated", { birthday: bornAgo(9) }, "public");
    expect(await use(stated)).toMatchObject({ allowed: false, minor: { saidBy: "stated" } });
  });

  it("is told to the child in their corner and to a colleague, with who said it", async () => {
    await meet("corner", { birthday: bornAgo(14) });
    const answer = await fetch(`${at.base}/v1/me/permissions`, {
      headers: { cookie: await enterAsPerson(at, "corner"), origin: at.base },
    });
    expect(await answer.json()).toMatchObject({ minor: { under: 18, saidBy: "proven" } });
    const { id } = (await at.ask("/api/people/lookup", { kind: "email", value: "corner@exempel.se" })).body;
    expect((await at.ask(`/api/people/${id}/permissions`)).body).toMatchObject({
      minor: { under: 18, saidBy: "proven" },
    });
  });
});

describe("a mail address that parent and child share", () => {
  it("is nobody's but the one's who has it: two logins stay two, and each goes by their own age", async () => {
    const home = "home@exempel.se";
    await at.send(
      [
        {
          ...{ type: "identify", messageId: "home-parent", userId: "parent" },
          traits: { email: home, birthday: bornAgo(45) },
        },
      ],
      "server",
    );
    await desk.tell(desk.yes(home));
    expect(await why(home)).toBe("yes");
    await tell("child-login", { email: home, birthday: bornAgo(10) });
    expect(await why(home)).toBe("yes"); // the child's login is a person of its own
    expect(await why("", { identifier: { kind: "login", value: "child-login" } })).toBe("consent.minor");
  });

  it("after a join the child's record counts for both, until the join is undone", async () => {
    const parent = await meet("joined-parent", { birthday: bornAgo(45) });
    const phone = "+46705559911";
    await at.send(
      [
        {
          ...{ type: "identify", messageId: "joined-child" },
          ...{ traits: { phone, birthday: bornAgo(10) }, context: { traits: { phone } } },
        },
      ],
      "server",
    );
    expect(await why(parent)).toBe("yes");
    const ruled = await at.ask("/api/people/join", {
      ...{
        actId: crypto.randomUUID(),
        reason: "one household",
        a: { kind: "email", value: parent },
        b: { kind: "phone", value: phone },
      },
    });
    expect(ruled.status).toBe(200);
    expect(await why(parent)).toBe("consent.minor");
    const { id } = (await at.ask("/api/people/lookup", { kind: "email", value: parent })).body;
    const split = await at.ask(`/api/people/${id}/split`, {
      ...{
        actId: crypto.randomUUID(),
        reason: "they are two",
        identifiers: [{ kind: "phone", value: phone }],
      },
    });
    expect(split.status).toBe(200);
    expect(await why(parent)).toBe("yes");
  });
});

describe("what the door takes", () => {
  it("is refused with its reason when a date is none or lies ahead", async () => {
    const asked = async (more: object) => {
      const wish = {
        identifier: { kind: "email", value: "x@exempel.se" },
        purpose: "offers",
        channel: "mail",
      };
      const body = { ...wish, entity: "almvik", message: "offers", ...more };
      const answer = await desk.call("/v1/permissions/use", body, at.secrets.serverKey);
      return [answer.status, answer.body["code"]];
    };
    const relation = { fulfilledAt: new Date(now() + DAY).toISOString(), sameKindOfGoods: true };
    expect(await asked({ born: "2015-02-30" })).toEqual([400, "door.bad_request"]);
    expect(await asked({ relation: { fulfilledAt: "soon", sameKindOfGoods: true } })).toEqual([
      400,
      "door.bad_request",
    ]);
    expect(await asked({ born: bornAgo(-1) })).toEqual([400, "consent.told_ahead"]);
    expect(await asked({ relation })).toEqual([400, "consent.told_ahead"]);
  });

  it("LAW-24 LAW-27 a customer relation lets a call pass the register in Sweden and Norway for a year, in Denmark never", async () => {
    const phone = { identifier: { kind: "phone", value: "+46705551177" }, channel: "call" };
    const relation = (days: number, sameKindOfGoods = true) => ({
      relation: { fulfilledAt: new Date(now() - days * DAY).toISOString(), sameKindOfGoods },
    });
    for (const country of ["SE", "NO"]) {
      expect(await why("", { ...phone, country })).toBe("consent.list_old");
      expect(await use("", { ...phone, country, ...relation(300) })).toMatchObject({ basis: "relation" });
      expect(await why("", { ...phone, country, ...relation(366) })).toBe("consent.list_old");
      expect(await why("", { ...phone, country, ...relation(300, false) })).toBe("consent.list_old");
      expect(await why("", { ...phone, country, ...relation(300), born: bornAgo(15) })).toBe("consent.minor");
    }
    for (const country of ["DK", "FI"])
      expect(await why("", { ...phone, country, ...relation(300) })).toBe("consent.no_permission");
  });
});

it("who turns eighteen is reached from that day on, by the yes that they gave", async () => {
  const nearly = await meet("nearly", { birthday: bornAgo(18, -2) });
  expect(await why(nearly)).toBe("consent.minor");
  const before = await reachable();
  await at.ask("/test/clock", { advanceMs: 3 * DAY });
  offset += 3 * DAY;
  expect(await why(nearly)).toBe("yes");
  expect(await reachable()).toBeGreaterThan(before);
});
