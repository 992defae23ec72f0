// Generated from the migrated database by npm run generate: a row of each table of the room identity.

/** keep: while the person is known; erase: all of the person; export: rule, trust, time and source */
export type ClaimsRow = {
  /** identifier: the stronger node */
  a: string;
  /** identifier: the weaker node */
  b: string;
  /** none: why */
  rule: number;
  /** none: trust of the evidence */
  proven: boolean;
  /** none: kind of a, for counting neighbours */
  a_kind: number;
  /** none: 0 to 100 */
  strength: number;
  /** personal: time of the earliest evidence */
  at_ms: number;
  /** none: event that is the evidence */
  key: string;
  /** none: source of that event */
  source_id: number;
  /** none: b is a leaf */
  leaf: boolean;
  /** none: a ruling says that it counts no more */
  withdrawn: boolean;
};

/** keep: until a day after they end; erase: all of the identifier; export: times */
export type HouseholdInvitationsRow = {
  /** none: id of the invitation */
  id: string;
  /** none: who invites; it dies when they leave */
  member_id: string;
  /** sensitive: keyed fingerprint of what the link holds */
  code: string;
  /** identifier: keyed fingerprint of the address it was mailed to; none when it is handed over */
  for_fp: string | null;
  /** personal: when */
  made_at: Date;
  /** none: when it stops */
  ends_at: Date;
  /** none: when it was accepted */
  used_at: Date | null;
};

/** keep: 3 years; erase: all of the identifier, and the name of who saw; export: all */
export type HouseholdLogRow = {
  /** none: id of the line */
  id: string;
  /** identifier: keyed fingerprint of whose log it is */
  fp: string;
  /** personal: shown to somebody, or taken out of the household */
  what: string;
  /** none: the household */
  household_id: string;
  /** personal: what it was called then */
  household: string;
  /** personal: what was shown */
  kind: string | null;
  /** identifier: keyed fingerprint of who saw it */
  other_fp: string | null;
  /** personal: what they were called then */
  other: string | null;
  /** none: the ten minutes it stands for */
  slot: Date;
  /** personal: first within them */
  at: Date;
  /** personal: last within them */
  last_at: Date;
};

/** keep: until they leave; erase: all of the identifier; export: all */
export type HouseholdMembersRow = {
  /** none: id of the membership */
  id: string;
  /** none: the household */
  household_id: string;
  /** none: so that there are twelve at most */
  place: number;
  /** identifier: keyed fingerprint of the identifier that accepted */
  fp: string;
  /** personal: what the others may call them, their own word */
  called: string;
  /** none: made the household */
  maker: boolean;
  /** none: language they accepted in */
  language: string;
  /** personal: when */
  joined_at: Date;
};

/** keep: until revoked or one of the two leaves; erase: all of the identifier; export: kind, with whom, since when */
export type HouseholdSharesRow = {
  /** none: the household both are in */
  household_id: string;
  /** none: who shares */
  member_id: string;
  /** none: who sees */
  with_member_id: string;
  /** personal: what is shared */
  kind: string;
  /** identifier: the identifiers that were theirs when they said so; with one more it rests */
  anchors: string[];
  /** personal: when */
  shared_at: Date;
};

/** keep: until the last member leaves; erase: with its last member, and of its name what names the erased; export: all */
export type HouseholdsRow = {
  /** none: its id */
  id: string;
  /** personal: what its maker calls it */
  name: string;
  /** personal: when */
  made_at: Date;
};

/** keep: until people are made anew, minutes; erase: ids only; export: no */
export type KeptIdsRow = {
  /** identifier: fingerprint of the lane or identifier */
  fp: string;
  /** none: id it had */
  id: string;
  /** none: whether it named a person */
  given: boolean;
  /** none: when it was first stored */
  born_at: Date;
};

/** keep: until people are made anew, seconds; erase: all of the person is taken before; export: no (it is told from where it was) */
export type KeptWordsRow = {
  /** none: order in which it is learned */
  n: number;
  /** none: kind of the row */
  what: string;
  /** sensitive: the row as it was */
  said: unknown;
};

