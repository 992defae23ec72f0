import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { describe, expect, test } from "vitest";
import { ownPolicy, type Policy } from "../law/policy.rules.ts";
import { ruleSetOf } from "../law/sets.rules.ts";
import type { Entry } from "../ledger/entries.rules.ts";
import { foldLedger } from "../ledger/fold.rules.ts";
import { entry, fpOf, hour, no, scope, softText } from "../test/words.ts";
import { decideUse, type Known, type Question } from "./decide.rules.ts";

const MAIL = { fp: fpOf(1), kind: "email" };
const PHONE = { fp: fpOf(2), kind: "phone" };
const HOME = { fp: fpOf(3), kind: "address" };
const NOW = hour(24);
const DAY = 24;
const daysAgo = (n: number) => hour(24 - n * DAY);

type Wish = Partial<Question> & {
  said?: readonly Entry[];
  country?: string;
  policy?: Partial<Policy>;
  usedAt?: Date;
  lists?: Known["lists"];
  restricted?: boolean;
};
function decide(wish: Wish) {
  const { said = [], country = "SE", policy = {}, usedAt, lists = new Map(), ...more } = wish;
  const { restricted = false, ...question } = more;
  const asked: Question = {
    ...{
      kind: "marketing",
      basis: "consent",
      channel: "mail",
      recipientKind: "person",
      scope: "offers",
      categories: ["shoes"],
    },
    ...{ born: null, guardian: false, relation: null, now: NOW, ...question },
  };
  const held = [MAIL, PHONE, HOME];
  const folded = foldLedger(said, new Set(held.map(({ fp }) => fp)), { ...scope, channel: asked.channel });
  const used = new Map(usedAt === undefined ? [] : held.map(({ fp }) => [fp, usedAt] as const));
  return decideUse(ruleSetOf(country, asked.now), { ...ownPolicy, ...policy }, asked, {
    ...{ held, restricted, folded, usedAt: used, lists },
  });
}
const why = (wish: Wish) => decide(wish).reason ?? decide(wish).basis;
const at = (channel: PermissionChannel, fp = MAIL.fp, wish: Partial<Entry> = {}) =>
  entry({ channel, fp, ...wish });
const countries = ["SE", "DK", "NO", "FI", "DE"];

