// (d) Reading back: timelines over HTTP of random people, and of one with 100,000 events in 300 lanes.
import { Agent, request } from "node:http";
import { stopwatch } from "@somlos/kernel/clock";
import { dice, PEOPLE } from "./events.ts";

const LARGE_EVENTS = 100_000;
const LANES = 300;
const ASKS = 400;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
type Asked = { ms: number; body: { id?: string; items?: unknown[] } };

/** Asks over one connection that stays open, by bare HTTP: a client that does more would be measured along. */
function ask(url: string, token: string): Promise<Asked> {
  const took = stopwatch();
  return new Promise((done, fail) => {
    request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", fail);
      answer.on("end", () => {
        const ms = took();
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}: ${text}`));
        else done({ ms, body: JSON.parse(text) });
      });
    })
      .on("error", fail)
      .end();
  });
}

async function fillLarge(url: string, key: string): Promise<void> {
  const headers = {
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
  };
  const start = Date.now() - 80_000_000;
  const post = async (batch: object[]) => {
    const answer = await fetch(`${url}/v1/batch`, {
      method: "POST",
      headers,
      body: JSON.stringify({ batch }),
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
  };
  for (let from = 0; from < LARGE_EVENTS; from += 4000)
    await Promise.all(
      [0, 1, 2, 3].map((part) =>
        post(
          Array.from({ length: 1000 }, (_, i) => {
            const n = from + part * 1000 + i;
            const anonymous = n >= LANES && n % 2 === 0;
            return {
              type: n < LANES ? "identify" : "track",
              event: "Product Viewed",
              messageId: `large-${n}`,
              timestamp: new Date(start + n * 500).toISOString(),
              anonymousId: `large-v${n % LANES}`,
              ...(anonymous ? {} : { userId: "large-person" }),
              properties: { name: "Table lamp Månsken", price: 1249.5, currency: "SEK" },
            };
          }),
        ),
      ),
    );
}

function tell(what: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `(d) timeline, ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${times.length} asks, 50 events a page)`,
  );
}

/** `settled`: waits until PostgreSQL has tidied up after the load, since what it does meanwhile is no part of reading. */
export async function timelines(
  url: string,
  token: string,
  key: string,
  settled: () => Promise<void>,
): Promise<void> {
  await fillLarge(url, key);
  await settled();
  const idOf = async (login: string) =>
    (await ask(`${url}/api/people/lookup?kind=login&value=${login}`, token)).body.id;
  const roll = dice(5);
  const random: number[] = [];
  for (let i = 0; i < ASKS; i++) {
    const id = await idOf(`run-u${Math.floor(roll() * PEOPLE)}`);
    if (id !== undefined) random.push((await ask(`${url}/api/people/${id}/timeline?limit=50`, token)).ms);
  }
  tell("a random person", random);
  const large = await idOf("large-person");
  const times: number[] = [];
  for (let i = 0; i < ASKS; i++)
    times.push((await ask(`${url}/api/people/${large}/timeline?limit=50`, token)).ms);
  tell(`one person of ${LARGE_EVENTS.toLocaleString("en")} events in ${LANES} lanes`, times);
}
