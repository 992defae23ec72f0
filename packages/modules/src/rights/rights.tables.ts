// Generated from the migrated database by npm run generate: a row of each table of the room rights.

/** keep: for ever; erase: nothing personal; export: no */
export type AppliedRow = {
  /** none: the erasure */
  id: string;
  /** none: when it was applied here */
  at: Date;
};

/** keep: for ever, one row a table; erase: nothing personal; export: no */
export type FilesRow = {
  /** none: schema and name of the table, or of its month */
  name: string;
  /** none: when an erasure last changed or removed rows in it */
  touched_at: Date | null;
  /** none: when its files were last written anew */
  rewritten_at: Date | null;
  /** none: rows changed, removed or dead by the statistics of then */
  changes: number;
};

/** keep: as long as the restriction; erase: all of the person; export: all but whom it is for */
export type LiftsRow = {
  /** none: the act */
  id: string;
  /** none: what it ends */
  restriction_id: string;
  /** identifier: keyed fingerprints of the identifiers that it ends for */
  fps: string[];
  /** none: who asked */
  by_kind: string;
  /** identifier: the colleague who asked */
  by_id: string | null;
  /** personal: why, in the words of the colleague */
  note: string | null;
  /** none: how many addresses were told */
  told: number;
  /** none: when it was asked */
  asked_at: Date;
  /** none: when it is lifted */
  due_at: Date;
  /** none: when it was lifted or cancelled */
  ended_at: Date | null;
  /** none: where it stands */
  state: string;
};

/** keep: seven days; erase: all of the person; export: it is the export */
export type PiecesRow = {
  /** none: the request */
  request_id: string;
  /** none: order of the pieces */
  n: number;
  /** none: the room that gave it */
  room: string;
  /** sensitive: rows as JSON */
  items: string;
};

/** keep: for ever, without the person once all of it is erased; erase: all that names the person; export: kind, state and times */
export type RequestsRow = {
  /** none: id of the request */
  id: string;
  /** none: a copy of everything, or its erasure */
  kind: string;
  /** none: where it stands */
  state: string;
  /** identifier: keyed fingerprint of the identifier that asked, until it or everything is erased */
  fp: string | null;
  /** identifier: the person, where staff asked for them or a part of it was erased */
  person_id: string | null;
  /** none: who asked */
  by_kind: string;
  /** identifier: the colleague who asked */
  by_id: string | null;
  /** personal: why, in the words of the colleague */
  reason: string | null;
  /** none: everything, one identifier (keyed fingerprint), one source, or a span of time */
  scope: unknown;
  /** none: language of the answer */
  language: string;
  /** none: when it was asked */
  asked_at: Date;
  /** none: when it begins */
  due_at: Date;
  /** none: when it was done or cancelled */
  ended_at: Date | null;
  /** none: what happened before is erased */
  at: Date | null;
  /** none: step of the work */
  step: string;
  /** none: how far within the step */
  place: unknown | null;
  /** none: when the step began */
  since: Date | null;
  /** none: 0 to 1 of the way */
  share: number;
  /** sensitive: identifiers and parts of streams, while it runs */
  whom: unknown | null;
  /** identifier: streams that are heard again, while it runs */
  again: unknown | null;
  /** none: rooms, and rows a table */
  receipt: unknown;
  /** none: SHA-256 of what opens the receipt */
  receipt_hash: Buffer | null;
  /** none: journal: its line in the journal could not be written, which is tried again; several: whom it was asked for are several people by now */
  held: string | null;
  /** none: when the files of the database were written anew without what was erased */
  files_at: Date | null;
  /** none: what of it this program may not do on a PostgreSQL of others */
  undone: string[];
  /** none: number of the circle of legal entities, once it began */
  circle: number | null;
  /** identifier: keyed fingerprints; of an erasure what named the person when it was told to them, until it is done; of a copy what it holds the things of */
  named: string[] | null;
};

/** keep: while it holds for somebody, and what was lifted as long as the person is known; erase: all of the person; export: all but whom it holds for */
export type RestrictionsRow = {
  /** none: the act */
  id: string;
  /** personal: which of the four grounds of the law */
  ground: string;
  /** none: who asked */
  by_kind: string;
  /** identifier: the colleague who wrote it down */
  by_id: string | null;
  /** personal: why, in the words of the colleague */
  note: string | null;
  /** none: whose people it is about */
  circle: number;
  /** none: since when */
  asked_at: Date;
};

/** keep: for ever, one row; erase: nothing personal; export: no */
export type RevisionRow = {
  /** none: there is one */
  id: number;
  /** none: how often it changed */
  number: number;
};

/** keep: for ever, a few a day at most; erase: nothing personal; export: no */
export type RoundsRow = {
  /** none: when it began; erasures that ended before are in it */
  began_at: Date;
  /** none: when everything was written anew */
  ended_at: Date | null;
  /** none: why it is not done yet: somebody still sees old rows, a table is in use, cannot be copied or has no room for its copy, or the log is not over */
  waits: string | null;
  /** none: what this program may not do on a PostgreSQL of others: statistics, log, elsewhere */
  undone: string[];
};

/** keep: for ever; erase: stays, it keeps what was erased away; export: no */
export type TombstonesRow = {
  /** identifier: HMAC of the identifier */
  fp: string;
  /** none: when it was erased */
  at: Date;
};