describe("messages to a person", () => {
  test("LAW-01 without a permission for purpose, channel and legal entity nothing electronic is sent, in no country", () => {
    for (const country of countries)
      for (const channel of ["mail", "sms", "push", "chat", "robot_call"] as const)
        expect(decide({ country, channel }).allowed).toBe(false);
    expect(decide({ said: [entry()] })).toMatchObject({ allowed: true, fps: [MAIL.fp], basis: "consent" });
    expect(why({ said: [entry({ purpose: "other" })] })).toBe("consent.no_permission");
    expect(why({ said: [entry({ entityId: null })] })).toBe("consent.evidence_missing");
  });

  test("REC-08 a number given for the till is used at the till and gets no SMS", () => {
    const said = [at("till", PHONE.fp)];
    expect(why({ said, channel: "till" })).toBe("consent");
    expect(why({ said, channel: "sms" })).toBe("consent.no_permission");
  });

  test("LAW-02 push needs a permission too; companies are protected in Denmark and may say no elsewhere", () => {
    expect(why({ channel: "push" })).toBe("consent.no_identifier");
    expect(why({ country: "DK", recipientKind: "company" })).toBe("consent.no_permission");
    expect(why({ country: "SE", recipientKind: "company" })).toBe("no_objection");
    expect(why({ country: "SE", recipientKind: "company", said: [no()] })).toBe("consent.withdrawn");
    expect(why({ country: "SE", recipientKind: "sole_trader" })).toBe("consent.no_permission");
  });

  test("LAW-03 a message that asks for permission is advertising and needs one", () => {
    for (const country of countries)
      expect(why({ country, scope: "ask_permission" })).toBe("consent.no_permission");
    expect(why({ said: [entry()], scope: "ask_permission" })).toBe("consent.outside_scope");
  });

  test("LAW-12 LAW-13 words about a newsletter do not cover reminders of a cart", () => {
    const newsletter = entry();
    const narrow = { ...newsletter, text: newsletter.text && { ...newsletter.text, scopes: ["newsletter"] } };
    expect(why({ said: [narrow], scope: "newsletter" })).toBe("consent");
    expect(why({ said: [narrow], scope: "cart_reminder" })).toBe("consent.outside_scope");
    expect(why({ said: [newsletter], scope: "cart_reminder" })).toBe("consent");
    expect(why({ scope: "cart_reminder" })).toBe("consent.no_permission");
  });

  test("LAW-14 those who have been away are reached as everybody is, with a permission that covers it", () => {
    expect(why({ scope: "win_back" })).toBe("consent.no_permission");
    expect(why({ said: [entry()], scope: "win_back" })).toBe("consent");
  });

  test("LAW-15 what serves an order needs no permission", () => {
    const all = no({ purpose: null, channel: null, entityId: null });
    expect(why({ kind: "service", basis: "contract", said: [all] })).toBe("not_needed");
    expect(why({ kind: "service", basis: "legal_duty", said: [all] })).toBe("not_needed");
  });

  test("LAW-19 where the law names no basis the purpose's one basis holds: a consent is asked for, an interest ends with a no", () => {
    const all = no({ purpose: null, channel: null, entityId: null, at: hour(1) });
    for (const kind of ["service", "recognition", "sharing"] as const) {
      expect(why({ kind })).toBe("consent.no_permission");
      expect(why({ kind, said: [entry()] })).toBe("consent");
      expect(why({ kind, said: [entry(), all] })).toBe("consent.withdrawn");
      expect(why({ kind, basis: "legitimate_interest" })).toBe("no_objection");
      expect(why({ kind, basis: "legitimate_interest", said: [all] })).toBe("consent.withdrawn");
      expect(why({ kind, basis: "contract" })).toBe("not_needed");
    }
  });

  test("LAW-19 where the law asks for a consent no other basis takes its place", () => {
    for (const basis of ["contract", "legitimate_interest", "legal_duty"] as const) {
      for (const kind of ["analysis", "health", "storage"] as const)
        expect(why({ kind, basis, channel: "web" })).toBe("consent.no_permission");
      expect(why({ basis })).toBe("consent.no_permission");
      expect(why({ kind: "sensitive", basis })).toBe("consent.blocked_purpose");
    }
  });
});

describe("what a sale allows", () => {
  const said = [entry({ state: "soft" })];
  test("LAW-04 is messages about similar goods, by mail and SMS only, until the person says no", () => {
    expect(why({ said })).toBe("soft");
    expect(why({ said, categories: ["shoes", "tents"] })).toBe("consent.not_similar");
    expect(why({ said, categories: [] })).toBe("consent.not_similar");
    expect(why({ said: [...said, no({ at: hour(1) })] })).toBe("consent.withdrawn");
    const call = { ...softText, channels: ["call"] };
    expect(why({ said: [at("call", PHONE.fp, { state: "soft", text: call })], channel: "call" })).toBe(
      "consent.list_old",
    );
    expect(why({ said, kind: "analysis" })).toBe("consent.no_permission");
  });

  test("LAW-05 is nothing for a free account, unless counsel says so", () => {
    const free = said.map((one) => ({ ...one, soft: one.soft && { ...one.soft, paid: false } }));
    expect(why({ said: free })).toBe("consent.no_permission");
    expect(why({ said: free, policy: { softFromFreeAccount: true } })).toBe("soft");
  });
});

