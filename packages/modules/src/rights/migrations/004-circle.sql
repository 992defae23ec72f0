-- Whose people a copy is about: an erasure cleans the copies of others within the same legal entities only.
alter table rights.requests add column circle smallint;
comment on column rights.requests.circle is 'none: number of the circle of legal entities, once it began';
-- Why a colleague asked stands in the staff audit: here it goes with the end, of a copy as of an erasure.
update rights.requests set reason = null where state in ('done', 'cancelled') and reason is not null;
