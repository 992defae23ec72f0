// Two-phase double entry: something is held, then moved or let go, by the id of the client. All of a batch in a handful of
// statements, whatever its number.
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { accountsOf, type Holder } from "./accounts.rules.ts";
import {
  endTransfers,
  expireOn,
  holdAccounts,
  insertTransfers,
  listBalances,
  listDue,
  listFlowsOf,
  listTransfers,
  openAccounts,
  saveUntil,
} from "./ledger.store.ts";
import {
  type Balance,
  decideEndings,
  decideLevels,
  decideTransfers,
  type Ending,
  type Flow,
  type Level,
  type Longer,
  levelOf,
  type NewTransfer,
  type Outcome,
  planInverse,
  planOf,
  type Stored,
  type TransferWish,
  undoable,
} from "./transfers.rules.ts";

/** Written by another work under the same id, between other accounts: that one was first. */
const firstOf = (outcomes: readonly Outcome[], made: ReadonlySet<string>): readonly Outcome[] =>
  outcomes.map((one) =>
    "state" in one && !one.again && !made.has(one.id)
      ? { id: one.id, refused: "ledger.other_input" as const }
      : one,
  );

const sidesOf = (list: readonly Pick<NewTransfer, "debit" | "credit">[]): string[] =>
  list.flatMap(({ debit, credit }) => [debit, credit]);

/** Balances from here on, with everybody else waiting; what is out of time of whoever gives is theirs again. */
async function holdBalances(
  { tx, now }: Work,
  accounts: readonly string[],
  givers: readonly string[],
): Promise<Map<string, Balance>> {
  const held = await holdAccounts(tx, accounts);
  const expired = await expireOn(tx, [...new Set(givers)], now);
  return expired === 0 ? held : listBalances(tx, accounts);
}

/** Writes what can be, under locks that are held. */
async function write(
  { tx, now }: Work,
  wishes: readonly NewTransfer[],
  balances: ReadonlyMap<string, Balance>,
): Promise<readonly Outcome[]> {
  const ids = wishes.map(({ id }) => id);
  const known = await listTransfers(tx, ids);
  const { outcomes, made } = decideTransfers(wishes, balances, known, now);
  return firstOf(outcomes, await insertTransfers(tx, made, now));
}

const carryOut = async (work: Work, wishes: readonly NewTransfer[]): Promise<readonly Outcome[]> => {
  const givers = wishes.map(({ debit }) => debit);
  return write(work, wishes, await holdBalances(work, sidesOf(wishes), givers));
};

/** Moves or holds, each by its own id; one that is refused fails no other. Answers in the order asked. */
export async function transfer(work: Work, wishes: readonly TransferWish[]): Promise<readonly Outcome[]> {
  const planned = wishes.map(planOf);
  await openAccounts(
    work.tx,
    planned.flatMap(({ accounts }) => accounts),
  );
  return carryOut(
    work,
    planned.map(({ wish }) => wish),
  );
}

/**
 * The same, after what is there was counted: each of `levels` is set to what `count` says, which is asked once everybody else
 * waits, though never below what is held. The difference comes from whoever issues, or goes there.
 */
export async function transferCounted(
  work: Work,
  levels: readonly Level[],
  count: (tx: Tx) => Promise<readonly number[]>,
  wishes: readonly TransferWish[],
): Promise<readonly Outcome[]> {
  const { tx, now } = work;
  const planned = wishes.map(planOf);
  const leveled = levels.map(levelOf);
  const accounts = [...planned, ...leveled].flatMap((one) => one.accounts);
  await openAccounts(tx, accounts);
  const ids = accounts.map(({ id }) => id);
  const holders = leveled.map(({ accounts: [holder] }) => holder.id);
  const balances = await holdBalances(work, ids, holders);
  const made = await insertTransfers(tx, decideLevels(leveled, balances, await count(tx)), now);
  return write(
    work,
    planned.map(({ wish }) => wish),
    made.size === 0 ? balances : await listBalances(tx, ids),
  );
}

/** Those transfers, with all their accounts held, as they are from here on. */
async function holdTransfers(tx: Tx, ids: readonly string[]): Promise<Map<string, Stored>> {
  const before = await listTransfers(tx, ids);
  await holdAccounts(tx, sidesOf([...before.values()]));
  return listTransfers(tx, ids);
}

/** Moves what was held, or lets it go. What is over stays over: 410. */
export async function settle(work: Work, endings: readonly Ending[]): Promise<readonly Outcome[]> {
  const ids = endings.map(({ id }) => id);
  const { outcomes, ended } = decideEndings(endings, await holdTransfers(work.tx, ids), work.now);
  if (ended.length > 0) await endTransfers(work.tx, ended, work.now);
  return outcomes;
}

/** Held for longer, each until its own time; never for less. Those that are, and until when. */
export const extend = async (work: Work, list: readonly Longer[]): Promise<ReadonlyMap<string, Date>> => {
  await holdTransfers(
    work.tx,
    list.map(({ id }) => id),
  );
  return saveUntil(work.tx, list, work.now);
};

/** Moves it back, all that is left of it or so much; the inverse has an id of its own. */
export async function reverse(
  work: Work,
  { id, of, amount }: { readonly id: string; readonly of: string; readonly amount?: number },
): Promise<Outcome> {
  const stored = (await holdTransfers(work.tx, [of])).get(of);
  if (stored === undefined) return { id, refused: "ledger.unknown" };
  if (stored.state !== "posted") return { id, refused: "ledger.over" };
  const before = (await listTransfers(work.tx, [id])).get(id);
  const wish = planInverse(id, stored, amount ?? before?.amount ?? undoable(stored));
  if (before === undefined && wish.amount > undoable(stored)) return { id, refused: "ledger.amount_bad" };
  const [outcome = { id, refused: "ledger.unknown" as const }] = await carryOut(work, [wish]);
  return outcome;
}

/** What is held of each now, and what left for a cause since then less what came back of it, in the order asked. */
export const listFlows = (
  tx: Tx,
  list: readonly { readonly unit: string; readonly holder: Holder; readonly since: Date }[],
  cause: string,
  now: Date,
): Promise<readonly Flow[]> =>
  listFlowsOf(
    tx,
    list.map(({ unit, holder, since }) => ({ account: accountsOf(unit, holder)[0] ?? "", since })),
    cause,
    now,
  );

/** What a holder has of a unit, and how much of that nobody holds. */
export async function findBalance(
  tx: Tx,
  unit: string,
  holder: Holder,
): Promise<{ readonly posted: number; readonly available: number }> {
  const found = [...(await listBalances(tx, accountsOf(unit, holder))).values()];
  const posted = found.reduce((all, one) => all + one.posted, 0);
  return { posted, available: posted - found.reduce((all, one) => all + one.reserved, 0) };
}

const AT_ONCE = 1000;
/** Lets go what is out of time; true: there may be more. */
export const expireDue = (db: Database): Promise<boolean> =>
  db.work({ kind: "system", id: "ledger" }, async (work) => {
    const ids = await listDue(work.tx, work.now, AT_ONCE);
    if (ids.length > 0)
      await settle(
        work,
        ids.map((id) => ({ id, to: "voided" })),
      );
    return ids.length === AT_ONCE;
  });
