// SQL of what counsel decided.
import { room, type Tx } from "@somlos/kernel/db";
import type { Policy } from "./policy.rules.ts";

const { sql } = room("consent");

const holding = sql<Policy>`
  select number, cold_calls as "coldCalls", soft_from_free_account as "softFromFreeAccount", dormant_days as "dormantDays"
  from consent.policies where country = any($1::text[]) and valid_from <= $2::date
  order by country = 'EU', valid_from desc, number desc limit 1`;
const insert = sql<{ number: number }>`
  insert into consent.policies (country, valid_from, cold_calls, soft_from_free_account, dormant_days, note, decided_at, decided_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning number`;

/** What holds in a country on a day: its own newest decision, else that for all others. */
export const findPolicy = (tx: Tx, country: string, day: string): Promise<Policy | undefined> =>
  tx.maybe(holding, [[country, "EU"], day]);

export type NewPolicy = Omit<Policy, "number"> & {
  readonly country: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly note: string;
};
export const insertPolicy = async (tx: Tx, p: NewPolicy, now: Date, by: string): Promise<number> => {
  const { country, validFrom, coldCalls, softFromFreeAccount, dormantDays, note } = p;
  const values = [country, validFrom, coldCalls, softFromFreeAccount, dormantDays, note, now, by];
  return (await tx.one(insert, values)).number;
};