/** keep: while the person is known; erase: all of the person; export: from_ms and visitor */
export type LanesRow = {
  /** identifier: its node */
  fp: string;
  /** identifier: fingerprint of the visitor id */
  device: string;
  /** personal: where it begins; a very small number for the first lane */
  from_ms: number;
  /** none: event it begins with, or zeros */
  from_key: string;
  /** none: opened by 0 the start, 1 a proven mark, 2 a stated mark */
  level: number;
  /** none: opened by looking back from a sign-in */
  soft: boolean;
  /** none: false: another lane took its place */
  live: boolean;
  /** identifier: who holds it */
  login: string | null;
  /** none: trust of the mark that holds it */
  signed_proven: boolean | null;
  /** personal: time of that mark */
  signed_ms: number | null;
  /** none: event of that mark */
  signed_key: string | null;
  /** none: source of that mark */
  signed_source: number | null;
  /** identifier: login last signed in before it */
  before: string | null;
  /** identifier: proven login last signed in before it */
  proven_before: string | null;
  /** identifier: the visitor id, on the first lane of a device */
  visitor: string | null;
};

/** keep: while the person is known; erase: all of the person; export: no (the events are exported) */
export type MarksRow = {
  /** identifier: fingerprint of the visitor id */
  device: string;
  /** personal: when */
  at_ms: number;
  /** none: the event */
  key: string;
  /** identifier: who signed in; none for a goodbye */
  login: string | null;
  /** none: trust of the event */
  proven: boolean;
  /** none: a sign-in or goodbye that was said; else the first event of the login there */
  explicit: boolean;
  /** none: source of the event */
  source_id: number;
};

/** keep: while the person is known; erase: all of the person; export: no, made of facts that are exported */
export type MatchKeysRow = {
  /** personal: rule and hash of a value in one number */
  key: number;
  /** identifier: the person */
  id: string;
};

/** keep: the newest; erase: no, rates of all people together; export: no, nobody in particular */
export type MatchModelsRow = {
  /** none: its id */
  id: string;
  /** none: when it was learned */
  made_at: Date;
  /** none: of how many people */
  people: number;
  /** none: rates, rules of blocking, names of columns; no value of anybody */
  model: unknown;
};

/** keep: while the person is known; erase: all of the person; export: no, made of facts that are exported */
export type MatchPeopleRow = {
  /** identifier: the person */
  id: string;
  /** personal: fingerprint of the model and what was known, to see that it changed */
  print: string;
};

/** keep: as long as the model; erase: no, values that three or more share; export: no, nobody in particular */
export type MatchTermsRow = {
  /** none: the column of the model */
  place: number;
  /** none: hash of 32 bits of a value */
  hash: number;
  /** none: how many people hold it */
  rows: number;
};

/** keep: one row; erase: no; export: no */
export type MatchWalkRow = {
  /** none: one row */
  id: number;
  /** none: person id that was looked at last */
  after: string;
  /** none: how many times all were looked at */
  round: number;
  /** none: place in the log up to which people just heard of were weighed */
  heard_tx: string | null;
  /** none: the same place */
  heard_number: number | null;
};

/** keep: open ones while they hold, decisions while both are known; erase: all of the person; export: no, a guess about two people */
export type MatchesRow = {
  /** none: made of the two people */
  id: string;
  /** identifier: one person */
  a: string;
  /** identifier: the other */
  b: string;
  /** personal: weight of the evidence that they are one */
  bits: number;
  /** personal: the weight when it was rejected; asked again only when much more is known */
  seen_bits: number | null;
  /** none: open, accepted, rejected, never */
  state: string;
  /** none: the ruling that accepting made */
  ruling: string | null;
  /** none: when it was weighed last */
  scored_at: Date;
  /** none: when a colleague decided */
  decided_at: Date | null;
  /** identifier: the colleague */
  decided_by: string | null;
};

