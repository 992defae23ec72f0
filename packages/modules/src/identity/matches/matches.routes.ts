// The doors of probable matches. They are for looking and deciding: no other room may ask for a pair.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/matches";
import type { Tx, Work } from "@somlos/kernel/db";
import { type Caller, type Door, handle, type Knock } from "@somlos/kernel/http";
import { staffIn } from "../identity.house.ts";
import { scorer, termsAsked } from "../linkage/kept.rules.ts";
import { type Act, type Decided, decide, undoDecision } from "./decide.actions.ts";
import type { Likeness, MatchHouse } from "./matches.house.ts";
import { chanceOf } from "./matches.rules.ts";
import { countOpen, findMatch, listMatches, listOpenPairs, type MatchRow } from "./matches.store.ts";
import { countTerms, findModel } from "./models.store.ts";
import { counter } from "./weigh.actions.ts";

const LEAST = -1000;
const TOP = [1e6, "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

function placeIn(after: string | undefined): readonly [number, string] {
  const at = after?.indexOf("_") ?? -1;
  return after === undefined ? TOP : [Number(after.slice(0, at)), after.slice(at + 1)];
}

/** Somebody whom the colleague may not see is not there, and no pair of theirs. */
const hiddenFrom = ({ sight }: MatchHouse, tx: Tx, caller: Caller, ids: readonly string[]) =>
  sight.hidden(tx, caller, "people.join", ids);

/** How many wait for the colleague: no pair of somebody they may not see. */
async function countOpenFor(house: MatchHouse, tx: Tx, caller: Caller): Promise<number> {
  if (await house.sight.seesAll(tx, caller, "people.join")) return countOpen(tx);
  const pairs = await listOpenPairs(tx);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const hidden = await hiddenFrom(house, tx, caller, ids);
  return pairs.filter(({ a, b }) => !hidden.has(a) && !hidden.has(b)).length;
}

type NameOf = (id: string) => string | null;

const namesIn = (known: readonly Likeness[]): NameOf => {
  const names = new Map(known.map((one) => [one.personId, one.name]));
  return (id) => names.get(id) ?? null;
};

const shown = (row: MatchRow, nameOf: NameOf): words.MatchAnswer => ({
  id: row.id,
  a: { personId: row.a, name: nameOf(row.a) },
  b: { personId: row.b, name: nameOf(row.b) },
  bits: row.bits,
  chance: chanceOf(row.bits),
  state: row.state,
  scoredAt: row.scoredAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

const lookedAt = (
  house: MatchHouse,
  { caller, ip }: Pick<Knock<unknown, unknown, unknown>, "caller" | "ip">,
  what: string,
  ids: readonly string[],
) => house.audit.look([...new Set(ids)].map((personId) => ({ who: staffIn(caller), what, personId, ip })));

/** Weighed now, from what is known now. */
async function weighNow({ likenessOf }: MatchHouse, tx: Tx, row: MatchRow): Promise<words.MatchWhole> {
  const stored = await findModel(tx);
  if (stored === undefined) throw new Refusal("matches.unknown");
  const known = await likenessOf(tx, [...new Set([row.a, row.b])]);
  const cellsOf = (id: string) => known.find((one) => one.personId === id)?.columns ?? {};
  const cells = [cellsOf(row.a), cellsOf(row.b)];
  const weigh = scorer(stored.model, cells, counter(await countTerms(tx, termsAsked(stored.model, cells))));
  const { start, bars, together, bits } = weigh.explain(0, 1);
  return {
    ...shown({ ...row, bits }, namesIn(known)),
    start,
    bars: bars.map((bar) => ({
      ...bar,
      a: cells[0]?.[bar.column] ?? null,
      b: cells[1]?.[bar.column] ?? null,
    })),
    together: { ...together, swapped: [...together.swapped] },
    threshold: stored.model.threshold,
    rulingId: row.ruling,
  };
}

type Body = { readonly actId: string; readonly reason: string };
type Wanted = Knock<{ readonly id: string }, unknown, Body>;

const deciding =
  (what: string, go: (work: Work, id: string, act: Act) => Promise<Decided>) =>
  async (house: MatchHouse, { caller, params, body, ip }: Wanted): Promise<words.MatchDecided> => {
    const who = staffIn(caller);
    const hides = async (tx: Tx, ids: readonly string[]) =>
      (await hiddenFrom(house, tx, caller, ids)).size > 0;
    return house.db.work({ kind: "staff", id: who }, async (work) => {
      const act = { act: body.actId, reason: body.reason, hides };
      const { before, state, ruling, done } = await go(work, params.id, act);
      if (done)
        await house.audit.record(
          work.tx,
          work.now,
          [...new Set([before.a, before.b])].map((personId) => ({
            who,
            what,
            object: before.id,
            personId,
            reason: body.reason,
            ip,
          })),
        );
      return { id: before.id, state, rulingId: ruling };
    });
  };

const decidingAs = (what: string, wish: "accepted" | "rejected" | "never") =>
  deciding(what, (work, id, act) => decide(work, id, act, wish));

export const matchDoors: readonly Door<MatchHouse>[] = [
  handle(words.listMatches, async (house: MatchHouse, knock) => {
    const { state, least, after, limit } = knock.query;
    const wish = { state, least: least ?? LEAST, after: placeIn(after), limit };
    const { rows, known, open } = await house.db.snapshot(async (tx) => {
      const page = await listMatches(tx, wish);
      const ids = [...new Set(page.flatMap((row) => [row.a, row.b]))];
      const hidden = await hiddenFrom(house, tx, knock.caller, ids);
      const seen = page.filter((row) => !hidden.has(row.a) && !hidden.has(row.b));
      return {
        rows: { page, seen },
        known: await house.likenessOf(tx, ids),
        open: await countOpenFor(house, tx, knock.caller),
      };
    });
    await lookedAt(
      house,
      knock,
      words.listMatches.id,
      rows.seen.flatMap((row) => [row.a, row.b]),
    );
    const last = rows.page.length === limit ? rows.page.at(-1) : undefined;
    const items = rows.seen.map((row) => shown(row, namesIn(known)));
    return { items, next: last === undefined ? null : `${last.bits}_${last.id}`, open };
  }),
  handle(words.openMatch, async (house: MatchHouse, knock) => {
    const whole = await house.db.snapshot(async (tx) => {
      const row = await findMatch(tx, knock.params.id);
      if (row === undefined || (row.a === row.b && row.state !== "accepted"))
        throw new Refusal("matches.unknown");
      if ((await hiddenFrom(house, tx, knock.caller, [row.a, row.b])).size > 0)
        throw new Refusal("matches.unknown");
      return weighNow(house, tx, row);
    });
    await lookedAt(house, knock, words.openMatch.id, [whole.a.personId, whole.b.personId]);
    return whole;
  }),
  handle(words.acceptMatch, decidingAs(words.acceptMatch.id, "accepted")),
  handle(words.rejectMatch, decidingAs(words.rejectMatch.id, "rejected")),
  handle(words.neverMatch, decidingAs(words.neverMatch.id, "never")),
  handle(words.undoMatch, deciding(words.undoMatch.id, undoDecision)),
];
