-- REC-09: whoever asks says what one gets for it; that it came is told by an event, and how many say yes is counted.
alter table consent.texts
  add column benefit text check (benefit <> ''),
  add column proof_event text collate "C" check (proof_event <> ''),
  add column proof_days integer check (proof_days between 1 and 365),
  add check ((proof_event is null) = (proof_days is null)),
  add check (proof_event is null or benefit is not null);
comment on column consent.texts.benefit is 'none: what one gets, in one line, shown with the words';
comment on column consent.texts.proof_event is 'none: name of the event that tells that it came';
comment on column consent.texts.proof_days is 'none: within how many days it comes';

-- What somebody is to get for a yes.
create table consent.benefits (
  entry_id uuid primary key references consent.entries (id) on delete cascade,
  act_id uuid not null,
  fp uuid not null,
  text_id uuid not null references consent.texts (id),
  place text,
  event text collate "C",
  since timestamptz not null,
  until timestamptz,
  came_at timestamptz,
  ended_at timestamptz,
  check ((event is null) = (until is null)),
  check (came_at is null or (came_at >= since and came_at <= until))
);
create index benefits_by_text on consent.benefits (text_id, since);
create index benefits_by_fp on consent.benefits (fp);
comment on table consent.benefits is 'keep: as long as the entry; erase: all of the person; export: all';
comment on column consent.benefits.entry_id is 'none: the yes';
comment on column consent.benefits.act_id is 'none: the act that it was said in';
comment on column consent.benefits.fp is 'identifier: keyed fingerprint of the identifier it was said of';
comment on column consent.benefits.text_id is 'none: the words, with what they say one gets';
comment on column consent.benefits.place is 'personal: where it was asked';
comment on column consent.benefits.event is 'none: name of the event that tells that it came; none: nothing tells';
comment on column consent.benefits.since is 'personal: when the yes was said';
comment on column consent.benefits.until is 'none: the last moment that it is on time';
comment on column consent.benefits.came_at is 'personal: when it came';
comment on column consent.benefits.ended_at is 'personal: when a no ended it before it came';

-- How often words were shown to somebody who could answer. Nobody is named.
create table consent.shown (
  show_id uuid not null,
  text_id uuid not null references consent.texts (id),
  place text not null,
  at timestamptz not null,
  primary key (show_id, text_id)
);
create index shown_by_text on consent.shown (text_id, at);
comment on table consent.shown is 'keep: 400 days; erase: nothing personal; export: no';
comment on column consent.shown.show_id is 'none: one showing; told again it is the same';
comment on column consent.shown.text_id is 'none: the words';
comment on column consent.shown.place is 'none: where: corner, or the name of a form';
comment on column consent.shown.at is 'none: when';
