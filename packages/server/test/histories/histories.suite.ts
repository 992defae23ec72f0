// The same histories, sent by four writers through two servers on one database in any order and partly twice, must end in the
// same people, facts and timelines as the reference says. Looked at through the API only.

import { type Random, randomFrom } from "@somlos/kernel/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp, type PersonSeen, timelineOf } from "../asking.ts";
import { freshKeys, print, type Server, startServer } from "../harness.ts";
import { type History, makeHistory } from "./generate.ts";
import { type Group, settle, type World } from "./reference.ts";
import { nothingRuled, type Ruled, readRules, ruleOn } from "./ruling.ts";

export type Size = {
  readonly sets: number;
  readonly least: number;
  readonly most: number;
  readonly seed: number;
};
const AT_ONCE = 40;
const FROM = Date.UTC(2025, 5, 1);

type Batch = { readonly key: "public" | "server"; readonly events: object[] };

/** All events of some histories, shuffled and cut into batches of one key; repeats come in later batches. */
function batchesOf(histories: readonly History[], r: Random): Batch[] {
  const shuffled = <T>(list: T[]): T[] => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = r.below(i + 1);
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  };
  const cut = (events: History["events"]): Batch[] =>
    (["stated", "proven"] as const).flatMap((trust) => {
      const bodies = shuffled(events.filter((e) => e.told.trust === trust).map((e) => e.body));
      const batches: Batch[] = [];
      while (bodies.length > 0)
        batches.push({
          key: trust === "stated" ? "public" : "server",
          events: bodies.splice(0, 1 + r.below(25)),
        });
      return batches;
    });
  const first = histories.flatMap((h) => cut(h.events));
  const again = histories.flatMap((h) => cut(h.again.flatMap((i) => h.events[i] ?? [])));
  return shuffled([...first, ...again]);
}

async function sendAll(
  servers: readonly Server[],
  batches: readonly Batch[],
): Promise<{ duplicates: number }> {
  const queue = [...batches];
  let duplicates = 0;
  const writer = async (server: Server) => {
    for (let batch = queue.pop(); batch !== undefined; batch = queue.pop()) {
      const answer = await server.send(batch.events, batch.key);
      expect(answer.status).toBe(200);
      expect(answer.body.parked).toEqual([]);
      duplicates += answer.body.duplicates;
    }
  };
  await Promise.all([...servers, ...servers].map(writer));
  return { duplicates };
}

type Story = { readonly history: History; readonly ruled: Ruled; world: World };

/** What makes a history hard; each must be frequent enough. */
function hardness({ history, world, ruled }: Story) {
  const logins = new Map<string, Set<string>>();
  for (const { told } of history.events)
    if (told.device !== undefined && told.login !== undefined)
      logins.set(told.device, (logins.get(told.device) ?? new Set()).add(told.login));
  const times = new Set(history.events.map((e) => e.told.at));
  return {
    contested: [...logins.values()].some((set) => set.size > 1),
    brokenLimit: world.refusedByLimit > 0,
    equalTimes: times.size < history.events.length,
    duplicates: history.again.length > 0,
    apart: ruled.count.apart + ruled.count.split > 0,
    withdrawn: ruled.count.withdraw > 0,
    joined: ruled.count.join > 0,
    undone: ruled.count.undo > 0,
    bothTrusts: new Set(history.events.map((e) => e.told.trust)).size === 2,
  };
}

/** Says what is too much and what is missing: the lists themselves are long. */
function expectEqual(what: string, found: readonly string[], wanted: ReadonlySet<string>): void {
  const extra = found.filter((one) => !wanted.has(one));
  const missing = [...wanted].filter((one) => !found.includes(one));
  if (extra.length + missing.length > 0 || found.length !== wanted.size)
    throw new Error(`${what}: too much ${extra.join(", ")}; missing ${missing.join(", ")}`);
}

