// The reference, second part: claims, what makes them void, and the people that are left when all have been heard.
import {
  byTime,
  type Event,
  earlier,
  type Lane,
  type Lanes,
  laneAt,
  laneNode,
  type Moment,
  type Told,
  type Trust,
} from "./reference-lanes.ts";

type Claim = Moment & {
  readonly a: string;
  readonly b: string;
  readonly trust: Trust;
  readonly strength: number;
  readonly pair: string;
  readonly signed: boolean;
  readonly ruled?: boolean;
};

/** What a colleague ruled and nobody undid. */
export type Rule = {
  readonly id: string;
  readonly at: number;
  readonly kind: "join" | "split" | "apart" | "withdraw";
  /** Never one person; of a withdrawal, the two whose claims count no more. */
  readonly sides: readonly [readonly string[], readonly string[]];
  readonly ties: readonly (readonly [string, string])[];
};

const RANK: Readonly<Record<string, number>> = {
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
const LIMIT: Readonly<Record<string, number>> = { login: 1, club_card: 3, email: 5, phone: 5 };
const HUB: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  email: { login: 3, club_card: 3 },
  phone: { login: 5, club_card: 3 },
  club_card: { login: 3 },
  card_token: { login: 3 },
  device: { any: 1 },
  address: { any: 1 },
  receipt: { login: 1, email: 2 },
  order: { login: 1, email: 2 },
  lane: { email: 3, phone: 3, club_card: 3 },
};
export const kindOf = (node: string): string => node.slice(0, node.indexOf(" "));

const rankOf = (node: string): number => RANK[kindOf(node)] ?? 0;
export const loginOf = (value: string): string => `login ${value}`;
export const idsOf = (e: Told): string[] => [
  ...(e.login === undefined ? [] : [loginOf(e.login)]),
  ...e.ids.map((id) => `${id.kind} ${id.value}`),
];

export type Print = (node: string) => string;

export function strongest(nodes: readonly string[], fpOf: Print): string | undefined {
  return [...nodes].sort((a, b) => rankOf(b) - rankOf(a) || (fpOf(a) < fpOf(b) ? -1 : 1))[0];
}

/** A home and a thing are no person. */
const NOBODY = new Set(["address", "device"]);
const SLOT = 5 * 60_000;

class Claims {
  readonly #best = new Map<string, Claim>();
  readonly #seen = new Set<string>();
  readonly #fpOf: Print;

  constructor(fpOf: Print) {
    this.#fpOf = fpOf;
  }

