// What one accepted event tells, after parsing: the shape that walks through beat 1.

/** Ordered by nothing: rank and limits are the room identity's. */
export type IdentifierKind =
  | "login"
  | "club_card"
  | "email"
  | "phone"
  | "distinct_id"
  | "card_token"
  | "receipt"
  | "order"
  | "device"
  | "address"
  | "visitor";

/**
 * `fp` is the fingerprint of kind and value: 16 bytes as a latin1 string (map key, sort key and uuid bytes in one).
 * `circle`: the legal entities that share the people it may name, by their number; none: those of the principal. The same
 * value in two circles is two identifiers.
 */
export type Identifier = {
  readonly fp: string;
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly circle?: number;
};

/** What the evidence of a source is worth (trust.md). */
export type Trust = "stated" | "proven";

/** Whether the event is an explicit sign-in or sign-out on its device. */
export type Says = "in" | "out" | "none";

export type Stand = "kiosk" | "counter";

export type Told = {
  /** Fingerprint of source and message id; with `at` the order of events: (at, key). */
  readonly key: string;
  /** Event time, milliseconds since 1970, corrected for clock skew, fixed at first acceptance. */
  readonly at: number;
  readonly trust: Trust;
  readonly sourceId: number;
  /** The stream the event belongs to; never rewritten. */
  readonly subject: string;
  readonly device?: Identifier;
  readonly login?: Identifier;
  readonly says: Says;
  /** Told by a device that many people pass: one that they use themselves in turn, or one that staff use for them. */
  readonly stand?: Stand;
  /** Every identifier the event carries besides device and login. */
  readonly ids: readonly Identifier[];
};
