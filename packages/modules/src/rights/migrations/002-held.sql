-- Why a request waits that would go on otherwise.
alter table rights.requests add column held text check (held in ('journal'));
comment on column rights.requests.held is 'none: journal: its line in the journal could not be written, which is tried again';
