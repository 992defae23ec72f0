import { expect, test } from "vitest";
import {
  carriersFor,
  countYes,
  groupsOf,
  type Line,
  onceEach,
  type TextVersion,
  wordsToAsk,
} from "./said.rules.ts";

const line = (purpose: string, channel: Line["channel"], entity: string, state: Line["state"]): Line => ({
  ...{ purpose, channel, state, kind: "marketing", entity: { id: entity, name: entity } },
  ...{ basis: null, since: "2026-11-01T10:00:00Z", identifier: null, text: null, evidence: null, soft: null },
  ...{ imported: false, missing: [], cause: null, used: null },
});

test("permissions stand by legal entity, then purpose, then channel, however they come", () => {
  const groups = groupsOf([
    line("news", "sms", "Almvik B", "granted"),
    line("news", "sms", "Almvik A", "granted"),
    line("care", "mail", "Almvik A", "granted"),
    line("news", "mail", "Almvik A", "withdrawn"),
  ]);
  expect(groups.map(({ entity }) => entity.name)).toEqual(["Almvik A", "Almvik B"]);
  expect(groups[0]?.purposes.map(({ purpose }) => purpose)).toEqual(["care", "news"]);
  expect(groups[0]?.purposes[1]?.lines.map(({ channel }) => channel)).toEqual(["mail", "sms"]);
});

test("only a yes and what a purchase allows may be used: what waits, sleeps or lacks evidence may not", () => {
  const states = ["granted", "soft", "waiting", "asleep", "incomplete", "withdrawn"] as const;
  expect(countYes(states.map((state) => line("news", "mail", "a", state)))).toBe(2);
});

test("a yes to mail hangs on an address, one to calls on a number, and one to the store on whatever names the person", () => {
  const held = [
    { kind: "email", value: "a@b.se" },
    { kind: "phone", value: "+46701" },
    { kind: "club_card", value: "77" },
    { kind: "receipt", value: "R1" },
  ];
  const kinds = (...channels: Line["channel"][]) => carriersFor(held, channels).map(({ kind }) => kind);
  expect(kinds("mail")).toEqual(["email"]);
  expect(kinds("call", "sms")).toEqual(["phone"]);
  expect(kinds("store")).toEqual(["email", "phone", "club_card"]);
});

test("one is asked with the newest words of a language, never with a notice at a sale", () => {
  const words = (language: TextVersion["language"], version: number, basis: TextVersion["basis"]) =>
    ({ language, version, basis, id: `${language}${version}${basis}` }) as TextVersion;
  const all = [
    words("sv", 1, "consent"),
    words("sv", 2, "consent"),
    words("da", 1, "soft"),
    words("en", 1, "consent"),
  ];
  expect(wordsToAsk(all, "en").map(({ id }) => id)).toEqual(["en1consent", "sv2consent"]);
  expect(wordsToAsk(all, "sv").map(({ id }) => id)).toEqual(["sv2consent", "en1consent"]);
});

test("a no to a person stands once, though the ledger keeps a line for each of their addresses", () => {
  const no = (at: string, purpose: string | null) => ({
    at,
    purpose,
    channel: null,
    entity: null,
    state: "withdrawn",
  });
  const acts = onceEach([
    no("2026-11-29", null),
    no("2026-11-29", null),
    no("2026-11-29", "news"),
    no("2026-11-28", null),
  ]);
  expect(acts.map((own) => own.length)).toEqual([2, 1, 1]);
});
