// What the tests of this room say often.
import { uuidOf } from "@somlos/kernel/ids";
import {
  type Entry,
  type Evidence,
  hashOf,
  type SoftFacts,
  type TextVersion,
} from "../ledger/entries.rules.ts";

export const ENTITY = "0190a000-0000-7000-8000-000000000001";
export const OTHER_ENTITY = "0190a000-0000-7000-8000-000000000002";
export const scope = { purpose: "offers", channel: "mail", entityId: ENTITY } as const;

const BODY = "Almvik AB may write to me about its goods. I can withdraw this at any time.";
export const text: TextVersion = {
  id: "0190a000-0000-7000-8000-0000000000aa",
  purpose: "offers",
  basis: "consent",
  language: "en",
  version: 1,
  body: BODY,
  hash: hashOf(BODY),
  scopes: ["offers", "cart_reminder", "win_back"],
  channels: ["mail", "sms", "push", "call", "letter", "chat", "robot_call", "till"],
  categories: ["shoes"],
  entityIds: [ENTITY],
};
export const softText: TextVersion = { ...text, id: "0190a000-0000-7000-8000-0000000000ab", basis: "soft" };

export const evidence: Evidence = {
  textHash: text.hash,
  collectedBy: "form:checkout",
  place: "almvik.example/checkout",
  how: "box ticked",
  active: true,
  concluded: true,
};
export const soft: SoftFacts = {
  obtainedInSale: true,
  ownSimilarProducts: true,
  refusalOffered: true,
  refusalInMessages: true,
  notRefused: true,
  saleRef: "R-1001",
  paid: true,
};

/** A moment of the tests, in hours. */
export const hour = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000);
export const fpOf = (n: number | string): string => uuidOf(String(n).padStart(16, "f"));

let next = 0;
/** A yes by mail with all that proves it, unless said otherwise. */
export function entry(wish: Partial<Entry> = {}): Entry {
  const id = `0190a000-0000-7000-9000-${String(++next).padStart(12, "0")}`;
  return {
    id,
    actId: id,
    fp: fpOf(1),
    saidBy: null,
    state: "granted",
    ...scope,
    at: hour(0),
    imported: false,
    guardian: false,
    confirms: null,
    cause: null,
    evidence,
    text: wish.state === "soft" ? softText : text,
    soft: wish.state === "soft" ? soft : null,
    ...wish,
  };
}
export const no = (wish: Partial<Entry> = {}): Entry =>
  entry({
    state: "withdrawn",
    text: null,
    evidence: { textHash: null, collectedBy: null, place: null, how: null, active: null, concluded: null },
    ...wish,
  });
