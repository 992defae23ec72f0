-- A passkey that was added on a link alone proves nothing by growing older: whoever held the inbox for an hour has it for ever.
-- From three days on it is confirmed by a code to the inbox, and proves from then on.
alter table corner.passkeys alter column proves_from drop not null;
update corner.passkeys set proves_from = null where proves_from > created_at;
comment on column corner.passkeys.proves_from is 'none: from when it is proof enough for export and erasure; null until it is confirmed';
