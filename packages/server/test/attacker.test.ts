import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp } from "./asking.ts";
import { attempts } from "./attacks/attempts.ts";
import { type Attacker, basic, type Known, raw } from "./attacks/words.ts";
import { print, type Server, startServer } from "./harness.ts";

const SECRETS = ["Vera Hemlig", "Lidingö", "allergisk mot nötter"];
const me: Attacker = { login: "mallory", email: "mallory@evil.example", visitor: "visitor-mallory" };
const known: Omit<Known, "personId"> = {
  login: "vera",
  email: "vera@victim.example.se",
  phone: "+46701112233",
  card: "VERA77",
  visitor: "visitor-vera",
  otherVisitor: "visitor-vera-tablet",
  order: "ORDER-VERA-1",
  distinctId: "distinct-vera",
  provenMessage: "vera-proven-1",
  publicMessage: "vera-public-1",
};

let server: Server;
let victim: Known;
const ago = (hours: number) => new Date(begun - hours * 3_600_000).toISOString();
const begun = Date.now();

/** What our own systems have told, about the victim and about him. */
const provenEvents = () => [
  {
    type: "identify",
    messageId: known.provenMessage,
    userId: known.login,
    anonymousId: known.visitor,
    timestamp: ago(5),
    traits: {
      email: known.email,
      phone: known.phone,
      club_card: known.card,
      name: SECRETS[0],
      city: SECRETS[1],
      note: SECRETS[2],
    },
  },
  {
    type: "track",
    event: "Order Completed",
    userId: known.login,
    timestamp: ago(4),
    properties: { order_id: known.order },
  },
  { type: "identify", anonymousId: known.otherVisitor, timestamp: ago(3), traits: { email: known.email } },
  {
    type: "identify",
    userId: me.login,
    anonymousId: me.visitor,
    timestamp: ago(2),
    traits: { email: me.email },
  },
  {
    type: "track",
    event: "App Opened",
    userId: known.login,
    timestamp: ago(1),
    context: { externalIds: [{ type: "distinct_id", id: known.distinctId }] },
  },
];

beforeAll(async () => {
  server = await startServer();
  expect((await server.send(provenEvents(), "server")).body.accepted).toBe(5);
  await server.send([
    { type: "page", anonymousId: known.visitor, messageId: known.publicMessage, timestamp: ago(1) },
  ]);
  const person = await lookUp(server, "email", known.email);
  victim = { ...known, personId: person?.id ?? "" };
});
afterAll(() => server?.free());

type Seen = { id: string | undefined; formerIds: readonly string[]; identifiers: string[]; facts: object };
type World = Record<string, Seen>;

/** The same without ids: a person is named by the first of the identifiers that lead to it. */
function shapeOf(world: World): object {
  const entries = Object.entries(world);
  const first = (id: string | undefined) => entries.find(([, seen]) => seen.id === id)?.[0];
  return Object.fromEntries(
    entries.map(([name, { id, identifiers, facts }]) => [name, { person: first(id), identifiers, facts }]),
  );
}

/** Who holds each proven identifier, and everything proven about them. */
async function provenWorld(of: Server = server): Promise<World> {
  const names = [
    ["login", known.login],
    ["email", known.email],
    ["phone", known.phone],
    ["club_card", known.card],
    ["order", known.order],
    ["distinct_id", known.distinctId],
    ["visitor", known.visitor],
    ["login", me.login],
    ["email", me.email],
    ["visitor", me.visitor],
  ] as const;
  const entries = await Promise.all(
    names.map(async ([kind, value]) => {
      const person = await lookUp(of, kind, value);
      const identifiers = person?.identifiers.filter((i) => i.trust === "proven") ?? [];
      const facts = Object.entries(person?.facts ?? {}).filter(([, fact]) => fact.trust === "proven");
      return [
        `${kind} ${value}`,
        {
          id: person?.id,
          formerIds: person?.formerIds,
          identifiers: identifiers.map((i) => `${i.kind} ${i.value}`).sort(),
          facts: Object.fromEntries(facts.map(([name, { value: is, at }]) => [name, { is, at }])),
        },
      ];
    }),
  );
  return Object.fromEntries(entries);
}

