-- The country of the numbers and addresses in an event that name none themselves: without it a Danish number is a Swedish one.
alter table events.log add column country text;
comment on column events.log.country is 'none: ISO 3166-1 of numbers and addresses in it that name none, fixed at acceptance; none written down: SE';
