// Two live together: what is sent to the same door stays theirs, each their own.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const home = { street: "Segelmakarstigen 54", postalCode: "216 11", city: "Malmö", country: "SE" };
const told = (messageId: string, traits: object, who: object = {}) => ({
  type: "identify",
  messageId,
  timestamp: "2026-11-01T09:00:00.000Z",
  context: { traits },
  traits,
  ...who,
});

type Found = {
  id: string;
  identifiers: { kind: string; value: string }[];
  facts: Record<string, { value: unknown }>;
};
const personOf = async (kind: string, value: string) =>
  (await at.ask("/api/people/lookup", { kind, value })).body as unknown as Found;
const of = (person: Found, kind: string) =>
  person.identifiers.filter((i) => i.kind === kind).map((i) => i.value);

const thereseSigned = () =>
  told(
    "therese",
    { firstName: "Therese", email: "therese@falk.example", club_card: "731000100518", address: home },
    { userId: "therese" },
  );
const johanPaper = () =>
  told("johan", {
    firstName: "Johan",
    email: "johan@falk.example",
    club_card: "731000100519",
    address: home,
  });

describe("somebody who lives alone (REC-03)", () => {
  it("is found by the address however people write it, as by the mail", async () => {
    const address = { street: "Storgatan 1", postalCode: "211 45", city: "Malmö", country: "SE" };
    await at.send([told("alone", { email: "anna@falk.example", address }, { userId: "anna" })], "server");
    const { id } = await personOf("email", "anna@falk.example");
    for (const written of [
      "Storgatan 1, 211 45 Malmö",
      "storgatan 1, SE-21145",
      "Storgatan 1, 21145 Malmö, SE",
    ])
      expect([written, (await personOf("address", written)).id]).toEqual([written, id]);
    expect((await personOf("address", "Storgatan 2, 211 45 Malmö")).id).toBeUndefined();
  });
});

describe("Therese has a login, Johan has only a card, and they live together", () => {
  it("the register tells of both, and they stay two, each with one card and one address of their own", async () => {
    expect((await at.send([thereseSigned(), johanPaper()], "server")).body).toMatchObject({ accepted: 2 });
    const [therese, johan] = [
      await personOf("login", "therese"),
      await personOf("club_card", "731000100519"),
    ];
    expect(therese.id).not.toBe(johan.id);
    expect([of(therese, "club_card"), of(therese, "email")]).toEqual([
      ["731000100518"],
      ["therese@falk.example"],
    ]);
    expect([of(johan, "club_card"), of(johan, "email")]).toEqual([["731000100519"], ["johan@falk.example"]]);
    expect([therese.facts["firstName"]?.value, johan.facts["firstName"]?.value]).toEqual([
      "Therese",
      "Johan",
    ]);
  });

  it("where they live is known of each, though it tells nobody apart", async () => {
    for (const [kind, value] of [
      ["login", "therese"],
      ["club_card", "731000100519"],
    ] as const)
      expect(JSON.stringify((await personOf(kind, value)).facts["address"]?.value)).toContain(
        "Segelmakarstigen",
      );
  });
});
