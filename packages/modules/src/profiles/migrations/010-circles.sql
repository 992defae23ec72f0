-- Whose people a fact is of: what other legal entities heard stays when somebody is erased at some.
alter table profiles.facts add column circle smallint not null default 0;
comment on column profiles.facts.circle is 'none: number of the circle of legal entities; 0: the principal''s';
