// Two people become one and part again: what each said before, in between and after goes home with whoever said it, and each
// stands as a twin does who said the same and was never joined.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailsTo } from "../testing/customer.ts";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const now = Date.now();
const hoursAgo = (n: number): Date => new Date(now - n * HOUR);
let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await at.house.company.refresh();
});
afterAll(() => at.close());

type Key = { kind: string; value: string };
/** Anna has a login, an address and a number; Bo a card and an address. */
type Pair = { readonly anna: Key[]; readonly bo: Key[] };
let pairs = 0;
const email = (value: string): Key => ({ kind: "email", value });
const [LOGIN, MAIL, PHONE] = [0, 1, 2];
const [CARD, HIS_MAIL] = [0, 1];
const key = (keys: readonly Key[], place: number): Key => keys[place] as Key;

async function meet(): Promise<Pair> {
  const n = ++pairs;
  const [a, b, phone, card] = [`anna${n}@exempel.se`, `bo${n}@exempel.se`, `+4670555000${n}`, `H-900${n}`];
  const first = { timestamp: hoursAgo(100).toISOString() };
  await at.send(
    [
      { type: "identify", userId: `anna-${n}`, messageId: `a-${n}`, traits: { email: a, phone }, ...first },
      {
        ...{ type: "track", event: "Order Completed", messageId: `b-${n}`, ...first },
        context: { traits: { email: b, club_card: card } },
      },
    ],
    "server",
  );
  return {
    anna: [{ kind: "login", value: `anna-${n}` }, email(a), { kind: "phone", value: phone }],
    bo: [{ kind: "club_card", value: card }, email(b)],
  };
}

const idOf = async (one: Key): Promise<string> =>
  String((await at.ask("/api/people/lookup", one)).body["id"]);
const by = (one: Key, more: object = {}) => ({ identifiers: [one], ...more });
const yes = (one: Key, more: object = {}) => desk.yes("", by(one, more));
const no = (one: Key, more: object = {}) => desk.no("", by(one, more));
const told = async (...acts: object[]): Promise<void> => {
  expect((await desk.tell(...acts)).body).toMatchObject({ accepted: acts.length, refused: [] });
};

const sayBefore = ({ anna, bo }: Pair) =>
  told(
    yes(key(anna, MAIL), { at: hoursAgo(90) }),
    yes(key(anna, PHONE), { channels: ["sms", "call"], at: hoursAgo(90) }),
    no(key(anna, PHONE), { purpose: "offers", channel: "call", at: hoursAgo(80) }),
    yes(key(bo, HIS_MAIL), { at: hoursAgo(70) }),
    no(key(bo, CARD), { purpose: "letters", at: hoursAgo(60), cause: "message-3" }),
  );

/** By their systems, in the corner, from the link in a mail, and out of a file. */
async function sayBetween({ anna, bo }: Pair): Promise<void> {
  await told(
    yes(key(anna, PHONE), { channels: ["call"], at: hoursAgo(30) }),
    no(key(bo, HIS_MAIL), { purpose: "offers", channel: "mail", at: hoursAgo(20), cause: "message-7" }),
    yes(key(anna, MAIL), { purpose: "letters", at: hoursAgo(10) }),
  );
  const mail = (await mailsTo(at, key(anna, MAIL).value)).at(-1)?.text ?? "";
  const token = /#confirm=(\S+)/.exec(mail)?.[1];
  expect((await desk.call("/v1/permissions/confirm", { token })).status).toBe(200);
  await corner(anna, "grant", { textId: desk.texts.offers, textHash: hashOf(desk.body) });
}

async function corner(anna: readonly Key[], act: "grant" | "withdraw", more: object): Promise<void> {
  const cookie = await enterAsPerson(at, key(anna, LOGIN).value);
  const answer = await fetch(`${at.base}/v1/me/permissions/${act}`, {
    method: "POST",
    headers: { cookie, origin: at.base, "content-type": "application/json" },
    body: JSON.stringify({ actId: randomUUID(), purpose: "offers", channel: "mail", ...more }),
  });
  expect(answer.status).toBe(200);
}

