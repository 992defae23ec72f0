// The door to how many people we may write to or call: it reads what was counted, and waits for nothing that takes long.
import { setTimeout as wait } from "node:timers/promises";
import { readHeadlines, readReach } from "@somlos/contract/rooms/consent-reach";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { listEntities } from "../../company/index.ts";
import { type ConsentHouse, reachesEntity, staffOf } from "../consent.house.ts";
import { refuseWideSpan } from "../day-span.rules.ts";
import { listHeadlines } from "./headlines.store.ts";
import { askForReach, readCount } from "./reach.actions.ts";
import { type Count, countsSoon, isWanted, type Question, questionOf } from "./reach.rules.ts";

const PATIENCE_MS = 600;

const questionBy = (house: ConsentHouse, caller: Caller): Promise<Question> =>
  house.db.snapshot(async (tx) => {
    const entities = await listEntities(tx);
    const grants = await house.reachOf(tx, staffOf(caller).staffId);
    const mine = entities.map(({ id }) => id).filter((id) => reachesEntity(grants, "consent.read", id));
    return questionOf(mine, entities.length);
  });

const show = (count: Count) => ({
  found:
    count.found === null || count.asOf === null ? null : { asOf: count.asOf.toISOString(), ...count.found },
  counting: isWanted(count) ? { since: count.wantedAt.toISOString(), usualMs: count.tookMs } : null,
});

export const reachDoors: readonly Door<ConsentHouse>[] = [
  handle(readReach, async (house: ConsentHouse, { caller }) => {
    const question = await questionBy(house, caller);
    const { count, newer } = await askForReach(house, question);
    const counted = newer?.catch((err: unknown) => house.log.error({ err }, "reach was not counted"));
    const soon = counted !== undefined && countsSoon(count);
    if (soon) await Promise.race([counted, wait(PATIENCE_MS, undefined, { ref: false })]);
    const last = soon ? await readCount(house.db, question) : count;
    return last === undefined ? { found: null, counting: null } : show(last);
  }),
  handle(readHeadlines, async (house: ConsentHouse, { query: { from, to }, caller }) => {
    refuseWideSpan(from, to);
    const { key } = await questionBy(house, caller);
    return { items: await house.db.snapshot((tx) => listHeadlines(tx, key, from, to)) };
  }),
];