describe("somebody with the public key and every identifier of a victim", () => {
  it("finds the victim and himself to be two people, each with what is proven about them", async () => {
    const world = await provenWorld();
    expect(world[`visitor ${known.visitor}`]?.id).toBe(victim.personId);
    expect(world[`distinct_id ${known.distinctId}`]?.id).toBe(victim.personId);
    expect(world[`login ${me.login}`]?.id).not.toBe(victim.personId);
    expect(Object.keys(world[`login ${known.login}`]?.facts ?? {})).toContain("note");
    print(`${attempts.length} attempts`);
    expect(attempts.length).toBeGreaterThanOrEqual(20);
  });

  it.each(attempts)("$name: reads nothing, and changes nothing that is proven", async ({ go }) => {
    const before = await provenWorld();
    const told = await go({ server, victim, me });
    for (const { status, text } of told) {
      expect([200, 401, 403, 404]).toContain(status);
      for (const secret of [...SECRETS, victim.personId, known.phone, known.card])
        expect(text).not.toContain(secret);
    }
    expect(await provenWorld()).toEqual(before);
  });

  it("is too late and too early: all attempts before our own systems tell anything end in the same world", async () => {
    const early = await startServer();
    for (const { go } of attempts) await go({ server: early, victim, me });
    expect((await early.send(provenEvents(), "server")).body.accepted).toBe(5);
    expect(shapeOf(await provenWorld(early))).toEqual(shapeOf(await provenWorld()));
    await early.free();
  });

  it("every reading was refused as not signed in, and not one of them told whether the victim is known", async () => {
    const ask = (value: string) => raw({ server }, "POST", "/api/people/lookup", { kind: "email", value });
    const [there, notThere] = [await ask(known.email), await ask("nobody@victim.example.se")];
    expect(there.status).toBe(401);
    expect(there.text).toBe(notThere.text);
  });

  it("the answer to a batch is the same for a victim that we know and for a name that nobody has", async () => {
    const say = (userId: string, email: string) =>
      raw({ server }, "POST", "/v1/batch", { batch: [{ type: "identify", userId, traits: { email } }] });
    expect((await say(known.login, known.email)).text).toBe(
      (await say("nobody", "nobody@victim.example.se")).text,
    );
  });

  it("a key that names its web addresses refuses others, and takes nothing from them", async () => {
    const made = await server.ask<{ text: string }>("/api/keys", {
      sourceId: 1,
      name: "Shop",
      trust: "public",
      origins: ["https://shop.example"],
    });
    expect(made.status).toBe(200);
    const send = (origin: string) =>
      raw(
        { server },
        "POST",
        "/v1/batch",
        { batch: [{ type: "track", event: "X", userId: `from ${origin}` }] },
        { authorization: basic(made.body.text), origin },
      );
    const foreign = await send("https://shop.example.evil.example");
    expect(foreign.status).toBe(403);
    expect(JSON.parse(foreign.text).code).toBe("collect.origin_foreign");
    expect(await lookUp(server, "login", "from https://shop.example.evil.example")).toBeUndefined();
    expect((await send("https://shop.example")).status).toBe(200);
  });

  it("the look would notice: the same words with the server key do change what is proven", async () => {
    const before = await provenWorld();
    await server.send([{ type: "identify", userId: known.login, traits: { name: "Vera Ny" } }], "server");
    const renamed = await provenWorld();
    expect(renamed).not.toEqual(before);
    await server.send(
      [{ type: "identify", userId: known.login, traits: { email: "vera.ny@victim.example.se" } }],
      "server",
    );
    expect(await provenWorld()).not.toEqual(renamed);
  });
});
