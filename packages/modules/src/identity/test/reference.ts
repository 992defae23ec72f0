// People straight from the definitions, the slow way: from the whole set of events, with nothing shared with the rules but
// the settings. What the room does in steps must equal this.
import type { Told, Trust } from "../../events/index.ts";
import type { IdentitySettings, NodeKind } from "../limits.rules.ts";
import { before, lanesOf, type Moment, order, type Piece, silenceKey, sorted } from "./reference-lanes.ts";

/** What colleagues ruled and did not undo. `key` and `at` are the ruling's own. */
export type Rule = { at: number; key: string } & (
  | { rule: "join" | "withdraw"; pairs: readonly (readonly [string, string])[] }
  | { rule: "one_person" | "blocked"; node: string; pairs?: undefined }
  | {
      rule: "apart";
      sides: readonly [readonly string[], readonly string[]];
      pairs?: readonly (readonly [string, string])[];
    }
);

type Evidence = Moment & {
  strong: string;
  weak: string;
  rule: "carried" | "signed" | "seen" | "moved" | "ruled";
  trust: Trust;
  worth: number;
};

class World {
  readonly kinds = new Map<string, NodeKind>();
  readonly values = new Map<string, string>();
  readonly proven = new Set<string>();
  /** When something was carried first: by a proven event, by a browser. */
  readonly provenSince = new Map<string, number>();
  readonly since = new Map<string, number>();
  /** Held by a proven login. */
  readonly provenLanes = new Set<string>();
  readonly lanes = new Map<string, Piece[]>();
  readonly evidence: Evidence[] = [];
  readonly slots = new Set<string>();
  readonly events: readonly Told[];
  readonly settings: IdentitySettings;
  readonly rules: readonly Rule[];

  constructor(told: readonly Told[], settings: IdentitySettings, rules: readonly Rule[]) {
    this.rules = rules;
    this.events = sorted([...new Map(told.map((e) => [e.key, e])).values()]);
    this.settings = settings;
    for (const device of new Set(this.events.flatMap((e) => e.device?.fp ?? []))) this.cutDevice(device);
    for (const e of this.events) this.hearIds(e);
    for (const e of this.events) this.hearSighting(e);
    this.hearRules();
  }

  hearRules(): void {
    for (const name of this.rules.flatMap((r) =>
      [...(r.pairs ?? []), ...(r.rule === "apart" ? r.sides : [])].flat(),
    ))
      if (!this.kinds.has(name)) this.placeGone(name);
    for (const { rule, pairs, at, key } of this.rules)
      for (const [x, y] of rule === "withdraw" ? [] : (pairs ?? [])) {
        const [strong, weak] = this.ranked(x, y);
        this.evidence.push({ strong, weak, rule: "ruled", trust: "proven", worth: 100, at, key });
      }
  }

  carriedBy(e: Told) {
    const all = [...(e.login ? [e.login] : []), ...e.ids].filter((id) => id.kind !== "visitor");
    const rank = (kind: string) => this.settings.standing[kind as NodeKind];
    const once = [...new Map(all.map((id) => [id.fp, id])).values()];
    return once.sort((x, y) => rank(y.kind) - rank(x.kind) || order(x.fp, y.fp));
  }

  /** A lane that was ruled about and is no more: it goes with the lane that holds the place where it began. */
  placeGone(name: string): void {
    const event = this.events.find((e) => [e.key, silenceKey(e.key)].includes(name.slice(0, -1)));
    const device = event?.device?.fp;
    if (event === undefined || device === undefined) return;
    const isSilence = event.key !== name.slice(0, -1);
    const mark = isSilence ? { at: event.at - 1, key: silenceKey(event.key) } : event;
    const isSoft = name.endsWith("~");
    const from = isSoft ? { at: mark.at - this.settings.visitMs, key: "\0".repeat(16) } : mark;
    const strong = this.lanes.get(device)?.findLast((piece) => !before(from, piece.from))?.name ?? device;
    this.kinds.set(name, "lane");
    const { at, key } = from;
    this.evidence.push({ strong, weak: name, rule: "moved", trust: "proven", worth: 100, at, key });
  }