  /** The earliest evidence of a pair, a rule and a trust counts. */
  add(
    e: Moment & { readonly trust: Trust },
    a: string,
    b: string,
    rule: "told" | "seen" | "signed",
    trust: Trust = e.trust,
  ): void {
    const [least, most] = [a, b].sort();
    const name = `${least}|${most}|${rule}|${trust}`;
    const had = this.#best.get(name);
    if (had !== undefined && !earlier(e, had)) return;
    const pair = [a, b]
      .map((node) => (kindOf(node) === "lane" ? node : this.#fpOf(node)))
      .sort()
      .join("");
    const strength = rule === "signed" ? 95 : Math.min(rankOf(a), rankOf(b));
    this.#best.set(name, { a, b, trust, strength, at: e.at, key: e.key, pair, signed: rule === "signed" });
  }

  /** Typed again and again on a device: one sighting each five minutes counts. Events come in order. */
  isFirstSighting(e: Event, node: string): boolean {
    const name = `${e.device}|${node}|${e.trust}|${Math.floor(e.at / SLOT)}`;
    const first = !this.#seen.has(name);
    this.#seen.add(name);
    return first;
  }

  inOrder(): Claim[] {
    return [...this.#best.values()].sort(
      (x, y) =>
        (x.trust === y.trust ? 0 : x.trust === "proven" ? -1 : 1) ||
        y.strength - x.strength ||
        byTime(x, y) ||
        (x.pair < y.pair ? -1 : 1),
    );
  }
}

export function claimsOf(events: readonly Event[], lanes: Lanes, fpOf: Print): Claim[] {
  const claims = new Claims(fpOf);
  claimSigned(claims, lanes);
  for (const e of [...events].sort(byTime)) {
    const nodes = [...new Set(idsOf(e))];
    const middle = strongest(nodes, fpOf);
    if (middle === undefined) continue;
    const speaks = !NOBODY.has(kindOf(middle));
    for (const node of nodes) if (speaks && node !== middle) claims.add(e, middle, node, "told");
    const found = laneAt(lanes, e);
    if (found !== undefined) claimLane(claims, e, middle, found);
  }
  return claims.inOrder();
}

/** Ties of rulings are heard before all else; what was claimed of a withdrawn pair is not heard. */
export function rule(claims: readonly Claim[], rules: readonly Rule[]): Claim[] {
  const isVoid = ({ a, b }: Claim) =>
    rules.some(
      ({ kind, sides: [x, y] }) =>
        kind === "withdraw" && ((x.includes(a) && y.includes(b)) || (x.includes(b) && y.includes(a))),
    );
  const ties = rules
    .toSorted((x, y) => x.at - y.at || (x.id < y.id ? -1 : 1))
    .flatMap(({ at, id, ties: pairs }) =>
      pairs.map(
        ([a, b]): Claim => ({
          ...{ a, b, at, key: id, trust: "proven", strength: 100, pair: "", signed: false, ruled: true },
        }),
      ),
    );
  return [...ties, ...claims.filter((claim) => !isVoid(claim))];
}

/** A login claims its lane by the sign-in that gave it the lane; its later events on that lane say nothing more. */
function claimSigned(claims: Claims, lanes: Lanes): void {
  for (const [device, all] of lanes)
    for (const [place, { login, by }] of all.entries())
      if (login !== undefined && by !== undefined)
        claims.add(by, loginOf(login), laneNode(device, place), "signed");
}

function claimLane(
  claims: Claims,
  e: Event,
  middle: string,
  { node, lane }: { node: string; lane: Lane },
): void {
  if (e.login !== undefined || NOBODY.has(kindOf(middle))) return;
  if (e.device === undefined || e.says === "out" || !claims.isFirstSighting(e, middle)) return;
  const wide = laneNode(e.device, lane.wide ?? 0);
  if (e.trust === "proven") claims.add(e, middle, wide, "seen");
  if (e.trust === "stated" || wide !== node) claims.add(e, middle, node, "seen", "stated");
}

/** The nodes to which too many others point. */
function hubsIn(claims: readonly Claim[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  const point = (a: string, b: string) => neighbours.set(a, (neighbours.get(a) ?? new Set<string>()).add(b));
  for (const { a, b } of claims) {
    point(a, b);
    point(b, a);
  }
  const hubs = new Set<string>();
  const count = (others: ReadonlySet<string>, kind: string) =>
    [...others].filter((other) => kind === "any" || kindOf(other) === kind).length;
  for (const [node, others] of neighbours)
    if (Object.entries(HUB[kindOf(node)] ?? {}).some(([kind, most]) => count(others, kind) > most))
      hubs.add(node);
  return hubs;
}

export type United = { readonly groupOf: (node: string) => Set<string>; readonly refusedByLimit: number };

export function unite(
  evidence: readonly Claim[],
  proven: ReadonlySet<string>,
  rules: readonly Rule[] = [],
): United {
  const claims = rule(evidence, rules);
  const groups = new Map<string, Set<string>>();
  const groupOf = (node: string): Set<string> => {
    const found = groups.get(node) ?? new Set([node]);
    groups.set(node, found);
    return found;
  };
  const hubs = { proven: hubsIn(evidence.filter((c) => c.trust === "proven")), stated: hubsIn(evidence) };
  const apart = rules.filter(({ kind }) => kind === "apart" || kind === "split");
  let refusedByLimit = 0;
  for (const claim of claims) {
    const [one, other] = [groupOf(claim.a), groupOf(claim.b)];
    if (
      one === other ||
      areRuledApart(one, other, apart) ||
      isVoid(claim, hubs[claim.trust]) ||
      partsTwoProven(claim, one, other, proven)
    )
      continue;
    if (breaksLimit(one, other)) refusedByLimit++;
    else for (const node of other) groups.set(node, one.add(node));
  }
  return { groupOf, refusedByLimit };
}

/** A stated word never joins two that each hold something proven. */
function partsTwoProven(
  { trust }: Claim,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  proven: ReadonlySet<string>,
): boolean {
  const holdsProven = (group: ReadonlySet<string>) => [...group].some((node) => proven.has(node));
  return trust === "stated" && holdsProven(one) && holdsProven(other);
}

function areRuledApart(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  rules: readonly Rule[],
): boolean {
  const meets = (side: readonly string[]) => side.some((node) => one.has(node) || other.has(node));
  return rules.some(({ sides: [x, y] }) => meets(x) && meets(y));
}

/** Whoever signs in holds the lane, however many addresses were typed on it. */
const isVoid = (claim: Claim, hubs: ReadonlySet<string>): boolean =>
  !claim.signed && claim.ruled !== true && (hubs.has(claim.a) || hubs.has(claim.b));

function breaksLimit(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return Object.entries(LIMIT).some(
    ([kind, most]) => [...one, ...other].filter((node) => kindOf(node) === kind).length > most,
  );
}
