// The doors of a running house, over HTTP and nothing else. What it cannot take now is sent again; what it refuses stops us
// with a sentence.
import { setTimeout as sleep } from "node:timers/promises";
import type { Door, Json } from "../life/way.rules.ts";

export type Keys = Readonly<Record<Door, string>>;
export type House = {
  readonly url: string;
  readonly keys: Keys;
  readonly adminToken: string | undefined;
};
export type Tally = { accepted: number; duplicates: number; parked: number };
export const noTally = (): Tally => ({ accepted: 0, duplicates: 0, parked: 0 });
export function addTally(sum: Tally, more: Tally): void {
  sum.accepted += more.accepted;
  sum.duplicates += more.duplicates;
  sum.parked += more.parked;
}

/** Why the demo cannot go on: shown without a stack. */
export class CannotGoOn extends Error {}

type Answer = { readonly status: number; readonly body: Json; readonly retryAfter: number };

async function ask(url: string, init: RequestInit, seconds: number): Promise<Answer | undefined> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(seconds * 1000) });
    const text = await answer.text();
    return {
      status: answer.status,
      body: readJson(text),
      retryAfter: Number(answer.headers.get("retry-after") ?? 1),
    };
  } catch {
    return undefined; // away: refused, reset, too slow
  }
}

function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

/** True when the house answers and takes events in. */
export const isUp = async (url: string): Promise<boolean> =>
  (await ask(`${url}/health`, {}, 3))?.status === 200;

const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
const batchInit = (key: string, batch: Json): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", authorization: basic(key) },
  body: JSON.stringify(batch),
});

/** True when the house takes events in by this key; asked with a batch of nothing. */
export const keyWorks = async (url: string, key: string): Promise<boolean> =>
  (await ask(`${url}/v1/batch`, batchInit(key, { batch: [] }), 20))?.status === 200;

const sentenceIn = (body: Json): string =>
  typeof body["sentence"] === "string" ? body["sentence"] : "no reason given";
const count = (value: unknown): number =>
  typeof value === "number" ? value : Array.isArray(value) ? value.length : 0;

const LONGEST_PAUSE_S = 20;

export type Sending = {
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told once for every stretch of silence. */
  readonly say: (line: string) => void;
};

/** Until it is taken; what the house refuses stops us with its sentence. */
async function untilTaken(
  { url, what, init }: { readonly url: string; readonly what: string; readonly init: () => RequestInit },
  sending: Sending,
): Promise<Json> {
  for (let tries = 0; ; tries++) {
    const answer = await ask(url, init(), 60);
    if (answer?.status === 200) return answer.body;
    if (answer !== undefined && answer.status < 500 && answer.status !== 429)
      throw new CannotGoOn(
        `${new URL(url).origin} refused ${what} (${answer.status}): ${sentenceIn(answer.body)}`,
      );
    if (tries === 3) sending.say("The server takes nothing in at the moment; trying on. Ctrl-C stops.");
    const pause = Math.min(LONGEST_PAUSE_S, Math.max(answer?.retryAfter ?? 0, 0.5 * 2 ** Math.min(tries, 6)));
    await sleep(pause * 1000, undefined, { signal: sending.signal });
  }
}

/** One batch through one door: a message id counts once, so sending again never doubles. */
export async function sendBatch(
  house: House,
  door: Door,
  messages: readonly Json[],
  sending: Sending,
): Promise<Tally> {
  const init = () =>
    batchInit(house.keys[door], { batch: messages, sentAt: new Date(sending.now()).toISOString() });
  const body = await untilTaken({ url: `${house.url}/v1/batch`, what: "the events", init }, sending);
  const { accepted, duplicates, parked } = body;
  return { accepted: count(accepted), duplicates: count(duplicates), parked: count(parked) };
}

/** Says something with the demo's server key: JSON, or the words of a picture. */
export function tellHouse(
  house: House,
  path: string,
  said: { readonly what: string; readonly body: Json | string },
  sending: Sending,
): Promise<Json> {
  const json = batchInit(house.keys.server, typeof said.body === "string" ? {} : said.body);
  const init = () => (typeof said.body === "string" ? { ...json, body: said.body } : json);
  return untilTaken({ url: `${house.url}${path}`, what: said.what, init }, sending);
}

/** Asks with the demo's server key; undefined when the house has no such thing or is away. */
export async function askHouse(house: House, path: string): Promise<Json | undefined> {
  const headers = { authorization: basic(house.keys.server) };
  const answer = await ask(`${house.url}${path}`, { headers }, 20);
  return answer?.status === 200 ? answer.body : undefined;
}

/** A call of the staff's own doors with the installation's token. */
export async function call(
  house: House,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: Json | Uint8Array,
): Promise<Answer> {
  if (house.adminToken === undefined) return { status: 401, body: {}, retryAfter: 1 };
  const raw = body instanceof Uint8Array;
  const answer = await ask(
    `${house.url}${path}`,
    {
      method,
      headers: {
        authorization: `Bearer ${house.adminToken}`,
        ...(body !== undefined && { "content-type": raw ? "application/octet-stream" : "application/json" }),
      },
      ...(body !== undefined && { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    },
    300,
  );
  if (answer === undefined)
    throw new CannotGoOn(`${house.url} does not answer. Start it with npm start, or say --url.`);
  return answer;
}
