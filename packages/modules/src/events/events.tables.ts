// Generated from the migrated database by npm run generate: a row of each table of the room events.

/** keep: setting, by month of receipt; erase: by rights.erase and retention only (trigger); export: whole */
export type BodiesRow = {
  /** none: place in the log */
  seq: number;
  /** none: when it was received */
  received_at: Date;
  /** sensitive: the event as received, JSON text */
  body: string;
};

/** keep: as long as the log; erase: nothing personal; export: no */
export type FlushesRow = {
  /** none: transaction that wrote the flush */
  tx: string;
  /** none: events of the flush have seq = number << 16 | position */
  number: number;
  /** none: events in the flush */
  count: number;
  /** none: events that had been accepted before */
  duplicates: number;
  /** none: when it was written, shortly before the commit */
  at: Date;
};

/** keep: setting, by month of receipt; erase: ids only, bodies are erased apart; export: with the body */
export type LogRow = {
  /** none: the one order */
  seq: number;
  /** none: when it was received */
  received_at: Date;
  /** personal: when it happened, corrected for clock skew, fixed at first acceptance */
  at: Date;
  /** none: HMAC of source and message id */
  key: string;
  /** identifier: keyed fingerprint of the stream; never rewritten */
  subject: string;
  /** none: source */
  source_id: number;
  /** none: track 0, page 1, screen 2, identify 3, group 4, alias 5, our own 9 */
  type: number;
  /** none: place in the list of channels */
  channel: number;
  /** none: 1 proven, 2 sign-in, 4 sign-out, 8 carried by a login */
  flags: number;
  /** none: event name */
  name: string;
  /** none: ids of our own log events, never values */
  data: unknown | null;
};

/** keep: 90 days; erase: by identifier in the body; export: whole */
export type ParkedRow = {
  /** none: id */
  id: string;
  /** none: when it was received */
  received_at: Date;
  /** none: source */
  source_id: number;
  /** none: 0 stated, 1 proven */
  trust: number;
  /** none: when the client said it sent it */
  sent_at: Date | null;
  /** none: why it is parked */
  code: string;
  /** none: where in the event; never a value */
  detail: string | null;
  /** none: event name if it has one */
  name: string | null;
  /** none: message id if it has one */
  message_id: string | null;
  /** sensitive: the event as received, JSON text */
  body: string;
  /** none: when it was taken in after all */
  replayed_at: Date | null;
};

/** keep: for ever; erase: nothing personal (keyed hashes); export: no */
export type SeenRow = {
  /** none: HMAC of source and message id */
  key: string;
  /** none: place in the log */
  seq: number;
  /** none: first bytes of a hash of the body, to notice another body under the same id */
  digest: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SourcesRow = {
  /** none: number on every event */
  id: number;
  /** none: source kind, a folder under sources/ */
  kind: string;
  /** none: what staff call it */
  name: string;
  /** none: channel of events that do not name one */
  channel: string;
  /** none: settings of the kind */
  settings: unknown;
  /** none: keep the last requests for the debugger */
  debug: boolean;
  /** none: when made */
  created_at: Date;
  /** none: when closed */
  closed_at: Date | null;
};
