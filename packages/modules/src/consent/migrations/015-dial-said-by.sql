-- As a yes does, a choice to be recognised goes with what the person had come in by when two part (013); one to be left alone
-- stays with each.
alter table consent.dial_acts add column said_by uuid;
comment on column consent.dial_acts.said_by is 'identifier: keyed fingerprint of what the person had signed in with; none: said of the identifiers themselves';
