// Doors to what one person said yes and no to.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-person";
import type { Tx } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { uuidOf } from "@somlos/kernel/ids";
import { type EntityRow, listEntities, type Reach } from "../../company/index.ts";
import { loadPerson } from "../../identity/index.ts";
import { type ConsentHouse, reachesEntity, staffOf } from "../consent.house.ts";
import { dormantDaysIn } from "../law/policy.actions.ts";
import { bearerOf } from "../ledger/bearers.rules.ts";
import { listHeads } from "../ledger/heads.store.ts";
import { listAllEntries } from "../ledger/ledger.store.ts";
import { listPurposes } from "../purposes/purposes.store.ts";
import { minorNow } from "../use/ages.rules.ts";
import { broadNoes, type StandingRow, standingRows } from "./standing.rules.ts";
import { listNewest, listRecordedBy, listUses } from "./standing.store.ts";

type Shown = { readonly kind: string; readonly value: string };
type Opened = {
  readonly id: string;
  /** By the uuid text of the fingerprint. */
  readonly held: ReadonlyMap<string, Shown>;
  /** Those of them that ever said anything. */
  readonly said: readonly string[];
  readonly entities: ReadonlyMap<string, EntityRow>;
  readonly grants: readonly Reach[];
};

async function open(tx: Tx, house: ConsentHouse, id: string, staffId: string): Promise<Opened> {
  const person = await loadPerson(tx, id);
  if (person === undefined) throw new Refusal("people.unknown");
  const named = new Map(
    person.identifiers.flatMap(({ kind, value, circle }) => {
      const held = bearerOf(house.naming, { kind, value, circle });
      return held === undefined ? [] : [[uuidOf(held.fp), { kind, value }] as const];
    }),
  );
  return {
    id: person.id,
    held: named,
    said: await listHeads(tx, [...named.keys()]),
    entities: new Map((await listEntities(tx)).map((entity) => [entity.id, entity])),
    grants: await house.reachOf(tx, staffId),
  };
}

const DAY_MS = 86_400_000;
const maySee = ({ grants }: Opened, entityId: string | null): boolean =>
  entityId === null || reachesEntity(grants, "consent.look", entityId);
const entityOf = ({ entities }: Opened, id: string) => ({ id, name: entities.get(id)?.name ?? null });

function showRow(opened: Opened, kinds: ReadonlyMap<string, words.PermissionView["kind"]>, row: StandingRow) {
  const { entry, used, scope } = row;
  const isNo = row.state === "withdrawn";
  const { text } = entry;
  return {
    ...{ purpose: scope.purpose, kind: kinds.get(scope.purpose) ?? null, channel: scope.channel },
    ...{ entity: entityOf(opened, scope.entityId), state: row.state, basis: row.basis },
    ...{ since: row.since.toISOString(), identifier: opened.held.get(entry.fp) ?? null },
    text:
      text === null
        ? null
        : { id: text.id, language: text.language, version: text.version, body: text.body, hash: text.hash },
    ...{ evidence: isNo ? null : entry.evidence, soft: shownSoft(entry.soft), imported: entry.imported },
    ...{ missing: [...row.missing], cause: entry.cause },
    used: used === undefined ? null : { times: used.times, lastAt: used.lastAt.toISOString() },
  };
}

const shownSoft = (soft: StandingRow["entry"]["soft"]) =>
  soft === null
    ? null
    : (Object.fromEntries(Object.entries(soft).filter(([, value]) => value !== null)) as object);

export const standingDoors: readonly Door<ConsentHouse>[] = [
  handle(words.personPermissions, (house: ConsentHouse, { params, caller }) =>
    house.db.read(async (tx, now) => {
      const opened = await open(tx, house, params.id, staffOf(caller).staffId);
      const entries = await listAllEntries(tx, opened.said);
      const uses = await listUses(tx, opened.said);
      const kinds = new Map((await listPurposes(tx)).map(({ code, kind }) => [code, kind]));
      const dormantDays = await dormantDaysIn(tx, opened.entities, now);
      const rows = standingRows(entries, new Set(opened.held.keys()), { uses, dormantDays, now });
      return {
        id: opened.id,
        minor: minorNow(await house.ages.bornOf(tx, opened.id), now),
        items: rows
          .filter(({ scope }) => maySee(opened, scope.entityId))
          .map((row) => showRow(opened, kinds, row)),
        noes: broadNoes(entries)
          .filter(({ entityId }) => maySee(opened, entityId))
          .map(({ purpose, channel, entityId, at, cause, evidence }) => ({
            ...{ purpose, channel, entity: entityId === null ? null : entityOf(opened, entityId) },
            ...{ at: at.toISOString(), cause, collectedBy: evidence.collectedBy },
          })),
      };
    }),
  ),
  handle(words.personHistory, (house: ConsentHouse, { params, query, caller }) =>
    house.db.read(async (tx) => {
      const opened = await open(tx, house, params.id, staffOf(caller).staffId);
      const { limit, before = null } = query;
      const page = await listNewest(
        tx,
        { said: opened.said, held: [...opened.held.keys()] },
        { before, limit },
      );
      const items = page
        .filter(({ entityId }) => maySee(opened, entityId))
        .map(({ fp, entityId, at, recordedAt, soft, ...entry }) => ({
          ...{ ...entry, entity: entityId === null ? null : entityOf(opened, entityId) },
          ...{ at: at.toISOString(), recordedAt: recordedAt.toISOString(), soft: shownSoft(soft) },
          identifier: opened.held.get(fp) ?? null,
        }));
      return { id: opened.id, items, next: page.length === limit ? (page.at(-1)?.id ?? null) : null };
    }),
  ),
  handle(words.recordedByMe, (house: ConsentHouse, { caller }) =>
    house.db.read(async (tx, now) => {
      const by = `staff:${staffOf(caller).staffId}`;
      const names = new Map((await listEntities(tx)).map(({ id, name }) => [id, name]));
      const rows = await listRecordedBy(tx, by, new Date(now.getTime() - DAY_MS));
      return {
        items: rows.map(({ entityId, at, recordedAt, ...row }) => ({
          ...{
            ...row,
            entity: entityId === null ? null : { id: entityId, name: names.get(entityId) ?? null },
          },
          ...{ at: at.toISOString(), recordedAt: recordedAt.toISOString() },
        })),
      };
    }),
  ),
];
