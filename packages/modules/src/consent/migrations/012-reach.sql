-- Reach as it was last counted, a row a question: counting a million people takes too long for somebody who waits.
create table consent.reach_counts (
  question  text        collate "C" not null primary key,
  entities  uuid[]      check ((entities is null) = (question = 'all')),
  wanted_at timestamptz not null,
  as_of     timestamptz,
  took_ms   integer,
  found     jsonb,
  check ((as_of is null) = (found is null) and (as_of is null) = (took_ms is null))
);
comment on table consent.reach_counts is 'keep: 30 days after somebody last asked; erase: nothing personal; export: no';
comment on column consent.reach_counts.question is 'none: all, or the legal entities that the asker reaches';
comment on column consent.reach_counts.entities is 'none: those legal entities; none: all';
comment on column consent.reach_counts.wanted_at is 'none: since when somebody waits for a newer count, or last waited';
comment on column consent.reach_counts.as_of is 'none: when it was counted';
comment on column consent.reach_counts.took_ms is 'none: how long counting took';
comment on column consent.reach_counts.found is 'none: the figures';
insert into consent.reach_counts (question, wanted_at) values ('all', now());
