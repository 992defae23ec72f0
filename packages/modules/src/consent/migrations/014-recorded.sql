-- What a colleague wrote down today is found without reading the ledger.
create index entries_by_colleague on consent.entries (collected_by, recorded_at) where collected_by like 'staff:%';
