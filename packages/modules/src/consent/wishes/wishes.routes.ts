// Doors of wishes: for oneself, for colleagues who write down what a person says, and for the list of topics.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/wishes";
import type { Tx } from "@somlos/kernel/db";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { uuidOf } from "@somlos/kernel/ids";
import { findSelf } from "../../identity/index.ts";
import { type ConsentHouse, change, staffOf } from "../consent.house.ts";
import type { Carrier } from "../ledger/plan.rules.ts";
import { carriersOfPerson } from "../use/may-use.actions.ts";
import { carriesPermission } from "../use/person.rules.ts";
import { listTopics, saveTopic } from "./topics.store.ts";
import { readWishes, sayWishes } from "./wishes.actions.ts";

const selfOf = (caller: Caller) => {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  return { fp: caller.fp, by: { kind: "person", id: caller.sessionId } as const };
};

/** What is proven theirs; the login that they came with where nothing was told of it yet. */
async function carriersOfSelf(tx: Tx, fp: string): Promise<Carrier[]> {
  const { identifiers } = await findSelf(tx, fp);
  const held = identifiers.filter(({ kind }) => carriesPermission(kind));
  return held.length > 0
    ? held.map((one) => ({ kind: one.kind, fp: uuidOf(one.fp) }))
    : [{ kind: "login", fp: uuidOf(fp) }];
}

const fpsOf = (carriers: readonly Carrier[], ...more: string[]): string[] => [
  ...new Set([...carriers.map(({ fp }) => fp), ...more]),
];

export const wishDoors: readonly Door<ConsentHouse>[] = [
  handle(words.readMyWishes, ({ db }: ConsentHouse, { caller, language }) =>
    db.read(async (tx, now) => {
      const { fp } = selfOf(caller);
      return readWishes(tx, fpsOf(await carriersOfSelf(tx, fp), uuidOf(fp)), language, now);
    }),
  ),
  handle(words.setMyWishes, ({ db }: ConsentHouse, { caller, body, language }) => {
    const { fp, by } = selfOf(caller);
    return db.work(by, async (work) => {
      const carriers = await carriersOfSelf(work.tx, fp);
      await sayWishes(work, carriers, body, { by, saidBy: uuidOf(fp) });
      return readWishes(work.tx, fpsOf(carriers, uuidOf(fp)), language, work.now);
    });
  }),
  handle(words.readWishes, ({ db, naming }: ConsentHouse, { params, language }) =>
    db.read(async (tx, now) =>
      readWishes(tx, fpsOf(await carriersOfPerson(tx, naming, params.id)), language, now),
    ),
  ),
  handle(words.setWishes, ({ db, naming }: ConsentHouse, { caller, params, body, language }) => {
    const by = { kind: "staff", id: staffOf(caller).staffId } as const;
    return db.work(by, async (work) => {
      const carriers = await carriersOfPerson(work.tx, naming, params.id);
      await sayWishes(work, carriers, body, { by, saidBy: null });
      return readWishes(work.tx, fpsOf(carriers), language, work.now);
    });
  }),
  handle(words.listTopics, ({ db }: ConsentHouse) =>
    db.read(async (tx) => ({ items: await listTopics(tx) })),
  ),
  handle(words.saveTopic, (house: ConsentHouse, knock) =>
    change(house, knock, words.saveTopic.id, async (work) => {
      const { code } = knock.params;
      await saveTopic(work.tx, { ...knock.body, code }, work.now, staffOf(knock.caller).staffId);
      return { answer: { items: await listTopics(work.tx) }, object: code };
    }),
  ),
];
