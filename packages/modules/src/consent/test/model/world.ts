// The real thing that the oracle is held against: a database with identity and consent, that can be kept and restored as an
// installation is, with the book of noes outside of it.
import { rm } from "node:fs/promises";
import { type Database, openDatabase, type Statement, type Tx, type Work } from "@somlos/kernel/db";
import { databaseUrl, onServer } from "@somlos/kernel/testing";
import type { Identifier } from "../../../events/index.ts";
import { openRecognise } from "../../../identity/index.ts";
import { sayNoesAgain } from "../../index.ts";
import { bearer, openConsent } from "../house.ts";

type Act = { readonly act: string; readonly reason: string };
type Ruling<Of> = (work: Work, act: Act, of: Of) => Promise<{ readonly rulingId: string }>;
type Two = readonly [Identifier, Identifier];
/** What colleagues rule of who is who: identity's own actions, brought by the test. */
export type Desk = {
  readonly join: Ruling<Two>;
  readonly keepApart: Ruling<Two>;
  readonly split: Ruling<{ readonly id: string; readonly named: readonly Identifier[] }>;
  readonly undo: Ruling<{ readonly rulingId: string; of(): boolean }>;
};

const staff = { kind: "staff", id: "model" } as const;
const holders: Statement<{ value: string; person: string }> = {
  room: "identity",
  name: "model_holders",
  text: "select value, coalesce(component, fp)::text as person from identity.nodes where value = any($1::text[])",
};

export const named = (kind: "email" | "login", value: string): Identifier => ({
  ...{ kind, value },
  fp: bearer(value, kind).fp,
});

export async function openWorld() {
  const house = await openConsent();
  const name = new URL(house.url).pathname.slice(1);
  const server = databaseUrl(house.url, "postgres");
  const kept = `${name}_kept`;
  const open = (): Database => {
    const opened = openDatabase(house.url, { most: 8, mostWriteMs: 60_000 });
    opened.recordWith(async () => undefined);
    return opened;
  };
  let db = house.db;
  let recognise = openRecognise();
  const copy = async (from: string, to: string) => {
    await db.close(); // a database that is copied has nobody in it
    await onServer(
      server,
      `drop database if exists ${to} with (force)`,
      `create database ${to} template ${from} strategy file_copy`,
    );
    db = open();
    recognise = openRecognise();
  };
  return {
    ...{ entityId: house.entityId, texts: house, book: house.book },
    work: <T>(go: (work: Work) => Promise<T>): Promise<T> => db.work(staff, go),
    /** Takes an event in. */
    async hear(told: Parameters<typeof recognise.learn>[1]): Promise<void> {
      const { committed } = await db.work(staff, (work) => recognise.learn(work, told));
      committed();
    },
    keep: () => copy(name, kept),
    /** The state that was kept, and the noes said again that it never heard of: as the start after a restore does. */
    async restore(): Promise<void> {
      await copy(kept, name);
      await sayNoesAgain(db, house.book);
    },
    async drop(): Promise<void> {
      await db.close();
      await house.book.close();
      for (const one of [kept, name]) await onServer(server, `drop database if exists ${one} with (force)`);
      await rm(house.home, { recursive: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Which of some addresses are one person, as identity knows it. */
export async function partition(tx: Tx, values: readonly string[]): Promise<number[][]> {
  const rows = await tx.rows(holders, [values]);
  const personOf = new Map(rows.map(({ value, person }) => [value, person]));
  const groups = new Map<string, number[]>();
  for (const [who, value] of values.entries()) {
    const person = personOf.get(value) ?? value;
    groups.set(person, [...(groups.get(person) ?? []), who]);
  }
  return [...groups.values()];
}
