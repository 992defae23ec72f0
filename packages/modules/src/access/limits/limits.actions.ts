// Limits on what anybody may try: exact over a sliding time, in the database, so that more processes are not more tries.
import { Refusal } from "@somlos/contract";
import type { Database, Work } from "@somlos/kernel/db";
import { hmac, uuidOf } from "@somlos/kernel/ids";
import { type Limit, networkOf } from "./limits.rules.ts";
import { addTry, deleteTry, findOldestTry } from "./limits.store.ts";

export type Tried = { readonly buckets: readonly string[]; readonly at: Date };
export type LimitedHouse = { readonly db: Database; readonly access: { readonly secret: string } };

/** Who or what a try counts against: the network it comes from, and the mail or link it is about. */
export type Against = { readonly ip?: string; readonly subject?: string };

const bucketsOf = (secret: string, limit: Limit, against: Against): string[] =>
  [
    ...(against.ip === undefined ? [] : [`ip ${networkOf(against.ip)}`]),
    ...(against.subject === undefined ? [] : [`subject ${against.subject}`]),
  ].map((who) => uuidOf(hmac(secret, `limit ${limit.name} ${who}`)));

async function count(work: Work, limit: Limit, bucket: string): Promise<number | undefined> {
  const since = new Date(work.now.getTime() - limit.seconds * 1000);
  const endsAt = new Date(work.now.getTime() + limit.seconds * 1000);
  if (await addTry(work.tx, bucket, { now: work.now, since, endsAt, most: limit.most })) return undefined;
  const oldest = await findOldestTry(work.tx, bucket, since);
  const waitMs = (oldest?.getTime() ?? since.getTime()) + limit.seconds * 1000 - work.now.getTime();
  return Math.max(1, Math.ceil(waitMs / 1000));
}

/** Counts a try, in a transaction of its own so that it counts whatever comes after; too many are refused. */
export async function takeTry(house: LimitedHouse, limit: Limit, against: Against): Promise<Tried> {
  const buckets = bucketsOf(house.access.secret, limit, against);
  const { wait, at } = await house.db.work({ kind: "system", id: "access" }, async (work) => {
    let longest = 0;
    for (const bucket of buckets) longest = Math.max(longest, (await count(work, limit, bucket)) ?? 0);
    return { wait: longest, at: work.now };
  });
  if (wait > 0) throw new Refusal("door.too_often", undefined, wait);
  return { buckets, at };
}

/** A try that succeeded counts no more: an office behind one address can sign in at eight in the morning. */
export async function giveTryBack(work: Work, tried: Tried): Promise<void> {
  for (const bucket of tried.buckets) await deleteTry(work.tx, bucket, tried.at);
}
