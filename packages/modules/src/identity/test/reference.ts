// People straight from the definitions, the slow way: from the whole set of events, with nothing shared with the rules but
// the settings. What the room does in steps must equal this.
import type { Told, Trust } from "../../events/told.rules.ts";
import type { IdentitySettings, NodeKind } from "../limits.rules.ts";

type Moment = { at: number; key: string };
type Mark = Moment & { login: string | undefined; trust: Trust };
type Piece = {
  name: string;
  /** The piece by proven marks alone that it is part of. */
  wide?: string;
  from: Moment;
  login?: string;
  by?: Mark;
  trust?: Trust;
};
type Evidence = Moment & {
  strong: string;
  weak: string;
  rule: "carried" | "signed" | "seen";
  trust: Trust;
  worth: number;
};

const order = (x: string, y: string) => (x === y ? 0 : x < y ? -1 : 1);
const before = (x: Moment, y: Moment) => x.at < y.at || (x.at === y.at && x.key < y.key);
const sorted = <T extends Moment>(list: readonly T[]) =>
  [...list].sort((x, y) => x.at - y.at || order(x.key, y.key));
const dawn: Moment = { at: Number.NEGATIVE_INFINITY, key: "" };

/** Goodbyes, explicit sign-ins, and of every login and trust its earliest event that is no goodbye. */
function marksOf(events: readonly Told[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const e of events)
    if (e.says === "out" || (e.says === "in" && e.login))
      marks.set(e.key, {
        at: e.at,
        key: e.key,
        trust: e.trust,
        login: e.says === "out" ? undefined : e.login?.fp,
      });
  for (const trust of ["stated", "proven"] as const)
    for (const login of new Set(events.map((e) => e.login?.fp))) {
      if (login === undefined) continue;
      const [first] = sorted(
        events.filter((e) => e.login?.fp === login && e.trust === trust && e.says !== "out"),
      );
      if (first) marks.set(first.key, { at: first.at, key: first.key, trust, login });
    }
  return sorted([...marks.values()]);
}

/** Cuts a stretch at goodbyes and at changes of login; then each piece belongs to the first login in it. */
function cut(stretch: Piece, marks: readonly Mark[], lastly: string | undefined, visit: number): Piece[] {
  const hard: { from: Moment; name: string; marks: Mark[] }[] = [
    { from: stretch.from, name: stretch.name, marks: [] },
  ];
  let who: string | undefined;
  for (const mark of marks) {
    if (mark.login === undefined || (who !== undefined && who !== mark.login))
      hard.push({ from: mark, name: `${mark.key}!`, marks: [] });
    who = mark.login;
    if (mark.login !== undefined) hard.at(-1)?.marks.push(mark);
  }
  const pieces: Piece[] = [];
  let previous = lastly;
  for (const { from, name, marks: ins } of hard) {
    const [first] = ins;
    if (first?.login === undefined) {
      pieces.push({ from, name });
      continue;
    }
    const held = { login: first.login, by: first, trust: first.trust };
    const back: Moment = { at: first.at - visit, key: "\0".repeat(16) };
    if (previous !== undefined && previous !== first.login && before(from, back))
      pieces.push({ from, name }, { from: back, name: `${first.key}~`, ...held });
    else pieces.push({ from, name, ...held });
    previous = first.login;
  }
  return pieces;
}

function lanesOf(device: string, events: readonly Told[], visit: number): Piece[] {
  const marks = marksOf(events);
  const proven = cut(
    { from: dawn, name: device },
    marks.filter((m) => m.trust === "proven"),
    undefined,
    visit,
  );
  const lanes: Piece[] = [];
  proven.forEach((piece, i) => {
    const end = proven[i + 1]?.from;
    const inside = marks.filter(
      (m) => m.trust === "stated" && !before(m, piece.from) && (end === undefined || before(m, end)),
    );
    const lastly = lanes.findLast((lane) => lane.login !== undefined)?.login;
    const fine = piece.login === undefined ? cut(piece, inside, lastly, visit) : [piece];
    lanes.push(...fine.map((one) => ({ ...one, wide: piece.name })));
  });
  return lanes;
}

