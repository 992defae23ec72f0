// Generated from the migrated database by npm run generate: a row of each table of the room consent.

/** keep: as long as the entry; erase: all of the person; export: all */
export type BenefitsRow = {
  /** none: the yes */
  entry_id: string;
  /** none: the act that it was said in */
  act_id: string;
  /** identifier: keyed fingerprint of the identifier it was said of */
  fp: string;
  /** none: the words, with what they say one gets */
  text_id: string;
  /** personal: where it was asked */
  place: string | null;
  /** none: name of the event that tells that it came; none: nothing tells */
  event: string | null;
  /** personal: when the yes was said */
  since: Date;
  /** none: the last moment that it is on time */
  until: Date | null;
  /** personal: when it came */
  came_at: Date | null;
  /** personal: when a no ended it before it came */
  ended_at: Date | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type BooksRow = {
  /** none: id of the book; it lies in the home of a process */
  book: string;
  /** none: the byte up to which every line is in the ledger */
  read_to: number;
};

/** keep: 7 days; erase: all of the identifier; export: no, what they confirmed stands in the ledger */
export type CodesRow = {
  /** none: its id */
  id: string;
  /** none: the act that it asks about */
  act_id: string;
  /** identifier: keyed fingerprint of the number or device that is asked */
  fp: string;
  /** none: the legal entity that asks */
  entity_id: string;
  /** none: the code, as a keyed hash */
  code: string;
  /** none: when */
  made_at: Date;
  /** none: until when it can be answered */
  until: Date;
  /** none: how many wrong codes came since */
  tries: number;
  /** none: keyed hash of the answer that confirmed; none: it was not answered */
  used_by: string | null;
};

/** keep: 31 days; erase: all of the person; export: all */
export type ContactsRow = {
  /** none: the message */
  id: string;
  /** identifier: keyed fingerprint of the identifier that was reached */
  fp: string;
  /** personal: where */
  channel: string;
  /** personal: when it was allowed */
  at: Date;
};

/** keep: while the person is known, a never for ever; erase: all but the latest never of an identifier, a keyed hash; export: all */
export type DialActsRow = {
  /** none: the act; one act is as many rows as it names identifiers and channels */
  act: string;
  /** identifier: keyed fingerprint of the identifier */
  fp: string;
  /** none: kind of the identifier */
  kind: string;
  /** none: where it holds */
  channel: string;
  /** personal: when the person wants to be recognised there */
  level: string;
  /** personal: by what; none: by anything */
  kinds: string[] | null;
  /** personal: when it was said */
  at: Date;
  /** none: midnight where it was said */
  until: Date | null;
  /** personal: code of the one location where it holds; none: everywhere */
  one_place: string | null;
  /** personal: the channel in which it was said */
  said_in: string;
  /** personal: code of the location where it was said */
  place: string | null;
  /** none: who set it */
  by_kind: string;
  /** identifier: the colleague or the source that set it; a person's own session */
  by_id: string;
  /** identifier: keyed fingerprint of what the person had signed in with; none: said of the identifiers themselves */
  said_by: string | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type DialChannelsRow = {
  /** none: channel */
  channel: string;
  /** none: when the first person chose so */
  since: Date;
};

/** keep: while the person is known; erase: all of the person; export: no (the acts are exported) */
export type DialVisitsRow = {
  /** none: the act that began it */
  act: string;
  /** none: where */
  channel: string;
  /** personal: the last that happened in it */
  last_at: Date;
  /** personal: when the person signed out */
  ended_at: Date | null;
};

/** keep: while the person is known, withdrawals for ever; erase: all but withdrawals, which stay as keyed hash and time, and of entries of others what names them; export: all */
export type EntriesRow = {
  /** none: id of the entry */
  id: string;
  /** none: the act that it came from; said again it changes nothing */
  act_id: string;
  /** identifier: keyed fingerprint of the identifier it belongs to */
  fp: string;
  /** none: kind of the identifier */
  kind: string;
  /** none: for what; empty: for everything */
  purpose: string | null;
  /** none: where; empty: everywhere */
  channel: string | null;
  /** none: to whom; empty: to all legal entities */
  entity_id: string | null;
  /** personal: what was said */
  state: string;
  /** personal: when it was said */
  at: Date;
  /** none: when it was written here */
  recorded_at: Date;
  /** none: taken over from another system */
  imported: boolean;
  /** none: the words that were shown */
  text_id: string | null;
  /** none: SHA-256 of the words as they were shown */
  text_hash: string | null;
  /** identifier: who collected it: a colleague, a form, a system */
  collected_by: string | null;
  /** personal: where: a location, a page */
  place: string | null;
  /** personal: how: box ticked, said on the phone, signed */
  how: string | null;
  /** none: the person did it; nothing was ticked before */
  active: boolean | null;
  /** none: the act that ends the form was done */
  concluded: boolean | null;
  /** personal: a guardian said it */
  guardian: boolean;
  /** none: the act that this one confirms */
  confirms: string | null;
  /** none: id of the message that it answered */
  cause: string | null;
  /** identifier: keyed fingerprint of what the person had signed in with; a yes counts while both are one's. None: of the identifier itself */
  said_by: string | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type HeadlinesRow = {
  /** none: all, or the legal entities that the asker reaches */
  question: string;
  /** none: day, UTC */
  day: Date;
  /** none: customers */
  known: number;
  /** none: customers recognised in two channels or more within a year */
  recognisable: number;
  /** none: customers who may be written to or called */
  reachable: number;
  /** none: both by channel */
  channels: unknown;
};

/** keep: for ever, withdrawals hang on it; erase: stays, it is a keyed hash; export: no */
export type HeadsRow = {
  /** identifier: keyed fingerprint of kind and value */
  fp: string;
  /** none: how many entries the ledger has of it */
  entries: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type ImportRefusalsRow = {
  /** none: the import */
  import_id: string;
  /** none: line of the file */
  line: number;
  /** none: why */
  code: string;
  /** none: names of what is missing or wrong */
  missing: string[];
  /** none: the row was taken all the same, otherwise than written */
  taken: boolean;
};

/** keep: for ever; erase: nothing personal; export: no */
export type ImportsRow = {
  /** none: id; the file lies in the home by this name until it is read */
  id: string;
  /** none: name of the file */
  name: string;
  /** none: kind of file */
  reader: string;
  /** none: how far it is */
  state: string;
  /** none: when */
  started_at: Date;
  /** identifier: the colleague who started it */
  started_by: string;
  /** none: when the last portion was committed */
  updated_at: Date;
  /** none: how the file is read, with the names of its columns */
  seen: unknown;
  /** none: from where reading goes on */
  place: unknown;
  /** none: rows read */
  rows_read: number;
  /** none: entries that were new */
  taken: number;
  /** none: rows refused */
  refused: number;
  /** none: why it failed */
  code: string | null;
  /** none: noes that were taken wider than written */
  noted: number;
};

/** keep: until the next list; erase: stays, it protects the person; export: no */
export type ListedRow = {
  /** none: which register */
  list: string;
  /** identifier: keyed fingerprint of the number or address */
  fp: string;
  /** none: the loading that it came with */
  generation: string;
};

/** keep: until the next; erase: nothing personal; export: no */
export type ListsRow = {
  /** none: which register */
  list: string;
  /** none: the day that the register says it is of */
  as_of: Date;
  /** none: when it was taken in */
  loaded_at: Date;
  /** identifier: who took it in */
  loaded_by: string;
  /** none: how many it names */
  lines: number;
  /** none: the loading that holds */
  generation: string;
  /** none: lines that could not be read */
  unread: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type LookRulesRow = {
  /** none: always 1 */
  id: number;
  /** none: roles that say once a day why they open a person */
  reason_roles: string[];
  /** none: whether people see the name of the colleague */
  show_names: boolean;
};

/** keep: for ever, decisions name them; erase: of the note what names the erased; export: no */
export type PoliciesRow = {
  /** none: in rule versions */
  number: number;
  /** none: ISO 3166-1, or EU for all others */
  country: string;
  /** none: first day */
  valid_from: Date;
  /** none: sales calls without consent may be made where the law lets us */
  cold_calls: boolean;
  /** none: a free account counts as a sale */
  soft_from_free_account: boolean;
  /** none: unused for so long, a permission sleeps */
  dormant_days: number;
  /** none: why */
  note: string;
  /** none: when */
  decided_at: Date;
  /** identifier: who */
  decided_by: string;
  /** none: id of the act, by the caller */
  act_id: string | null;
};

/** keep: for ever, permissions name them; erase: nothing personal; export: no */
export type PurposesRow = {
  /** none: short name; never changes */
  code: string;
  /** none: what kind of use it is; the rule sets go by it */
  kind: string;
  /** none: the one basis in law */
  basis: string;
  /** none: for a legitimate interest, how it was weighed */
  balance: string | null;
  /** none: a grant waits until it is confirmed from the address itself */
  double_opt_in: boolean;
  /** none: when entered */
  made_at: Date;
  /** identifier: the colleague who entered it, or system */
  made_by: string;
};

/** keep: 30 days after somebody last asked, all of it for ever; erase: nothing personal; export: no */
export type ReachCountsRow = {
  /** none: all, or the legal entities that the asker reaches */
  question: string;
  /** none: those legal entities; none: all */
  entities: string[] | null;
  /** none: since when somebody waits for a newer count, or last waited */
  wanted_at: Date;
  /** none: when it was counted */
  as_of: Date | null;
  /** none: how long counting took */
  took_ms: number | null;
  /** none: the figures */
  found: unknown | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type RecognitionRow = {
  /** none: day of receipt, UTC */
  day: Date;
  /** none: channel */
  channel: string;
  /** none: events whose person was known by a name, a card or an address when they were counted */
  recognised: number;
  /** none: all others */
  unknown: number;
  /** none: events told of by files, systems and history; nobody was met in them */
  told: number;
};

/** keep: 3 years; erase: all of the person; export: all */
export type SeenRow = {
  /** identifier: keyed fingerprint of the stream */
  subject: string;
  /** personal: where */
  channel: string;
  /** personal: when the visit began */
  began_at: Date;
  /** none: the event that it began with */
  key: string;
  /** personal: the last that happened in it */
  last_at: Date;
  /** personal: the location, or empty */
  place: string;
  /** personal: by what kind of identifier */
  by_kind: string;
  /** personal: the person signed in */
  sign_in: boolean;
  /** personal: what the colleague is who was there, as the event says it */
  function: string | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SeenPlaceRow = {
  /** none: always 1 */
  id: number;
  /** none: transaction of the last flush that was counted */
  tx: string;
  /** none: number of the last flush that was counted */
  number: number;
};

/** keep: 400 days; erase: nothing personal; export: no */
export type ShownRow = {
  /** none: one showing; told again it is the same */
  show_id: string;
  /** none: the words */
  text_id: string;
  /** none: where: corner, or the name of a form */
  place: string;
  /** none: when */
  at: Date;
};

/** keep: as long as the entry; erase: all of the person; export: all */
export type SoftFactsRow = {
  /** none: the entry */
  entry_id: string;
  /** personal: the same legal entity got the address from the customer in a sale */
  obtained_in_sale: boolean | null;
  /** identifier: the order or receipt of that sale */
  sale_ref: string | null;
  /** personal: something was paid; a free account is another matter */
  paid: boolean | null;
  /** none: only own goods of the same kind are advertised */
  own_similar_products: boolean | null;
  /** none: a clear, free no was offered when the address was given */
  refusal_offered: boolean | null;
  /** none: the same no is in every message */
  refusal_in_messages: boolean | null;
  /** personal: the person did not say it */
  not_refused: boolean | null;
};

/** keep: for ever, they are evidence; erase: nothing personal; export: body, with the permission that names it */
export type TextsRow = {
  /** none: id of the version */
  id: string;
  /** none: what it asks for */
  purpose: string;
  /** none: a consent, or the notice at a sale */
  basis: string;
  /** none: ISO 639-1 */
  language: string;
  /** none: counts from 1 for a purpose, basis and language */
  version: number;
  /** none: the words */
  body: string;
  /** none: SHA-256 of the words */
  hash: string;
  /** none: kinds of message that the words cover */
  scopes: string[];
  /** none: channels that the words name */
  channels: string[];
  /** none: kinds of goods that the words name */
  categories: string[];
  /** none: legal entities that the words name */
  entity_ids: string[];
  /** none: when */
  published_at: Date;
  /** identifier: the colleague who published it, or system */
  published_by: string;
  /** none: what one gets, in one line, shown with the words */
  benefit: string | null;
  /** none: name of the event that tells that it came */
  proof_event: string | null;
  /** none: within how many days it comes */
  proof_days: number | null;
};

/** keep: for ever, wishes name them; erase: nothing personal; export: no */
export type TopicsRow = {
  /** none: short name; never changes */
  code: string;
  /** none: in English */
  en: string;
  /** none: in Swedish */
  sv: string;
  /** none: in Danish */
  da: string;
  /** none: customers are asked about it */
  open: boolean;
  /** none: when entered */
  made_at: Date;
  /** identifier: the colleague who named it last */
  saved_by: string;
};

/** keep: while the person is known; erase: all of the person; export: all */
export type UsesRow = {
  /** identifier: keyed fingerprint of the identifier */
  fp: string;
  /** none: for what */
  purpose: string;
  /** none: where */
  channel: string;
  /** none: by whom */
  entity_id: string;
  /** personal: how often the permission was used */
  times: number;
  /** personal: when last */
  last_at: Date;
};

/** keep: while the person is known; erase: all of the person; export: all */
export type WishActsRow = {
  /** none: the act; said again it changes nothing */
  act: string;
  /** identifier: keyed fingerprint of the identifier */
  fp: string;
  /** none: kind of the identifier */
  kind: string;
  /** none: what it is about */
  name: string;
  /** personal: the channel, topic or word of one's own; empty: all */
  item: string;
  /** personal: quiet from this minute of the day */
  from_minute: number | null;
  /** personal: quiet to this minute of the day, or of the next */
  to_minute: number | null;
  /** personal: days on which quiet begins, 1 Monday to 7 Sunday */
  days: string | null;
  /** personal: whose clock the hours go by */
  zone: string | null;
  /** personal: when the pause is over */
  until: Date | null;
  /** personal: the most messages */
  times: number | null;
  /** personal: in seven days, or in thirty */
  per: string | null;
  /** personal: wants to hear of it, or not */
  stance: string | null;
  /** personal: when it was said */
  at: Date;
  /** none: who set it */
  by_kind: string;
  /** identifier: the colleague or the source that set it; a person's own session */
  by_id: string;
  /** identifier: keyed fingerprint of what the person had signed in with; none: said of the identifiers themselves */
  said_by: string | null;
};
