-- Each legal entity has a small number that never changes and that no other gets; the first one entered is the principal:
-- what names no legal entity is its.
alter table company.entities add column number smallint unique;
update company.entities e set number = n.number
from (select id, row_number() over (order by created_at, id) - 1 as number from company.entities) n where n.id = e.id;
alter table company.entities alter column number set not null;
alter table company.entities add check (number >= 0);
alter table company.entities add column principal boolean not null generated always as (number = 0) stored;
comment on column company.entities.number is 'none: 0 for the first one entered, then 1, 2 and on; never changes and is never given again';
comment on column company.entities.principal is 'none: whether what names no legal entity is its; exactly one';

-- Nothing is removed here, so the next number is one more than the greatest. Two who enter at once wait for one another
-- at the revision; whoever did not is stopped by the unique number.
create function company.number_entity() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.number <> old.number then
      raise exception 'the number of a legal entity never changes' using errcode = 'insufficient_privilege';
    end if;
  else
    new.number := (select coalesce(max(number) + 1, 0) from company.entities);
  end if;
  return new;
end $$;
create trigger entities_number before insert or update on company.entities for each row execute function company.number_entity();

-- The basis on which legal entities share people. Never edited: it ends, and another one is recorded.
create table company.sharings (
  id uuid primary key,
  act_id uuid not null unique,
  ground text not null check (ground in ('joint_controllers', 'processor_agreement', 'group_interest', 'consent', 'merger')),
  words_en text not null check (words_en <> ''),
  words_sv text not null check (words_sv <> ''),
  words_da text not null check (words_da <> ''),
  document text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz check (ended_at >= recorded_at),
  ended_by text,
  ended_why text,
  end_act_id uuid,
  check (num_nulls(ended_at, ended_by, ended_why, end_act_id) in (0, 4))
);
create index sharings_live on company.sharings (id) where ended_at is null;
comment on table company.sharings is 'keep: for ever, it says why people were shared; erase: nothing personal; export: no';
comment on column company.sharings.id is 'none: id of the basis';
comment on column company.sharings.act_id is 'none: id of the act that recorded it, by the caller';
comment on column company.sharings.ground is 'none: joint_controllers (GDPR art. 26), processor_agreement (art. 28), group_interest (art. 6.1.f), consent or merger';
comment on column company.sharings.words_en is 'none: what customers read about it, in English';
comment on column company.sharings.words_sv is 'none: the same in Swedish';
comment on column company.sharings.words_da is 'none: the same in Danish';
comment on column company.sharings.document is 'none: where the agreement or the balance test is kept';
comment on column company.sharings.recorded_at is 'none: when it was recorded; it holds for what is collected from then on';
comment on column company.sharings.recorded_by is 'identifier: the colleague who recorded it';
comment on column company.sharings.ended_at is 'none: when it ended; none while it holds';
comment on column company.sharings.ended_by is 'identifier: the colleague who ended it';
comment on column company.sharings.ended_why is 'none: why it ended, in their words';
comment on column company.sharings.end_act_id is 'none: id of the act that ended it, by the caller';

-- Which legal entities share on that basis: at most one live basis each.
create table company.sharing_members (
  sharing_id uuid not null references company.sharings (id),
  entity_id uuid not null references company.entities (id),
  live boolean not null default true,
  primary key (sharing_id, entity_id)
);
create unique index sharing_members_one on company.sharing_members (entity_id) where live;
comment on table company.sharing_members is 'keep: for ever, with the basis; erase: nothing personal; export: no';
comment on column company.sharing_members.sharing_id is 'none: the basis';
comment on column company.sharing_members.entity_id is 'none: the legal entity that shares on it';
comment on column company.sharing_members.live is 'none: whether the basis holds; ends with it';

create function company.keep_sharing() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception '%.% end, they are never removed', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'sharings' then
    if old.ended_at is not null or new.ended_at is null
      or (new.id, new.act_id, new.ground, new.words_en, new.words_sv, new.words_da, new.recorded_at, new.recorded_by)
        <> (old.id, old.act_id, old.ground, old.words_en, old.words_sv, old.words_da, old.recorded_at, old.recorded_by)
      or new.document is distinct from old.document then
      raise exception 'a basis for sharing is ended, never edited' using errcode = 'insufficient_privilege';
    end if;
  elsif new.live or (new.sharing_id, new.entity_id) <> (old.sharing_id, old.entity_id) then
    raise exception 'who shares on a basis never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sharings_stay before update or delete on company.sharings for each row execute function company.keep_sharing();
create trigger sharing_members_stay before update or delete on company.sharing_members for each row execute function company.keep_sharing();

-- All members come at once, and they are two or more.
create function company.whole_sharing() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select sharing_id, count(*) as count from fresh group by sharing_id) f
    where f.count < 2 or f.count <> (select count(*) from company.sharing_members m where m.sharing_id = f.sharing_id)) then
    raise exception 'a basis for sharing has all its legal entities from the start, two or more' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger sharing_members_whole after insert on company.sharing_members
  referencing new table as fresh for each statement execute function company.whole_sharing();
