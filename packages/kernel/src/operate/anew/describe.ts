// What a table is, out of the catalogue: everything that its copy must have to take its place.
import type pg from "pg";

export type Index = {
  readonly name: string;
  /** Up to USING, and what follows: `CREATE UNIQUE INDEX name ON place USING ` and `btree (id)`. */
  readonly head: string;
  readonly tail: string;
  readonly unique: boolean;
  /** What a constraint adds that is made of it: `primary key`, `unique`. */
  readonly constraint: string | null;
  readonly deferred: string;
  readonly clustered: boolean;
  readonly replica: boolean;
  readonly comment: string | null;
};

export type Foreign = {
  readonly table: string;
  readonly name: string;
  readonly def: string;
  readonly comment: string | null;
};

/** Names are quoted by the catalogue. */
export type Described = {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly place: string;
  /** The file it lies in: another one after TRUNCATE or CLUSTER. */
  readonly file: number;
  readonly bytes: number;
  readonly rows: number;
  /** Why it cannot be copied and swapped. */
  readonly unfit: readonly string[];
  readonly owner: string;
  readonly partition: { readonly of: string; readonly bound: string; readonly check: string } | null;
  readonly options: string | null;
  /** Columns that can be written, in order. */
  readonly columns: readonly string[];
  readonly shape: readonly string[];
  readonly columnSettings: readonly string[];
  readonly checks: readonly string[];
  /** By what rows are found: not null, with an index, and unique where there is such a one. */
  readonly key: readonly { readonly name: string; readonly type: string }[] | null;
  readonly indexes: readonly Index[];
  readonly out: readonly Foreign[];
  readonly into: readonly Foreign[];
  readonly triggers: readonly {
    readonly name: string;
    readonly def: string;
    readonly enabled: string;
    readonly comment: string | null;
  }[];
  readonly identities: readonly { readonly column: string; readonly place: string; readonly name: string }[];
  readonly owned: readonly { readonly column: string; readonly place: string }[];
  readonly views: readonly {
    readonly place: string;
    readonly options: string | null;
    readonly def: string;
    readonly empty: string;
  }[];
  readonly statistics: readonly string[];
  readonly grants: readonly string[];
  readonly comment: string | null;
  readonly replica: string;
};

/** How the trigger is called that notes what changes meanwhile: it is no part of the table. */
export const NOTE = "anew_note";

const columns = (of: string): string =>
  `(select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by k.n)
    from unnest(${of}) with ordinality as k(attnum, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)`;

const comment = (oid: string, of: string): string => `obj_description(${oid}, '${of}')`;

const foreign = (
  where: string,
): string => `coalesce((select json_agg(json_build_object('table', k.conrelid::regclass::text,
    'name', quote_ident(k.conname), 'def', pg_get_constraintdef(k.oid), 'comment', ${comment("k.oid", "pg_constraint")}) order by k.oid)
  from pg_constraint k where k.contype = 'f' and ${where}), '[]')`;

// Any index will do that leads over columns that are never null: rows of one key are brought over together.
const USABLE = `i.indisvalid and i.indpred is null and i.indexprs is null and (select amname from pg_am m join pg_class x on x.relam = m.oid where x.oid = i.indexrelid) = 'btree'
  and (select bool_and(a.attnotnull) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1]))`;

const UNFIT = `
  select 'no key' where not exists (select from pg_index i where i.indrelid = c.oid and ${USABLE})
  union all select 'kind' where c.relkind <> 'r' or c.relpersistence <> 'p' or c.reltablespace <> 0 or c.relam <> (select oid from pg_am where amname = 'heap')
  union all select 'row security' where c.relrowsecurity or c.relforcerowsecurity or exists (select from pg_policy p where p.polrelid = c.oid)
  union all select 'rule' where exists (select from pg_rewrite r where r.ev_class = c.oid)
  union all select 'inheritance' where (not c.relispartition and exists (select from pg_inherits h where h.inhrelid = c.oid)) or exists (select from pg_inherits h where h.inhparent = c.oid)
  union all select 'publication' where exists (select from pg_publication_rel p where p.prrelid = c.oid)
  union all select 'index' where exists (select from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and (not i.indisvalid or i.indisexclusion or x.reltablespace <> 0))
  union all select 'foreign key' where c.relispartition and exists (select from pg_constraint k where k.contype = 'f' and (k.conrelid = c.oid or k.confrelid = c.oid))
  union all select 'foreign key of partitions' where exists (select from pg_constraint k join pg_class o on o.oid = k.conrelid where k.contype = 'f' and k.confrelid = c.oid and (o.relkind = 'p' or o.relispartition))
  union all select 'foreign key not valid' where exists (select from pg_constraint k where c.oid in (k.conrelid, k.confrelid) and not k.convalidated)
  union all select 'foreign key to itself' where exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = c.oid)
  union all select 'depended on by ' || pg_describe_object(d.classid, d.objid, d.objsubid) from pg_depend d
    where d.deptype = 'n' and (d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid or d.refclassid = 'pg_type'::regclass and d.refobjid = c.reltype)
      and d.classid not in ('pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_attrdef'::regclass)
      and not (d.classid = 'pg_rewrite'::regclass and exists (select from pg_rewrite r join pg_class v on v.oid = r.ev_class where r.oid = d.objid and v.relkind = 'v'))`;

