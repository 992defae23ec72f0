-- Withdrawals are shown by month and by the message that caused them: a year of them, not the whole ledger.
create index entries_withdrawn on consent.entries (at) where state = 'withdrawn';
