-- Whose people an event speaks of: the legal entities that shared their people when it was accepted.
alter table events.log add column circle smallint not null default 0;
comment on column events.log.circle is 'none: number of the circle of legal entities, fixed at acceptance; 0: the principal''s';
