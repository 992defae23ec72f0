-- People just heard of are weighed at once, and need not wait until the walk comes by: how far the log was read for them.
alter table identity.match_walk add column heard_tx text, add column heard_number bigint;
comment on column identity.match_walk.heard_tx is 'none: place in the log up to which people just heard of were weighed';
comment on column identity.match_walk.heard_number is 'none: the same place';