describe("persons", () => {
  test("LAW-23 known minors get no advertising and are not profiled", () => {
    for (const kind of ["marketing", "analysis"] as const)
      expect(why({ said: [entry()], kind, born: "2008-01-03" })).toBe("consent.minor");
    expect(why({ said: [entry()], born: "2008-01-02" })).toBe("consent");
  });

  test("LAW-23 below the age of the country a guardian answers: 13 in Sweden, 15 in Denmark since 2024", () => {
    const store = { kind: "storage", channel: "till", scope: "offers" } as const;
    const said = [at("till", MAIL.fp)];
    const ages = { SE: 13, NO: 13, FI: 13, DK: 15, DE: 16 };
    for (const [country, age] of Object.entries(ages)) {
      expect(why({ ...store, said, country, born: `${2026 - age}-01-01` })).toBe("consent");
      expect(why({ ...store, said, country, born: `${2026 - age}-01-02` })).toBe("consent.minor");
    }
    const guarded = [at("till", MAIL.fp, { guardian: true })];
    expect(why({ ...store, said: guarded, country: "DK", born: "2020-01-01" })).toBe("consent");
    const before = [at("till", MAIL.fp, { at: new Date("2023-12-31T12:00:00Z") })];
    const young = { ...store, said: before, born: "2010-12-31", policy: { dormantDays: 3650 } };
    expect(why({ ...young, country: "DK" })).toBe("consent");
  });

  test("LAW-17 LAW-18 analysis needs its own consent, and a no to all advertising stops it", () => {
    expect(why({ kind: "analysis" })).toBe("consent.no_permission");
    expect(why({ kind: "analysis", said: [entry()] })).toBe("consent");
    const all = no({ purpose: null, channel: null, entityId: null, at: hour(1) });
    expect(why({ kind: "analysis", said: [entry(), all] })).toBe("consent.withdrawn");
  });

  test("LAW-18 LAW-22 sensitive conclusions are never drawn; a health app needs its own consent", () => {
    expect(why({ kind: "sensitive", said: [entry()] })).toBe("consent.blocked_purpose");
    expect(why({ kind: "health" })).toBe("consent.no_permission");
    expect(why({ kind: "health", said: [entry({ state: "soft" })] })).toBe("consent.no_permission");
  });

  test("LAW-20 nothing that identifies is kept on a device without consent, in no country", () => {
    for (const country of countries)
      expect(why({ country, kind: "storage", channel: "web" })).toBe("consent.no_permission");
  });

  test("LAW-36 a permission that was not used for a year sleeps; use and confirmation keep it awake", () => {
    const said = [entry({ at: daysAgo(366) })];
    expect(why({ said })).toBe("consent.dormant");
    expect(why({ said: [entry({ at: daysAgo(365) })] })).toBe("consent");
    expect(why({ said, usedAt: daysAgo(100) })).toBe("consent");
    expect(why({ said: [...said, entry({ at: daysAgo(1) })] })).toBe("consent");
    expect(why({ said, policy: { dormantDays: 400 } })).toBe("consent");
  });
});

