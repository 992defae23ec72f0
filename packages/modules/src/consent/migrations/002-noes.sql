-- A no is kept whatever else is missing: a restored backup may be older than the purpose or the legal entity that it names.
-- A yes names a text, and with it a purpose that is there.
alter table consent.entries drop constraint entries_purpose_fkey;
alter table consent.entries drop constraint entries_entity_id_fkey;

-- How far each book of withdrawals was read: a restored database knows how far it had come then, and reads on from there.
create table consent.books (
  book uuid not null primary key,
  read_to bigint not null
);
comment on table consent.books is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.books.book is 'none: id of the book; it lies in the home of a process';
comment on column consent.books.read_to is 'none: the byte up to which every line is in the ledger';