const DESCRIBE = `select c.oid::int8 as oid, quote_ident(n.nspname) as schema, quote_ident(c.relname) as name, c.oid::regclass::text as place,
  pg_relation_filenode(c.oid)::int8 as file, pg_total_relation_size(c.oid)::float8 as bytes, greatest(c.reltuples, 0)::float8 as rows,
  array(${UNFIT}) as unfit, quote_ident(pg_get_userbyid(c.relowner)) as owner,
  case when c.relispartition then (select json_build_object('of', h.inhparent::regclass::text, 'bound', pg_get_expr(c.relpartbound, c.oid),
    'check', pg_get_partition_constraintdef(c.oid)) from pg_inherits h where h.inhrelid = c.oid) end as partition,
  nullif(concat_ws(', ', array_to_string(c.reloptions, ', '),
    (select string_agg('toast.' || o, ', ') from pg_class t, unnest(t.reloptions) o where t.oid = c.reltoastrelid)), '') as options,
  array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
  array(select concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attcollation, a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, a.attcompression,
      pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as shape,
  array(select format('alter column %I ', a.attname) || s from pg_attribute a,
      unnest(array['set statistics ' || nullif(a.attstattarget, -1), 'set (' || array_to_string(array(select o from unnest(a.attoptions) o where o ~ '^n_distinct'), ', ') || ')']) s
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and s is not null and s <> 'set ()' order by a.attnum, s) as "columnSettings",
  array(select k.conname || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' order by 1) as checks,
  (select ${columns("(i.indkey::int2[])[0:i.indnkeyatts - 1]")} from pg_index i where i.indrelid = c.oid and ${USABLE}
    order by i.indisprimary desc, i.indisunique desc, i.indexrelid limit 1) as key,
  coalesce((select json_agg(json_build_object('name', quote_ident(x.relname),
      'head', format('CREATE %sINDEX %I ON %s USING ', case when i.indisunique then 'UNIQUE ' end, x.relname, c.oid::regclass), 'tail', pg_get_indexdef(x.oid),
      'unique', i.indisunique, 'constraint', case k.contype when 'p' then 'primary key' when 'u' then 'unique' end,
      'deferred', case when k.condeferrable then ' deferrable' || case when k.condeferred then ' initially deferred' else '' end else '' end,
      'clustered', i.indisclustered, 'replica', i.indisreplident, 'comment', coalesce(${comment("k.oid", "pg_constraint")}, ${comment("x.oid", "pg_class")})) order by i.indexrelid)
    from pg_index i join pg_class x on x.oid = i.indexrelid left join pg_constraint k on k.conindid = x.oid and k.conrelid = c.oid and k.contype in ('p', 'u')
    where i.indrelid = c.oid), '[]') as indexes,
  ${foreign("k.conrelid = c.oid")} as "out", ${foreign("k.confrelid = c.oid")} as "into",
  coalesce((select json_agg(json_build_object('name', quote_ident(t.tgname), 'def', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled, 'comment', ${comment("t.oid", "pg_trigger")}) order by t.oid)
    from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0 and t.tgname <> '${NOTE}'), '[]') as triggers,
  coalesce((select json_agg(json_build_object('column', quote_ident(a.attname), 'place', s.oid::regclass::text, 'name', quote_ident(s.relname)) order by a.attnum)
    from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid and d.deptype = 'i'), '[]') as identities,
  coalesce((select json_agg(json_build_object('column', quote_ident(a.attname), 'place', s.oid::regclass::text) order by a.attnum)
    from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid and d.deptype = 'a'), '[]') as owned,
  coalesce((select json_agg(json_build_object('place', v.oid::regclass::text, 'options', array_to_string(v.reloptions, ', '), 'def', pg_get_viewdef(v.oid),
      'empty', (select string_agg(format('null::%s%s as %I', format_type(a.atttypid, a.atttypmod), (select format(' collate %I.%I', ln.nspname, l.collname)
          from pg_collation l join pg_namespace ln on ln.oid = l.collnamespace where l.oid = a.attcollation), a.attname), ', ' order by a.attnum)
        from pg_attribute a where a.attrelid = v.oid and a.attnum > 0)) order by v.oid)
    from pg_class v where v.relkind = 'v' and v.oid in (select r.ev_class from pg_depend d join pg_rewrite r on r.oid = d.objid
      where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid)), '[]') as views,
  array(select pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s where s.stxrelid = c.oid order by s.oid) as statistics,
  array(select format('grant %s on table %s to %s%s', privilege, c.oid::regclass, who, more) from (
      select g.privilege_type as privilege, g.grantee, g.is_grantable, 0 as part, g.n from aclexplode(c.relacl) with ordinality g(grantor, grantee, privilege_type, is_grantable, n)
      union all select format('%s (%I)', g.privilege_type, a.attname), g.grantee, g.is_grantable, a.attnum, g.n
        from pg_attribute a, aclexplode(a.attacl) with ordinality g(grantor, grantee, privilege_type, is_grantable, n) where a.attrelid = c.oid and a.attacl is not null) g,
    lateral (select case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as who, case when g.is_grantable then ' with grant option' else '' end as more) w
    order by part, n) as grants,
  ${comment("c.oid", "pg_class")} as comment, c.relreplident as replica
from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass($1)`;

/** Undefined when there is no such table. The connection names everything whole: its search path is empty. */
export async function describe(client: pg.Client, place: string): Promise<Described | undefined> {
  const { rows } = await client.query<Described>(DESCRIBE, [place]);
  return rows[0];
}
