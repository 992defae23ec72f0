-- A screen that many stand before, in a store or a hall: whoever signed in there is out after two minutes of silence.
alter table corner.sessions add column shared boolean not null default false;
comment on column corner.sessions.shared is 'none: whether it is on a screen that many stand before';
create index sessions_shared on corner.sessions (seen_at) where shared;
