// Does what a colleague rules, or only looks at it, and answers with what it did. A preview does all of it and takes it back
// before the commit: it says exactly what would be.
import { type Permission, Refusal } from "@somlos/contract";
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
import { firstOf, holdsOf, type Stand, standOf } from "./holds.actions.ts";
import type { Act, Ruled } from "./rulings.actions.ts";
import { listNamed, listTied } from "./rulings.store.ts";

type Body = { readonly actId: string; readonly reason: string; readonly preview: boolean };
type Wanted = Knock<unknown, unknown, Body>;

/** Thrown to take a preview back. */
class Rehearsed extends Error {
  readonly answer: words.RuledAnswer;
  readonly turned: Turned | undefined;
  constructor(answer: words.RuledAnswer, turned: Turned | undefined) {
    super("a preview");
    this.answer = answer;
    this.turned = turned;
  }
}
type Turned = { readonly effect: Effect; readonly after: Stand };

const mayRule: Permission = "people.join";

export async function ruling(
  house: IdentityHouse,
  { caller, ip, body }: Wanted,
  what: string,
  go: (work: Work, act: Act, rules: IdentitySettings) => Promise<Ruled>,
  { may = mayRule, tells = refuseHidden }: { readonly may?: Permission; readonly tells?: Telling } = {},
): Promise<words.RuledAnswer> {
  const staff = staffIn(caller);
  const hiddenIn = (tx: Tx, ids: readonly string[]) => house.sight.hidden(tx, caller, may, ids);
  const hides = async (tx: Tx, ids: readonly string[]) => (await hiddenIn(tx, ids)).size > 0;
  const acts = (answer: words.RuledAnswer) =>
    concerned(answer).map((personId) => ({
      who: staff,
      what,
      object: answer.rulingId ?? undefined,
      personId,
      reason: body.reason,
      ip,
    }));
  try {
    return await house.db.work({ kind: "staff", id: staff }, async (work) => {
      const act = { act: body.actId, reason: body.reason, hides };
      const ruled = await go(work, act, await holdSettings(work.tx));
      const whole = await answerOf(house, work.tx, ruled, body.preview);
      const answer = tells(whole, await hiddenIn(work.tx, concerned(whole)));
      if (body.preview) throw new Rehearsed(answer, await turnedBy(house, work, ruled, tells));
      await house.audit.record(work.tx, work.now, acts(answer));
      return answer;
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
    const { answer, turned } = error;
    await house.audit.look(acts(answer)); // whoever is shown was looked at
    if (turned === undefined) return answer;
    const holds = await house.db.read((tx, now) => holdsOf(house, tx, now, staff, turned));
    return { ...answer, holds };
  }
}

/** What is seen only while the ruling holds. A value concerns however many: of one nothing more is told. */
async function turnedBy(
  house: IdentityHouse,
  { tx, now }: Work,
  { effect }: Ruled,
  tells: Telling,
): Promise<Turned | undefined> {
  if (effect === undefined || tells !== refuseHidden) return undefined;
  return { effect, after: await standOf(house, tx, now, firstOf(effect.after)) };
}

const concerned = ({ before, after }: words.RuledAnswer): string[] => [
  ...new Set([...before, ...after].map((person) => person.id)),
];

type Telling = (answer: words.RuledAnswer, hidden: ReadonlySet<string>) => words.RuledAnswer;

/** Before the commit: who rules about people sees each of them. */
const refuseHidden: Telling = (answer, hidden) => {
  if (hidden.size > 0) throw new Refusal("people.unknown");
  return answer;
};

/** A value is anybody's: what is ruled of it holds for all, and is told of those whom the colleague sees. */
export const leaveOut: Telling = (answer, hidden) => ({
  ...answer,
  before: answer.before.filter(({ id }) => !hidden.has(id)),
  after: answer.after.filter(({ id }) => !hidden.has(id)),
  moves: answer.moves.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
});

async function answerOf(
  house: IdentityHouse,
  tx: Tx,
  { rulingId, effect }: Ruled,
  preview: boolean,
): Promise<words.RuledAnswer> {
  if (effect === undefined)
    return {
      rulingId,
      done: "before",
      before: [],
      after: await standing(tx, rulingId),
      moves: [],
      holds: null,
    };
  return {
    rulingId: preview ? null : rulingId,
    done: preview ? "preview" : "now",
    before: effect.before.map(shown),
    after: effect.after.map(shown),
    moves: await movesOf(house, tx, effect),
    holds: null,
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