  ranked(x: string, y: string): [string, string] {
    const [p, q] = [x, y].map((fp) => this.settings.standing[this.kinds.get(fp) ?? "lane"]);
    return (p ?? 0) > (q ?? 0) || (p === q && x < y) ? [x, y] : [y, x];
  }

  /** Whether what was claimed of two is withdrawn, and whether two sides may not meet. */
  isVoid(x: string, y: string): boolean {
    return this.rules.some(
      (r) => r.rule === "withdraw" && r.pairs.some(([p, q]) => (p === x && q === y) || (p === y && q === x)),
    );
  }

  areApart(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
    const meets = (side: readonly string[]) => [x, y].some((group) => side.some((fp) => group.has(fp)));
    return this.rules.some((r) => r.rule === "apart" && meets(r.sides[0]) && meets(r.sides[1]));
  }

  laneOf(e: Told) {
    return this.lanes.get(e.device?.fp ?? "")?.findLast((piece) => !before(e, piece.from));
  }

  cutDevice(device: string): void {
    const mine = this.events.filter((e) => e.device?.fp === device);
    const pieces = lanesOf(device, mine, this.settings);
    this.lanes.set(device, pieces);
    for (const { name, login, by, trust } of pieces) {
      this.kinds.set(name, "lane");
      if (login && trust === "proven") this.provenLanes.add(name);
      if (login && by && trust)
        this.evidence.push({
          strong: login,
          weak: name,
          rule: "signed",
          trust,
          worth: this.settings.signedStrength,
          at: by.at,
          key: by.key,
        });
    }
  }

  worth(x: string, y: string): number {
    const rank = (fp: string) => this.settings.rank[this.kinds.get(fp) ?? "lane"];
    return Math.min(rank(x), rank(y));
  }

  hearIds(e: Told): void {
    const [centre, ...others] = this.carriedBy(e);
    for (const id of this.carriedBy(e)) {
      this.kinds.set(id.fp, id.kind as NodeKind);
      this.values.set(id.fp, id.value);
      if (e.trust === "proven") this.proven.add(id.fp);
      const firsts = e.trust === "proven" ? this.provenSince : this.since;
      firsts.set(id.fp, Math.min(e.at, firsts.get(id.fp) ?? e.at));
    }
    for (const { fp } of ["address", "device"].includes(centre?.kind ?? "") ? [] : others) {
      const strong = centre?.fp ?? "";
      const worth = this.worth(strong, fp);
      this.evidence.push({ strong, weak: fp, rule: "carried", trust: e.trust, worth, at: e.at, key: e.key });
    }
  }

  hearSighting(e: Told): void {
    const [centre] = this.carriedBy(e);
    const lane = this.laneOf(e);
    if (!centre || ["address", "device"].includes(centre.kind)) return;
    if (e.stand === "counter" || e.login || !lane || e.says === "out") return;
    const slot = `${e.device?.fp} ${centre.fp} ${e.trust} ${Math.floor(e.at / this.settings.slotMs)}`;
    if (this.slots.has(slot)) return;
    this.slots.add(slot);
    const seen = { strong: centre.fp, rule: "seen" as const, at: e.at, key: e.key };
    const worth = this.worth(centre.fp, lane.name);
    const weak = (e.trust === "proven" ? lane.wide : lane.name) ?? lane.name;
    this.evidence.push({ ...seen, weak, trust: e.trust, worth });
    if (weak !== lane.name) this.evidence.push({ ...seen, weak: lane.name, trust: "stated", worth });
  }

