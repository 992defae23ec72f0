// The doors of hubs: which values say nothing of anybody, and what a colleague rules of them.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/identity-hubs";
import { type Door, handle } from "@somlos/kernel/http";
import { identifierKinds, kindOf } from "../../events/index.ts";
import { type IdentityHouse, staffIn } from "../identity.house.ts";
import { codeOfKind, kindOfCode } from "../limits.rules.ts";
import { leaveOut, ruling } from "./answer.actions.ts";
import { type HubRow, listHubs } from "./hubs.store.ts";
import { targetOf } from "./meant.actions.ts";
import { ruleValue, undo } from "./rulings.actions.ts";

const FIRST = [0, "00000000-0000-0000-0000-000000000000"] as const;

function codeOf(kind: string | undefined): number | null {
  if (kind === undefined) return null;
  const known = kindOf(kind);
  if (known === undefined || known === "visitor")
    throw new Refusal("people.kind_unknown", { kinds: identifierKinds });
  return codeOfKind(known);
}

function placeIn(after: string | undefined): readonly [number, string] {
  const [kind, id] = after?.split("_") ?? [];
  return kind === undefined || id === undefined ? FIRST : [Number(kind), id];
}

const shown = (row: HubRow): words.HubAnswer => ({
  id: row.id,
  kind: kindOfCode(row.kind),
  value: row.value,
  neighbours: row.neighbours,
  since: row.hub_at?.toISOString() ?? null,
  says: row.fixed === 2 ? "blocked" : row.fixed === 1 ? "one_person" : row.hub_proven ? "nothing" : "little",
  rulingId: row.ruling,
  ruled:
    row.ruled_ms === null || row.ruled_by === null
      ? null
      : {
          at: new Date(Number(row.ruled_ms)).toISOString(),
          by: row.ruled_by,
          reason: row.ruled_why ?? "",
        },
});

const ofValues = { may: "identity.manage", tells: leaveOut } as const;

export const hubDoors: readonly Door<IdentityHouse>[] = [
  handle(words.listHubs, async ({ db, audit, sight }: IdentityHouse, { query, caller, ip }) => {
    const { standing, limit } = query;
    const wish = { standing, kind: codeOf(query.kind), after: placeIn(query.after), limit };
    const { rows, hidden } = await db.snapshot(async (tx) => {
      const page = await listHubs(tx, wish);
      const nodes = page.map(({ id }) => id);
      return { rows: page, hidden: await sight.hidden(tx, caller, "people.read", nodes) };
    });
    await audit.look([{ who: staffIn(caller), what: words.listHubs.id, ip }]);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      items: rows.filter(({ id }) => !hidden.has(id)).map(shown),
      next: last === undefined ? null : `${last.kind}_${last.id}`,
    };
  }),
  handle(words.ruleHub, (house: IdentityHouse, knock) => {
    if (kindOf(knock.body.kind) === "visitor") throw new Refusal("people.hub_visitor");
    return ruling(
      house,
      knock,
      words.ruleHub.id,
      async (work, act, rules) => {
        const named = await targetOf(house, work.tx, knock.body);
        return ruleValue(work, act, { named, kind: knock.body.says }, rules);
      },
      ofValues,
    );
  }),
  handle(words.undoHub, (house: IdentityHouse, knock) => {
    const of = (kind: string) => kind === "one_person" || kind === "blocked";
    return ruling(
      house,
      knock,
      words.undoHub.id,
      (work, act, rules) => undo(work, act, { rulingId: knock.params.id, of }, rules),
      ofValues,
    );
  }),
];
