// What is known before anything is learned: which columns speak of one person alone, which repeat others, and so how often a
// true pair can disagree in them. Without this a file in which nobody stands twice would be read as families of one person.

import type { Column, Records } from "./columns.rules.ts";
import { saysOfOne } from "./heads.rules.ts";
import { type Kin, kinOf } from "./kin.rules.ts";
import type { Kind } from "./kinds/kind.rules.ts";
import { isGivenName } from "./kinds/name.rules.ts";
import { type Speaks, speaksOf } from "./roof.rules.ts";

export type Bounds = {
  /** Columns that say something of one person alone, not of a household. */
  readonly own: readonly number[];
  readonly kin: Kin;
  /** For each column how many levels, from the last, say that it is another person. */
  readonly another: readonly number[];
  /** How each column speaks of two people under one roof. */
  readonly speaks: readonly Speaks[];
};

const BIRTHS = 20;

/** Dates of birth lie decades apart; dates of purchases and the like do not. */
export function areBirths(kind: Kind, values: readonly string[]): boolean {
  if (!kind.name.startsWith("date")) return false;
  const years = Float64Array.from(values, (value) => Number(value.slice(0, 4))).sort();
  const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
  return at(0.9) - at(0.1) >= BIRTHS;
}

/** The share of them that have a short form. */
export const GIVEN = 0.25;

/** Names of which many have a short form are given names. */
function areGivenNames(column: Column): boolean {
  if (column.kind.name !== "name" && column.kind.name !== "category") return false;
  let [known, all] = [0, 0];
  column.values.forEach(({ text }, at) => {
    const count = column.counts[at] as number;
    all += count;
    if (isGivenName(text)) known += count;
  });
  return all > 0 && known / all >= GIVEN;
}

/** Columns that say something of one person alone, not of a household: told by their kind or their name. */
const ownOf = (records: Records): number[] =>
  [...records.columns.keys()].filter((at) => {
    const column = records.columns[at] as Column;
    return (
      column.kind.name === "whole name" ||
      areBirths(
        column.kind,
        column.values.map(({ text }) => text),
      ) ||
      saysOfOne(column.name) ||
      areGivenNames(column)
    );
  });

export function boundsOf(records: Records): Bounds {
  const own = ownOf(records);
  return {
    own,
    kin: kinOf(records),
    another: records.columns.map(({ kind }) => kind.another ?? 1),
    speaks: records.columns.map(({ kind }, at) => speaksOf(kind, own.includes(at))),
  };
}

/** Of one person, what is said of a person alone is seldom another thing; anything else mostly not. */
const DIFFERENT_OWN = 0.05;
const DIFFERENT = 0.8;
/** Strangers' names come near each other, and what repeats another column is near by itself: of a true pair it is mostly the same. */
const NEAR = 0.35;

/** The most of the levels that are neither, that say another person, and that come near. */
function mostOf(at: number, { own, kin, another }: Bounds): number[] {
  const alone = own.includes(at);
  // A whole name is written in many ways, and changes when people marry.
  if (alone && another[at] !== 1) return [1, 2 * DIFFERENT_OWN, 1];
  return [1, alone ? DIFFERENT_OWN : DIFFERENT, alone || kin.repeats[at] !== 0 ? NEAR : 1];
}

/** The most likely rates within the bounds: what goes over one is held there, and the rest share what is left. */
export function bounded(m: Float64Array, at: number, bounds: Bounds): Float64Array {
  const last = m.length - 2;
  const from = last + 1 - (bounds.another[at] ?? 1);
  const groupOf = (level: number): number => {
    if (level >= from && level <= last) return 1;
    return level > 1 && level < from ? 2 : 0;
  };
  const most = mostOf(at, bounds);
  const sums = [0, 0, 0];
  m.forEach((share, level) => {
    const group = groupOf(level);
    sums[group] = (sums[group] as number) + share;
  });
  const held = sums.map(() => false);
  const scaled = (): number[] => {
    const left = most.reduce((sum, each, group) => (held[group] ? sum - each : sum), 1);
    const free = sums.reduce((sum, each, group) => (held[group] ? sum : sum + each), 0);
    return sums.map((sum, group) =>
      held[group] ? (most[group] as number) : (sum * left) / Math.max(1e-12, free),
    );
  };
  let shares = scaled();
  for (let over = 0; over >= 0; shares = scaled()) {
    over = shares.findIndex((share, group) => !held[group] && share > (most[group] as number) + 1e-12);
    if (over >= 0) held[over] = true;
  }
  return m.map((each, level) => {
    const group = groupOf(level);
    return (each * (shares[group] as number)) / Math.max(1e-12, sums[group] as number);
  });
}
