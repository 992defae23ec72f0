// How much each kind of identifier is worth, how many of it one person may have, and when a value is a hub.
import type { IdentifierKind } from "../events/index.ts";
import { type Listable, listOf, shippedList } from "./rules/blocked.rules.ts";

/** What claims tie together: identifiers, and lanes of devices. A device itself is never a node. */
export type NodeKind = Exclude<IdentifierKind, "visitor"> | "lane";

export const nodeKinds = [
  "login",
  "club_card",
  "email",
  "phone",
  "distinct_id",
  "card_token",
  "receipt",
  "order",
  "device",
  "address",
  "lane",
] as const satisfies readonly NodeKind[];

/** Number of a kind in the database: its place in the list, from 1. Append only. */
export const codeOfKind = (kind: NodeKind): number => nodeKinds.indexOf(kind) + 1;
export function kindOfCode(code: number): NodeKind {
  const kind = nodeKinds[code - 1];
  if (kind === undefined) throw new Error(`no identifier kind has the number ${code}`);
  return kind;
}

/** Kinds of which a person may have only so many, in the order of the counts on a person's row. */
export const limitedKinds = ["login", "club_card", "email", "phone"] as const satisfies readonly NodeKind[];
export type LimitedKind = (typeof limitedKinds)[number];
export const limitedPlace = (kind: NodeKind): number => (limitedKinds as readonly NodeKind[]).indexOf(kind);

export type Window = { readonly most: number; readonly spanMs: number };
/** What binds when two sides become one. */
export type Bounds = Pick<IdentitySettings, "limit" | "window">;

/** Whether the times of nodes of a kind matter: a window that no person can fill beyond is none. */
export const windowOf = ({ limit, window }: Bounds, kind: NodeKind): Window | undefined => {
  const own = window[kind as LimitedKind];
  return own !== undefined && own.most < limit[kind as LimitedKind] ? own : undefined;
};

const WEEK_MS = 7 * 86_400_000;

/** What a claim between two kinds is worth: nothing, no more than a browser's word, or its evidence; with a strength of its own. */
export type Tie = {
  readonly a: NodeKind;
  readonly b: NodeKind;
  readonly says: "full" | "stated" | "nothing";
  readonly strength?: number | undefined;
};

/** What never changes with a version: how events are heard. The rest may be versioned (`rules/`). */
export type IdentitySettings = {
  readonly version: number;
  /** Standing of a kind: the highest identifier of an event is the centre of its star. */
  readonly standing: Readonly<Record<NodeKind, number>>;
  /** Strength of a kind: a claim is as strong as its weaker end. */
  readonly rank: Readonly<Record<NodeKind, number>>;
  /** At most so many for one person. */
  readonly limit: Readonly<Record<LimitedKind, number>>;
  /** And of those at most so many whose first event lies within one span of time. Says nothing where it is no less than the limit. */
  readonly window: Readonly<Partial<Record<LimitedKind, Window>>>;
  /** With more direct neighbours of a (stronger) kind than this, or of `any`, a value says nothing about anybody. */
  readonly hub: Readonly<Partial<Record<NodeKind, Readonly<Partial<Record<NodeKind | "any", number>>>>>>;
  /** Pairs of kinds of which claims are worth less, or another strength. */
  readonly ties: readonly Tie[];
  /** Whether a value is on the list of those that say nothing of anybody. */
  readonly isListed: (node: Listable) => boolean;
  /** Names the list: another list, another name. */
  readonly list: string;
  /** While a new version is applied: the one before. The tables may still say what that one said. */
  readonly former?: IdentitySettings | undefined;
  /** Strength of the claim that a login holds its lane. */
  readonly signedStrength: number;
  /** How far a sign-in reaches back on a device that somebody else used before. */
  readonly visitMs: number;
  /** Of an identifier typed again and again on a device, one sighting in each slot of this length counts. */
  readonly slotMs: number;
  /** On a kiosk the visit is over when such a slot passes without an event: silence of one to two of them. */
  readonly silenceMs: number;
};

const standing: IdentitySettings["standing"] = {
  login: 90,
  club_card: 80,
  email: 60,
  phone: 50,
  distinct_id: 45,
  card_token: 40,
  receipt: 30,
  order: 30,
  device: 25,
  lane: 20,
  address: 10,
};

/** What holds where nobody changed it. */
export const identitySettings: IdentitySettings = {
  version: 5,
  standing,
  rank: standing,
  limit: { login: 1, club_card: 3, email: 5, phone: 5 },
  window: { email: { most: 5, spanMs: WEEK_MS }, phone: { most: 5, spanMs: WEEK_MS } },
  hub: {
    email: { login: 3, club_card: 3 },
    phone: { login: 5, club_card: 3 },
    club_card: { login: 3 },
    card_token: { login: 3 },
    device: { any: 1 }, // no person: it goes with the one thing that names it
    address: { any: 1 }, // of a home: it goes with the one thing that names it, and joins nobody
    receipt: { login: 1, email: 2 },
    order: { login: 1, email: 2 },
    lane: { email: 3, phone: 3, club_card: 3 },
  },
  ties: [],
  isListed: listOf(shippedList),
  list: "shipped",
  signedStrength: 95,
  visitMs: 30 * 60_000,
  slotMs: 5 * 60_000,
  silenceMs: 60_000,
};
