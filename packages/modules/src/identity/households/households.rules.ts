// What a household is to one of its members, how an invitation is written, and when a share still holds. Pure.
import type { Limit } from "../../access/index.ts";

const DAY = 86_400_000;
export const INVITATION_MS = 7 * DAY;
/** An invitation that is over stays a day, so that its repetition gives the same answer. */
export const AFTER_MS = DAY;
export const SLOT_MS = 600_000;
export const LOG_MS = 3 * 365 * DAY;
export const LOG_MOST = 100;
export const MOST_MEMBERS = 12;
export const MOST_HOUSEHOLDS = 5;
export const MOST_INVITATIONS = 20;

export const limits = {
  code: { name: "household_code", most: 20, seconds: 3600 },
  mail: { name: "household_mail", most: 10, seconds: 86_400 },
  mailTo: { name: "household_mail_to", most: 3, seconds: 86_400 },
} as const satisfies Record<string, Limit>;

/** No sign that can be taken for another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** A code out of 16 secret bytes, as it is spoken: three groups of four. */
export function codeOf(secret: string): string {
  const bits = [...secret].map((sign) => sign.charCodeAt(0).toString(2).padStart(8, "0")).join("");
  const signs = Array.from(
    { length: LENGTH },
    (_, i) => SIGNS[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  );
  return [0, 4, 8].map((at) => signs.slice(at, at + 4).join("")).join("-");
}

/** The code that somebody typed, with the signs meant that look like others; undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== LENGTH || [...plain].some((sign) => !SIGNS.includes(sign))) return undefined;
  return [0, 4, 8].map((at) => plain.slice(at, at + 4)).join("-");
}

/** The ten minutes that a showing is written down for. */
export const slotOf = (at: Date): Date => new Date(Math.floor(at.getTime() / SLOT_MS) * SLOT_MS);

/**
 * Whether what somebody said of themselves still speaks of who they are: nobody was joined to them since. A part of them may
 * have gone; with one identifier more it rests until they say it again, so that no join shows anybody what was another's.
 */
export const covers = (said: readonly string[], now: readonly string[]): boolean =>
  now.every((fp) => said.includes(fp));

export type Member = {
  readonly id: string;
  readonly householdId: string;
  readonly fp: string;
  readonly called: string;
  readonly maker: boolean;
  readonly joinedAt: Date;
};
export type Household = { readonly id: string; readonly name: string; readonly madeAt: Date };
export type Share = {
  readonly memberId: string;
  readonly withId: string;
  readonly kind: string;
  readonly anchors: readonly string[];
  readonly sharedAt: Date;
};

export type MyHousehold = {
  readonly household: Household;
  /** Of one person, after a join, there may be more than one: the first speaks. */
  readonly mine: readonly Member[];
  readonly others: readonly Member[];
  readonly shares: readonly { kind: string; withId: string; since: Date; rests: boolean }[];
  readonly sharedWithMe: readonly { kind: string; memberId: string }[];
};

export type Told = {
  readonly households: readonly Household[];
  readonly members: readonly Member[];
  readonly shares: readonly Share[];
  /** Of each member: which identifiers are theirs now. */
  readonly anchorsOf: ReadonlyMap<string, readonly string[]>;
};

/** Households as the person with these identifiers sees them. What rests is told to who shares, never to who would see. */
export function drawHouseholds(told: Told, fps: readonly string[]): MyHousehold[] {
  const isMine = ({ fp }: Member) => fps.includes(fp);
  const holds = ({ memberId, anchors }: Share) => covers(anchors, told.anchorsOf.get(memberId) ?? []);
  return told.households.flatMap((household) => {
    const members = told.members.filter(({ householdId }) => householdId === household.id);
    const mine = members.filter(isMine).sort((a, b) => Number(b.maker) - Number(a.maker));
    const others = members.filter((member) => !isMine(member));
    const [my, their] = [mine, others].map((some) => new Set(some.map(({ id }) => id)));
    const given = told.shares.filter((s) => my?.has(s.memberId) === true && their?.has(s.withId) === true);
    const got = told.shares.filter((s) => their?.has(s.memberId) === true && my?.has(s.withId) === true);
    const shares = Map.groupBy(given, ({ kind, withId }) => `${withId} ${kind}`);
    return {
      ...{ household, mine, others },
      shares: [...shares.values()].flatMap((some) => {
        const share = some.find(holds) ?? some[0];
        if (share === undefined) return [];
        return [{ kind: share.kind, withId: share.withId, since: share.sharedAt, rests: !holds(share) }];
      }),
      sharedWithMe: got.filter(holds).map(({ kind, memberId }) => ({ kind, memberId })),
    };
  });
}

/** The lowest place that is free. */
export const freePlace = (taken: readonly number[]): number | undefined =>
  Array.from({ length: MOST_MEMBERS }, (_, i) => i + 1).find((place) => !taken.includes(place));