describe("calls and letters", () => {
  type Name = "nix_phone" | "nix_letter" | "robinson" | "reservasjon";
  const list = (name: Name, days: number, ...fps: string[]) =>
    new Map([[name, { asOf: daysAgo(days), fps: new Set(fps) }]]);
  const call = { channel: "call" } as const;
  const letter = { channel: "letter", country: "SE" } as const;
  const related = (days: number, sameKindOfGoods = true) => ({ fulfilledAt: daysAgo(days), sameKindOfGoods });

  test("LAW-24 a Swedish number in NIX is not called, an old register counts as none, consent and custom go before", () => {
    expect(why({ ...call, lists: list("nix_phone", 10) })).toBe("no_objection");
    expect(why({ ...call, lists: list("nix_phone", 10, PHONE.fp) })).toBe("consent.on_a_list");
    expect(why(call)).toBe("consent.list_old");
    expect(why({ ...call, lists: list("nix_phone", 62) })).toBe("consent.list_old");
    expect(why({ ...call, lists: list("nix_phone", 10, PHONE.fp), said: [at("call", PHONE.fp)] })).toBe(
      "consent",
    );
    expect(why({ ...call, relation: related(300), lists: list("nix_phone", 10, PHONE.fp) })).toBe("relation");
    expect(why({ ...call, relation: related(300, false), lists: list("nix_phone", 1, PHONE.fp) })).toBe(
      "consent.on_a_list",
    );
    expect(why({ ...call, lists: list("nix_phone", 10), said: [no({ channel: null })] })).toBe(
      "consent.withdrawn",
    );
    expect(why({ ...call, lists: list("nix_phone", 10), policy: { coldCalls: false } })).toBe(
      "consent.cold_calls_off",
    );
  });

  test("LAW-25 a Swedish address in NIX gets no letter, but for custom within a year", () => {
    expect(why({ ...letter, lists: list("nix_letter", 90) })).toBe("no_objection");
    expect(why({ ...letter, lists: list("nix_letter", 93) })).toBe("consent.list_old");
    expect(why({ ...letter, lists: list("nix_letter", 1, HOME.fp) })).toBe("consent.on_a_list");
    expect(why({ ...letter, relation: related(365), lists: list("nix_letter", 1, HOME.fp) })).toBe(
      "relation",
    );
    expect(why({ ...letter, relation: related(366), lists: list("nix_letter", 1, HOME.fp) })).toBe(
      "consent.on_a_list",
    );
  });

  test("LAW-26 Danes are called with consent only, and get no letter when they are on the Robinson list", () => {
    expect(why({ ...call, country: "DK", relation: related(1) })).toBe("consent.no_permission");
    expect(why({ ...letter, country: "DK", lists: list("robinson", 30, HOME.fp) })).toBe("consent.on_a_list");
    expect(why({ ...letter, country: "DK", lists: list("robinson", 30) })).toBe("no_objection");
    expect(why({ ...letter, country: "DK", relation: related(1), lists: list("robinson", 1, HOME.fp) })).toBe(
      "consent.on_a_list",
    );
  });

  test("LAW-27 Norwegians in Reservasjonsregisteret get neither, unless they consent or are customers", () => {
    for (const channel of ["call", "letter"] as const) {
      const lists = list("reservasjon", 10, PHONE.fp, HOME.fp);
      expect(why({ channel, country: "NO", lists })).toBe("consent.on_a_list");
      expect(why({ channel, country: "NO", lists, relation: related(10) })).toBe("relation");
    }
  });
});

test("LAW-37 every answer names the rule set and the decision of counsel that it was made by", () => {
  const versions = countries.map((country) => decide({ country }).ruleVersion);
  expect(versions).toEqual([
    "SE 2018-05-25 policy 0",
    "DK 2024-01-01 policy 0",
    "NO 2018-05-25 policy 0",
    "FI 2018-05-25 policy 0",
    "EU 2018-05-25 policy 0",
  ]);
  expect(decide({ country: "DK", now: new Date("2023-12-31T23:00:00Z") }).ruleVersion).toBe(
    "DK 2018-05-25 policy 0",
  );
  expect(decide({ policy: { number: 7 } }).ruleVersion).toBe("SE 2018-05-25 policy 7");
});

test("LAW-28 of whom only may be kept what is kept nothing else is done, whatever they allowed; what is about an own order goes on", () => {
  const said = [at("mail"), at("web")];
  const kinds = ["marketing", "analysis", "recognition", "sharing", "service"] as const;
  const bases = ["consent", "legitimate_interest", "contract", "legal_duty"] as const;
  for (const kind of kinds)
    for (const basis of bases) {
      const asked = { kind, basis, said, restricted: true };
      const goesOn = kind === "service" && (basis === "contract" || basis === "legal_duty");
      expect([kind, basis, why(asked)]).toEqual([kind, basis, goesOn ? "not_needed" : "consent.restricted"]);
    }
  expect(why({ kind: "storage", channel: "web", said, restricted: true })).not.toBe("consent.restricted");
  expect(why({ said })).toBe("consent");
  expect(why({ kind: "sensitive", said, restricted: true })).toBe("consent.blocked_purpose");
});