/** keep: while the person is known; erase: all of the person; export: kind, value and first_ms */
export type NodesRow = {
  /** identifier: fingerprint of kind and value */
  fp: string;
  /** none: random id; the least one of a component names the person */
  id: string;
  /** none: kind of identifier */
  kind: number;
  /** identifier: the normalised value; none for a lane */
  value: string | null;
  /** none: the people row it belongs to; none while it is alone */
  component: string | null;
  /** none: carried by a proven event; for a lane: held by a proven login */
  proven: boolean;
  /** none: too many neighbours by proven claims; proven claims of it say nothing */
  hub_proven: boolean;
  /** none: too many neighbours by any claims; stated claims of it say nothing */
  hub_stated: boolean;
  /** none: has one neighbour only and follows it; cleared for good at the second */
  leaf: boolean;
  /** none: its id has been a person id */
  given: boolean;
  /** personal: time of the earliest event that carried it */
  first_ms: number;
  /** none: when first stored */
  born_at: Date;
  /** none: a higher room keeps an eye on it */
  watched: boolean;
  /** none: a ruling names it or did; it is no leaf */
  ruled: boolean;
  /** none: ruled to be 1 one person's, 2 blocked; none while it is counted */
  fixed: number | null;
  /** none: since when it says nothing of anybody */
  hub_at: Date | null;
  /** personal: time of the earliest proven event that carried it */
  proven_ms: number | null;
  /** none: on the list of values that say nothing of anybody */
  listed: boolean;
  /** none: number of the circle of legal entities; 0: the principal's, and every lane (its stream knows) */
  circle: number;
};

/** keep: while the person is known; erase: all of the person; export: id */
export type PeopleRow = {
  /** none: number of the component; never shown */
  component: string;
  /** none: the person id: the least node id */
  id: string;
  /** none: how many it holds */
  logins: number;
  /** none: how many it holds */
  club_cards: number;
  /** none: how many it holds */
  emails: number;
  /** none: how many it holds */
  phones: number;
  /** none: holds something proven */
  proven: boolean;
  /** none: about how many nodes; the lighter side moves at a join */
  weight: number;
  /** none: a node of it may be ruled apart from others */
  ruled: boolean;
};

/** keep: until it is taken back; erase: all of the person; export: no, it protects the person */
export type ProtectedRow = {
  /** identifier: keyed fingerprint */
  fp: string;
  /** none: when */
  at: Date;
};

/** keep: while the person is known; erase: all of the person; export: no (the events are exported) */
export type PulsesRow = {
  /** identifier: fingerprint of the visitor id of a kiosk */
  device: string;
  /** none: trust of the event */
  proven: boolean;
  /** personal: slot of time since 1970 */
  slot: number;
  /** personal: the earliest event in the slot */
  at_ms: number;
  /** none: that event */
  key: string;
  /** none: source of that event */
  source_id: number;
};

/** keep: until it is lifted; erase: all of the person; export: no, rights.restrictions tells it */
export type RestrictedRow = {
  /** identifier: keyed fingerprint */
  fp: string;
  /** none: the act that asked for it */
  restriction: string;
  /** none: when */
  at: Date;
};

/** keep: for ever, one row; erase: nothing personal; export: no */
export type RevisionRow = {
  /** none: there is one */
  id: number;
  /** none: how often memories were made void */
  number: number;
};

/** keep: until the next trial; erase: all of the person; export: no, a guess about what would be */
export type RuleChangesRow = {
  /** none: the trial */
  run: string;
  /** identifier: the person, as known then */
  person_id: string;
  /** none: into how many the person would come apart */
  parts: number;
  /** identifier: others who would be one with the person */
  joins: string[];
  /** none: identifiers that would go */
  loses: number;
  /** none: identifiers that would come */
  gains: number;
};

/** keep: for ever, a row a run; erase: nothing personal but who began it; export: no */
export type RuleRunsRow = {
  /** none: its id */
  id: string;
  /** none: the version */
  number: number;
  /** none: try or apply */
  kind: string;
  /** none: running, done, cancelled */
  state: string;
  /** none: people, then what is alone */
  stage: string;
  /** none: the last that was looked at */
  after: string;
  /** none: how many were looked at */
  seen: number;
  /** none: about how many there were */
  total: number;
  /** none: people that change */
  changed: number;
  /** none: of those, joined with others */
  joined: number;
  /** none: of those, come apart */
  split: number;
  /** identifier: the colleague */
  by_id: string;
  /** none: when it began */
  started_at: Date;
  /** none: when it ended */
  ended_at: Date | null;
};

