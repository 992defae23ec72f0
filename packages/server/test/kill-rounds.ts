// Rounds of load and sudden death: what was acknowledged must be there afterwards, once, and nothing else.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { lookUp, type Taken, timelineOf } from "./asking.ts";
import type { Server } from "./harness.ts";

const SENDERS = 8;
const ENOUGH = 500;

export type Death = "all at once" | "PostgreSQL alone";
export type Round = {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly invisible: readonly string[];
  readonly unsent: readonly string[];
  readonly twice: number;
  readonly unlike: boolean;
  readonly exit: number | null;
  readonly lastWords: string;
  readonly settings: readonly string[];
};

type Book = { readonly sent: Set<string>; readonly acknowledged: Map<string, string> };

type Batch = {
  readonly events: readonly { messageId: string; userId: string }[];
  readonly key: "public" | "server";
};

/** Sends batches until the connection breaks; one in ten repeats an acknowledged one, as clients do. */
async function send(server: Server, book: Book, name: string): Promise<void> {
  const old: Batch[] = [];
  for (let n = 0; ; n++) {
    const again = pick(old, n);
    const batch = again ?? makeBatch(name, n);
    for (const event of batch.events) book.sent.add(event.messageId);
    const answer = await server.send(batch.events, batch.key).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.status !== 200) continue;
    acknowledge(book, batch, answer.body, again !== undefined);
    old.push(batch);
  }
}

const pick = (old: readonly Batch[], n: number): Batch | undefined =>
  n % 10 === 9 ? old[Math.floor(Math.random() * old.length)] : undefined;

function acknowledge(book: Book, { events }: Batch, taken: Taken, again: boolean): void {
  const counted = again ? taken.duplicates : taken.accepted;
  if (counted !== events.length) throw new Error(`answered ${JSON.stringify(taken)}`);
  for (const { messageId, userId } of events) book.acknowledged.set(messageId, userId);
}

function makeBatch(name: string, n: number): Batch {
  const size = 1 + Math.floor(Math.random() * 40);
  const events = Array.from({ length: size }, (_, i) => ({
    type: i % 5 === 0 ? "identify" : "track",
    event: "Product Viewed",
    userId: `login-${name}`,
    anonymousId: `visitor-${name}`,
    messageId: `${name}-${n}-${i}`,
    ...(i % 5 === 0 && { traits: { email: `${name}@killed.example.com`, size: n } }),
    properties: { sku: `s${i}`, price: 19.9, currency: "SEK", text: "å".repeat(50) },
  }));
  return { events, key: n % 2 === 0 ? "public" : "server" };
}

async function die(server: Server, death: Death): Promise<number | null> {
  if (death === "all at once") {
    await server.kill();
    return null;
  }
  await server.killPostgres();
  return server.ended();
}

/** Load, death at a random moment, start, and a look at everything. */
export async function killRound(server: Server, number: number, death: Death, after: number): Promise<Round> {
  const book: Book = { sent: new Set(), acknowledged: new Map() };
  const senders = Array.from({ length: SENDERS }, (_, i) => send(server, book, `r${number}s${i}`));
  for (let before = -1; book.acknowledged.size < ENOUGH || before === book.acknowledged.size; ) {
    before = book.acknowledged.size; // and then the very next acknowledgement: the clock runs from there
    await sleep(1);
  }
  await sleep(Math.random() * 30);
  const exit = await die(server, death);
  const lastWords = server.said();
  await Promise.all(senders);
  await server.start();
  return { ...(await look(server, book, after)), exit, lastWords };
}

async function look(server: Server, book: Book, after: number) {
  const stored = await readStored(await server.databaseUrl(), after);
  const ids = new Set(stored.ids);
  const visible = new Set<string>();
  for (const login of new Set(book.acknowledged.values())) {
    const person = await lookUp(server, "login", login);
    for (const item of person === undefined ? [] : await timelineOf(server, person.id))
      visible.add(item.messageId);
  }
  const acknowledged = [...book.acknowledged.keys()];
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !ids.has(id)),
    invisible: acknowledged.filter((id) => !visible.has(id)),
    unsent: stored.ids.filter((id) => !book.sent.has(id)),
    twice: stored.ids.length - ids.size,
    unlike: stored.unlike,
    settings: stored.settings,
  };
}

/** The newest place in the log. */
export async function newestSeq(url: string): Promise<number> {
  return ask(url, async (client) => {
    const { rows } = await client.query("select coalesce(max(seq), 0)::text as seq from events.log");
    return Number(rows[0].seq);
  });
}

function readStored(url: string, after: number) {
  return ask(url, async (client) => {
    const bodies = await client.query(
      "select body::jsonb ->> 'messageId' as id from events.bodies where seq > $1",
      [after],
    );
    const counts = await client.query(
      `select (select count(*) from events.log where seq > $1 and type <> 9) = (select count(*) from events.bodies where seq > $1)
          and (select count(*) from events.log l join events.seen s using (key, seq) where l.seq > $1)
            = (select count(*) from events.seen where seq > $1) as alike`,
      [after],
    );
    const settings = await client.query(
      "select name || ' ' || setting as line from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name",
    );
    return {
      ids: bodies.rows.map((row: { id: string }) => row.id),
      unlike: counts.rows[0].alike !== true,
      settings: settings.rows.map((row: { line: string }) => row.line),
    };
  });
}

async function ask<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}
