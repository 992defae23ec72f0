-- Households: made by a person, entered by invitation only, never inferred. A member is the identifier that was proven when they
-- accepted, as a session is: joins and splits move nothing here, the membership goes where that identifier goes.
create table identity.households (
  id      uuid        not null primary key,
  name    text        not null check (length(name) between 1 and 60),
  made_at timestamptz not null
);
comment on table identity.households is 'keep: until the last member leaves; erase: with its last member; export: all';
comment on column identity.households.id is 'none: its id';
comment on column identity.households.name is 'personal: what its maker calls it';
comment on column identity.households.made_at is 'personal: when';

create table identity.household_members (
  id           uuid        not null primary key,
  household_id uuid        not null references identity.households (id) on delete cascade,
  place        smallint    not null check (place between 1 and 12),
  fp           uuid        not null,
  called       text        not null check (length(called) between 1 and 40),
  maker        boolean     not null,
  language     text        not null check (language in ('en', 'sv', 'da')),
  joined_at    timestamptz not null,
  unique (household_id, place),
  unique (household_id, fp),
  unique (household_id, id)
);
create index household_members_fp on identity.household_members (fp);
create unique index household_members_maker on identity.household_members (household_id) where maker;
comment on table identity.household_members is 'keep: until they leave; erase: all of the identifier; export: all';
comment on column identity.household_members.id is 'none: id of the membership';
comment on column identity.household_members.household_id is 'none: the household';
comment on column identity.household_members.place is 'none: so that there are twelve at most';
comment on column identity.household_members.fp is 'identifier: keyed fingerprint of the identifier that accepted';
comment on column identity.household_members.called is 'personal: what the others may call them, their own word';
comment on column identity.household_members.maker is 'none: made the household';
comment on column identity.household_members.language is 'none: language they accepted in';
comment on column identity.household_members.joined_at is 'personal: when';

-- A household ends with its last member. The row is held while somebody leaves, or two who leave at once would each see the other.
create function identity.hold_household() returns trigger language plpgsql as $$
begin
  perform 1 from identity.households where id = old.household_id for update;
  return old;
end $$;
create function identity.end_household() returns trigger language plpgsql as $$
begin
  delete from identity.households h where h.id = old.household_id
    and not exists (select from identity.household_members m where m.household_id = h.id);
  return null;
end $$;
create trigger hold_household before delete on identity.household_members for each row execute function identity.hold_household();
create trigger end_household after delete on identity.household_members for each row execute function identity.end_household();

create table identity.household_invitations (
  id        uuid        not null primary key,
  member_id uuid        not null references identity.household_members (id) on delete cascade,
  code      uuid        not null unique,
  for_fp    uuid,
  made_at   timestamptz not null,
  ends_at   timestamptz not null check (ends_at <= made_at + interval '7 days'),
  used_at   timestamptz
);
create index household_invitations_member on identity.household_invitations (member_id);
create index household_invitations_for on identity.household_invitations (for_fp) where for_fp is not null;
create index household_invitations_ends on identity.household_invitations (ends_at);
comment on table identity.household_invitations is 'keep: until a day after they end; erase: all of the identifier; export: times';
comment on column identity.household_invitations.id is 'none: id of the invitation';
comment on column identity.household_invitations.member_id is 'none: who invites; it dies when they leave';
comment on column identity.household_invitations.code is 'sensitive: keyed fingerprint of what the link holds';
comment on column identity.household_invitations.for_fp is 'identifier: keyed fingerprint of the address it was mailed to; none when it is handed over';
comment on column identity.household_invitations.made_at is 'personal: when';
comment on column identity.household_invitations.ends_at is 'none: when it stops';
comment on column identity.household_invitations.used_at is 'none: when it was accepted';

-- One thing that one member lets one other see. What is not here is seen by nobody.
create table identity.household_shares (
  household_id   uuid        not null,
  member_id      uuid        not null,
  with_member_id uuid        not null,
  kind           text        not null check (length(kind) between 1 and 40),
  anchors        uuid[]      not null,
  shared_at      timestamptz not null,
  primary key (member_id, with_member_id, kind),
  foreign key (household_id, member_id) references identity.household_members (household_id, id) on delete cascade,
  foreign key (household_id, with_member_id) references identity.household_members (household_id, id) on delete cascade,
  check (member_id <> with_member_id)
);
create index household_shares_with on identity.household_shares (with_member_id, kind);
create index household_shares_household on identity.household_shares (household_id);
create index household_shares_anchors on identity.household_shares using gin (anchors);
comment on table identity.household_shares is 'keep: until revoked or one of the two leaves; erase: all of the identifier; export: kind, with whom, since when';
comment on column identity.household_shares.household_id is 'none: the household both are in';
comment on column identity.household_shares.member_id is 'none: who shares';
comment on column identity.household_shares.with_member_id is 'none: who sees';
comment on column identity.household_shares.kind is 'personal: what is shared';
comment on column identity.household_shares.anchors is 'identifier: the identifiers that were theirs when they said so; with one more it rests';
comment on column identity.household_shares.shared_at is 'personal: when';

-- What a member may read afterwards, also when the household is no more: what was shown to whom, and that they were taken out.
create table identity.household_log (
  id           uuid        not null primary key,
  fp           uuid        not null,
  what         text        not null check (what in ('shown', 'removed')),
  household_id uuid        not null,
  household    text        not null,
  kind         text,
  other_fp     uuid,
  other        text,
  slot         timestamptz not null,
  at           timestamptz not null,
  last_at      timestamptz not null,
  unique (fp, household_id, what, kind, other_fp, slot)
);
create index household_log_at on identity.household_log (fp, at desc);
create index household_log_other on identity.household_log (other_fp) where other_fp is not null;
create index household_log_age on identity.household_log (last_at);
comment on table identity.household_log is 'keep: 3 years; erase: all of the identifier, and the name of who saw; export: all';
comment on column identity.household_log.id is 'none: id of the line';
comment on column identity.household_log.fp is 'identifier: keyed fingerprint of whose log it is';
comment on column identity.household_log.what is 'personal: shown to somebody, or taken out of the household';
comment on column identity.household_log.household_id is 'none: the household';
comment on column identity.household_log.household is 'personal: what it was called then';
comment on column identity.household_log.kind is 'personal: what was shown';
comment on column identity.household_log.other_fp is 'identifier: keyed fingerprint of who saw it';
comment on column identity.household_log.other is 'personal: what they were called then';
comment on column identity.household_log.slot is 'none: the ten minutes it stands for';
comment on column identity.household_log.at is 'personal: first within them';
comment on column identity.household_log.last_at is 'personal: last within them';
