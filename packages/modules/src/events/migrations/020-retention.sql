-- Retention of the log goes by whole months, bodies before envelopes. One month a call: the lock on the parent is short, and
-- whoever cannot have it in two seconds tries again later.
create function events.drop_month(part text, before timestamptz) returns integer language plpgsql as $$
declare
  found text;
begin
  if part not in ('log', 'bodies') then
    raise exception 'no such part of the log: %', part;
  end if;
  select c.relname into found
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ('events.' || part)::regclass and c.relname ~ ('^' || part || '_\d{4}_\d\d$')
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= before
      and (part = 'bodies' or to_regclass('events.bodies_' || right(c.relname, 7)) is null)
    order by c.relname limit 1;
  if found is null then
    return 0;
  end if;
  perform set_config('lock_timeout', '2000', true);
  execute format('drop table events.%I', found);
  return 1;
end $$;

create index parked_by_age on events.parked (received_at);