const sayAfter = ({ anna, bo }: Pair) =>
  told(
    no(key(anna, PHONE), { purpose: "offers", channel: "sms", at: hoursAgo(1) }),
    yes(key(bo, HIS_MAIL), { channels: ["call"], at: hoursAgo(1) }),
  );

/** What a system is told that asks before it writes or calls. */
async function answers(keys: readonly Key[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of keys)
    for (const purpose of ["offers", "letters"])
      for (const channel of ["mail", "sms", "call"]) {
        const wish = { identifier: one, purpose, channel, entity: "almvik", message: "offers", count: false };
        const { body } = await desk.call("/v1/permissions/use", wish, at.secrets.serverKey);
        const reason = body["reason"] as { code: string } | null;
        found.push(`${one.kind} ${purpose} ${channel}: ${reason?.code ?? String(body["basis"])}`);
      }
  return found;
}

/** All that stands of a person, but for ids, sessions, and values that only name whose it is. */
async function standing(one: Key): Promise<string[]> {
  const { items, noes } = await desk.look(await idOf(one));
  return [...items, ...noes]
    .map((row) =>
      JSON.stringify(row, (name, value: unknown) =>
        ["id", "collectedBy", "value"].includes(name)
          ? undefined
          : name === "since" && Date.parse(String(value)) > hoursAgo(0.5).getTime()
            ? "just now"
            : value,
      ),
    )
    .sort();
}
const portrait = async ({ anna, bo }: Pair) => ({
  anna: { answers: await answers(anna), standing: await standing(key(anna, LOGIN)) },
  bo: { answers: await answers(bo), standing: await standing(key(bo, CARD)) },
});

async function reachable(): Promise<number> {
  for (const from = Date.now(); ; ) {
    const { found } = (await at.ask("/api/permissions/reach")).body as unknown as {
      found: { asOf: string; reachable: number } | null;
    };
    if (found !== null && Date.parse(found.asOf) >= from) return found.reachable;
  }
}

const ruled = (path: string, body: object) =>
  at.ask(path, { actId: randomUUID(), reason: "they are two", ...body });
type Way = {
  readonly join: (pair: Pair) => Promise<string>;
  readonly part: (pair: Pair, ruling: string) => Promise<void>;
};
const byColleague: Way = {
  join: async ({ anna, bo }) =>
    String((await ruled("/api/people/join", { a: key(anna, LOGIN), b: key(bo, CARD) })).body["rulingId"]),
  part: async (_pair, ruling) => {
    expect((await ruled(`/api/people/rulings/${ruling}/undo`, {})).status).toBe(200);
  },
};
const byClaim: Way = {
  join: async ({ anna, bo }) => {
    const carried = { email: key(anna, MAIL).value, club_card: key(bo, CARD).value };
    const event = { type: "track", event: "Order Completed", context: { traits: carried } };
    await at.send([{ ...event, messageId: randomUUID(), timestamp: hoursAgo(50).toISOString() }], "server");
    return "";
  },
  part: async ({ anna, bo }) => {
    const id = await idOf(key(anna, LOGIN));
    expect((await ruled(`/api/people/${id}/split`, { identifiers: bo })).status).toBe(200);
  },
};

