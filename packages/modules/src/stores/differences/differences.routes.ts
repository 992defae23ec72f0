// Doors of what channels say differently of the same goods.
import { type Language, Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/differences";
import { channels } from "@somlos/contract/rooms/events";
import type { Tx } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import { listActiveStaff, namesOfStaff } from "../../access/index.ts";
import { listTitles, sayRefused, sourceOf, takeShown } from "../../catalog/index.ts";
import { change } from "../../company/index.ts";
import { listAllSources, type SourceRow } from "../../events/index.ts";
import type { StoresHouse } from "../stores.house.ts";
import { SETTLES_MS } from "./differences.rules.ts";
import {
  countDifferences,
  countKinds,
  type DifferenceRow,
  isKnown,
  listDifferenceRows,
  listDiffering,
  saveOwner,
  saveReason,
} from "./differences.store.ts";

const AT_ONCE = 50;
const FIRST = "00000000-0000-0000-0000-000000000000";
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** `moment id` of the last that was seen. */
function placeIn(after: string, ended: boolean): { readonly at: Date; readonly id: string } {
  const [moment = "", id = ""] = after.split(" ");
  if (Number.isNaN(Date.parse(moment)) || !/^[0-9a-f-]{36}$/.test(id))
    return ended ? { at: new Date(8.64e15), id: LAST } : { at: new Date(0), id: FIRST };
  return { at: new Date(moment), id };
}

type Named = {
  readonly titles: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<number, SourceRow>;
  readonly staff: ReadonlyMap<string, string>;
  readonly now: Date;
};
async function namesOf(tx: Tx, rows: readonly DifferenceRow[], language: Language, now: Date) {
  const titles = await listTitles(tx, [...new Set(rows.map(({ productId }) => productId))], language);
  const sources = new Map((await listAllSources(tx)).map((row) => [row.id, row]));
  const staff = await namesOfStaff(
    tx,
    rows.flatMap(({ owner, explainedBy }) => [owner, explainedBy].filter((one) => one !== null)),
  );
  return { titles, sources, staff, now };
}

const sourceShown = (id: number, sources: ReadonlyMap<number, SourceRow>) => {
  const { name, channel } = sources.get(id) ?? { name: String(id), channel: "unknown" };
  return { id, name, channel: channels.find((one) => one === channel) ?? ("unknown" as const) };
};

function shown({ company }: StoresHouse, row: DifferenceRow, named: Named): words.Difference {
  const { id, kind, code, sku, key, owner, explainedAt, reason, explainedBy } = row;
  const entityName = (of: string | null) => (of === null ? null : (company.entityById(of)?.name ?? null));
  const nameOf = (staffId: string) => named.staff.get(staffId) ?? staffId;
  return {
    ...{ id, kind, productCode: code, product: named.titles.get(row.productId) ?? null, sku, key },
    ...{ entity: entityName(row.entityId), otherEntity: entityName(row.otherEntityId) },
    location: row.locationId === null ? null : (company.placeById(row.locationId)?.name ?? null),
    holding: {
      ...{ source: sourceShown(row.holdingSource, named.sources), value: row.holding },
      at: row.holdingAt.toISOString(),
    },
    other: {
      ...{ source: sourceShown(row.otherSource, named.sources), value: row.other, shown: row.shown },
      at: row.otherAt.toISOString(),
    },
    foundAt: row.foundAt.toISOString(),
    ageSeconds: Math.max(
      0,
      Math.floor(((row.endedAt ?? named.now).getTime() - row.foundAt.getTime()) / 1000),
    ),
    endedAt: row.endedAt?.toISOString() ?? null,
    owner: owner === null ? null : { id: owner, name: nameOf(owner) },
    explained:
      explainedAt === null
        ? null
        : { at: explainedAt.toISOString(), by: nameOf(explainedBy ?? ""), reason: reason ?? "" },
  };
}

export const differenceDoors = [
  handle(words.takeShown, async (house: StoresHouse, { caller, body, language }) => {
    const { accepted, refused } = await takeShown(house, sourceOf(caller), body.shown);
    return { success: true as const, accepted, refused: sayRefused(refused, language) };
  }),
  handle(words.listDifferences, (house: StoresHouse, { query, language }) =>
    house.db.read(async (tx, now) => {
      const { state, kind, source, owner, q, after } = query;
      const settled = new Date(now.getTime() - SETTLES_MS);
      const asked = { kind: kind ?? null, source: source ?? null, owner: owner ?? null };
      const place = placeIn(after, state === "ended");
      const rows = await listDifferenceRows(tx, {
        ...asked,
        ...{ state, settled, q, after: place, limit: AT_ONCE },
      });
      const named = await namesOf(tx, rows, language, now);
      const last = rows.length < AT_ONCE ? undefined : rows.at(-1);
      return {
        items: rows.map((row) => shown(house, row, named)),
        next: last === undefined ? null : `${(last.endedAt ?? last.foundAt).toISOString()} ${last.id}`,
        counts: await countDifferences(tx, settled),
        kinds: await countKinds(tx, state, settled),
      };
    }),
  ),
  handle(words.explainDifference, (house: StoresHouse, knock) => {
    const [{ id }, { reason }] = [knock.params, knock.body];
    return change(house, knock, words.explainDifference.id, async ({ tx, now, actor }) => {
      if (!(await saveReason(tx, id, { reason, at: now, by: actor.id })))
        throw new Refusal((await isKnown(tx, id)) ? "differences.over" : "differences.unknown");
      return { answer: { id }, object: id };
    });
  }),
  handle(words.listDifferenceOwners, (house: StoresHouse) =>
    house.db.read(async (tx) => {
      const sources = new Map((await listAllSources(tx)).map((row) => [row.id, row]));
      const differing = await listDiffering(tx);
      return {
        sources: differing.map(({ sourceId, owner, open }) => ({
          ...{ ...sourceShown(sourceId, sources), owner, open },
        })),
        colleagues: await listActiveStaff(tx),
      };
    }),
  ),
  handle(words.setDifferenceOwner, (house: StoresHouse, knock) => {
    const [{ source }, { owner }] = [knock.params, knock.body];
    return change(house, knock, words.setDifferenceOwner.id, async ({ tx, now, actor }) => {
      if (!(await listAllSources(tx)).some(({ id }) => id === source))
        throw new Refusal("differences.source_unknown");
      if (owner !== null && !(await listActiveStaff(tx)).some(({ id }) => id === owner))
        throw new Refusal("differences.colleague_unknown");
      await saveOwner(tx, source, owner, { at: now, by: actor.id });
      return { answer: { source }, object: `${source} ${owner ?? "nobody"}` };
    });
  }),
] as const;