function expectSame(person: PersonSeen, messages: readonly string[], group: Group): void {
  const names = person.identifiers.map((i) => `${i.kind} ${i.value}`);
  expectEqual("identifiers", names, group.ids);
  expectEqual("messages", messages, group.messages);
  const facts = Object.fromEntries(
    Object.entries(person.facts).map(([name, f]) => [
      name,
      { value: f.value, at: Date.parse(f.at), trust: f.trust },
    ]),
  );
  expect(facts).toEqual(Object.fromEntries(group.facts));
}

/** Asks for every identifier of a history, and opens each person once. */
async function compare(
  server: Server,
  { world, history }: Pick<Story, "world" | "history">,
  total: Total,
): Promise<void> {
  const personOf = new Map<number, string>();
  const groupOf = new Map<string, number>();
  for (const [name, place] of world.home) {
    const kind = name.slice(0, name.indexOf(" "));
    const person = await lookUp(server, kind, name.slice(kind.length + 1));
    if (person === undefined) throw new Error(`nobody is known by ${name}`);
    expect([name, personOf.get(place) ?? person.id]).toEqual([name, person.id]);
    expect([name, groupOf.get(person.id) ?? place]).toEqual([name, place]);
    const group = world.groups[place];
    if (!personOf.has(place) && group !== undefined) {
      const items = await timelineOf(server, person.id);
      expectSame(
        person,
        items.map((item) => item.messageId),
        group,
      );
    }
    personOf.set(place, person.id);
    groupOf.set(person.id, place);
  }
  await compareLeft(server, { world }, personOf);
  total.events += history.events.length;
  total.people += personOf.size;
  total.asked += world.home.size;
}

/** Events in lanes that no identifier leads to any more are asked for one by one, a few a history. */
async function compareLeft(
  server: Server,
  { world }: Pick<Story, "world">,
  personOf: Map<number, string>,
): Promise<void> {
  const left = [...world.homeOfMessage].filter(([, place]) => !personOf.has(place)).slice(0, 12);
  const found = new Map<number, string>();
  for (const [messageId, place] of left) {
    const { body } = await server.ask<{ personId: string }>(`/api/events/${messageId}/trace`);
    expect([messageId, found.get(place) ?? body.personId]).toEqual([messageId, body.personId]);
    expect([...personOf.values()]).not.toContain(body.personId);
    found.set(place, body.personId);
  }
  expect(new Set(found.values()).size).toBe(found.size);
}

const NOTHING = {
  events: 0,
  people: 0,
  asked: 0,
  again: 0,
  contested: 0,
  brokenLimit: 0,
  equalTimes: 0,
  duplicates: 0,
  bothTrusts: 0,
  apart: 0,
  withdrawn: 0,
  joined: 0,
  undone: 0,
  late: 0,
};
type Total = typeof NOTHING;

function tell({ secret }: Server, { seed, least, most }: Size, number: number): Story {
  const size = least + randomFrom(seed + number).below(most - least + 1);
  const history = makeHistory(seed, number, size, FROM);
  return {
    history,
    ruled: nothingRuled(),
    world: settle(
      secret,
      history.events.map((e) => e.told),
    ),
  };
}

const inTwo = (batches: readonly Batch[], r: Random) => {
  const half = Math.floor(batches.length * (0.3 + r.next() * 0.5));
  return { first: batches.slice(0, half), rest: batches.slice(half) };
};

/** Two colleagues, one on each server, while the rest is being sent. */
async function rule(
  servers: readonly [Server, Server],
  stories: readonly Story[],
  known: ReadonlySet<string>,
  r: Random,
): Promise<void> {
  const wanted = stories.filter(() => r.chance(0.8));
  const colleague = async (server: Server, mine: readonly Story[]) => {
    for (const { history, ruled } of mine)
      await ruleOn(
        server,
        history.events.filter((e) => known.has(e.told.messageId)),
        r,
        ruled,
      );
  };
  await Promise.all(
    servers.map((server, n) =>
      colleague(
        server,
        wanted.filter((_, i) => i % 2 === n),
      ),
    ),
  );
}

/** An event that happened before what had been heard arrives after the ruling. */
function isLate({ history, ruled }: Story, known: ReadonlySet<string>): boolean {
  const times = (are: boolean) =>
    history.events.filter((e) => known.has(e.told.messageId) === are).map((e) => e.told.at);
  return ruled.made.length > 0 && Math.min(...times(false)) < Math.max(...times(true));
}

