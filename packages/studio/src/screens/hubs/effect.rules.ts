// What a ruling would do, from the server's preview: who is concerned now, who would be after, and what goes from whom to whom.
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import { rankOf } from "../../identifiers.tsx";

type Identifier = RuledAnswer["before"][number]["identifiers"][number];
export type Party = { readonly id: string; readonly called: Identifier | undefined };

export type Effect = {
  readonly before: readonly Party[];
  readonly after: readonly Party[];
  readonly moreBefore: number;
  readonly moreAfter: number;
  /** Places in `before` and `after`; a move is drawn apart from who stays. */
  readonly threads: readonly { readonly from: number; readonly to: number; readonly moves: boolean }[];
  readonly moments: number;
  readonly facts: number;
  readonly changes: boolean;
};

const MOST = 6;

/** The identifier that says best who somebody is. */
export const calledBy = (identifiers: readonly Identifier[]): Identifier | undefined =>
  [...identifiers].sort(
    (a, b) => rankOf(a.kind) - rankOf(b.kind) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  )[0];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function effectOf({ before, after, moves }: RuledAnswer): Effect {
  const party = ({ id, identifiers }: RuledAnswer["before"][number]): Party => ({
    id,
    called: calledBy(identifiers),
  });
  const touched = new Set(moves.flatMap(({ from, to }) => [from, to]));
  // those from whom or to whom something goes come first: only so many are drawn
  const first = (a: { id: string }, b: { id: string }) =>
    Number(touched.has(b.id)) - Number(touched.has(a.id));
  const [left, right] = [before.toSorted(first).slice(0, MOST), after.toSorted(first).slice(0, MOST)];
  const at = (list: readonly { id: string }[], id: string): number => list.findIndex((one) => one.id === id);
  const stays = left.map((one, from) => ({ from, to: at(right, one.id), moves: false }));
  const goes = moves.map((move) => ({ from: at(left, move.from), to: at(right, move.to), moves: true }));
  const drawn = [...stays, ...goes].filter(({ from, to }) => from >= 0 && to >= 0);
  return {
    before: left.map(party),
    after: right.map(party),
    moreBefore: before.length - left.length,
    moreAfter: after.length - right.length,
    threads: [...new Map(drawn.map((one) => [`${one.from} ${one.to}`, one])).values()],
    moments: sum(moves.map(({ events }) => events)),
    facts: sum(moves.map(({ facts }) => facts)),
    changes: moves.length > 0 || before.length !== after.length,
  };
}
