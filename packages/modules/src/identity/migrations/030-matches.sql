-- Probable matches: pairs of people who may be one, by what is known of them. They only suggest; a colleague decides.
create table identity.match_models (
  id      uuid        not null primary key,
  made_at timestamptz not null,
  people  integer     not null,
  model   jsonb       not null
);
comment on table identity.match_models is 'keep: the newest; erase: no, rates of all people together; export: no, nobody in particular';
comment on column identity.match_models.id is 'none: its id';
comment on column identity.match_models.made_at is 'none: when it was learned';
comment on column identity.match_models.people is 'none: of how many people';
comment on column identity.match_models.model is 'none: rates, rules of blocking, names of columns; no value of anybody';

-- How common a value is among all: only those that three or more hold, by a hash of the value.
create table identity.match_terms (
  place smallint not null,
  hash  bigint   not null,
  rows  integer  not null,
  primary key (place, hash)
);
comment on table identity.match_terms is 'keep: as long as the model; erase: no, values that three or more share; export: no, nobody in particular';
comment on column identity.match_terms.place is 'none: the column of the model';
comment on column identity.match_terms.hash is 'none: hash of 32 bits of a value';
comment on column identity.match_terms.rows is 'none: how many people hold it';

-- What was known of each person when it was weighed, as a fingerprint, and what the rules of blocking say of it.
create table identity.match_people (
  id    uuid not null primary key,
  print uuid not null
) with (fillfactor = 85);
comment on table identity.match_people is 'keep: while the person is known; erase: all of the person; export: no, made of facts that are exported';
comment on column identity.match_people.id is 'identifier: the person';
comment on column identity.match_people.print is 'personal: fingerprint of the model and what was known, to see that it changed';

create table identity.match_keys (
  key bigint not null,
  id  uuid   not null,
  primary key (key, id)
);
create index match_keys_by_id on identity.match_keys (id);
comment on table identity.match_keys is 'keep: while the person is known; erase: all of the person; export: no, made of facts that are exported';
comment on column identity.match_keys.key is 'personal: rule and hash of a value in one number';
comment on column identity.match_keys.id is 'identifier: the person';

-- A pair is named by its two people, by the anchors they had when it was found: its id is made of them.
create table identity.matches (
  id         uuid             not null primary key,
  a          uuid             not null,
  b          uuid             not null check (a < b),
  bits       double precision not null,
  seen_bits  double precision,
  state      text             not null check (state in ('open', 'accepted', 'rejected', 'never')),
  ruling     uuid,
  scored_at  timestamptz      not null,
  decided_at timestamptz,
  decided_by text,
  unique (a, b)
) with (fillfactor = 85);
create index matches_by_b on identity.matches (b);
create index matches_queue on identity.matches (state, bits desc, id desc);
comment on table identity.matches is 'keep: open ones while they hold, decisions while both are known; erase: all of the person; export: no, a guess about two people';
comment on column identity.matches.id is 'none: made of the two people';
comment on column identity.matches.a is 'identifier: one person';
comment on column identity.matches.b is 'identifier: the other';
comment on column identity.matches.bits is 'personal: weight of the evidence that they are one';
comment on column identity.matches.seen_bits is 'personal: the weight when it was rejected; asked again only when much more is known';
comment on column identity.matches.state is 'none: open, accepted, rejected, never';
comment on column identity.matches.ruling is 'none: the ruling that accepting made';
comment on column identity.matches.scored_at is 'none: when it was weighed last';
comment on column identity.matches.decided_at is 'none: when a colleague decided';
comment on column identity.matches.decided_by is 'identifier: the colleague';

-- How far the walk through all people has come.
create table identity.match_walk (
  id    smallint not null primary key check (id = 1),
  after uuid     not null,
  round integer  not null default 0
);
insert into identity.match_walk (id, after) values (1, '00000000-0000-0000-0000-000000000000');
comment on table identity.match_walk is 'keep: one row; erase: no; export: no';
comment on column identity.match_walk.id is 'none: one row';
comment on column identity.match_walk.after is 'none: person id that was looked at last';
comment on column identity.match_walk.round is 'none: how many times all were looked at';
