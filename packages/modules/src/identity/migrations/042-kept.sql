-- While people are made anew after an erasure: what was learned of events that stay, so that it holds whether or not anybody can
-- hear them again. Learned from here, page by page, and gone.
create table identity.kept_words (
  n    bigint generated always as identity primary key,
  what text  not null check (what in ('id', 'stream', 'pulse', 'mark', 'sighting', 'claim')),
  said jsonb not null
);
comment on table identity.kept_words is 'keep: until people are made anew, seconds; erase: all of the person is taken before; export: no (it is told from where it was)';
comment on column identity.kept_words.n is 'none: order in which it is learned';
comment on column identity.kept_words.what is 'none: kind of the row';
comment on column identity.kept_words.said is 'sensitive: the row as it was';

-- Identifiers that follow another are stored anew too, and keep what they were called.
comment on column identity.kept_ids.fp is 'identifier: fingerprint of the lane or identifier';
