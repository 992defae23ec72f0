-- Who says yes in their corner says it for every address that is theirs then. Each yes knows by which identifier they had come
-- in: when the two part it goes with that one, and never stays as the yes of somebody who did not say it.
alter table consent.entries add column said_by uuid;
alter table consent.entries add constraint entries_said_by_yes check (said_by is null or state <> 'withdrawn');
create index entries_said_by on consent.entries (said_by) where said_by is not null;
comment on column consent.entries.said_by is 'identifier: keyed fingerprint of what the person had signed in with; a yes counts while both are one''s. None: of the identifier itself';
