// What a colleague decides about a pair, and takes back. Accepting is a ruling: its limits bind, and undoing it restores exactly.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { loadSettings } from "../rules/versions.store.ts";
import { type Act, join, undo } from "../rulings/rulings.actions.ts";
import { lockIdentity } from "../streams.store.ts";
import { type MatchState, mayDecide, mayUndo } from "./matches.rules.ts";
import { lockMatch, type MatchRow, saveDecision } from "./matches.store.ts";

export type { Act };
export type Decided = {
  readonly before: MatchRow;
  readonly state: MatchState;
  readonly ruling: string | null;
  readonly done: boolean;
};

/** The lock of identity first, as everybody takes it: joins, splits and erasures wait for one another, never in a ring. */
async function beginDecision({ tx }: Work, id: string, { hides }: Act): Promise<MatchRow> {
  await lockIdentity(tx);
  const match = await lockMatch(tx, id);
  if (match === undefined || (await hides?.(tx, [match.a, match.b])) === true)
    throw new Refusal("matches.unknown");
  return match;
}

const asItIs = (before: MatchRow): Decided => ({
  before,
  state: before.state,
  ruling: before.ruling,
  done: false,
});

async function write(
  work: Work,
  before: MatchRow,
  state: MatchState,
  ruling: string | null,
): Promise<Decided> {
  const open = state === "open";
  await saveDecision(work.tx, before.id, {
    state,
    ruling,
    at: open ? null : work.now,
    by: open ? null : work.actor.id,
  });
  return { before, state, ruling, done: true };
}

/** The same decision again changes nothing. */
export async function decide(
  work: Work,
  id: string,
  act: Act,
  wish: Exclude<MatchState, "open">,
): Promise<Decided> {
  const match = await beginDecision(work, id, act);
  if (match.state === wish) return asItIs(match);
  if (!mayDecide(match.state)) throw new Refusal("matches.decided");
  if (match.a === match.b) throw new Refusal("matches.unknown");
  if (wish !== "accepted") return write(work, match, wish, null);
  const { rulingId } = await join(work, act, [{ id: match.a }, { id: match.b }], await loadSettings(work.tx));
  return write(work, match, "accepted", rulingId);
}

/** An accepted pair whose ruling was undone elsewhere is open again all the same. */
export async function undoDecision(work: Work, id: string, act: Act): Promise<Decided> {
  const match = await beginDecision(work, id, act);
  if (!mayUndo(match.state)) throw new Refusal("matches.undecided");
  if (match.state === "accepted" && match.ruling !== null)
    await undo(
      work,
      act,
      { rulingId: match.ruling, of: (kind) => kind === "join" },
      await loadSettings(work.tx),
    ).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== "people.ruling_undone") throw error;
    });
  return write(work, match, "open", null);
}
