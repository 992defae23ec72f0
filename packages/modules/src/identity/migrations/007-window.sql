-- From when an identifier counts in a window of time: a browser's word never makes it earlier for what is proven.
alter table identity.nodes add column proven_ms bigint;
comment on column identity.nodes.proven_ms is 'personal: time of the earliest proven event that carried it';
update identity.nodes set proven_ms = first_ms where proven and kind <> 11;
