-- Whom a request was asked for: joins and splits until its end take nobody else along.
alter table rights.requests add column named uuid[];
comment on column rights.requests.named is 'identifier: keyed fingerprints; of an erasure what named the person when it was told to them, until it is done; of a copy what it holds the things of';
alter table rights.requests drop constraint requests_held_check;
alter table rights.requests add constraint requests_held_check check (held in ('journal', 'several'));
comment on column rights.requests.held is 'none: journal: its line in the journal could not be written, which is tried again; several: whom it was asked for are several people by now';
