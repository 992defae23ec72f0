// Many hostile requests: each gets an answer from a short list, nobody else suffers, and the server lives on in bounded memory.
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { randomFrom } from "@somlos/kernel/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { print, type Server, startServer } from "../harness.ts";
import { type Hostile, makeHostile, seedsFrom } from "./requests.ts";

const LINES = 16;
const ALLOWED = new Set([200, 204, 400, 401, 403, 404, 405, 413, 415, 429, 503]);
const MOST_MEMORY_MB = 1200;
const TOO_LARGE = 5 * 1024 * 1024;

type Answered = { readonly status: number; readonly text: string };
const agent = new Agent({ keepAlive: true, maxSockets: LINES });

function send(server: Server, hostile: Hostile): Promise<Answered> {
  return new Promise((done, failed) => {
    const { method, path, headers, body } = hostile;
    const length = body === undefined ? {} : { "content-length": String(body.length) };
    const sending = request(
      server.url,
      { agent, method, path, headers: { ...headers, ...length } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", failed);
        answer.on("end", () =>
          done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    sending.on("error", failed);
    sending.end(body);
  });
}

/** What is wrong with an answer; undefined when nothing is. */
function faultOf(hostile: Hostile, { status, text }: Answered): string | undefined {
  if (!ALLOWED.has(status)) return `status ${status}: ${text.slice(0, 200)}`;
  if (status < 400 || hostile.method === "HEAD") return undefined;
  try {
    const { code, sentence } = JSON.parse(text) as { code?: unknown; sentence?: unknown };
    return typeof code === "string" && typeof sentence === "string"
      ? undefined
      : `no code or sentence: ${text.slice(0, 200)}`;
  } catch {
    return `not JSON: ${text.slice(0, 200)}`;
  }
}

const describeIt = (h: Hostile): string =>
  `${h.method} ${h.path.slice(0, 120)} ${JSON.stringify(h.headers).slice(0, 300)} ${h.body?.subarray(0, 600).toString() ?? ""}`;

async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: mb("VmRSS"), most: mb("VmHWM") };
}

async function missingOf(server: Server, ids: readonly string[]): Promise<string[]> {
  const client = new pg.Client(await server.databaseUrl());
  await client.connect();
  try {
    const { rows } = await client.query(
      "select body::jsonb ->> 'messageId' as id from events.bodies where body like '%\"healthy-%'",
    );
    const stored = new Set(rows.map((row: { id: string }) => row.id));
    return ids.filter((id) => !stored.has(id));
  } finally {
    await client.end();
  }
}

type Book = {
  readonly statuses: Map<number, number>;
  readonly faults: string[];
  readonly promised: string[];
};

async function tryOne(server: Server, hostile: Hostile, book: Book): Promise<void> {
  const answered = await send(server, hostile).catch((error: Error) => error);
  if (answered instanceof Error) {
    // The server hangs up on a body that is far too large; whoever still writes may not see its answer.
    if ((hostile.body?.length ?? 0) <= TOO_LARGE)
      book.faults.push(`${answered.message} ← ${describeIt(hostile)}`);
    return;
  }
  book.statuses.set(answered.status, (book.statuses.get(answered.status) ?? 0) + 1);
  const fault = faultOf(hostile, answered);
  if (fault !== undefined) book.faults.push(`${fault} ← ${describeIt(hostile)}`);
  if (answered.status === 200) book.promised.push(...hostile.siblings);
}

export function fuzzSuite(count: number, seed: number): void {
  describe(`${count} hostile requests, seed ${seed}`, () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server?.free());

    it("each is answered from the list with code and sentence, healthy neighbours are stored, the server lives on", async () => {
      const seeds = seedsFrom(server.writeKey);
      const book: Book = { statuses: new Map(), faults: [], promised: [] };
      let next = 0;
      const line = async () => {
        for (let n = next++; n < count; n = next++)
          await tryOne(server, makeHostile(seeds, randomFrom(seed * 1_000_003 + n), server, `${n}`), book);
      };
      await Promise.all(Array.from({ length: LINES }, line));
      const { statuses, faults, promised } = book;
      const memory = await memoryOf(server.pid);
      const told = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`);
      print(
        `seed ${seed}: ${told.join(", ")}; ${promised.length} healthy neighbours; memory ${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
      );
      expect(faults.slice(0, 10)).toEqual([]);
      expect((await server.ask("/health")).status).toBe(200);
      expect(server.said()).not.toContain("a bug");
      expect(promised.length).toBeGreaterThan(count / 4);
      expect(await missingOf(server, promised)).toEqual([]);
      expect(memory.most).toBeLessThan(MOST_MEMORY_MB);
    }, 3_600_000);
  });
}
