// Tables with everything a table can have, what they look like to the catalogue, and people who read and write meanwhile.
import type { Database } from "../../db/index.ts";

type Client = Awaited<ReturnType<Database["connect"]>>;

/** A shop's table and a month of a log, each with a few MB. */
export const FIXTURE = `
  create schema anew_shop;
  create table anew_shop.houses (id int primary key);
  insert into anew_shop.houses select generate_series(1, 9);
  create table anew_shop."Odd people" (
    n bigint generated always as identity (increment 2), id uuid primary key default gen_random_uuid(),
    house int not null references anew_shop.houses (id), mail text collate "C" not null, note text default 'ingen' check (note <> 'nej'),
    "low mail" text generated always as (lower(mail)) stored, gone int, age int not null default 0,
    constraint "mail, once" unique (mail) deferrable initially deferred
  ) with (fillfactor = 80, toast.autovacuum_enabled = off);
  alter table anew_shop."Odd people" drop gone, alter note set storage external, alter house set statistics 17;
  create index "by house" on anew_shop."Odd people" (house desc, n) include (age) where age > 3;
  create unique index by_low on anew_shop."Odd people" (lower(mail)) with (fillfactor = 70);
  alter table anew_shop."Odd people" cluster on by_low, replica identity using index "Odd people_pkey";
  create statistics anew_shop.of_both on house, age from anew_shop."Odd people";
  create table anew_shop.pets (id int primary key, of uuid references anew_shop."Odd people" (id) on delete cascade);
  create view anew_shop.v_people with (security_barrier = true) as select id, mail, "low mail" from anew_shop."Odd people";
  create view anew_shop.v_more as select count(*) as n from anew_shop.v_people;
  create function anew_shop.stay() returns trigger language plpgsql as $$ begin
    if new.note = 'stay' then raise exception 'stays'; end if; return new; end $$;
  create trigger stays before update on anew_shop."Odd people" for each row when (old.age < 99) execute function anew_shop.stay();
  create trigger off before update on anew_shop."Odd people" for each row execute function anew_shop.stay();
  alter table anew_shop."Odd people" disable trigger off;
  comment on table anew_shop."Odd people" is 'keep: it''s a test';
  comment on column anew_shop."Odd people".mail is 'identifier: mail';
  comment on constraint "mail, once" on anew_shop."Odd people" is 'once';
  comment on constraint "Odd people_house_fkey" on anew_shop."Odd people" is 'it''s a house';
  comment on index anew_shop."by house" is 'house';
  comment on trigger stays on anew_shop."Odd people" is 'stays';
  insert into anew_shop."Odd people" (house, mail, age, note)
    select 1 + i % 9, 'P' || i || '@exempel.se', i % 90, repeat(md5(i::text), 20) from generate_series(1, 4000) i;
  insert into anew_shop.pets select row_number() over (), id from anew_shop."Odd people" limit 500;
  create table anew_shop.log (seq bigint not null, at timestamptz not null, said text not null check (said <> ''), primary key (at, seq)) partition by range (at);
  create index log_by_seq on anew_shop.log (seq);
  create table anew_shop.log_11 partition of anew_shop.log for values from ('2026-11-01') to ('2026-12-01');
  create table anew_shop.log_12 partition of anew_shop.log for values from ('2026-12-01') to ('2027-01-01');
  create trigger said_once before update on anew_shop.log for each row execute function anew_shop.stay();
  alter function anew_shop.stay() owner to current_user;
  create table anew_shop.keyless (seq bigint not null, said text not null);
  create index on anew_shop.keyless (seq);
  insert into anew_shop.keyless select i / 3, 'said ' || i from generate_series(1, 9000) i;
  create table anew_shop.tags (h int not null, k int not null, v int, primary key (h, k)) partition by hash (h);
  create table anew_shop.tags_0 partition of anew_shop.tags for values with (modulus 2, remainder 0);
  create table anew_shop.tags_1 partition of anew_shop.tags for values with (modulus 2, remainder 1);
  insert into anew_shop.tags select i % 50, i, i from generate_series(1, 3000) i`;

const LOOK = `
  select 'table' as what, c.relname::text as name, concat_ws(' | ', c.relkind, c.relacl::text, array_to_string(c.reloptions, ','), c.relreplident, pg_get_expr(c.relpartbound, c.oid),
    pg_get_userbyid(c.relowner), obj_description(c.oid, 'pg_class'), (select array_to_string(t.reloptions, ',') from pg_class t where t.oid = c.reltoastrelid)) as said
    from pg_class c where c.relnamespace = $1::regnamespace
  union all select 'column', c.relname || '.' || a.attname, concat_ws(' | ', format_type(a.atttypid, a.atttypmod), a.attcollation, a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
      a.attstattarget, a.attislocal, a.attinhcount, a.attacl::text, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum), pg_get_serial_sequence(c.oid::regclass::text, a.attname))
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'v')
  union all select 'constraint', conrelid::regclass || '.' || conname, concat_ws(' | ', pg_get_constraintdef(k.oid), convalidated, conislocal, coninhcount, confrelid::regclass, obj_description(k.oid, 'pg_constraint'))
    from pg_constraint k where k.connamespace = $1::regnamespace
  union all select 'index', indexrelid::regclass::text, concat_ws(' | ', pg_get_indexdef(indexrelid), indisclustered, indisreplident, indisvalid, obj_description(indexrelid, 'pg_class'),
      (select inhparent::regclass::text from pg_inherits where inhrelid = indexrelid))
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = $1::regnamespace
  union all select 'trigger', tgrelid::regclass || '.' || tgname, concat_ws(' | ', pg_get_triggerdef(t.oid), tgenabled, tgparentid <> 0, obj_description(t.oid, 'pg_trigger'))
    from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = $1::regnamespace and not tgisinternal
  union all select 'view', c.relname, pg_get_viewdef(c.oid) from pg_class c where c.relkind = 'v' and c.relnamespace = $1::regnamespace
  union all select 'statistics', stxname, pg_get_statisticsobjdef(oid) from pg_statistic_ext where stxnamespace = $1::regnamespace
  union all select 'function', proname, pg_get_functiondef(oid) from pg_proc where pronamespace = $1::regnamespace
  union all select 'sequence', c.relname, nextval(c.oid)::text from pg_class c where c.relkind = 'S' and c.relnamespace = $1::regnamespace
  order by 1, 2, 3`;

/** Everything that the catalogue says of a schema. A sequence is told by its next number, so it goes on by one step with each look. */
export async function lookOf(client: Client, schema: string): Promise<Record<string, string>[]> {
  return (await client.query<Record<string, string>>(LOOK, [schema])).rows;
}

export const leftovers = async (client: Client): Promise<string[]> =>
  (
    await client.query<{
      name: string;
    }>(`select relname::text as name from pg_class where relname ~ '^anew_[0-9]' and relpersistence <> 't'
      union all select proname from pg_proc where proname ~ '^anew_[0-9]' union all select tgname from pg_trigger where tgname = 'anew_note'`)
  ).rows.map((row) => row.name);

export const fileOf = async (client: Client, place: string): Promise<string> =>
  (await client.query<{ file: string }>("select pg_relation_filepath($1::regclass) as file", [place])).rows[0]
    ?.file ?? "";
