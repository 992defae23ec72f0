// What is known of a person, what was said before, and which event said it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const START = Date.now() - 3_600_000;
const says = (userId: string, n: number, traits: object) => ({
  type: "identify",
  userId,
  messageId: `${userId}-${n}`,
  timestamp: new Date(START + n * 1000).toISOString(),
  traits,
});
type Word = { value: unknown; messageId: string | null };
type Fact = Word & { lineage: Word[] };
async function fact(userId: string, name: string): Promise<Fact> {
  const { body } = await at.ask("/api/people/lookup", { kind: "login", value: userId });
  const found = (body as unknown as { facts: Record<string, Fact> }).facts[name];
  if (found === undefined) throw new Error(`nothing is known of the ${name}`);
  return found;
}
const told = (word: Word) => [word.value, word.messageId];

describe("a fact that changed", () => {
  it("holds what was said last and keeps what lost, each with its event, in whatever order they came", async () => {
    const city = (n: number) => says("maja", n, { city: ["Lund", "Ystad", "Lund", "Malmö"][n] });
    for (const n of [3, 0, 2, 1]) await at.send([city(n)]);
    const found = await fact("maja", "city");
    expect(told(found)).toEqual(["Malmö", "maja-3"]);
    expect(found.lineage.map(told)).toEqual([
      ["Lund", "maja-2"],
      ["Ystad", "maja-1"],
    ]);
  });

  it("comes back when the event of the better word says it again, and not twice", async () => {
    await at.send([says("ebbe", 0, { city: "Lund" }), says("ebbe", 1, { city: "Ystad" })]);
    await at.send([says("ebbe", 2, { city: "Lund" })]);
    const found = await fact("ebbe", "city");
    expect([told(found), found.lineage.map(told)]).toEqual([["Lund", "ebbe-2"], [["Ystad", "ebbe-1"]]]);
  });

  it("is one word when two spellings of JSON say the same in one batch", async () => {
    await at.send([
      says("siri", 0, { size: { shoe: 38, coat: 40 } }),
      says("siri", 1, { size: { coat: 40.0, shoe: 38 } }),
    ]);
    const found = await fact("siri", "size");
    expect([told(found), found.lineage]).toEqual([[{ shoe: 38, coat: 40 }, "siri-1"], []]);
  });

  it("keeps the twenty newest of values that change with every visit, whatever came first", async () => {
    const visits = Array.from({ length: 60 }, (_, n) => says("olle", n, { visits: n }));
    for (let i = 0; i < 60; i += 7) await at.send(visits.filter((_, n) => n >= i && n < i + 7).reverse());
    await at.send(visits.map((visit, n) => ({ ...visit, messageId: `again-${n}` })).reverse());
    const found = await fact("olle", "visits");
    expect(found.value).toBe(59);
    expect(found.lineage.map((word) => word.value)).toEqual(Array.from({ length: 20 }, (_, i) => 58 - i));
  });
});

describe("a list of people", () => {
  it("says of each where and when they were seen last, over all their devices", async () => {
    const seen = (userId: string, n: number, channel: string) => ({
      type: "track",
      event: "Seen",
      userId,
      anonymousId: `${userId}-phone-${n}`,
      messageId: `${userId}-seen-${n}`,
      timestamp: new Date(START + n * 1000).toISOString(),
      context: { channel },
    });
    await at.send([seen("list-1", 5, "app"), seen("list-1", 3, "web"), seen("list-2", 4, "store")], "server");
    const { body } = await at.ask("/api/people?query=list-");
    const items = body["items"] as unknown as {
      identifiers: { value: string }[];
      lastSeenAt: string;
      channels: string[];
    }[];
    expect(
      items
        .map((one) => [one.identifiers[0]?.value, one.lastSeenAt, one.channels.toSorted()])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    ).toEqual([
      ["list-1", new Date(START + 5000).toISOString(), ["app", "web"]],
      ["list-2", new Date(START + 4000).toISOString(), ["store"]],
    ]);
  });
});
