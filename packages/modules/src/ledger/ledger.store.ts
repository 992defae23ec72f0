// SQL of accounts and transfers. Accounts are held in the order of their ids before anything is decided; balances follow by
// triggers, and a constraint holds that nobody gives what they have not.
import { bigints, bools, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { type Account, type Holder, mayOwe } from "./accounts.rules.ts";
import type { Balance, Ended, Flow, Longer, NewTransfer, Stored } from "./transfers.rules.ts";

const { sql, fragment } = room("ledger");

const open = sql`
  insert into ledger.accounts (id, unit, kind, holder, may_owe)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[]) as w(id, unit, kind, holder, may_owe)
  order by id on conflict (id) do nothing`;
const hold = sql<{ id: string; posted: number; reserved: number; mayOwe: boolean }>`
  select id, posted::float8 as posted, reserved::float8 as reserved, may_owe as "mayOwe"
  from ledger.accounts where id = any($1::uuid[]) order by id for update`;
const look = sql<{ id: string; posted: number; reserved: number; mayOwe: boolean }>`
  select id, posted::float8 as posted, reserved::float8 as reserved, may_owe as "mayOwe"
  from ledger.accounts where id = any($1::uuid[])`;
const columns = fragment`
  t.id, t.input, t.debit, t.credit, a.unit, t.amount::float8 as amount, t.moved::float8 as moved, t.undone::float8 as undone,
  t.state, t.cause, t.reverses, t.until`;
const byIds = sql<Stored>`
  select ${columns} from ledger.transfers t join ledger.accounts a on a.id = t.debit where t.id = any($1::uuid[])`;
const insert = sql<{ id: string }>`
  insert into ledger.transfers (id, input, debit, credit, amount, moved, state, cause, reverses, made_at, until, ended_at)
  select id, input, debit, credit, amount, case when state = 'posted' then amount end, state, cause, reverses, $10::timestamptz, until,
    case when state = 'posted' then $10::timestamptz end
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::timestamptz[])
    as w(id, input, debit, credit, amount, state, cause, reverses, until)
  order by id on conflict (id) do nothing returning id`;
const finish = sql`
  update ledger.transfers t set state = w.state, moved = w.moved, ended_at = $4
  from unnest($1::uuid[], $2::text[], $3::bigint[]) as w(id, state, moved) where t.id = w.id and t.state = 'pending'`;
const prolong = sql<{ id: string; until: Date }>`
  update ledger.transfers t set until = greatest(t.until, w.until) from unnest($1::uuid[], $2::timestamptz[]) as w(id, until)
  where t.id = w.id and t.state = 'pending' and t.until > $3 returning t.id, t.until`;
const expireOf = sql`
  update ledger.transfers set state = 'expired', ended_at = $2 where debit = any($1::uuid[]) and state = 'pending' and until <= $2`;
// Most places of most goods have never held any: whoever has no account is not looked for further.
const flows = sql<{ held: number; left: number }>`
  select coalesce(h.held, 0)::float8 as held, (coalesce(g.moved, 0) - coalesce(b.moved, 0))::float8 as left
  from unnest($1::uuid[], $2::timestamptz[]) with ordinality as w(account, since, n)
  left join ledger.accounts a on a.id = w.account
  left join lateral (select sum(t.amount) as held from ledger.transfers t
    where t.debit = a.id and t.state = 'pending' and (t.until is null or t.until > $4)) h on a.id is not null
  left join lateral (select sum(t.moved) as moved from ledger.transfers t
    where t.debit = a.id and t.state = 'posted' and t.ended_at > w.since and t.cause = $3) g on a.id is not null
  left join lateral (select sum(t.moved) as moved from ledger.transfers t
    where t.credit = a.id and t.state = 'posted' and t.ended_at > w.since and t.cause = $3) b on a.id is not null
  order by w.n`;
const heldBy = sql<{ unit: string; held: number }>`
  select a.unit, sum(t.amount)::float8 as held from ledger.transfers t join ledger.accounts a on a.id = t.debit
  where t.state = 'pending' and (t.until is null or t.until > $3) and a.kind = $1 and a.holder = $2 group by a.unit`;
const due = sql<{ id: string }>`
  select id from ledger.transfers where state = 'pending' and until <= $1 order by until limit $2`;

/** Those that nobody has used yet begin with nothing. */
export async function openAccounts(tx: Tx, list: readonly Account[]): Promise<void> {
  const own = [...new Map(list.map((one) => [one.id, one])).values()];
  if (own.length === 0) return;
  await tx.run(open, [
    uuids(own.map(({ id }) => id)),
    texts(own.map(({ unit }) => unit)),
    texts(own.map(({ kind }) => kind)),
    texts(own.map(({ holder }) => holder)),
    bools(own.map(mayOwe)),
  ]);
}

const balancesIn = (rows: readonly ({ readonly id: string } & Balance)[]): Map<string, Balance> =>
  new Map(rows.map(({ id, ...balance }) => [id, balance]));

/** Whoever wants to move anything of these accounts waits from here on. */
export const holdAccounts = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Balance>> =>
  balancesIn(await tx.rows(hold, [uuids([...new Set(ids)])]));
export const listBalances = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Balance>> =>
  balancesIn(await tx.rows(look, [uuids([...new Set(ids)])]));

export const listTransfers = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Stored>> =>
  new Map((await tx.rows(byIds, [uuids([...new Set(ids)])])).map((one) => [one.id, one]));

/** The ids of those that were new. */
export async function insertTransfers(tx: Tx, list: readonly NewTransfer[], now: Date): Promise<Set<string>> {
  if (list.length === 0) return new Set();
  const made = await tx.rows(insert, [
    uuids(list.map(({ id }) => id)),
    uuids(list.map(({ input }) => input)),
    uuids(list.map(({ debit }) => debit)),
    uuids(list.map(({ credit }) => credit)),
    bigints(list.map(({ amount }) => amount)),
    texts(list.map(({ state }) => state)),
    texts(list.map(({ cause }) => cause)),
    uuids(list.map(({ reverses }) => reverses)),
    times(list.map(({ until }) => until?.getTime() ?? null)),
    now,
  ]);
  return new Set(made.map(({ id }) => id));
}

export const endTransfers = (tx: Tx, list: readonly Ended[], now: Date): Promise<number> =>
  tx.run(finish, [
    uuids(list.map(({ id }) => id)),
    texts(list.map(({ state }) => state)),
    bigints(list.map(({ moved }) => moved)),
    now,
  ]);

/** Those that go on, and until when; what is over stays over. */
export async function saveUntil(tx: Tx, list: readonly Longer[], now: Date): Promise<Map<string, Date>> {
  const [ids, until] = [uuids(list.map(({ id }) => id)), times(list.map((one) => one.until.getTime()))];
  return new Map((await tx.rows(prolong, [ids, until, now])).map((one) => [one.id, one.until]));
}

/** Of each account what is held now, and what left by a cause since then less what came back, in the order asked. */
export const listFlowsOf = (
  tx: Tx,
  list: readonly { readonly account: string; readonly since: Date }[],
  cause: string,
  now: Date,
): Promise<Flow[]> => {
  const [accounts, since] = [
    uuids(list.map(({ account }) => account)),
    times(list.map((one) => one.since.getTime())),
  ];
  return tx.rows(flows, [accounts, since, cause, now]);
};

/** What is out of time of these accounts, which are held, is theirs again. */
export const expireOn = (tx: Tx, accounts: readonly string[], now: Date): Promise<number> =>
  tx.run(expireOf, [uuids(accounts), now]);
export const listDue = async (tx: Tx, now: Date, most: number): Promise<string[]> =>
  (await tx.rows(due, [now, most])).map(({ id }) => id);

/** What is held of a holder now, by unit: as long as the list of all that is held. */
export const listHeldBy = (
  tx: Tx,
  { kind, holder }: Holder,
  now: Date,
): Promise<{ unit: string; held: number }[]> => tx.rows(heldBy, [kind, holder, now]);
