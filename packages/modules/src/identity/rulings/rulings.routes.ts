// The doors of rulings about who is who.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/identity";
import type { Tx } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { type IdentityHouse, staffIn } from "../identity.house.ts";
import { loadPerson } from "../identity.store.ts";
import { kindOfCode } from "../limits.rules.ts";
import { loadSettings } from "../rules/versions.store.ts";
import { type Parties, partiesOf, ruling } from "./answer.actions.ts";
import { amongAll, findMeant, namedOf, targetOf, type ValueWish } from "./meant.actions.ts";
import { join, keepApart, split, undo, withdraw } from "./rulings.actions.ts";
import type { RulingKind } from "./rulings.rules.ts";
import { listRuledNodes, listRulings, type RulingRow } from "./rulings.store.ts";
import { whyOf } from "./why.actions.ts";

type TargetWish = { readonly id: string } | ValueWish;
const twoOf = async (house: IdentityHouse, tx: Tx, { a, b }: { a: TargetWish; b: TargetWish }) =>
  [await targetOf(house, tx, a), await targetOf(house, tx, b)] as const;

const shownRuling = (row: RulingRow, { named, tied }: Parties) => ({
  id: row.id,
  kind: row.kind,
  at: new Date(row.at).toISOString(),
  by: row.byId,
  reason: row.reason,
  undoneAt: row.undoneAt?.toISOString() ?? null,
  undoneBy: row.undoneBy,
  undoneReason: row.undoneWhy,
  names: named
    .filter((one) => one.ruling === row.id)
    .map(({ side, kind, value, id }) => ({ side, kind: kindOfCode(kind), value, personId: id })),
  ties: tied
    .filter((one) => one.ruling === row.id)
    .map((one) => ({
      a: { kind: kindOfCode(one.a_kind), value: one.a_value },
      b: { kind: kindOfCode(one.b_kind), value: one.b_value },
      personId: one.id,
    })),
});

type HiddenOf = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/** Rulings with whom they name, but for those who are not there for who asks. */
async function shownRulings(tx: Tx, rows: readonly RulingRow[], hiddenOf: HiddenOf) {
  if (rows.length === 0) return [];
  const parties = await partiesOf(
    tx,
    rows.map((row) => row.id),
  );
  const hidden = await hiddenOf([...parties.named, ...parties.tied].map(({ id }) => id));
  return rows.map((row) => shownRuling(row, without(parties, hidden)));
}

const without = ({ named, tied }: Parties, hidden: ReadonlySet<string>): Parties => ({
  named: named.filter(({ id }) => !hidden.has(id)),
  tied: tied.filter(({ id }) => !hidden.has(id)),
});

/** What a value says is ruled by others than who is who. */
const isOfPeople = (kind: RulingKind): boolean => kind !== "one_person" && kind !== "blocked";

export const rulingDoors: readonly Door<IdentityHouse>[] = [
  handle(words.join, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.join.id, async (work, act, rules) =>
      join(work, act, await twoOf(house, work.tx, knock.body), rules),
    ),
  ),
  handle(words.split, (house: IdentityHouse, knock) => {
    const { id } = knock.params;
    return ruling(house, knock, words.split.id, async (work, act, rules) => {
      const named = await namedOf(house, work.tx, id, knock.body.identifiers);
      return split(work, act, { id, named }, rules);
    });
  }),
  handle(words.keepApart, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.keepApart.id, async (work, act, rules) =>
      keepApart(work, act, await twoOf(house, work.tx, knock.body), rules),
    ),
  ),
  handle(words.withdrawClaims, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.withdrawClaims.id, async (work, act, rules) =>
      withdraw(work, act, await twoOf(house, work.tx, knock.body), rules),
    ),
  ),
  handle(words.undoRuling, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.undoRuling.id, (work, act, rules) =>
      undo(work, act, { rulingId: knock.params.id, of: isOfPeople }, rules),
    ),
  ),
  handle(words.why, async (house: IdentityHouse, { params, query, language, caller, ip }) => {
    const { other, kind, value, legalEntity } = query;
    const wish =
      kind === undefined || value === undefined ? undefined : amongAll(house, { kind, value, legalEntity });
    if (other === undefined && wish === undefined) throw new Refusal("people.why_whom");
    const answer = await house.db.snapshot(async (tx) => {
      const hiddenOf = (ids: readonly string[]) => house.sight.hidden(tx, caller, "people.read", ids);
      const hides = async (_tx: Tx, ids: readonly string[]) => (await hiddenOf(ids)).size > 0;
      const [, meant] = wish === undefined ? [] : await findMeant(tx, [{ id: params.id }, wish], hides);
      const name = meant?.by;
      const settings = await loadSettings(tx);
      const found = await whyOf(tx, { id: params.id, other, name, hiddenOf }, language, settings);
      return { ...found, rulings: await shownRulings(tx, found.rulings, hiddenOf) };
    });
    const shown = new Set([answer.otherId, ...answer.visits.flatMap((visit) => visit.personId ?? [])]);
    const who = staffIn(caller);
    await house.audit.look([...shown].map((personId) => ({ who, what: words.why.id, personId, ip })));
    return answer;
  }),
  handle(words.listRulings, ({ db, sight }: IdentityHouse, { params, caller }) =>
    db.snapshot(async (tx) => {
      const person = await loadPerson(tx, params.id);
      if (person === undefined) throw new Refusal("people.unknown");
      const rows = await listRulings(tx, await listRuledNodes(tx, params.id));
      const hiddenOf = (ids: readonly string[]) => sight.hidden(tx, caller, "people.read", ids);
      return { personId: person.id, items: await shownRulings(tx, rows, hiddenOf) };
    }),
  ),
];
