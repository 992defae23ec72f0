// The sources: what sends us events.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

const ENSURE = sql`
  insert into events.sources (id, kind, name, channel) overriding system value values (1, 'browser', 'Website', 'web'), (2, 'server', 'Server', 'server')
  on conflict (id) do nothing`;
const KEEP_NUMBERS = sql`
  select setval(pg_get_serial_sequence('events.sources', 'id'), greatest((select max(id) from events.sources), 2))`;
const LIST = sql<SourceRow>`select id, kind, name, channel, debug, created_at, closed_at from events.sources order by id`;
const INSERT = sql<{
  id: number;
}>`insert into events.sources (kind, name, channel, settings) values ($1, $2, $3, $4) returning id`;
const SAVE = sql`
  update events.sources set name = coalesce($2, name), channel = coalesce($3, channel), debug = coalesce($4, debug) where id = $1`;

export type SourceRow = {
  id: number;
  kind: string;
  name: string;
  channel: string;
  debug: boolean;
  created_at: Date;
  closed_at: Date | null;
};

/** The two sources every installation has from its first start: what a browser sends, what a server sends. */
export async function ensureSources(tx: Tx): Promise<void> {
  await tx.run(ENSURE);
  await tx.run(KEEP_NUMBERS);
}

export const listAllSources = (tx: Tx): Promise<SourceRow[]> => tx.rows(LIST);
export const insertSource = async (
  tx: Tx,
  s: { kind: string; name: string; channel: string; settings: object },
): Promise<number> => (await tx.one(INSERT, [s.kind, s.name, s.channel, JSON.stringify(s.settings)])).id;
export const saveSource = (
  tx: Tx,
  id: number,
  s: { name?: string | undefined; channel?: string | undefined; debug?: boolean | undefined },
): Promise<number> => tx.run(SAVE, [id, s.name ?? null, s.channel ?? null, s.debug ?? null]);