/** keep: for ever; erase: of the reason what names the erased; export: no */
export type RuleVersionsRow = {
  /** none: its number; the first is what was shipped */
  number: number;
  /** none: id that the client gave the act: the same act is done once */
  act: string;
  /** none: draft, tried, applying, in_force, replaced */
  state: string;
  /** none: what each kind is worth; listed values as keyed fingerprints, patterns as text */
  body: unknown;
  /** identifier: the colleague */
  by_id: string;
  /** none: why, in the words of the colleague */
  why: string;
  /** none: when */
  at: Date;
};

/** keep: as long as the node; erase: all of the person; export: no (the ruling is exported) */
export type RuledEndsRow = {
  /** identifier: the node */
  fp: string;
  /** none: the ruling */
  ruling: string;
  /** none: which of the two sides it is on */
  side: number;
  /** none: false: the ruling is undone */
  live: boolean;
};

/** keep: as long as the nodes; erase: all of the person; export: no (the ruling is exported) */
export type RuledPairsRow = {
  /** none: the ruling */
  ruling: string;
  /** identifier: one node */
  a: string;
  /** identifier: the other */
  b: string;
  /** none: true: what is claimed of the two counts no more; false: the two are one person */
  voids: boolean;
  /** none: false: the ruling is undone */
  live: boolean;
};

/** keep: as long as the node; erase: all of the person; export: no (the ruling is exported) */
export type RuledValuesRow = {
  /** identifier: the node */
  fp: string;
  /** none: the ruling */
  ruling: string;
  /** none: true: it says nothing of anybody; false: it is one person's */
  blocks: boolean;
  /** none: false: the ruling is undone */
  live: boolean;
};

/** keep: for ever; erase: ids stay, reasons go; export: kind, time and reason */
export type RulingsRow = {
  /** none: its id, and the key of the claims that it makes */
  id: string;
  /** none: id that the client gave the act: the same act is done once */
  act: string;
  /** none: 1 join, 2 split, 3 apart, 4 withdrawal of a claim, 5 one person's, 6 blocked */
  kind: number;
  /** none: fingerprint of what was asked, to know an act that comes again */
  told: string;
  /** none: when it was ruled */
  at_ms: number;
  /** identifier: the colleague */
  by_id: string;
  /** personal: why, in the words of the colleague */
  reason: string;
  /** none: id that the client gave the undoing */
  undone_act: string | null;
  /** none: since when it holds no longer */
  undone_at: Date | null;
  /** identifier: the colleague who undid it */
  undone_by: string | null;
  /** personal: why, in the words of the colleague */
  undone_why: string | null;
};

/** keep: while the person is known; erase: all of the person; export: no (the events are exported) */
export type SightingsRow = {
  /** identifier: fingerprint of the visitor id */
  device: string;
  /** identifier: the strongest identifier of the event */
  id: string;
  /** none: trust of the event */
  proven: boolean;
  /** personal: slot of time since 1970 */
  slot: number;
  /** none: kind of the identifier */
  kind: number;
  /** personal: the earliest in the slot */
  at_ms: number;
  /** none: that event */
  key: string;
  /** none: source of that event */
  source_id: number;
};

/** keep: while the person is known; erase: all of the person; export: no (the events are exported) */
export type StreamsRow = {
  /** identifier: the stream, as events carry it */
  subject: string;
  /** identifier: fingerprint of the visitor id */
  device: string;
  /** identifier: the login on the device; none for what it does without */
  login: string | null;
  /** personal: its earliest event */
  first_ms: number;
  /** personal: its earliest stated event that is no goodbye */
  stated_ms: number | null;
  /** none: that event */
  stated_key: string | null;
  /** none: source of that event */
  stated_source: number | null;
  /** personal: its earliest proven event that is no goodbye */
  proven_ms: number | null;
  /** none: that event */
  proven_key: string | null;
  /** none: source of that event */
  proven_source: number | null;
  /** none: number of the circle of legal entities; 0: the principal's */
  circle: number;
};

/** keep: as long as the room that asked for it; erase: stays, it protects the person; export: no */
export type WatchedRow = {
  /** identifier: keyed fingerprint */
  fp: string;
};
