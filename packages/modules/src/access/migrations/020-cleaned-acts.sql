-- An erasure takes the person out of what colleagues said of others too: words may go out of a reason, none may come into it.
create function access.only_loses(was text, is_now text) returns boolean language sql immutable as $$
  select is_now is not distinct from was
    or was like replace(replace(replace(replace(is_now, '\', '\\'), '%', '\%'), '_', '\_'), '…', '%')
$$;
create or replace function access.keep_acts() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('somlos.may_erase', true) = 'yes'
    and (new.id, new.at, new.who, new.what, new.refused) = (old.id, old.at, old.who, old.what, old.refused)
    and new.ip_hash is not distinct from old.ip_hash
    and (new.person_id is null and new.reason is null
      or new.person_id is not distinct from old.person_id and coalesce(access.only_loses(old.reason, new.reason), false)
        and coalesce(access.only_loses(old.object_id, new.object_id), false)) then
    return new;
  end if;
  raise exception 'access.acts is append-only' using errcode = 'insufficient_privilege';
end $$;
-- Most acts are looks without words: only the others are read through.
create index acts_worded on access.acts (id) where reason is not null or object_id is not null;
comment on table access.acts is 'keep: three years; erase: the act stays, without the person and the reason, and of reasons about others without what names them; export: to the person without the name of the colleague';
