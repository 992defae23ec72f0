-- Who looked is told as they were then: a grant that changes later changes nothing of what was written down. Acts of before
-- this have neither, and are told by the grants of now.
alter table access.acts add column function text;
alter table access.acts add column location_id uuid;
comment on column access.acts.function is 'none: role of the colleague at that time; none: a token, a system, nobody, or an act of before this was kept';
comment on column access.acts.location_id is 'none: where the colleague worked at that time, when that was one place';

create or replace function access.keep_acts() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('somlos.may_erase', true) = 'yes'
    and (new.id, new.at, new.who, new.what, new.refused) = (old.id, old.at, old.who, old.what, old.refused)
    and (new.ip_hash, new.function, new.location_id) is not distinct from (old.ip_hash, old.function, old.location_id)
    and (new.person_id is null and new.reason is null
      or new.person_id is not distinct from old.person_id and coalesce(access.only_loses(old.reason, new.reason), false)
        and coalesce(access.only_loses(old.object_id, new.object_id), false)) then
    return new;
  end if;
  raise exception 'access.acts is append-only' using errcode = 'insufficient_privilege';
end $$;
