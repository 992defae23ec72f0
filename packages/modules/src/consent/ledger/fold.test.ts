import { permissionChannels } from "@somlos/contract/rooms/consent";
import { describe, expect, test } from "vitest";
import { entry, evidence, fpOf, hour, no, OTHER_ENTITY, scope, soft, text } from "../test/words.ts";
import { type Entry, type Evidence, fiveFacts, missingIn } from "./entries.rules.ts";
import { foldLedger } from "./fold.rules.ts";

const A = fpOf(1);
const B = fpOf(2);
const yesOf = (entries: readonly Entry[], ...held: string[]) =>
  foldLedger(entries, new Set(held.length === 0 ? [A] : held), scope).standing.map(({ fp }) => fp);

describe("a permission", () => {
  test("LAW-09 holds with all of its evidence, and with none when any field of it is missing or empty", () => {
    expect(yesOf([entry()])).toEqual([A]);
    for (const field of Object.keys(evidence) as (keyof Evidence)[]) {
      const without = entry({ evidence: { ...evidence, [field]: null } });
      expect(missingIn(without)).toContain(field);
      expect(yesOf([without])).toEqual([]);
      expect(foldLedger([without], new Set([A]), scope).incomplete).toEqual([
        { fp: A, missing: missingIn(without) },
      ]);
    }
    expect(yesOf([entry({ evidence: { ...evidence, place: "" } })])).toEqual([]);
  });

  test("LAW-09 holds for the exact words, purpose, channel and legal entity that the words name", () => {
    expect(missingIn(entry({ text: null }))).toEqual(["text"]);
    expect(missingIn(entry({ text: { ...text, body: `${text.body} And more.` } }))).toEqual(["text.hash"]);
    const seen = { ...evidence, textHash: "0".repeat(64) };
    expect(missingIn(entry({ evidence: seen }))).toEqual(["text.hash"]); // other words than were shown
    expect(missingIn(entry({ text: { ...text, purpose: "other" } }))).toEqual(["text.purpose"]);
    expect(missingIn(entry({ text: { ...text, channels: ["sms"] } }))).toEqual(["text.channel"]);
    expect(missingIn(entry({ text: { ...text, entityIds: [OTHER_ENTITY] } }))).toEqual(["text.entity"]);
    expect(missingIn(entry({ text: { ...text, basis: "soft" } }))).toEqual(["text.basis"]);
  });

  test("LAW-10 is none when the box was ticked before the person came", () => {
    expect(yesOf([entry({ evidence: { ...evidence, active: false } })])).toEqual([]);
  });

  test("LAW-11 is none when the form was left before the act that ends it", () => {
    expect(yesOf([entry({ evidence: { ...evidence, concluded: false } })])).toEqual([]);
  });

  test("LAW-04 of a sale needs each of its five facts", () => {
    expect(yesOf([entry({ state: "soft" })])).toEqual([A]);
    for (const fact of fiveFacts)
      for (const answer of [false, null])
        expect(missingIn(entry({ state: "soft", soft: { ...soft, [fact]: answer } }))).toEqual([fact]);
    expect(missingIn(entry({ state: "soft", soft: null }))).toEqual([...fiveFacts, "saleRef", "paid"]);
  });
});

