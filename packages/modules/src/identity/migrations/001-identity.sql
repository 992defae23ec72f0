create schema identity;

-- Kinds are numbers (1 login, 2 club_card, 3 email, 4 phone, 5 distinct_id, 6 card_token, 7 receipt, 8 order, 9 device,
-- 10 address, 11 lane). Times that take part in an order are milliseconds: (at_ms, key) is the one order of events.

-- Identifiers and lanes. Every person id ever given is the id of a node, so it resolves by its own row for ever.
create table identity.nodes (
  fp         uuid        not null primary key,
  id         uuid        not null,
  kind       smallint    not null,
  value      text collate "C",
  component  uuid,
  proven     boolean     not null,
  hub_proven boolean     not null default false,
  hub_stated boolean     not null default false,
  leaf       boolean     not null,
  given      boolean     not null,
  first_ms   bigint      not null,
  born_at    timestamptz not null
) with (fillfactor = 85);
create unique index nodes_by_id on identity.nodes (id);
create index nodes_by_component on identity.nodes (component, id) where component is not null;
create index nodes_core on identity.nodes (component) where component is not null and not leaf;
create index nodes_by_value on identity.nodes (left(value, 100)) where value is not null;
create index phones_by_tail on identity.nodes (left(reverse(value), 40) collate "C") where kind = 4;
comment on table identity.nodes is 'keep: while the person is known; erase: all of the person; export: kind, value and first_ms';
comment on column identity.nodes.fp is 'identifier: fingerprint of kind and value';
comment on column identity.nodes.id is 'none: random id; the least one of a component names the person';
comment on column identity.nodes.kind is 'none: kind of identifier';
comment on column identity.nodes.value is 'identifier: the normalised value; none for a lane';
comment on column identity.nodes.component is 'none: the people row it belongs to; none while it is alone';
comment on column identity.nodes.proven is 'none: carried by a proven event; for a lane: held by a proven login';
comment on column identity.nodes.hub_proven is 'none: too many neighbours by proven claims; proven claims of it say nothing';
comment on column identity.nodes.hub_stated is 'none: too many neighbours by any claims; stated claims of it say nothing';
comment on column identity.nodes.leaf is 'none: has one neighbour only and follows it; cleared for good at the second';
comment on column identity.nodes.given is 'none: its id has been a person id';
comment on column identity.nodes.first_ms is 'personal: time of the earliest event that carried it';
comment on column identity.nodes.born_at is 'none: when first stored';

-- A component of two nodes or more. What it holds of the limited kinds stands here, so that a join reads no members.
create table identity.people (
  component  uuid     not null primary key,
  id         uuid     not null,
  logins     smallint not null,
  club_cards smallint not null,
  emails     smallint not null,
  phones     smallint not null,
  proven     boolean  not null,
  weight     integer  not null
) with (fillfactor = 85);
create index people_by_id on identity.people (id);
comment on table identity.people is 'keep: while the person is known; erase: all of the person; export: id';
comment on column identity.people.component is 'none: number of the component; never shown';
comment on column identity.people.id is 'none: the person id: the least node id';
comment on column identity.people.logins is 'none: how many it holds';
comment on column identity.people.club_cards is 'none: how many it holds';
comment on column identity.people.emails is 'none: how many it holds';
comment on column identity.people.phones is 'none: how many it holds';
comment on column identity.people.proven is 'none: holds something proven';
comment on column identity.people.weight is 'none: about how many nodes; the lighter side moves at a join';

-- Best evidence a pair, rule and trust. Whether a claim was refused is not stored: it was, exactly when its ends are two
-- people. Rules: 1 carried, 2 signed, 3 seen, 4 moved. a is the stronger end.
create table identity.claims (
  a         uuid     not null,
  b         uuid     not null,
  rule      smallint not null,
  proven    boolean  not null,
  a_kind    smallint not null,
  strength  smallint not null,
  at_ms     bigint   not null,
  key       uuid     not null,
  source_id integer  not null,
  leaf      boolean  not null,
  primary key (a, b, rule, proven)
) with (fillfactor = 90);
create index claims_core on identity.claims (a) where not leaf;
create index claims_by_b on identity.claims (b, a_kind, proven, a); -- not (b) alone: at a hub all of its claims would be walked
comment on table identity.claims is 'keep: while the person is known; erase: all of the person; export: rule, trust, time and source';
comment on column identity.claims.a is 'identifier: the stronger node';
comment on column identity.claims.b is 'identifier: the weaker node';
comment on column identity.claims.rule is 'none: why';
comment on column identity.claims.proven is 'none: trust of the evidence';
comment on column identity.claims.a_kind is 'none: kind of a, for counting neighbours';
comment on column identity.claims.strength is 'none: 0 to 100';
comment on column identity.claims.at_ms is 'personal: time of the earliest evidence';
comment on column identity.claims.key is 'none: event that is the evidence';
comment on column identity.claims.source_id is 'none: source of that event';
comment on column identity.claims.leaf is 'none: b is a leaf';

