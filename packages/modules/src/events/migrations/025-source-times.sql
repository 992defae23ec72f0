-- When a source was made is the time of the work that made it, like every other time.
alter table events.sources alter column created_at drop default;