describe("yes and no", () => {
  test("a no wins over an older yes and over one of the same moment; a yes said since stands", () => {
    expect(yesOf([entry({ at: hour(1) }), no({ at: hour(2) })])).toEqual([]);
    expect(yesOf([entry({ at: hour(2) }), no({ at: hour(2) })])).toEqual([]);
    expect(yesOf([no({ at: hour(2) }), entry({ at: hour(3) })])).toEqual([A]);
  });

  test("the order in which they come changes nothing", () => {
    const said = [
      entry({ at: hour(1) }),
      no({ at: hour(2) }),
      entry({ at: hour(3), fp: B }),
      entry({ at: hour(4) }),
    ];
    expect(yesOf([...said].reverse(), A, B)).toEqual(yesOf(said, A, B));
  });

  test("a no of one address counts for all that the person holds, and goes home with it after a split", () => {
    const said = [entry({ at: hour(1) }), no({ at: hour(2), fp: B })];
    expect(yesOf(said, A, B)).toEqual([]);
    expect(yesOf(said, A)).toEqual([A]);
  });

  test("LAW-19 a no that is taken back lifts itself only: not that of another address, none said since, and it is no yes", () => {
    const lift = (wish: Partial<Entry> = {}) => no({ state: "lifted", channel: null, at: hour(2), ...wish });
    const objected = (said: readonly Entry[], ...held: string[]) =>
      foldLedger(said, new Set(held), scope).objected;
    const ended = no({ channel: null, entityId: null, at: hour(1) });
    expect(objected([ended], A)).toBe(true);
    expect(objected([ended, lift()], A)).toBe(false);
    expect(objected([lift(), ended].reverse(), A)).toBe(false);
    expect(objected([ended, lift(), no({ at: hour(2) })], A)).toBe(true); // of one moment the no holds
    expect(objected([ended, lift({ purpose: "other" })], A)).toBe(true);
    expect(objected([ended, lift({ entityId: OTHER_ENTITY })], A)).toBe(true);
    expect(objected([ended, lift(), no({ fp: B, at: hour(0) })], A, B)).toBe(true); // joined, the other's no counts
    expect(objected([ended, lift({ saidBy: B })], A, B)).toBe(false);
    expect(objected([ended, lift({ saidBy: B })], A)).toBe(true); // parted, it goes with whoever said it
    const said = [entry(), no({ at: hour(1) }), lift()];
    expect(yesOf(said)).toEqual([]); // a yes that was taken back does not come back with it
    expect(foldLedger([lift()], new Set([A]), scope).incomplete).toEqual([]);
  });

  test("joining grants nothing to an address that had nothing", () => {
    expect(yesOf([entry()], A, B)).toEqual([A]);
  });

  test("what was taken over from another system never stands beside a no, whatever its date", () => {
    for (const at of [hour(-9999), hour(1), hour(9)]) {
      const imported = entry({ at, imported: true });
      expect(yesOf([imported])).toEqual([A]);
      expect(yesOf([imported, no({ at: hour(2) })])).toEqual([]);
      expect(yesOf([imported, no({ at: hour(2), fp: B })], A, B)).toEqual([]);
    }
  });

  test("LAW-04 LAW-17 what a sale allows never lifts a no; it stands beside the person's own yes said since", () => {
    const sale = (n: number, wish: Partial<Entry> = {}) => entry({ state: "soft", at: hour(n), ...wish });
    const all = no({ purpose: null, channel: null, entityId: null, at: hour(2) });
    const bases = (entries: readonly Entry[], ...held: string[]) =>
      foldLedger(entries, new Set([A, ...held]), scope).standing.map(({ basis }) => basis);
    expect(bases([sale(3)])).toEqual(["soft"]);
    for (const said of [all, no({ at: hour(2) })]) {
      expect(bases([said, sale(3)])).toEqual([]);
      expect(bases([said, sale(4), entry({ at: hour(5) })])).toEqual(["consent"]);
      expect(bases([said, entry({ at: hour(3) }), sale(4)])).toEqual(["soft", "consent"]);
      expect(bases([said, entry({ at: hour(1) }), sale(4)])).toEqual([]);
      expect(bases([said, entry({ at: hour(3), imported: true }), sale(4)])).toEqual([]);
      expect(bases([said, entry({ at: hour(3), fp: B }), sale(4)], B)).toEqual(["consent"]);
    }
    expect(bases([no({ at: hour(2), fp: B }), sale(3)], B)).toEqual([]);
    const asked = entry({ state: "pending", at: hour(3) });
    const confirmed = entry({ state: "confirmed", at: hour(5), confirms: asked.actId, text: null });
    expect(bases([all, asked, sale(6)])).toEqual([]);
    expect(bases([all, asked, sale(4), confirmed])).toEqual(["consent"]);
    expect(bases([all, asked, confirmed, sale(6)])).toEqual(["soft", "consent"]);
  });

  test("LAW-17 a no to everything covers every purpose, channel and legal entity", () => {
    const all = no({ purpose: null, channel: null, entityId: null, at: hour(2) });
    expect(yesOf([entry({ at: hour(1) }), all])).toEqual([]);
    for (const channel of permissionChannels)
      expect(foldLedger([all], new Set([A]), { ...scope, channel }).lastNo, channel).toEqual(hour(2));
    const elsewhere = no({ channel: "sms", at: hour(2) });
    expect(yesOf([entry({ at: hour(1) }), elsewhere])).toEqual([A]);
  });
});

test("a yes that somebody said of all that was theirs goes with what they had come in by, and a no stays with each", () => {
  const said = entry({ fp: B, saidBy: A });
  expect(yesOf([said], A, B)).toEqual([B]);
  expect(yesOf([said], B)).toEqual([]);
  expect(yesOf([entry({ fp: B, at: hour(1) }), said, no({ fp: B, at: hour(2) })], B)).toEqual([]);
});

describe("a yes that waits", () => {
  const asked = entry({ state: "pending", at: hour(1) });
  const confirmed = (at: Date, wish: Partial<Entry> = {}) =>
    entry({ state: "confirmed", at, confirms: asked.actId, text: null, ...wish });

  test("is none until it is confirmed from the same address", () => {
    expect(yesOf([asked])).toEqual([]);
    expect(foldLedger([asked], new Set([A]), scope).pending).toEqual([A]);
    expect(yesOf([asked, confirmed(hour(2))])).toEqual([A]);
    expect(yesOf([asked, confirmed(hour(2), { fp: B })], A, B)).toEqual([]);
    expect(yesOf([asked, confirmed(hour(2), { confirms: "another act" })])).toEqual([]);
    expect(yesOf([asked, confirmed(hour(2), { imported: true })])).toEqual([]);
  });

  test("an old link that is clicked after a no brings nothing back", () => {
    expect(yesOf([asked, no({ at: hour(2) }), confirmed(hour(3))])).toEqual([]);
  });
});
