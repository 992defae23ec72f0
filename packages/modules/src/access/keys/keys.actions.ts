// Keys: made, rolled, closed, renamed. Every change bumps the keyring, so that all processes read again.
import { randomBytes } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import {
  decideRoll,
  hashOfKey,
  type Key,
  type KeyTrust,
  originsOf,
  prefixOf,
  stateOf,
} from "./keys.rules.ts";
import {
  bumpKeyring,
  findKeyByHash,
  insertKey,
  lockKey,
  saveClose,
  saveCloseOf,
  saveNameAndOrigins,
  saveRoll,
} from "./keys.store.ts";

export type KeyWish = {
  readonly sourceId: number;
  readonly name: string;
  readonly trust: KeyTrust;
  readonly origins?: readonly string[];
};

/** A fresh key, told once: a server key is kept as a hash only. */
export type MadeKey = { readonly id: string; readonly text: string };

const freshText = (trust: KeyTrust): string =>
  trust === "public"
    ? `pk_${randomBytes(16).toString("base64url")}`
    : `sk_${randomBytes(24).toString("base64url")}`;

async function keep(work: Work, wish: KeyWish, text: string): Promise<string | undefined> {
  const id = uuid7(work.now.getTime());
  const made = await insertKey(
    work.tx,
    {
      id,
      sourceId: wish.sourceId,
      name: wish.name,
      trust: wish.trust,
      prefix: prefixOf(text),
      hash: hashOfKey(text),
      clear: wish.trust === "public" ? text : null,
      origins: originsOf(wish.origins ?? []),
      createdBy: work.actor.id,
    },
    work.now,
  );
  return made ? id : undefined;
}

export async function createKey(work: Work, wish: KeyWish): Promise<MadeKey> {
  await bumpKeyring(work.tx);
  const text = freshText(wish.trust);
  const id = await keep(work, wish, text);
  if (id === undefined) throw new Error("a fresh key exists already");
  return { id, text };
}

/** The lock on the keyring comes first in every change: changes of keys wait for one another, in one order. */
async function lockOpen(work: Work, id: string): Promise<Key> {
  await bumpKeyring(work.tx);
  const key = await lockKey(work.tx, id);
  if (key === undefined) throw new Refusal("keys.unknown");
  return key;
}

/** A new key that works at once; the old one goes on for the time given, then stops. */
export async function rollKey(work: Work, id: string, overlapSeconds: number): Promise<MadeKey> {
  const old = await lockOpen(work, id);
  await saveRoll(work.tx, id, work.now, decideRoll(old, overlapSeconds, work.now));
  return createKey(work, old);
}

/** Closing twice is no error: the caller wanted it closed and it is. */
export async function closeKey(work: Work, id: string): Promise<void> {
  await lockOpen(work, id);
  await saveClose(work.tx, id, work.now);
}

/** All keys of these sources: nothing comes from them any more, within a second in every process. */
export async function closeKeysOf(work: Work, sources: readonly number[]): Promise<void> {
  await bumpKeyring(work.tx);
  await saveCloseOf(work.tx, sources, work.now);
}

export async function changeKey(
  work: Work,
  id: string,
  change: { readonly name?: string | undefined; readonly origins?: readonly string[] | undefined },
): Promise<void> {
  const key = await lockOpen(work, id);
  if (stateOf(key, work.now) === "closed") throw new Refusal("keys.closed");
  await saveNameAndOrigins(work.tx, id, change.name ?? key.name, originsOf(change.origins ?? key.origins));
}

export type EnsuredKeys = { readonly writeKey: boolean; readonly serverKey: boolean };

/**
 * Puts the keys of the settings in force, once. A key that was closed or rolled since stays so: a restart must not
 * bring back a key that somebody took away. Says for each key whether it is in force.
 */
export async function ensureKeys(
  work: Work,
  given: {
    readonly writeKey: string;
    readonly serverKey: string;
    readonly sources?: { readonly public: number; readonly server: number };
  },
): Promise<EnsuredKeys> {
  const sources = given.sources ?? { public: 1, server: 2 };
  const inForce = async (text: string, trust: KeyTrust, name: string): Promise<boolean> => {
    const there = await findKeyByHash(work.tx, hashOfKey(text));
    if (there !== undefined)
      return there.trust === trust && ["open", "ending"].includes(stateOf(there, work.now));
    await bumpKeyring(work.tx);
    if ((await keep(work, { sourceId: sources[trust], name, trust }, text)) !== undefined) return true;
    return inForce(text, trust, name);
  };
  return {
    writeKey: await inForce(given.writeKey, "public", "Web"),
    serverKey: await inForce(given.serverKey, "server", "Server"),
  };
}
