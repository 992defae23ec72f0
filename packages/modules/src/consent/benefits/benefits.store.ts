// SQL of what one gets for a yes: what is awaited, what came, what a no ended, and the figures of each wording.
import { room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { Counted, Showing } from "./benefits.rules.ts";

const { sql } = room("consent");

const awaitThem = sql`
  insert into consent.benefits (entry_id, act_id, fp, text_id, place, event, since, until)
  select e.id, e.act_id, e.fp, t.id, coalesce(e.place, a.place), t.proof_event, e.at, e.at + t.proof_days * interval '24 hours'
  from consent.entries e
  left join consent.entries a on e.state = 'confirmed' and a.state = 'pending' and a.act_id = e.confirms and a.fp = e.fp
    and a.purpose = e.purpose and a.channel = e.channel and a.entity_id = e.entity_id
  join consent.texts t on t.id = coalesce(e.text_id, a.text_id) and t.basis = 'consent'
  where e.id = any($1::uuid[]) and e.state in ('granted', 'confirmed') and not e.imported
  on conflict (entry_id) do nothing`;
const end = sql`
  update consent.benefits b set ended_at = n.at
  from consent.entries n, consent.entries y
  where n.id = any($1::uuid[]) and n.state = 'withdrawn' and b.fp = n.fp and y.id = b.entry_id
    and (n.purpose is null or n.purpose = y.purpose) and (n.channel is null or n.channel = y.channel)
    and (n.entity_id is null or n.entity_id = y.entity_id)
    and n.at >= b.since and b.came_at is null and b.ended_at is null`;

/** What these new lines of the ledger bring with them; their heads are held. */
export const awaitBenefits = (tx: Tx, entryIds: readonly string[]): Promise<number> =>
  tx.run(awaitThem, [uuids(entryIds)]);
/** Nothing more is awaited of what these noes took back; their heads are held. */
export const endBenefits = (tx: Tx, entryIds: readonly string[]): Promise<number> =>
  tx.run(end, [uuids(entryIds)]);

const names = sql<{ event: string }>`
  select distinct proof_event as event from consent.texts where proof_event is not null`;
const awaited = sql<{ entryId: string; fp: string; at: Date }>`
  select b.entry_id as "entryId", b.fp, min(w.at) as at
  from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as w(fp, event, at)
  join consent.benefits b on b.fp = w.fp and b.event = w.event and w.at >= b.since and w.at <= b.until
    and b.came_at is null and b.ended_at is null group by 1`;
const came = sql`
  update consent.benefits b set came_at = w.at from unnest($1::uuid[], $2::timestamptz[]) as w(entry_id, at)
  where b.entry_id = w.entry_id and b.came_at is null and b.ended_at is null`;

/** Names of the events that tell of some benefit. */
export const listTelling = async (tx: Tx): Promise<Set<string>> =>
  new Set((await tx.rows(names)).map(({ event }) => event));

type Told = { readonly fp: string; readonly event: string; readonly at: Date };
/** What is awaited by these identifiers and came with one of these events, with the first of them. */
export const findAwaited = (tx: Tx, told: readonly Told[]) =>
  tx.rows(awaited, [
    uuids(told.map(({ fp }) => fp)),
    texts(told.map(({ event }) => event)),
    times(told.map(({ at }) => at.getTime())),
  ]);
export const saveCame = (
  tx: Tx,
  list: readonly { readonly entryId: string; readonly at: Date }[],
): Promise<number> =>
  tx.run(came, [uuids(list.map(({ entryId }) => entryId)), times(list.map(({ at }) => at.getTime()))]);

const show = sql`
  insert into consent.shown (show_id, text_id, place, at)
  select w.show_id, w.text_id, w.place, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as w(show_id, text_id, place)
  order by w.show_id, w.text_id on conflict (show_id, text_id) do nothing`;
const oldShown = sql`
  delete from consent.shown where (show_id, text_id) in (select show_id, text_id from consent.shown where at < $1 limit $2)`;

export const saveShown = (tx: Tx, list: readonly Showing[], now: Date): Promise<number> =>
  tx.run(show, [
    uuids(list.map(({ showId }) => showId)),
    uuids(list.map(({ textId }) => textId)),
    texts(list.map(({ place }) => place)),
    now,
  ]);
export const deleteOldShown = (tx: Tx, before: Date, most: number): Promise<number> =>
  tx.run(oldShown, [before, most]);

// A yes to several channels or addresses is one act: it came when anything of it came.
const counted = sql<Counted>`
  with acts as (
    select b.text_id, b.act_id, max(b.place) as place, min(b.came_at) as came_at, max(b.until) as until,
      bool_and(b.ended_at is not null) as ended
    from consent.benefits b where b.since >= $1 group by 1, 2),
  told as (select distinct text_id, place from consent.shown where at >= $1),
  yes as (
    select a.text_id, count(*)::int as yes, count(t.place)::int as "yesWhereShown", count(a.came_at)::int as came,
      count(*) filter (where a.came_at is null and a.ended)::int as ended,
      count(*) filter (where a.came_at is null and not a.ended and a.until >= $2)::int as waiting,
      count(*) filter (where a.came_at is null and not a.ended and a.until < $2)::int as missed
    from acts a left join told t on t.text_id = a.text_id and t.place = a.place group by 1),
  shown as (select text_id, count(*)::int as shown from consent.shown where at >= $1 group by 1)
  select t.id as "textId", t.purpose, t.language, t.version, t.benefit,
    case when t.proof_event is not null then jsonb_build_object('event', t.proof_event, 'days', t.proof_days) end as proof,
    coalesce(s.shown, 0) as shown, coalesce(y.yes, 0) as yes, coalesce(y."yesWhereShown", 0) as "yesWhereShown",
    coalesce(y.came, 0) as came, coalesce(y.ended, 0) as ended, coalesce(y.waiting, 0) as waiting, coalesce(y.missed, 0) as missed
  from consent.texts t left join yes y on y.text_id = t.id left join shown s on s.text_id = t.id
  where t.basis = 'consent' and t.entity_ids && $3::uuid[] order by t.purpose, t.language, t.version desc`;

export const countBenefits = (
  tx: Tx,
  since: Date,
  now: Date,
  entityIds: readonly string[],
): Promise<Counted[]> => tx.rows(counted, [since, now, uuids(entityIds)]);
