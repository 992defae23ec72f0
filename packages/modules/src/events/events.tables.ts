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

/** keep: for ever, one row; erase: nothing personal; export: no */
export type DemoRemovalsRow = {
  /** none: there is one */
  id: number;
  /** none: what is being done */
  step: string;
  /** none: place in the log up to which the step is done */
  place: number;
  /** none: events taken away */
  removed: number;
  /** none: events of one's own that were heard again */
  learned: number;
  /** none: when the step began */
  since: Date;
  /** none: when all was done */
  finished_at: Date | null;
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

/** keep: for ever; erase: nothing personal; export: no */
export type HushCountsRow = {
  /** none: day of receipt, UTC */
  day: Date;
  /** none: place in the list of channels */
  channel: number;
  /** none: so that commits at the same time do not wait for one another */
  lane: number;
  /** none: how many */
  count: number;
};

/** keep: until the day after; erase: nothing personal; export: no */
export type HushDaysRow = {
  /** none: day of receipt, UTC */
  day: Date;
  /** none: random; with the secret of the installation it makes the key of the day */
  salt: string;
};

/** keep: until the day after; erase: nothing personal; export: no */
export type HushSeenRow = {
  /** none: day of receipt, UTC */
  day: Date;
  /** none: HMAC of source and message id under the key of the day */
  key: string;
};

/** keep: as long as the log; erase: nothing personal; export: no, it is nobody's */
export type HushedRow = {
  /** none: the hour in which it happened */
  hour: Date;
  /** none: place in the list of channels */
  channel: number;
  /** none: code of a location that the company knows; none: none was named */
  place: string | null;
  /** none: a name that we know, or empty */
  name: string;
  /** none: ISO 4217 */
  currency: string | null;
  /** none: the amount of the event, in the smallest unit */
  amount_minor: number | null;
  /** none: keyed fingerprint of each product's code, quantity, price in the smallest unit */
  products: unknown | null;
};

/** keep: 90 days after the end, or until the file is deleted; erase: by identifier in the row; export: whole */
export type ImportRefusalsRow = {
  /** none: the import */
  import_id: string;
  /** none: line of the file */
  line: number;
  /** none: why it was left out */
  code: string;
  /** none: column, never a value */
  detail: string | null;
  /** sensitive: the row as JSON, at most 4 kB; null: it is about somebody who must be left alone, or cannot be read */
  row: string;
};

/** keep: for ever, the dry run's rows until the run is done; erase: nothing personal but the dry run's rows; export: no */
export type ImportsRow = {
  /** none: id, and the name of the file on disk */
  id: string;
  /** none: what staff call the file */
  name: string;
  /** none: hash, size, encoding, separator and columns of the file */
  seen: unknown;
  /** none: where it stands */
  state: string;
  /** none: what staff asked of an import that runs */
  wish: string | null;
  /** none: what the columns mean */
  mapping: unknown | null;
  /** none: source of its events, made at the first start */
  source_id: number | null;
  /** none: where reading goes on; everything before it is durable */
  place: unknown | null;
  /** none: 0 to 1 of the way */
  share: number;
  /** none: rows read */
  rows: number;
  /** none: events made of them */
  events: number;
  /** none: events that were new */
  accepted: number;
  /** none: events taken before */
  duplicates: number;
  /** none: events that wait in the parked list */
  parked: number;
  /** none: rows left out */
  refused: number;
  /** none: rows that repeat another of their group */
  same_lines: number;
  /** sensitive: outcome of the dry run with some rows and events */
  tried: unknown | null;
  /** none: code of what ended it */
  failure: string | null;
  /** none: the process that works on it */
  lease_owner: string | null;
  /** none: until when that process need not say that it lives */
  lease_until: Date | null;
  /** none: times it was begun since it last got on */
  tries: number;
  /** none: the file is still on disk */
  file_kept: boolean;
  /** none: id of the colleague */
  created_by: string;
  /** none: when it was uploaded */
  created_at: Date;
  /** none: when it was first started */
  started_at: Date | null;
  /** none: when it ended */
  finished_at: Date | null;
  /** none: times a process stopped in the middle of this run and another went on */
  interruptions: number;
  /** none: in its rows there was somebody who must be left alone, or there may have been */
  hushed: boolean;
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
  /** none: number of the circle of legal entities, fixed at acceptance; 0: the principal's */
  circle: number;
  /** none: ISO 3166-1 of numbers and addresses in it that name none, fixed at acceptance; none written down: SE */
  country: string | null;
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
  /** none: hash of the message as it came; none for what was parked before this column */
  digest: number | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type RevisionRow = {
  /** none: always 1 */
  id: number;
  /** none: number of the last change */
  number: number;
};

/** keep: 400 days; erase: nothing personal; export: no */
export type SchemaBreaksRow = {
  /** none: source */
  source_id: number;
  /** none: type of the events */
  type: string;
  /** none: event name */
  name: string;
  /** none: version of the schema they broke */
  version: number;
  /** none: what became of them */
  outcome: string;
  /** none: day of receipt, UTC */
  day: Date;
  /** none: so that commits at the same time do not wait for one another */
  lane: number;
  /** none: how many */
  count: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SchemasRow = {
  /** none: the source whose events it is about */
  source_id: number;
  /** none: track, page, screen, identify or group */
  type: string;
  /** none: event name; empty for identify and group */
  name: string;
  /** none: 1, 2, 3 … */
  version: number;
  /** none: what becomes of an event that breaks it */
  action: string;
  /** none: the part of JSON Schema that we take */
  schema: unknown;
  /** none: since when it has been in force */
  created_at: Date;
  /** identifier: the colleague who put it in force */
  created_by: string;
  /** none: until when; none while it is in force */
  ended_at: Date | null;
};

/** keep: for ever; erase: nothing personal (keyed hashes); export: no */
export type SeenRow = {
  /** none: HMAC of source and message id */
  key: string;
  /** none: place in the log */
  seq: number;
  /** none: hash of the message as it came, before a reader rewrote it, to notice another body under the same id */
  digest: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SourceLivesRow = {
  /** none: source */
  source_id: number;
  /** none: when its newest event was received */
  last_at: Date;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SourcePlaceRow = {
  /** none: always 1 */
  id: number;
  /** none: transaction of the last flush that was counted */
  tx: string;
  /** none: number of the last flush that was counted */
  number: number;
};

/** keep: 2 days; erase: nothing personal; export: no */
export type SourceSlotsRow = {
  /** none: source */
  source_id: number;
  /** none: begin of five minutes */
  slot: Date;
  /** none: events received in them */
  count: number;
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
  /** none: when made */
  created_at: Date;
  /** none: when closed */
  closed_at: Date | null;
};

/** keep: 2 hours, the last 200 a source; erase: whole, by time; export: no, a copy of events for 2 hours */
export type TappedRow = {
  /** none: id, in the order of time */
  id: string;
  /** none: source */
  source_id: number;
  /** none: when it came */
  at: Date;
  /** none: the door, without its query */
  path: string;
  /** personal: what the client says of itself; never a key or a cookie */
  headers: unknown;
  /** none: name of the client library */
  library: string | null;
  /** sensitive: the request, keys taken out, at most 64 kB */
  body: string;
  /** none: what became of each event, or why nothing was taken; codes only */
  answer: unknown;
};

/** keep: until it is over; erase: nothing personal; export: no */
export type TapsRow = {
  /** none: the source that is listened to */
  source_id: number;
  /** none: when listening ends by itself */
  until: Date;
  /** identifier: the colleague who listens */
  by: string;
};
