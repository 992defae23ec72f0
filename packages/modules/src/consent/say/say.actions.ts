// Acts of permission, one or a thousand: what they name is looked up once, good ones are written together, and one that is
// refused fails no other.
import type { Tx, Work } from "@somlos/kernel/db";
import type { ConsentHouse } from "../consent.house.ts";
import { bearHeads } from "../ledger/heads.store.ts";
import { heldAndErased, saidBefore, writeEntries } from "../ledger/ledger.actions.ts";
import { linesOf } from "../ledger/noes.rules.ts";
import { asEntry, type PlannedEntry } from "../ledger/plan.rules.ts";
import { type Asked, askToConfirm } from "../links/links.actions.ts";
import { findByHash, loadWords } from "../purposes/purposes.store.ts";
import { type Looked, type Named, type PermissionAct, planAct, type Unwilling } from "./acts.rules.ts";

export type SayHouse = Pick<ConsentHouse, "db" | "mail" | "installation" | "access" | "noes" | "erasedAmong">;
export type Said = {
  readonly entries: number;
  /** Ids of the acts that said something new. */
  readonly acts: ReadonlySet<string>;
  /** Ids of the acts that wait for the word from the address. */
  readonly pending: ReadonlySet<string>;
  readonly refused: ReadonlyMap<number, Unwilling>;
};

const fpsOf = (acts: readonly PermissionAct[]): string[] => [
  ...new Set(acts.flatMap(({ named }) => named.map(({ fp }) => fp))),
];

async function lookUp(tx: Tx, house: SayHouse, acts: readonly PermissionAct[]): Promise<Looked> {
  const grants = acts.filter((act) => act.act === "grant");
  const hashes = grants.flatMap(({ textId, evidence }) =>
    textId === undefined && evidence.textHash !== null ? [evidence.textHash] : [],
  );
  const found = hashes.length === 0 ? [] : await findByHash(tx, [...new Set(hashes)]);
  const words = await loadWords(tx, {
    purposes: acts.flatMap(({ purpose }) => (purpose === null ? [] : [purpose])),
    texts: [...grants.flatMap(({ textId }) => textId ?? []), ...found.map(({ id }) => id)],
  });
  const byHash = new Map(
    [...Map.groupBy(found, ({ hash }) => hash)].map(([hash, list]) => [hash, list.map(({ id }) => id)]),
  );
  const erased = await heldAndErased(tx, house, fpsOf(grants));
  const softs = fpsOf(grants.filter(({ soft }) => soft !== null));
  const before = await saidBefore(tx, softs);
  return { ...words, byHash, erased, said: new Map(softs.map((fp) => [fp, [...(before.get(fp) ?? [])]])) };
}

export async function say(work: Work, house: SayHouse, acts: readonly PermissionAct[]): Promise<Said> {
  const looked = await lookUp(work.tx, house, acts);
  const refused = new Map<number, Unwilling>();
  const entries: PlannedEntry[] = [];
  for (const [index, act] of acts.entries()) {
    const planned = planAct(act, looked, work.now);
    if ("refused" in planned) refused.set(index, planned.refused);
    else {
      entries.push(...planned.entries);
      for (const one of planned.entries) looked.said.get(one.fp)?.push(asEntry(one, looked.texts));
    }
  }
  const written = await writeEntries(work, entries);
  const pending = entries.filter(({ state }) => state === "pending");
  await askToConfirm(
    work,
    house,
    askedOf(
      pending.filter(({ actId }) => written.acts.has(actId)),
      acts,
      looked,
    ),
  );
  await house.noes.append(linesOf(entries));
  return { ...written, pending: new Set(pending.map(({ actId }) => actId)), refused };
}

/** Mail addresses among what waits, with the words that they are asked in. */
function askedOf(pending: readonly PlannedEntry[], acts: readonly PermissionAct[], looked: Looked): Asked[] {
  const mails = new Map(
    acts.flatMap((act) =>
      act.act !== "grant"
        ? []
        : act.named
            .filter(({ kind }) => kind === "email")
            .map(({ fp, value }: Named) => [`${act.actId} ${fp}`, value] as const),
    ),
  );
  return pending.flatMap((entry) => {
    const address = mails.get(`${entry.actId} ${entry.fp}`);
    const text = looked.texts.get(entry.textId ?? "");
    return address === undefined || text === undefined ? [] : [{ entry, address, text }];
  });
}

/** So that nobody who asks waits for the whole of a batch. */
export async function prepare(house: SayHouse, acts: readonly PermissionAct[]): Promise<void> {
  const fps = fpsOf(acts);
  await house.db.work({ kind: "system", id: "consent" }, ({ tx }) => bearHeads(tx, fps));
}
