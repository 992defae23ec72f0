// What a person's permissions come to, one row a purpose, channel and legal entity, for whoever may look. Pure.

import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { PermissionState } from "@somlos/contract/rooms/consent-person";
import type { Entry } from "../ledger/entries.rules.ts";
import {
  covers,
  type Folded,
  foldLedger,
  isTheirs,
  type Scope,
  type Standing,
} from "../ledger/fold.rules.ts";

export type Use = {
  readonly fp: string;
  readonly purpose: string;
  readonly channel: PermissionChannel;
  readonly entityId: string;
  readonly times: number;
  readonly lastAt: Date;
};

export type StandingRow = {
  readonly scope: Scope;
  readonly state: PermissionState;
  readonly basis: Standing["basis"] | null;
  readonly since: Date;
  /** What the state rests on: the yes, or the no. */
  readonly entry: Entry;
  readonly missing: readonly string[];
  readonly used: Use | undefined;
};

const DAY_MS = 86_400_000;
const keyOf = ({ purpose, channel, entityId }: Scope): string => `${purpose} ${channel} ${entityId}`;
const isWhole = (entry: Entry): entry is Entry & Scope =>
  entry.purpose !== null && entry.channel !== null && entry.entityId !== null;

/** Noes that cover more than one purpose, channel or legal entity, newest first. */
export const broadNoes = (entries: readonly Entry[]): Entry[] =>
  entries
    .filter((entry) => entry.state === "withdrawn" && !isWhole(entry))
    .sort((a, b) => b.at.getTime() - a.at.getTime());

export type Asked = {
  readonly uses: readonly Use[];
  readonly dormantDays: (entityId: string) => number;
  readonly now: Date;
};

export const theirsOf = (entries: readonly Entry[], held: ReadonlySet<string>): Entry[] =>
  entries.filter((entry) => isTheirs(entry, held));
/** Each that something was said of by name. */
export const scopesOf = (theirs: readonly Entry[]): Scope[] => [
  ...new Map(
    theirs.filter(isWhole).map(({ purpose, channel, entityId }) => {
      const scope = { purpose, channel, entityId };
      return [keyOf(scope), scope] as const;
    }),
  ).values(),
];

/** Undefined: nothing was ever said that touches it. */
export function standingAt(
  theirs: readonly Entry[],
  held: ReadonlySet<string>,
  scope: Scope,
  asked: Asked,
): StandingRow | undefined {
  const own = theirs.filter((entry) => covers(entry, scope));
  const used = latestUse(asked.uses, scope);
  const state = stateOf(foldLedger(own, held, scope), own, used, {
    now: asked.now,
    dormantDays: asked.dormantDays(scope.entityId),
  });
  return state === undefined ? undefined : { ...state, scope, used };
}

export function standingRows(
  entries: readonly Entry[],
  held: ReadonlySet<string>,
  asked: Asked,
): StandingRow[] {
  const theirs = theirsOf(entries, held);
  return scopesOf(theirs).flatMap((scope) => standingAt(theirs, held, scope, asked) ?? []);
}

type State = Omit<StandingRow, "scope" | "used">;

type Rest = { readonly now: Date; readonly dormantDays: number };
function stateOf(
  folded: Folded,
  own: readonly Entry[],
  used: Use | undefined,
  rest: Rest,
): State | undefined {
  const [yes] = folded.standing;
  return yes === undefined ? notStanding(folded, own) : standing(yes, used, rest);
}

function standing(yes: Standing, used: Use | undefined, { now, dormantDays }: Rest): State {
  const awake = Math.max(yes.freshAt.getTime(), used?.lastAt.getTime() ?? 0);
  const asleepAt = awake + dormantDays * DAY_MS;
  const whole = { basis: yes.basis, entry: yes.entry, missing: [] };
  if (now.getTime() > asleepAt) return { ...whole, state: "asleep", since: new Date(asleepAt) };
  return { ...whole, state: yes.basis === "soft" ? "soft" : "granted", since: yes.freshAt };
}

function notStanding(folded: Folded, own: readonly Entry[]): State | undefined {
  const last = (fits: (entry: Entry) => boolean) => own.filter(fits).at(-1);
  const none = { basis: null, missing: [] };
  const waiting = last(({ state, fp }) => state === "pending" && folded.pending.includes(fp));
  if (waiting !== undefined) return { ...none, state: "waiting", since: waiting.at, entry: waiting };
  const [lack] = folded.incomplete;
  const incomplete = last(({ fp, state }) => fp === lack?.fp && state !== "withdrawn" && state !== "lifted");
  if (lack !== undefined && incomplete !== undefined)
    return { ...none, state: "incomplete", since: incomplete.at, entry: incomplete, missing: lack.missing };
  const no = last(({ state, at }) => state === "withdrawn" && at.getTime() === folded.lastNo?.getTime());
  return no === undefined ? undefined : { ...none, state: "withdrawn", since: no.at, entry: no };
}

/** Uses of all identifiers that the person holds, as one. */
function latestUse(uses: readonly Use[], scope: Scope): Use | undefined {
  const own = uses.filter((use) => keyOf(use) === keyOf(scope));
  const last = own.reduce<Use | undefined>(
    (a, b) => (a === undefined || b.lastAt > a.lastAt ? b : a),
    undefined,
  );
  return last === undefined ? undefined : { ...last, times: own.reduce((sum, { times }) => sum + times, 0) };
}