-- A device's timeline, cut. A lane that is no more stays, not live, and leads to the lane that took its place.
create table identity.lanes (
  fp            uuid     not null primary key,
  device        uuid     not null,
  from_ms       bigint   not null,
  from_key      uuid     not null,
  level         smallint not null,
  soft          boolean  not null,
  live          boolean  not null,
  login         uuid,
  signed_proven boolean,
  signed_ms     bigint,
  signed_key    uuid,
  signed_source integer,
  before        uuid,
  proven_before uuid,
  visitor       text
) with (fillfactor = 85);
create index lanes_by_device on identity.lanes (device, from_ms, from_key);
create index lanes_by_login on identity.lanes (login) where login is not null;
comment on table identity.lanes is 'keep: while the person is known; erase: all of the person; export: from_ms and visitor';
comment on column identity.lanes.fp is 'identifier: its node';
comment on column identity.lanes.device is 'identifier: fingerprint of the visitor id';
comment on column identity.lanes.from_ms is 'personal: where it begins; a very small number for the first lane';
comment on column identity.lanes.from_key is 'none: event it begins with, or zeros';
comment on column identity.lanes.level is 'none: opened by 0 the start, 1 a proven mark, 2 a stated mark';
comment on column identity.lanes.soft is 'none: opened by looking back from a sign-in';
comment on column identity.lanes.live is 'none: false: another lane took its place';
comment on column identity.lanes.login is 'identifier: who holds it';
comment on column identity.lanes.signed_proven is 'none: trust of the mark that holds it';
comment on column identity.lanes.signed_ms is 'personal: time of that mark';
comment on column identity.lanes.signed_key is 'none: event of that mark';
comment on column identity.lanes.signed_source is 'none: source of that mark';
comment on column identity.lanes.before is 'identifier: login last signed in before it';
comment on column identity.lanes.proven_before is 'identifier: proven login last signed in before it';
comment on column identity.lanes.visitor is 'identifier: the visitor id, on the first lane of a device';

create table identity.marks (
  device    uuid    not null,
  at_ms     bigint  not null,
  key       uuid    not null,
  login     uuid,
  proven    boolean not null,
  explicit  boolean not null,
  source_id integer not null,
  primary key (device, at_ms, key)
);
comment on table identity.marks is 'keep: while the person is known; erase: all of the person; export: no (the events are exported)';
comment on column identity.marks.device is 'identifier: fingerprint of the visitor id';
comment on column identity.marks.at_ms is 'personal: when';
comment on column identity.marks.key is 'none: the event';
comment on column identity.marks.login is 'identifier: who signed in; none for a goodbye';
comment on column identity.marks.proven is 'none: trust of the event';
comment on column identity.marks.explicit is 'none: a sign-in or goodbye that was said; else the first event of the login there';
comment on column identity.marks.source_id is 'none: source of the event';

create table identity.streams (
  subject       uuid   not null primary key,
  device        uuid   not null,
  login         uuid,
  first_ms      bigint not null,
  stated_ms     bigint,
  stated_key    uuid,
  stated_source integer,
  proven_ms     bigint,
  proven_key    uuid,
  proven_source integer
) with (fillfactor = 90);
create index streams_by_device on identity.streams (device);
create index streams_without_login on identity.streams (device) where login is null;
create index streams_by_login on identity.streams (login) where login is not null;
comment on table identity.streams is 'keep: while the person is known; erase: all of the person; export: no (the events are exported)';
comment on column identity.streams.subject is 'identifier: the stream, as events carry it';
comment on column identity.streams.device is 'identifier: fingerprint of the visitor id';
comment on column identity.streams.login is 'identifier: the login on the device; none for what it does without';
comment on column identity.streams.first_ms is 'personal: its earliest event';
comment on column identity.streams.stated_ms is 'personal: its earliest stated event that is no goodbye';
comment on column identity.streams.stated_key is 'none: that event';
comment on column identity.streams.stated_source is 'none: source of that event';
comment on column identity.streams.proven_ms is 'personal: its earliest proven event that is no goodbye';
comment on column identity.streams.proven_key is 'none: that event';
comment on column identity.streams.proven_source is 'none: source of that event';

-- What was typed on a device without being signed in: the first in each slot of time (five minutes).
create table identity.sightings (
  device    uuid     not null,
  id        uuid     not null,
  proven    boolean  not null,
  slot      bigint   not null,
  kind      smallint not null,
  at_ms     bigint   not null,
  key       uuid     not null,
  source_id integer  not null,
  primary key (device, id, proven, slot)
);
create index sightings_in_order on identity.sightings (device, at_ms, key);
comment on table identity.sightings is 'keep: while the person is known; erase: all of the person; export: no (the events are exported)';
comment on column identity.sightings.device is 'identifier: fingerprint of the visitor id';
comment on column identity.sightings.id is 'identifier: the strongest identifier of the event';
comment on column identity.sightings.proven is 'none: trust of the event';
comment on column identity.sightings.slot is 'personal: slot of time since 1970';
comment on column identity.sightings.kind is 'none: kind of the identifier';
comment on column identity.sightings.at_ms is 'personal: the earliest in the slot';
comment on column identity.sightings.key is 'none: that event';
comment on column identity.sightings.source_id is 'none: source of that event';
