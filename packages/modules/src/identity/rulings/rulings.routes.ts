// The doors of rulings. A preview does all of it and takes it back before the commit: it says exactly what would be.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/identity";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx, Work } from "@somlos/kernel/db";
import { type Door, handle, type Knock } from "@somlos/kernel/http";
import { countEvents, listMessageIds } from "../../events/index.ts";
import { type IdentityHouse, namedBy, staffIn } from "../identity.house.ts";
import { type ListedPerson, listPeople, loadPerson } from "../identity.store.ts";
import { identitySettings, kindOfCode } from "../limits.rules.ts";
import type { Effect } from "./effect.actions.ts";
import { findNamed, findNodesById } from "./named.store.ts";
import {
  type Act,
  join,
  keepApart,
  type Ruled,
  split,
  type Target,
  undo,
  withdraw,
} from "./rulings.actions.ts";
import { listNamed, listRuledNodes, listRulings, listTied, type RulingRow } from "./rulings.store.ts";
import { explain } from "./why.actions.ts";

type Body = { readonly actId: string; readonly reason: string; readonly preview: boolean };
type Wanted = Knock<unknown, unknown, Body>;

/** Thrown to take a preview back. */
class Rehearsed extends Error {
  readonly answer: words.RuledAnswer;
  constructor(answer: words.RuledAnswer) {
    super("a preview");
    this.answer = answer;
  }
}

async function ruling(
  house: IdentityHouse,
  { caller, ip, body }: Wanted,
  what: string,
  go: (work: Work, act: Act) => Promise<Ruled>,
): Promise<words.RuledAnswer> {
  const staff = staffIn(caller);
  const acts = (answer: words.RuledAnswer) =>
    [...new Set([...answer.before, ...answer.after].map((person) => person.id))].map((personId) => ({
      who: staff,
      what,
      object: answer.rulingId ?? undefined,
      personId,
      reason: body.reason,
      ip,
    }));
  try {
    return await house.db.work({ kind: "staff", id: staff }, async (work) => {
      const done = await go(work, { act: body.actId, reason: body.reason });
      const answer = await answerOf(house, work.tx, done, body.preview);
      if (body.preview) throw new Rehearsed(answer);
      await house.audit.record(work.tx, work.now, acts(answer));
      return answer;
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
    await house.audit.look(acts(error.answer)); // whoever is shown was looked at
    return error.answer;
  }
}

async function answerOf(
  house: IdentityHouse,
  tx: Tx,
  { rulingId, effect }: Ruled,
  preview: boolean,
): Promise<words.RuledAnswer> {
  if (effect === undefined)
    return { rulingId, done: "before", before: [], after: await standing(tx, rulingId), moves: [] };
  return {
    rulingId: preview ? null : rulingId,
    done: preview ? "preview" : "now",
    before: effect.before.map(shown),
    after: effect.after.map(shown),
    moves: await movesOf(house, tx, effect),
  };
}

const shown = ({ id, identifiers }: ListedPerson) => ({
  id,
  identifiers: identifiers.map(({ kind, value }) => ({ kind, value })),
});

/** Whose those that a ruling names are now. */
async function standing(tx: Tx, rulingId: string) {
  const { named, tied } = await partiesOf(tx, [rulingId]);
  const ids = new Set([...named, ...tied].map((one) => one.id));
  return (await listPeople(tx, { ids: [...ids] })).map(shown);
}

async function movesOf({ wordsIn }: IdentityHouse, tx: Tx, { moves, streams }: Effect) {
  const events = new Map((await countEvents(tx, streams, machineNow())).map((row) => [row.owner, row]));
  const keys = [...events.values()].flatMap((row) => row.keys ?? []);
  const ids = keys.length === 0 ? new Map<string, string>() : await listMessageIds(tx, keys);
  const facts = Map.groupBy(await wordsIn(tx, streams), (word) => streams.owners[word.part]);
  return moves.map(({ from, to, identifiers, owner }) => ({
    from,
    to,
    identifiers: [...identifiers],
    events: events.get(owner)?.events ?? 0,
    messageIds: (events.get(owner)?.keys ?? []).flatMap((key) => ids.get(key) ?? []),
    facts: facts.get(owner)?.length ?? 0,
    factNames: [...new Set((facts.get(owner) ?? []).map((word) => word.name))].sort(),
  }));
}

type TargetWish = { readonly id: string } | { readonly kind: string; readonly value: string };
const targetOf = (house: IdentityHouse, wish: TargetWish): Target =>
  "id" in wish ? { id: wish.id } : namedBy(house.naming, wish);

type Parties = {
  readonly named: Awaited<ReturnType<typeof listNamed>>;
  readonly tied: Awaited<ReturnType<typeof listTied>>;
};
const partiesOf = async (tx: Tx, ids: readonly string[]): Promise<Parties> => ({
  named: await listNamed(tx, ids),
  tied: await listTied(tx, ids),
});

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

export const rulingDoors: readonly Door<IdentityHouse>[] = [
  handle(words.join, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.join.id, (work, act) =>
      join(work, act, [targetOf(house, knock.body.a), targetOf(house, knock.body.b)], identitySettings),
    ),
  ),
  handle(words.split, (house: IdentityHouse, knock) => {
    const named = knock.body.identifiers.map((one) => namedBy(house.naming, one));
    return ruling(house, knock, words.split.id, (work, act) =>
      split(work, act, { id: knock.params.id, named }, identitySettings),
    );
  }),
  handle(words.keepApart, (house: IdentityHouse, knock) => {
    const two = [namedBy(house.naming, knock.body.a), namedBy(house.naming, knock.body.b)] as const;
    return ruling(house, knock, words.keepApart.id, (work, act) =>
      keepApart(work, act, two, identitySettings),
    );
  }),
  handle(words.withdrawClaims, (house: IdentityHouse, knock) => {
    const two = [namedBy(house.naming, knock.body.a), namedBy(house.naming, knock.body.b)] as const;
    return ruling(house, knock, words.withdrawClaims.id, (work, act) =>
      withdraw(work, act, two, identitySettings),
    );
  }),
  handle(words.undoRuling, (house: IdentityHouse, knock) =>
    ruling(house, knock, words.undoRuling.id, (work, act) =>
      undo(work, act, knock.params.id, identitySettings),
    ),
  ),
  handle(words.why, async (house: IdentityHouse, { params, query, language, caller, ip }) => {
    const { other, kind, value } = query;
    const name =
      kind === undefined || value === undefined ? undefined : namedBy(house.naming, { kind, value });
    if (other === undefined && name === undefined) throw new Refusal("people.why_whom");
    const answer = await house.db.snapshot(async (tx) => {
      const [one] = await findNodesById(tx, [params.id]);
      const two =
        name !== undefined ? await findNamed(tx, name) : (await findNodesById(tx, [other ?? ""]))[0];
      if (one === undefined || two === undefined) throw new Refusal("people.unknown");
      return explain(tx, [one, two], language, identitySettings);
    });
    await house.audit.look([{ who: staffIn(caller), what: words.why.id, personId: answer.otherId, ip }]);
    return answer;
  }),
  handle(words.listRulings, ({ db }: IdentityHouse, { params }) =>
    db.snapshot(async (tx) => {
      const person = await loadPerson(tx, params.id);
      if (person === undefined) throw new Refusal("people.unknown");
      const rows = await listRulings(tx, await listRuledNodes(tx, params.id));
      const parties = await partiesOf(
        tx,
        rows.map((row) => row.id),
      );
      return { personId: person.id, items: rows.map((row) => shownRuling(row, parties)) };
    }),
  ),
];