  isHub(fp: string, list: readonly Evidence[]): boolean {
    const ruled = this.rules.flatMap((r) => ("node" in r && r.node === fp ? r.rule : []));
    if (ruled.length > 0) return ruled.includes("blocked");
    const kind = this.kinds.get(fp) ?? "lane";
    if (this.settings.isListed({ fp, kind, value: this.values.get(fp) })) return true;
    const told = list.filter((x) => x.rule !== "ruled");
    const near = told.flatMap((x) => (x.weak === fp ? x.strong : x.strong === fp ? x.weak : []));
    return Object.entries(this.settings.hub[this.kinds.get(fp) ?? "login"] ?? {}).some(
      ([kind, most]) =>
        new Set(near.filter((other) => kind === "any" || this.kinds.get(other) === kind)).size > most,
    );
  }

  /** As much as the rules let it say. */
  tied(x: Evidence): Evidence[] {
    const ends = [this.kinds.get(x.strong), this.kinds.get(x.weak)];
    const tie = this.settings.ties.find(({ a, b }) => [a, b].sort().join() === [...ends].sort().join());
    if (tie === undefined || x.rule === "ruled" || x.rule === "moved") return [x];
    if (tie.says === "nothing") return [];
    return [{ ...x, trust: tie.says === "stated" ? "stated" : x.trust, worth: tie.strength ?? x.worth }];
  }

  heard(): Evidence[] {
    const sure = this.evidence.filter((x) => x.trust === "proven");
    const tied = this.evidence.flatMap((x) => this.tied(x));
    const heard = tied.filter((x) => {
      const among = x.trust === "proven" ? sure : this.evidence;
      if (x.rule === "ruled" || x.rule === "moved") return true;
      if (this.isVoid(x.strong, x.weak)) return false;
      return !this.isHub(x.strong, among) && (x.rule === "signed" || !this.isHub(x.weak, among));
    });
    return heard.sort(
      (x, y) =>
        (x.trust === y.trust ? 0 : x.trust === "proven" ? -1 : 1) ||
        y.worth - x.worth ||
        x.at - y.at ||
        order(x.key, y.key) ||
        (x.rule === "ruled" && y.rule === "ruled" ? 0 : order(x.strong, y.strong)) || // in the order they were given
        (x.rule === "ruled" && y.rule === "ruled" ? 0 : order(x.weak, y.weak)),
    );
  }

  isCrowded(all: readonly string[]): boolean {
    return Object.entries(this.settings.window).some(([kind, { most, spanMs }]) => {
      const times = all
        .filter((fp) => this.kinds.get(fp) === kind)
        .map((fp) => this.provenSince.get(fp) ?? this.since.get(fp) ?? 0);
      return times.some((from) => times.filter((at) => at >= from && at < from + spanMs).length > most);
    });
  }

  mayJoin(x: ReadonlySet<string>, y: ReadonlySet<string>, trust: Trust): boolean {
    const both = [...x, ...y];
    const tooMany = Object.entries(this.settings.limit).some(
      ([kind, most]) => both.filter((fp) => this.kinds.get(fp) === kind).length > most,
    );
    const twoProven = [x, y].every((side) =>
      [...side].some((fp) => this.proven.has(fp) || this.provenLanes.has(fp)),
    );
    return !tooMany && !this.isCrowded(both) && !this.areApart(x, y) && !(trust === "stated" && twoProven);
  }

  groups(): Set<string>[] {
    const groups = [...this.kinds.keys()].map((fp) => new Set([fp]));
    for (const { strong, weak, trust } of this.heard()) {
      const [x, y] = [groups.find((g) => g.has(strong)), groups.find((g) => g.has(weak))];
      if (!x || !y || x === y || !this.mayJoin(x, y, trust)) continue;
      for (const fp of y) x.add(fp);
      groups.splice(groups.indexOf(y), 1);
    }
    return groups;
  }

  homeOf(e: Told): string | undefined {
    if (e.device === undefined) return this.carriedBy(e)[0]?.fp;
    return e.login?.fp ?? this.laneOf(e)?.name;
  }
}

export function peopleOf(told: readonly Told[], settings: IdentitySettings, rules: readonly Rule[] = []) {
  const world = new World(told, settings, rules);
  const homes = new Map(world.events.map((e) => [e.key, world.homeOf(e)]));
  return { groups: world.groups(), homes, kinds: world.kinds, proven: world.proven };
}
