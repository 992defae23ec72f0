// A version of the rules as it is written down, and as people are judged by it.
import type { RuleBody } from "@somlos/contract/rooms/identity-rules";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { type IdentitySettings, type LimitedKind, limitedKinds, type Window } from "../limits.rules.ts";
import { listOf, shippedList } from "./blocked.rules.ts";

const DAY_MS = 86_400_000;

const windowsOf = (body: RuleBody): IdentitySettings["window"] =>
  Object.fromEntries(
    limitedKinds.flatMap((kind): [LimitedKind, Window][] => {
      const own = body.window[kind];
      return own === null ? [] : [[kind, { most: own.most, spanMs: own.days * DAY_MS }]];
    }),
  );

/** What the version says, on what no version changes. */
export function settingsOf(number: number, body: RuleBody, base: IdentitySettings): IdentitySettings {
  return {
    ...base,
    version: number,
    rank: body.rank,
    limit: body.limit,
    window: windowsOf(body),
    hub: body.hub,
    ties: body.ties,
    signedStrength: body.signed,
    isListed: listOf(body.blocked),
    list: same(body.blocked, shippedList)
      ? base.list
      : uuidOf(fingerprint("list", JSON.stringify(body.blocked))),
  };
}

/** The settings that are shipped, written down as a version. */
export function bodyOf(s: IdentitySettings): RuleBody {
  const window = (kind: LimitedKind) => {
    const own = s.window[kind];
    return own === undefined ? null : { most: own.most, days: Math.max(1, Math.round(own.spanMs / DAY_MS)) };
  };
  return {
    rank: { ...s.rank },
    limit: { ...s.limit },
    window: {
      login: window("login"),
      club_card: window("club_card"),
      email: window("email"),
      phone: window("phone"),
    },
    hub: structuredClone(s.hub) as RuleBody["hub"],
    signed: s.signedStrength,
    ties: [...s.ties],
    blocked: structuredClone(shippedList),
  };
}

const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);

/** What a change of rules asks to be looked at anew. */
export type Shift = {
  /** Values may be hubs that were none, or none that were. */
  readonly hubs: boolean;
  readonly list: boolean;
  /** What follows its one neighbour must speak for itself: its claim may count no more, or again. */
  readonly leaves: boolean;
};

export const shiftOf = (now: IdentitySettings, former: IdentitySettings): Shift => ({
  hubs: !same(now.hub, former.hub),
  list: now.list !== former.list,
  leaves: !same(now.ties, former.ties) || now.list !== former.list,
});
