// All SQL about mails.

import type { Language } from "@somlos/contract";
import type { MailState } from "@somlos/contract/rooms/mail";
import { room, type Tx } from "../db/index.ts";

const { sql, fragment } = room("kernel");

export type NewMail = {
  readonly id: string;
  readonly key: string;
  readonly purpose: string;
  readonly language: Language;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly hasOneTimeLink: boolean;
  readonly messageId: string;
  readonly state: "waiting" | "outbox";
};

const insert = sql<{ id: string }>`
  insert into kernel.mails (id, key, purpose, language, to_address, subject, body_text, body_html, has_one_time_link,
    message_id, state, created_at, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
  on conflict (key) do nothing returning id`;
const byKey = sql<{ id: string }>`select id from kernel.mails where key = $1`;

/** The id of the mail with this key, and whether it was there before. */
export async function insertMail(tx: Tx, m: NewMail, now: Date): Promise<{ id: string; repeated: boolean }> {
  const content = [m.to, m.subject, m.text, m.html, m.hasOneTimeLink, m.messageId, m.state, now];
  const made = await tx.maybe(insert, [m.id, m.key, m.purpose, m.language, ...content]);
  if (made !== undefined) return { id: made.id, repeated: false };
  return { id: (await tx.one(byKey, [m.key])).id, repeated: true };
}

export type DueMail = {
  readonly id: string;
  readonly purpose: string;
  readonly language: Language;
  readonly to_address: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly message_id: string;
  readonly created_at: Date;
  readonly tries: number;
};

const claim = sql<DueMail>`
  update kernel.mails as m
  set tries = m.tries + 1, due_at = $1::timestamptz + make_interval(secs => $3)
  from (select id from kernel.mails where state = 'waiting' and due_at <= $1 and tries < $4
    order by due_at, id limit $2 for update skip locked) as due
  where m.id = due.id
  returning m.id, m.purpose, m.language, m.to_address, m.subject, m.body_text, m.body_html, m.message_id,
    m.created_at, m.tries`;
export const claimMails = (tx: Tx, now: Date, most: number, leaseSeconds: number, mostTries: number) =>
  tx.rows(claim, [now, most, leaseSeconds, mostTries]);

// A mail whose last try died with its process, or whose link is over while it waited, or that found no sender in time.
const giveUp = sql<{ id: string; purpose: string }>`
  update kernel.mails set state = 'refused', settled_at = $1, answer = coalesce(answer, 'given up: its time is over')
  where id in (select id from kernel.mails where state = 'waiting' and due_at <= $1 and (tries >= $2
      or has_one_time_link and created_at <= $1::timestamptz - make_interval(secs => $3)
      or created_at <= $1::timestamptz - make_interval(days => $4))
    limit 1000 for update skip locked)
  returning id, purpose`;
export const giveUpMails = (tx: Tx, now: Date, tries: number, linkSeconds: number, days: number) =>
  tx.rows(giveUp, [now, tries, linkSeconds, days]);

const sent = sql`
  update kernel.mails set state = 'sent', settled_at = $2, answer = $3 where id = $1 and state <> 'sent'`;
export const saveSent = (tx: Tx, id: string, now: Date, answer: string) => tx.run(sent, [id, now, answer]);

// `tries` guards against a slow process that reports after another one has taken over.
const failed = sql`
  update kernel.mails
  set state = case when $3 then 'refused' else 'waiting' end, settled_at = case when $3 then $4::timestamptz end,
    due_at = $4::timestamptz + make_interval(secs => $5), answer = $6
  where id = $1 and tries = $2 and state = 'waiting'`;
export const saveFailed = (
  tx: Tx,
  mail: { readonly id: string; readonly tries: number },
  now: Date,
  outcome: { readonly final: boolean; readonly answer: string; readonly waitSeconds: number },
) => tx.run(failed, [mail.id, mail.tries, outcome.final, now, outcome.waitSeconds, outcome.answer]);

const blank = sql`
  update kernel.mails set subject = null, body_text = null, body_html = null, answer = null, blanked_at = $1
  where id in (select id from kernel.mails where blanked_at is null and state <> 'waiting'
      and (has_one_time_link and created_at <= $1::timestamptz - make_interval(secs => $2)
        or created_at <= $1::timestamptz - make_interval(days => $3))
    order by created_at limit 1000 for update skip locked)`;
export const blankMails = (tx: Tx, now: Date, linkSeconds: number, days: number) =>
  tx.run(blank, [now, linkSeconds, days]);

const old = sql<{ content: number; rows: number }>`
  select (select count(*)::int from (select 1 from kernel.mails where blanked_at is null and state <> 'waiting'
      and created_at <= $1 limit $2) as c) as content,
    (select count(*)::int from (select 1 from kernel.mails where state <> 'waiting' and created_at <= $1 limit $2) as r) as rows`;
/** Mails from before then whose content is still there, and whose row is. */
export const countOld = (tx: Tx, before: Date, most: number) => tx.one(old, [before, most]);

const drop = sql`
  delete from kernel.mails where id in (select id from kernel.mails
    where created_at <= $1::timestamptz - make_interval(days => $2) and state <> 'waiting'
    order by created_at limit 1000 for update skip locked)`;
export const deleteOldMails = (tx: Tx, now: Date, days: number) => tx.run(drop, [now, days]);

const erase = sql`delete from kernel.mails where lower(to_address) = any(select lower(a) from unnest($1::text[]) a)`;
export const deleteMailsTo = (tx: Tx, addresses: readonly string[]) => tx.run(erase, [addresses]);

export type MailLine = {
  readonly id: string;
  readonly to_address: string;
  readonly subject: string | null;
  readonly purpose: string;
  readonly language: Language;
  readonly state: MailState;
  readonly created_at: Date;
  readonly settled_at: Date | null;
  readonly tries: number;
  readonly due_at: Date;
};
export type WholeMail = MailLine & {
  readonly body_text: string | null;
  readonly body_html: string | null;
  readonly has_one_time_link: boolean;
  readonly answer: string | null;
};

const line = fragment`id, to_address, subject, purpose, language, state, created_at, settled_at, tries, due_at`;
const list = sql<MailLine>`
  select ${line} from kernel.mails
  where ($1::uuid is null or id < $1) and ($2::text is null or strpos(lower(to_address), lower($2)) > 0)
    and ($3::text is null or state = $3)
  order by id desc limit $4`;
export const listMailsBefore = (
  tx: Tx,
  wanted: { before?: string | undefined; address?: string | undefined; state?: MailState | undefined },
  most: number,
) => tx.rows(list, [wanted.before ?? null, wanted.address || null, wanted.state ?? null, most]);

const whole = sql<WholeMail>`
  select ${line}, body_text, body_html, has_one_time_link, answer from kernel.mails where id = $1`;
export const findMail = (tx: Tx, id: string) => tx.maybe(whole, [id]);

const count = sql<{ waiting: number; refused: number }>`
  select (select count(*)::int from kernel.mails where state = 'waiting') as waiting,
    (select count(*)::int from kernel.mails where state = 'refused' and created_at > $1::timestamptz - interval '1 day') as refused`;
/** Mails that wait, and those of the last day that were given up. */
export const countMails = (tx: Tx, now: Date) => tx.one(count, [now]);

const ofPerson = sql<WholeMail>`
  select ${line}, body_text, body_html, has_one_time_link, answer from kernel.mails
  where lower(to_address) = any(select lower(a) from unnest($1::text[]) a) order by id`;
export const listMailsTo = (tx: Tx, addresses: readonly string[]) => tx.rows(ofPerson, [addresses]);