export function peopleOf(told: readonly Told[], settings: IdentitySettings) {
  const events = sorted([...new Map(told.map((e) => [e.key, e])).values()]);
  const kinds = new Map<string, NodeKind>();
  const proven = new Set<string>();
  const carriedBy = (e: Told) => {
    const all = [...(e.login ? [e.login] : []), ...e.ids].filter((id) => id.kind !== "visitor");
    const once = [...new Map(all.map((id) => [id.fp, id])).values()];
    const rank = (kind: string) => settings.rank[kind as NodeKind];
    return once.sort((x, y) => rank(y.kind) - rank(x.kind) || order(x.fp, y.fp));
  };
  for (const e of events)
    for (const id of carriedBy(e)) {
      kinds.set(id.fp, id.kind as NodeKind);
      if (e.trust === "proven") proven.add(id.fp);
    }

  const evidence: Evidence[] = [];
  const lanes = new Map<string, Piece[]>();
  const devices = new Set(events.flatMap((e) => e.device?.fp ?? []));
  for (const device of devices) {
    const pieces = lanesOf(
      device,
      events.filter((e) => e.device?.fp === device),
      settings.visitMs,
    );
    lanes.set(device, pieces);
    for (const { name, login, by, trust } of pieces) {
      kinds.set(name, "lane");
      if (login && by && trust)
        evidence.push({
          strong: login,
          weak: name,
          rule: "signed",
          trust,
          worth: 95,
          at: by.at,
          key: by.key,
        });
    }
  }
  const laneOf = (e: Told) => {
    const pieces = lanes.get(e.device?.fp ?? "");
    return pieces?.findLast((piece) => !before(e, piece.from));
  };
  const slots = new Set<string>();
  for (const e of events) {
    const [centre, ...others] = carriedBy(e);
    if (!centre) continue;
    const worth = (kind: NodeKind) => Math.min(settings.rank[centre.kind as NodeKind], settings.rank[kind]);
    const common = { strong: centre.fp, trust: e.trust, at: e.at, key: e.key };
    for (const other of others)
      evidence.push({ ...common, weak: other.fp, rule: "carried", worth: worth(other.kind as NodeKind) });
    const lane = laneOf(e);
    if (e.login || !lane || e.says === "out") continue;
    const slot = `${e.device?.fp} ${centre.fp} ${e.trust} ${Math.floor(e.at / settings.slotMs)}`;
    const seen = { ...common, rule: "seen" as const, worth: worth("lane") };
    const weak = (e.trust === "proven" ? lane.wide : lane.name) ?? lane.name;
    if (!slots.has(slot)) evidence.push({ ...seen, weak });
    if (!slots.has(slot) && weak !== lane.name) evidence.push({ ...seen, weak: lane.name, trust: "stated" });
    slots.add(slot);
  }

  const isHub = (fp: string, list: readonly Evidence[]) =>
    Object.entries(settings.hub[kinds.get(fp) ?? "login"] ?? {}).some(([kind, most]) => {
      const near = list.flatMap((x) => (x.weak === fp ? x.strong : x.strong === fp ? x.weak : []));
      return new Set(near.filter((other) => kinds.get(other) === kind)).size > most;
    });
  const sure = evidence.filter((x) => x.trust === "proven");
  const heard = evidence.filter((x) => {
    const among = x.trust === "proven" ? sure : evidence;
    return !isHub(x.strong, among) && (x.rule === "signed" || !isHub(x.weak, among));
  });
  heard.sort(
    (x, y) =>
      (x.trust === y.trust ? 0 : x.trust === "proven" ? -1 : 1) ||
      y.worth - x.worth ||
      x.at - y.at ||
      order(x.key, y.key) ||
      order(x.strong, y.strong) ||
      order(x.weak, y.weak),
  );

  const groups = [...kinds.keys()].map((fp) => new Set([fp]));
  for (const { strong, weak, trust } of heard) {
    const [x, y] = [groups.find((g) => g.has(strong)), groups.find((g) => g.has(weak))];
    if (!x || !y || x === y) continue;
    const both = [...x, ...y];
    const tooMany = Object.entries(settings.limit).some(
      ([kind, most]) => both.filter((fp) => kinds.get(fp) === kind).length > most,
    );
    const twoProven = [x, y].every((side) => [...side].some((fp) => proven.has(fp)));
    if (tooMany || (trust === "stated" && twoProven)) continue;
    for (const fp of y) x.add(fp);
    groups.splice(groups.indexOf(y), 1);
  }
  const homes = new Map(
    events.map((e) => [
      e.key,
      e.login && e.device ? e.login.fp : e.device ? laneOf(e)?.name : carriedBy(e)[0]?.fp,
    ]),
  );
  return { groups, homes, kinds, proven };
}
