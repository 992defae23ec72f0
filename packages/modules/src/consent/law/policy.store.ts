// SQL of what counsel decided.
import { room, type Tx } from "@somlos/kernel/db";
import type { Policy } from "./policy.rules.ts";

const { sql, fragment } = room("consent");

export type NewPolicy = Omit<Policy, "number"> & {
  readonly country: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly note: string;
};
export type Decision = NewPolicy & Policy & { readonly decidedAt: Date };

const columns = fragment`number, country, valid_from::text as "validFrom", cold_calls as "coldCalls",
  soft_from_free_account as "softFromFreeAccount", dormant_days as "dormantDays", note, decided_at as "decidedAt"`;
const holding = sql<Decision>`
  select ${columns} from consent.policies where country = any($1::text[]) and valid_from <= $2::date
  order by country = 'EU', valid_from desc, number desc limit 1`;
const list = sql<Decision>`select ${columns} from consent.policies order by number desc limit 200`;
const insert = sql<{ number: number }>`
  insert into consent.policies (country, valid_from, cold_calls, soft_from_free_account, dormant_days, note, decided_at, decided_by, act_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (act_id) do nothing returning number`;
const byAct = sql<{ number: number }>`select number from consent.policies where act_id = $1`;

/** What holds in a country on a day: its own newest decision, else that for all others. */
export const findPolicy = (tx: Tx, country: string, day: string): Promise<Decision | undefined> =>
  tx.maybe(holding, [[country, "EU"], day]);

/** The newest 200. */
export const listPolicies = (tx: Tx): Promise<Decision[]> => tx.rows(list, []);

/** The number of the decision; of one that was sent before, the number that it has. */
export async function savePolicy(
  tx: Tx,
  p: NewPolicy,
  made: { readonly at: Date; readonly by: string; readonly actId: string },
): Promise<number> {
  const { country, validFrom, coldCalls, softFromFreeAccount, dormantDays, note } = p;
  const values = [country, validFrom, coldCalls, softFromFreeAccount, dormantDays, note];
  const fresh = await tx.maybe(insert, [...values, made.at, made.by, made.actId]);
  return (fresh ?? (await tx.one(byAct, [made.actId]))).number;
}
