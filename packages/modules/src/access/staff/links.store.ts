// The SQL of one-time links and of requests for a new password.
import type { Language } from "@somlos/contract";
import { room, type Tx } from "@somlos/kernel/db";

const { sql, fragment } = room("access");

export type LinkKind = "owner" | "invite" | "reset";
export type LinkRow = {
  readonly id: string;
  readonly kind: LinkKind;
  readonly staffId: string | null;
  readonly endsAt: Date;
};
export type Forgotten = { readonly id: string; readonly email: string; readonly language: Language };

const columns = fragment`id, kind, staff_id as "staffId", ends_at as "endsAt"`;
const insert = sql`
  insert into access.links (id, kind, token_hash, staff_id, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)`;
const live = sql<LinkRow>`select ${columns} from access.links where token_hash = $1 and used_at is null and ends_at > $2`;
const use = sql<LinkRow>`
  update access.links set used_at = $2 where token_hash = $1 and used_at is null and ends_at > $2 returning ${columns}`;
const withdrawOf = sql`update access.links set used_at = $2 where staff_id = $1 and used_at is null`;
const withdrawOwner = sql`update access.links set used_at = $1 where kind = 'owner' and used_at is null`;
const past = sql`delete from access.links where ends_at <= $1`;
const ask = sql`insert into access.forgotten (id, email, language, asked_at) values ($1, $2, $3, $4)`;
const take = sql<Forgotten>`
  delete from access.forgotten where id = (
    select id from access.forgotten where id <> all ($1::uuid[]) order by asked_at, id limit 1 for update skip locked)
  returning id, email, language`;
const pastAsks = sql`delete from access.forgotten where asked_at <= $1`;

export const insertLink = (
  tx: Tx,
  l: { id: string; kind: LinkKind; tokenHash: Buffer; staffId: string | null; at: Date; endsAt: Date },
) => tx.run(insert, [l.id, l.kind, l.tokenHash, l.staffId, l.at, l.endsAt]);
export const findLink = (tx: Tx, tokenHash: Buffer, now: Date): Promise<LinkRow | undefined> =>
  tx.maybe(live, [tokenHash, now]);
/** Uses a link up; of two at once one gets it. */
export const useLink = (tx: Tx, tokenHash: Buffer, now: Date): Promise<LinkRow | undefined> =>
  tx.maybe(use, [tokenHash, now]);
export const withdrawLinksOf = (tx: Tx, staffId: string, now: Date) => tx.run(withdrawOf, [staffId, now]);
export const withdrawOwnerLinks = (tx: Tx, now: Date) => tx.run(withdrawOwner, [now]);
export const deletePastLinks = (tx: Tx, before: Date) => tx.run(past, [before]);

export const insertForgotten = (tx: Tx, f: Forgotten & { at: Date }) =>
  tx.run(ask, [f.id, f.email, f.language, f.at]);
/** Takes the oldest request that is not among those to skip. */
export const takeForgotten = (tx: Tx, skip: readonly string[]): Promise<Forgotten | undefined> =>
  tx.maybe(take, [skip]);
export const deletePastForgotten = (tx: Tx, before: Date) => tx.run(pastAsks, [before]);
