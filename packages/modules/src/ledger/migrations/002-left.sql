-- What left or came back since a count is looked up by account and time; nothing asks by when a transfer was made.
drop index ledger.transfers_of_debit;
drop index ledger.transfers_of_credit;
create index transfers_left on ledger.transfers (debit, ended_at) where state = 'posted';
create index transfers_came on ledger.transfers (credit, ended_at) where state = 'posted';
