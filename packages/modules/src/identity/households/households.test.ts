import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf, covers, drawHouseholds, freePlace, type Member, readCode } from "./households.rules.ts";

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => String.fromCharCode(...bytes));

describe("the code of an invitation", () => {
  it("is read as it was made, however it is typed", () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = codeOf(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll("-", ""),
          ` ${code.replaceAll("-", " ")} `,
        ])
          expect(readCode(typed)).toBe(code);
        expect(readCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
      }),
    );
  });
  it("is none when a sign is missing, too many, or not of ours", () => {
    for (const typed of ["", "K7M2-9QXT-4HN", "K7M2-9QXT-4HNBB", "K7M2-9QXT-4HN!", "K7M2-9QXT-4HNU"])
      expect(readCode(typed)).toBeUndefined();
  });
});

describe("a share", () => {
  const set = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
  it("holds while nobody was joined to who said it, and rests with one identifier more", () => {
    fc.assert(
      fc.property(set, set, (said, more) => {
        expect(covers(said, said)).toBe(true);
        expect(covers(said, said.slice(1))).toBe(true);
        expect(covers(said, [...said, ...more])).toBe(more.every((fp) => said.includes(fp)));
      }),
    );
  });
});

describe("a household, drawn for one of its members", () => {
  const at = new Date("2026-11-01T10:00:00Z");
  const member = (id: string, fp: string, maker = false): Member => ({
    ...{ id, fp, maker, householdId: "h", called: id, joinedAt: at },
  });
  const told = {
    households: [{ id: "h", name: "Hemma", madeAt: at }],
    members: [member("mia", "m1", true), member("mia-too", "m2"), member("bo", "b1"), member("eva", "e1")],
    shares: [
      { memberId: "mia", withId: "bo", kind: "sizes", anchors: ["m1"], sharedAt: at },
      { memberId: "mia-too", withId: "bo", kind: "sizes", anchors: ["m1", "m2"], sharedAt: at },
      { memberId: "mia", withId: "eva", kind: "looked", anchors: ["m1"], sharedAt: at },
      { memberId: "bo", withId: "mia", kind: "sizes", anchors: ["b1"], sharedAt: at },
    ],
    anchorsOf: new Map([
      ["mia", ["m1", "m2"]],
      ["mia-too", ["m1", "m2"]],
      ["bo", ["b1"]],
      ["eva", ["e1"]],
    ]),
  };

  it("two memberships of one person are one; what she said again holds, what she did not rests", () => {
    const [home] = drawHouseholds(told, ["m1", "m2"]);
    expect(home?.mine.map(({ id }) => id)).toEqual(["mia", "mia-too"]);
    expect(home?.others.map(({ id }) => id)).toEqual(["bo", "eva"]);
    expect(home?.shares.map(({ kind, withId, rests }) => [kind, withId, rests])).toEqual([
      ["sizes", "bo", false],
      ["looked", "eva", true],
    ]);
    expect(home?.sharedWithMe).toEqual([{ kind: "sizes", memberId: "bo" }]);
  });

  it("who is let see something is told so only while it holds, and never what others share with others", () => {
    expect(drawHouseholds(told, ["e1"])[0]?.sharedWithMe).toEqual([]);
    expect(drawHouseholds(told, ["b1"])[0]?.sharedWithMe).toEqual([{ kind: "sizes", memberId: "mia-too" }]);
  });
});

it("a place that somebody left is taken again, and there are twelve", () => {
  expect([freePlace([]), freePlace([1, 3]), freePlace([2])]).toEqual([1, 2, 1]);
  expect(freePlace(Array.from({ length: 12 }, (_, i) => i + 1))).toBeUndefined();
});
