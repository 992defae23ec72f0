-- Restrictions of use that people asked for (GDPR article 18). Which identifiers each holds for stands in identity.restricted, so
-- that it goes with them through joins and splits.
create table rights.restrictions (
  id        uuid        primary key,
  ground    text        not null check (ground in ('accuracy', 'unlawful', 'claim', 'objection')),
  by_kind   text        not null check (by_kind in ('person', 'staff')),
  by_id     text,
  note      text,
  circle    smallint    not null,
  asked_at  timestamptz not null,
  check (by_kind = 'staff' or by_id is null and note is null)
);
comment on table rights.restrictions is 'keep: while it holds for somebody, and what was lifted as long as the person is known; erase: all of the person; export: all but whom it holds for';
comment on column rights.restrictions.id is 'none: the act';
comment on column rights.restrictions.ground is 'personal: which of the four grounds of the law';
comment on column rights.restrictions.by_kind is 'none: who asked';
comment on column rights.restrictions.by_id is 'identifier: the colleague who wrote it down';
comment on column rights.restrictions.note is 'personal: why, in the words of the colleague';
comment on column rights.restrictions.circle is 'none: whose people it is about';
comment on column rights.restrictions.asked_at is 'none: since when';

-- Each end of a restriction, for the identifiers that it ends for: whoever holds them is told a day before.
create table rights.lifts (
  id             uuid        primary key,
  restriction_id uuid        not null references rights.restrictions (id) on delete cascade,
  fps            uuid[]      not null,
  by_kind        text        not null check (by_kind in ('person', 'staff')),
  by_id          text,
  note           text,
  told           integer     not null,
  asked_at       timestamptz not null,
  due_at         timestamptz not null,
  ended_at       timestamptz,
  state          text        not null check (state in ('waiting', 'done', 'cancelled')),
  check ((state = 'waiting') = (ended_at is null)),
  check (by_kind = 'person' or due_at >= asked_at + interval '1 day'),
  check (state <> 'done' or ended_at >= due_at)
);
create index lifts_due on rights.lifts (due_at) where state = 'waiting';
create index lifts_of on rights.lifts (restriction_id);
create index lifts_fps on rights.lifts using gin (fps);
comment on table rights.lifts is 'keep: as long as the restriction; erase: all of the person; export: all but whom it is for';
comment on column rights.lifts.id is 'none: the act';
comment on column rights.lifts.restriction_id is 'none: what it ends';
comment on column rights.lifts.fps is 'identifier: keyed fingerprints of the identifiers that it ends for';
comment on column rights.lifts.by_kind is 'none: who asked';
comment on column rights.lifts.by_id is 'identifier: the colleague who asked';
comment on column rights.lifts.note is 'personal: why, in the words of the colleague';
comment on column rights.lifts.told is 'none: how many addresses were told';
comment on column rights.lifts.asked_at is 'none: when it was asked';
comment on column rights.lifts.due_at is 'none: when it is lifted';
comment on column rights.lifts.ended_at is 'none: when it was lifted or cancelled';
comment on column rights.lifts.state is 'none: where it stands';
