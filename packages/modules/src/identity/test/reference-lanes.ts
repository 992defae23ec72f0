// How a device's time is cut into lanes, straight from the definition and the slow way.
import { fingerprint } from "@somlos/kernel/ids";
import type { Told, Trust } from "../../events/index.ts";
import type { IdentitySettings } from "../limits.rules.ts";

export type Moment = { at: number; key: string };
type Mark = Moment & { login: string | undefined; trust: Trust };
export type Piece = {
  name: string;
  /** The piece by proven marks alone that it is part of. */
  wide?: string;
  from: Moment;
  login?: string;
  by?: Mark;
  trust?: Trust;
};
export const order = (x: string, y: string) => (x === y ? 0 : x < y ? -1 : 1);
export const before = (x: Moment, y: Moment) => x.at < y.at || (x.at === y.at && x.key < y.key);
export const sorted = <T extends Moment>(list: readonly T[]) =>
  [...list].sort((x, y) => x.at - y.at || order(x.key, y.key));
const dawn: Moment = { at: Number.NEGATIVE_INFINITY, key: "" };

/** Goodbyes, explicit sign-ins, and of every login and trust its earliest event that is no goodbye. */
function marksOf(events: readonly Told[]): Mark[] {
  const stays = events.filter((e) => e.login !== undefined && e.says !== "out");
  const firsts = [...Map.groupBy(sorted(stays), (e) => `${e.login?.fp} ${e.trust}`).values()].map(
    (all) => all[0],
  );
  const said = events.filter((e) => e.says === "out" || (e.says === "in" && e.login));
  const marks = new Map([...firsts, ...said].flatMap((e) => (e ? [[e.key, e] as const] : [])));
  return sorted([...marks.values()]).map(({ at, key, trust, says, login }) => ({
    at,
    key,
    trust,
    login: says === "out" ? undefined : login?.fp,
  }));
}

type Stretch = { from: Moment; name: string; marks: Mark[] };

/** Cut where somebody leaves, and where somebody else signs in. */
function stretches(first: Stretch, marks: readonly Mark[]): Stretch[] {
  const all = [first];
  let who: string | undefined;
  for (const mark of marks) {
    if (mark.login === undefined || (who !== undefined && who !== mark.login))
      all.push({ from: mark, name: `${mark.key}!`, marks: [] });
    who = mark.login;
    if (mark.login !== undefined) all.at(-1)?.marks.push(mark);
  }
  return all;
}

/** Each stretch belongs to the first login in it; after somebody else, only from the visit of the sign-in on. */
function cut(whole: Piece, marks: readonly Mark[], lastly: string | undefined, visit: number): Piece[] {
  let previous = lastly;
  return stretches({ from: whole.from, name: whole.name, marks: [] }, marks).flatMap(
    ({ from, name, marks: [by] }) => {
      if (by?.login === undefined) return [{ from, name }];
      const held = { login: by.login, by, trust: by.trust };
      const back: Moment = { at: by.at - visit, key: "\0".repeat(16) };
      const other = previous !== undefined && previous !== by.login;
      previous = by.login;
      if (other && before(from, back))
        return [
          { from, name },
          { from: back, name: `${by.key}~`, ...held },
        ];
      return [{ from, name, ...held }];
    },
  );
}

export const silenceKey = (key: string): string => fingerprint("silence", key);

/** On a kiosk: a goodbye a moment before each event with an empty slot of time before its own, told by trust. */
function silencesOf(events: readonly Told[], silenceMs: number): Mark[] {
  const slotOf = (e: Told) => Math.floor(e.at / silenceMs);
  const kiosk = sorted(events.filter((e) => e.stand === "kiosk"));
  return kiosk.flatMap((e, i) => {
    const same = kiosk.filter((other) => other.trust === e.trust);
    const isFirst = !kiosk.slice(0, i).some((o) => o.trust === e.trust && slotOf(o) === slotOf(e));
    const isQuietBefore = !same.some((other) => slotOf(other) === slotOf(e) - 1);
    return isFirst && isQuietBefore
      ? [{ at: e.at - 1, key: silenceKey(e.key), trust: e.trust, login: undefined }]
      : [];
  });
}

export function lanesOf(
  device: string,
  events: readonly Told[],
  { visitMs: visit, silenceMs }: IdentitySettings,
): Piece[] {
  const marks = sorted([...marksOf(events), ...silencesOf(events, silenceMs)]);
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
