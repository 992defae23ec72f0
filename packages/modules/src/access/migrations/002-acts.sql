-- Who of the staff did or read what. Append-only: a trigger refuses changes, and removal before the time is up.
create table access.acts (
  id uuid primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  object_id text,
  person_id uuid,
  reason text,
  refused boolean not null default false,
  ip_hash uuid
);
create index acts_at on access.acts (at desc, id desc);
create index acts_person on access.acts (person_id, at desc, id desc) where person_id is not null;
create index acts_who on access.acts (who, at desc, id desc);
comment on table access.acts is 'keep: three years; erase: stays until then, it protects the person; export: to the person without the name of the colleague';
comment on column access.acts.id is 'none: id of the act';
comment on column access.acts.at is 'none: when';
comment on column access.acts.who is 'identifier: id of the colleague, name of the token, system or nobody';
comment on column access.acts.what is 'none: id of the endpoint';
comment on column access.acts.object_id is 'identifier: id of the key or colleague that was changed';
comment on column access.acts.person_id is 'identifier: the person who was opened';
comment on column access.acts.reason is 'personal: why, in the words of the colleague';
comment on column access.acts.refused is 'none: whether it was refused';
comment on column access.acts.ip_hash is 'identifier: HMAC of the network address under the secret of the installation';

create function access.keep_acts() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
    return old;
  end if;
  raise exception 'access.acts is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger acts_stay before update or delete on access.acts for each row execute function access.keep_acts();
create trigger acts_stay_whole before truncate on access.acts for each statement execute function access.keep_acts();