/** Sends some histories at the same time and compares each; says which differ. */
async function playRound(
  servers: readonly [Server, Server],
  stories: readonly Story[],
  r: Random,
  total: Total,
): Promise<string[]> {
  const batches = batchesOf(
    stories.map((s) => s.history),
    r,
  );
  const { first, rest } = inTwo(batches, r);
  const early = await sendAll(servers, first);
  const known = new Set(
    first.flatMap((batch) => batch.events.map((e) => (e as { messageId: string }).messageId)),
  );
  const [late] = await Promise.all([sendAll(servers, rest), rule(servers, stories, known, r)]);
  const duplicates = early.duplicates + late.duplicates;
  await Promise.all(
    stories.map(async (story) => {
      const rules = await readRules(servers[0], story.ruled);
      const told = story.history.events.map((e) => e.told);
      story.world = settle(servers[0].secret, told, rules);
    }),
  );
  total.late += stories.filter((story) => isLate(story, known)).length;
  const again = stories.reduce((sum, s) => sum + s.history.again.length, 0);
  expect(duplicates).toBe(again);
  total.again += again;
  const different: string[] = [];
  const look = async (n: number) => {
    for (const story of stories.filter((_, i) => i % 4 === n))
      await compare(servers[n < 2 ? 0 : 1], story, total).catch((error: Error) => {
        different.push(`${story.history.prefix}: ${error.message}`);
      });
  };
  await Promise.all([0, 1, 2, 3].map(look));
  for (const story of stories)
    for (const [name, is] of Object.entries(hardness(story))) total[name as keyof Total] += is ? 1 : 0;
  return different;
}

export function historiesSuite(size: Size): void {
  const { sets, seed } = size;
  describe(`${sets} generated histories, seed ${seed}`, () => {
    let one: Server;
    let other: Server;
    beforeAll(async () => {
      one = await startServer({
        keys: { ...freshKeys(), secret: `the secret of histories ${seed}`.padEnd(40) },
      });
      const { writeKey, serverKey, adminToken, secret } = one;
      other = await startServer({
        databaseUrl: await one.databaseUrl(),
        keys: { writeKey, serverKey, adminToken, secret },
      });
    });
    afterAll(async () => {
      await other?.free();
      await one?.free();
    });

    it("in any order, from four writers on two servers, partly twice, with colleagues who rule meanwhile: the people, facts and timelines that the definitions say", async () => {
      const different: string[] = [];
      const total = { ...NOTHING };
      for (let first = 0; first < sets; first += AT_ONCE) {
        const numbers = Array.from({ length: Math.min(AT_ONCE, sets - first) }, (_, i) => first + i);
        const stories = numbers.map((number) => tell(one, size, number));
        different.push(...(await playRound([one, other], stories, randomFrom(seed + first), total)));
      }
      print(
        `${sets} histories, seed ${seed}: ${total.events} events, ${total.again} sent again, ${total.people} people, ${total.asked} identifiers asked; with a contested device ${total.contested}, a broken limit ${total.brokenLimit}, rulings that keep apart ${total.apart}, that withdraw ${total.withdrawn}, that join ${total.joined}, undone ${total.undone}, events that arrive late after a ruling ${total.late}, equal times ${total.equalTimes}, duplicates ${total.duplicates}, both keys ${total.bothTrusts}`,
      );
      expect(different).toEqual([]);
      expect(total.contested).toBeGreaterThanOrEqual(0.3 * sets);
      expect(total.brokenLimit).toBeGreaterThanOrEqual(0.2 * sets);
      expect(total.equalTimes).toBeGreaterThanOrEqual(0.2 * sets);
      expect(total.duplicates).toBeGreaterThanOrEqual(0.2 * sets);
      expect(total.apart).toBeGreaterThanOrEqual(0.2 * sets);
      expect(total.withdrawn).toBeGreaterThanOrEqual(0.15 * sets);
      expect(total.late).toBeGreaterThanOrEqual(0.3 * sets);
    }, 3_600_000);
  });
}
