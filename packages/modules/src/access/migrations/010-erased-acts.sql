-- An erasure takes the person out of the acts about them: the act stays, who it was about does not.
create or replace function access.keep_acts() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('somlos.may_erase', true) = 'yes' and new.person_id is null and new.reason is null
    and (new.id, new.at, new.who, new.what, new.refused) = (old.id, old.at, old.who, old.what, old.refused)
    and new.ip_hash is not distinct from old.ip_hash then
    return new;
  end if;
  raise exception 'access.acts is append-only' using errcode = 'insufficient_privilege';
end $$;
comment on table access.acts is 'keep: three years; erase: the act stays, without the person and the reason; export: to the person without the name of the colleague';
