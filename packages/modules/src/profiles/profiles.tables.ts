// Generated from the migrated database by npm run generate: a row of each table of the room profiles.

/** keep: as long as the person, 21 values of a fact a stream with a login; erase: by subject; export: whole, with origin */
export type FactsRow = {
  /** identifier: keyed fingerprint of the stream that told it */
  subject: string;
  /** none: what the fact is called */
  name: string;
  /** none: 0 inferred, 1 stated, 2 proven, 3 staff, 4 the person */
  trust: number;
  /** none: -infinity, or the event time for a device without login */
  slot: Date;
  /** none: a hash of the value; the event, for a device without login */
  slot_key: string;
  /** personal: the value */
  value: unknown;
  /** none: event time */
  at: Date;
  /** none: the event it came from */
  key: string;
  /** none: source */
  source_id: number;
  /** none: version of the rule that derived it */
  rule: number;
  /** none: number of the circle of legal entities; 0: the principal's */
  circle: number;
};
