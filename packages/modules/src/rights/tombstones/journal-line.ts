// An erasure as the journal keeps it: keyed fingerprints and times, nothing that could be read. Pure.
import { fingerprintOf, uuidOf } from "@somlos/kernel/ids";
import type { Scope, Whom } from "@somlos/kernel/rights";

export type Entry = {
  readonly id: string;
  readonly at: Date;
  readonly scope: Scope;
  readonly fps: readonly string[];
  readonly nodes: readonly string[];
  readonly ids: readonly string[];
  readonly parts: Whom["parts"];
  readonly circle: number;
};

const VERSION = 1;

export const lineOf = (id: string, at: Date, scope: Scope, whom: Whom): string =>
  JSON.stringify({
    v: VERSION,
    id,
    at: at.toISOString(),
    scope: scope.kind === "identifier" ? { ...scope, fp: uuidOf(scope.fp) } : scope,
    fps: whom.identifiers.map((one) => uuidOf(one.fp)),
    nodes: whom.nodes.map(uuidOf),
    ids: whom.ids,
    parts: whom.parts,
    circle: whom.circle,
  });

/** A line of a version that this program does not know stops it: it must not act as if nobody had been erased. */
export function entryOf(text: string): Entry {
  const line = JSON.parse(text) as Omit<Entry, "at" | "circle"> & {
    v: number;
    at: string;
    circle?: number;
  };
  if (line.v !== VERSION) throw new Error("the journal of erasures was written by a newer version");
  const { scope } = line;
  return {
    ...{ id: line.id, at: new Date(line.at), ids: line.ids, parts: line.parts, circle: line.circle ?? 0 },
    scope: scope.kind === "identifier" ? { ...scope, fp: fingerprintOf(scope.fp) } : scope,
    fps: line.fps.map(fingerprintOf),
    nodes: line.nodes.map(fingerprintOf),
  };
}

/** What an erasure keeps away from now on: of a source or a span of time nobody is gone. A home is shared. */
export const buried = (
  scope: Scope,
  identifiers: readonly { readonly fp: string; readonly kind?: string }[],
): string[] =>
  scope.kind === "identifier"
    ? [scope.fp]
    : scope.kind === "whole"
      ? identifiers.filter((one) => one.kind !== "address").map((one) => one.fp)
      : [];
