// The door to the staff audit.

import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/access-staff";
import { handle } from "@somlos/kernel/http";
import { isUuid } from "@somlos/rules/uuid";
import type { AccessHouse } from "../access.house.ts";
import { type ListedAct, listActs } from "./audit.store.ts";

/** Where a page ended: time and id of its last row. */
const cursorOf = (act: ListedAct): string => `${act.at.getTime()}_${act.id}`;

function readCursor(text: string): { at: Date; id: string } {
  const [ms = "", id = ""] = text.split("_");
  if (!/^\d{1,15}$/.test(ms) || !isUuid(id))
    throw new Refusal("door.bad_request", { problems: ["query.before"] });
  return { at: new Date(Number(ms)), id };
}

/** Somebody whom the reader may not see: what a colleague did is told, not to whom and why. */
const ofNobody = { personId: null, objectId: null, reason: null } as const;

export const auditDoors = [
  handle(words.listAudit, async (house: AccessHouse, { query, caller }) => {
    const { who, personId, limit, before } = query;
    const { found, hidden } = await house.db.read(async (tx, now) => {
      const page = await listActs(tx, {
        who,
        personId,
        from: query.from === undefined ? new Date(0) : new Date(query.from),
        to: query.to === undefined ? new Date(now.getTime() + 1) : new Date(query.to),
        after: before === undefined ? undefined : readCursor(before),
        limit: limit + 1,
      });
      const people = page.flatMap((act) => act.personId ?? []);
      return { found: page, hidden: await house.sight.hidden(tx, caller, "audit.read", people) };
    });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map((act) => ({
        ...act,
        at: act.at.toISOString(),
        ...(act.personId !== null && hidden.has(act.personId) && ofNobody),
      })),
      next: last === undefined ? null : cursorOf(last),
    };
  }),
];