describe.each([
  ["a colleague joined them and takes it back", byColleague],
  ["a receipt with her address and his card made them one, and a colleague splits them", byClaim],
])("%s", (_name, way) => {
  it("each stands as the twin who was never joined: what they said before, in between and after", async () => {
    const [pair, twins] = [await meet(), await meet()];
    for (const one of [pair, twins]) await sayBefore(one);
    expect(await portrait(pair)).toEqual(await portrait(twins));

    const ruling = await way.join(pair);
    expect(await idOf(key(pair.anna, LOGIN))).toBe(await idOf(key(pair.bo, CARD)));
    for (const one of [pair, twins]) await sayBetween(one);
    await way.part(pair, ruling);
    expect(await idOf(key(pair.anna, LOGIN))).not.toBe(await idOf(key(pair.bo, CARD)));
    expect(await portrait(pair)).toEqual(await portrait(twins));
    for (const one of [pair, twins]) await sayAfter(one);
    const home = await portrait(pair);
    expect(home).toEqual(await portrait(twins));
    expect(home.anna.answers).toContain("email offers mail: consent");
    expect(home.bo.answers).toContain("email offers mail: consent.withdrawn");
  });

  it("while they are one, a no of either counts for both, and what one may be sent the other gives no right to", async () => {
    const pair = await meet();
    await sayBefore(pair);
    const [anna, bo] = [await answers(pair.anna), await answers(pair.bo)];
    const rightsOf = (lines: readonly string[]) =>
      new Set(
        lines
          .filter((line) => /: (consent|soft)$/.test(line))
          .map((line) => line.split(" ").slice(1).join(" ")),
      );
    const had = new Set([...rightsOf(anna), ...rightsOf(bo)]);
    await way.join(pair);
    for (const line of rightsOf(await answers([...pair.anna, ...pair.bo]))) expect(had).toContain(line);
    await told(no(key(pair.bo, CARD)));
    expect([...rightsOf(await answers([...pair.anna, ...pair.bo]))]).toEqual([]);
  });

  it("a yes that she says in her corner while they are one is hers alone when they part, in the figures too", async () => {
    const pair = await meet();
    const before = await reachable();
    const ruling = await way.join(pair);
    await corner(pair.anna, "grant", { textId: desk.texts.offers, textHash: hashOf(desk.body) });
    expect(await answers([key(pair.bo, HIS_MAIL)])).toContain("email offers mail: consent");
    await way.part(pair, ruling);
    expect(await answers([key(pair.anna, MAIL)])).toContain("email offers mail: consent");
    expect(await answers([key(pair.bo, HIS_MAIL)])).toContain("email offers mail: consent.no_permission");
    expect(await standing(key(pair.bo, CARD))).toEqual([]);
    const history = await at.ask(`/api/people/${await idOf(key(pair.bo, CARD))}/permissions/history`);
    expect(history.body["items"]).toEqual([]);
    expect((await reachable()) - before).toBe(1);
  });

  it("her choice to be recognised is hers alone when they part: his 'never' holds again", async () => {
    const pair = await meet();
    const basic = (text: string) => `Basic ${Buffer.from(`${text}:`).toString("base64")}`;
    const dial = async (person: readonly Key[], cookie?: string, level?: string) => {
      const who =
        cookie === undefined ? { authorization: basic(at.secrets.serverKey) } : { cookie, origin: at.base };
      const body = { channels: { store: { level } }, saidIn: "web" };
      const answer = await fetch(`${at.base}${cookie === undefined ? "/v1/dial" : "/v1/me/dial"}`, {
        method: "PUT",
        headers: { "content-type": "application/json", ...who },
        body: JSON.stringify(cookie === undefined ? { ...body, identifier: person[0] } : body),
      });
      expect(answer.status).toBe(200);
    };
    const levelOf = async (one: Key) => {
      const { body } = await at.ask(`/api/people/${await idOf(one)}/dial`);
      return (body["channels"] as unknown as { store: { level: string } }).store.level;
    };
    await dial(pair.bo, undefined, "never");
    const ruling = await way.join(pair);
    const cookie = await enterAsPerson(at, pair.anna[LOGIN]?.value ?? "");
    await dial(pair.anna, cookie, "always");
    expect(await levelOf(pair.anna[LOGIN] as Key)).toBe("always");
    await way.part(pair, ruling);
    expect(await levelOf(pair.bo[CARD] as Key)).toBe("never");
    expect(await levelOf(pair.anna[LOGIN] as Key)).toBe("always");
    const enters = (card: string, messageId: string) => ({
      ...{ type: "track", event: "Store Entered", messageId, properties: { club_card: card } },
      context: { channel: "store" },
    });
    const messageId = randomUUID();
    await at.send([enters(pair.bo[CARD]?.value ?? "", messageId)], "server");
    expect((await at.ask(`/api/events/${messageId}/trace`)).status).toBe(404);
  });

  it("a no that is said of all that is theirs while they are one stays with both: it can only be too careful", async () => {
    const pair = await meet();
    await sayBefore(pair);
    const ruling = await way.join(pair);
    await corner(pair.anna, "withdraw", { purpose: null, channel: null });
    await way.part(pair, ruling);
    for (const one of [key(pair.anna, MAIL), key(pair.bo, HIS_MAIL)])
      expect(await answers([one])).toContain("email offers mail: consent.withdrawn");
  });
});
