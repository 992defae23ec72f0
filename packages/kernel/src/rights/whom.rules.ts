// Whose data it is, and what of it. Pure.
export type Named = {
  readonly kind: string;
  readonly value: string;
  /** Fingerprint: 16 bytes as a latin1 string. */
  readonly fp: string;
};

/** Parts of streams, as `events` and `identity` write them: columns as PostgreSQL writes arrays. */
export type WhoseParts = {
  readonly count: number;
  readonly subjects: string;
  readonly fromAts: string;
  readonly fromKeys: string;
  readonly toAts: string;
  readonly toKeys: string;
};

/** Whose data it is, settled before any of it goes: identifiers, what identity ties to them, and their parts of the log. */
export type Whom = {
  readonly ids: readonly string[];
  readonly identifiers: readonly Named[];
  /** Fingerprints of identifiers and lanes. */
  readonly nodes: readonly string[];
  readonly parts: WhoseParts;
  /** Whose people they are of (number of the circle of legal entities): what others hold of the same values is not theirs to give. */
  readonly circle: number;
};

/** What of it (of one identifier, `parts` are its own alone): everything, one identifier, what one source said, or what happened in a span of time. */
export type Scope =
  | { readonly kind: "whole" }
  | { readonly kind: "identifier"; readonly fp: string }
  | { readonly kind: "source"; readonly sourceId: number }
  | { readonly kind: "span"; readonly from: string; readonly to: string };

/** The same part of the same person, however its times are written. */
export const sameScope = (a: Scope, b: Scope): boolean => partOf(a) === partOf(b);
const partOf = (scope: Scope): string => {
  if (scope.kind === "identifier") return `identifier ${scope.fp}`;
  if (scope.kind === "source") return `source ${scope.sourceId}`;
  return scope.kind === "span" ? `span ${Date.parse(scope.from)} ${Date.parse(scope.to)}` : scope.kind;
};

/** The identifiers that a scope is about: of a source or a span of time none goes as such. */
export const identifiersIn = (whom: Whom, scope: Scope): readonly Named[] =>
  scope.kind === "whole"
    ? whom.identifiers
    : scope.kind === "identifier"
      ? whom.identifiers.filter((one) => one.fp === scope.fp)
      : [];

export const addressesIn = (list: readonly Named[]): string[] =>
  list.filter((one) => one.kind === "email").map((one) => one.value);
