// Does what a colleague rules, or only looks at it, and answers with what it did. A preview does all of it and takes it back
// before the commit: it says exactly what would be.
import type * as words from "@somlos/contract/rooms/identity";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Knock } from "@somlos/kernel/http";
import { countEvents, listMessageIds } from "../../events/index.ts";
import { type IdentityHouse, staffIn } from "../identity.house.ts";
import { type ListedPerson, listPeople } from "../identity.store.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { holdSettings } from "../rules/versions.store.ts";
import type { Effect } from "./effect.actions.ts";
import type { Act, Ruled } from "./rulings.actions.ts";
import { listNamed, listTied } from "./rulings.store.ts";

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

export async function ruling(
  house: IdentityHouse,
  { caller, ip, body }: Wanted,
  what: string,
  go: (work: Work, act: Act, rules: IdentitySettings) => Promise<Ruled>,
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
      const done = await go(work, { act: body.actId, reason: body.reason }, await holdSettings(work.tx));
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

export type Parties = {
  readonly named: Awaited<ReturnType<typeof listNamed>>;
  readonly tied: Awaited<ReturnType<typeof listTied>>;
};
export const partiesOf = async (tx: Tx, ids: readonly string[]): Promise<Parties> => ({
  named: await listNamed(tx, ids),
  tied: await listTied(tx, ids),
});
