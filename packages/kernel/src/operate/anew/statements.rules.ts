// The statements by which a table is copied and swapped, out of what the catalogue says of it. Pure.
import { type Described, type Foreign, type Index, NOTE } from "./describe.ts";

/** How leftovers are known, whatever they belonged to. */
export const LEFTOVER = "^anew_[0-9]+(_notes|_note)?$";
/** Before what a constraint's comment says, while its rows are not looked through yet. */
export const UNSEEN = "anew: not validated yet";

const copyOf = (t: Described): string => `anew_${t.oid}`;
export const copyPlace = (t: Described): string => `${t.schema}.${copyOf(t)}`;
export const notesPlace = (t: Described): string => `${t.schema}.${copyOf(t)}_notes`;
const notePlace = (t: Described): string => `${t.schema}.${copyOf(t)}_note`;
const indexName = (t: Described, n: number): string => `${copyOf(t)}_${n}`;
const literal = (text: string | null): string => (text === null ? "null" : `'${text.replaceAll("'", "''")}'`);
const keyNames = (t: Described): string[] => (t.key ?? []).map((column) => column.name);

function buildIndex(t: Described, index: Index, n: number): string[] {
  if (!index.tail.startsWith(index.head)) throw new Error(`an index is told in another way: ${index.name}`);
  const name = indexName(t, n);
  const unique = index.unique ? "unique " : "";
  const made = `create ${unique}index ${name} on ${copyPlace(t)} using ${index.tail.slice(index.head.length)}`;
  if (index.constraint === null) return [made];
  const added = `alter table ${copyPlace(t)} add constraint ${name} ${index.constraint} using index ${name}${index.deferred}`;
  return [made, added];
}

function settle(t: Described, index: Index, n: number): string[] {
  const name = indexName(t, n);
  const at = `${t.schema}.${name}`;
  const said = literal(index.comment);
  return [
    ...(index.clustered ? [`alter table ${copyPlace(t)} cluster on ${name}`] : []),
    ...(index.replica ? [`alter table ${copyPlace(t)} replica identity using index ${name}`] : []),
    ...(index.comment === null || index.constraint !== null ? [] : [`comment on index ${at} is ${said}`]),
    ...(index.comment === null || index.constraint === null
      ? []
      : [`comment on constraint ${name} on ${copyPlace(t)} is ${said}`]),
  ];
}

/** Until the swap nobody else may hold the copy: not the autovacuum either. */
const OFF = "autovacuum_enabled = off";
const setsVacuum = (t: Described): boolean => /(^|, )autovacuum_enabled=/.test(t.options ?? "");
const optionsOf = (t: Described): string =>
  setsVacuum(t) ? (t.options ?? "") : t.options === null ? OFF : `${t.options}, ${OFF}`;

/** The copy: empty, with its indexes, and what its rows must be; a table of its own that nobody else may use. */
export function makeCopy(t: Described): string[] {
  const copy = copyPlace(t);
  const identity = t.partition === null ? "" : " excluding identity";
  const replica = ({ f: ["full"], n: ["nothing"] } as Record<string, string[]>)[t.replica] ?? [];
  return [
    `create table ${copy} (like ${t.place} including all excluding indexes excluding statistics${identity}) with (${optionsOf(t)})`,
    `alter table ${copy} owner to ${t.owner}`,
    ...(t.partition === null
      ? []
      : [`alter table ${copy} add constraint anew_bound check (${t.partition.check})`]),
    ...t.columnSettings.map((setting) => `alter table ${copy} ${setting}`),
    ...t.indexes.flatMap((index, n) => buildIndex(t, index, n)),
    ...t.indexes.flatMap((index, n) => settle(t, index, n)),
    ...replica.map((how) => `alter table ${copy} replica identity ${how}`),
    ...(t.comment === null ? [] : [`comment on table ${copy} is ${literal(t.comment)}`]),
    `create unlogged table ${notesPlace(t)} (${(t.key ?? []).map((k) => `${k.name} ${k.type}`).join(", ")})`,
    `alter table ${notesPlace(t)} owner to ${t.owner}`,
  ];
}

/** From its commit on, the keys of all rows that change are noted: it waits for those who are writing. */
export function makeNote(t: Described): string[] {
  const keys = keyNames(t);
  const note = (row: "old" | "new") =>
    `insert into ${notesPlace(t)} (${keys.join(", ")}) values (${keys.map((key) => `${row}.${key}`).join(", ")});`;
  return [
    `create function ${notePlace(t)}() returns trigger language plpgsql security definer as $note$
begin
  if tg_op <> 'INSERT' then ${note("old")} end if;
  if tg_op <> 'DELETE' then ${note("new")} end if;
  return null;
end $note$`,
    `alter function ${notePlace(t)}() owner to ${t.owner}`,
    `revoke all on function ${notePlace(t)}() from public`,
    `create trigger ${NOTE} after insert or update or delete on ${t.place} for each row execute function ${notePlace(t)}()`,
    `alter table ${t.place} enable always trigger ${NOTE}`,
  ];
}

const row = (keys: readonly string[], of = ""): string => `(${keys.map((key) => `${of}${key}`).join(", ")})`;
const bound = (t: Described, from: number): string =>
  `(${(t.key ?? []).map((k, i) => `$${from + i}::text::${k.type}`).join(", ")})`;

/** The key up to which the next page goes: `$1` rows on, after the key of the last one. No row: it is the last page. */
export function pageEnd(t: Described, after: boolean): string {
  const keys = keyNames(t);
  return `select ${keys.map((key) => `${key}::text`).join(", ")} from ${t.place} ${after ? `where ${row(keys)} > ${bound(t, 2)}` : ""}
    order by ${keys.join(", ")} offset $1 limit 1`;
}

const insert = (t: Described, from: string): string =>
  `insert into ${copyPlace(t)} (${t.columns.join(", ")}) overriding system value select ${t.columns.map((c) => `o.${c}`).join(", ")} ${from}`;

/** A page: after the first bound, up to the second, as many of them as there are. */
export function copyPage(t: Described, after: boolean, until: boolean): string {
  const keys = keyNames(t);
  const width = keys.length;
  const from = after ? [`${row(keys, "o.")} > ${bound(t, 1)}`] : [];
  const to = until ? [`${row(keys, "o.")} <= ${bound(t, after ? width + 1 : 1)}`] : [];
  const where = [...from, ...to].join(" and ");
  return insert(
    t,
    `from ${t.place} o ${where === "" ? "" : `where ${where}`} order by ${keys.map((k) => `o.${k}`).join(", ")}`,
  );
}

/**
 * What was noted is brought over: rows of these keys go from the copy, and come as they are now. Rows that lie after what is
 * copied yet come with their page. In one snapshot: notes, and the rows they speak of, are of the same moment.
 */
export function bringOver(
  t: Described,
  most: number | undefined,
  until: boolean,
): { take: string; drop: string; bring: string } {
  const keys = keyNames(t);
  const within =
    most === undefined ? "" : `where ctid = any(array(select ctid from ${notesPlace(t)} limit ${most}))`;
  const equal = (of: string) => keys.map((key) => `${of}.${key} = t.${key}`).join(" and ");
  const taken = `pg_temp.anew_taken t`;
  const reached = until ? ` and ${row(keys, "o.")} <= ${bound(t, 1)}` : "";
  return {
    take: `with gone as (delete from ${notesPlace(t)} ${within} returning ${keys.join(", ")})
      insert into pg_temp.anew_taken select distinct ${keys.join(", ")} from gone`,
    drop: `delete from ${copyPlace(t)} c using ${taken} where ${equal("c")}`,
    bring: insert(t, `from ${taken} join ${t.place} o on ${equal("o")}${reached}`),
  };
}

/** Lives in the session that copies. */
export const takenTable = (t: Described): string =>
  `drop table if exists pg_temp.anew_taken; create temp table anew_taken on commit delete rows as select ${keyNames(t).join(", ")} from ${notesPlace(t)} with no data`;

/** Until the end of the transaction nobody writes to the table, by whatever way; everybody reads. */
export const holdWriters = (t: Described): string[] => [
  ...(t.partition === null ? [] : [`lock table only ${t.partition.of} in share row exclusive mode`]),
  `lock table ${t.place} in share row exclusive mode`,
];

const dropForeign = (key: Foreign): string => `alter table ${key.table} drop constraint ${key.name}`;
const addForeign = (key: Foreign): string[] => [
  `alter table ${key.table} add constraint ${key.name} ${key.def} not valid`,
  `comment on constraint ${key.name} on ${key.table} is ${literal(UNSEEN + (key.comment ?? ""))}`,
];

function takePlace(t: Described): string[] {
  const copy = copyPlace(t);
  if (t.partition === null) return [`alter table ${copy} rename to ${t.name}`];
  return [
    `alter table ${copy} rename to ${t.name}`,
    `alter table ${t.partition.of} attach partition ${t.place} ${t.partition.bound}`,
    `alter table ${t.place} drop constraint anew_bound`,
  ];
}

const ENABLED: Readonly<Record<string, string>> = { D: "disable", R: "enable replica", A: "enable always" };

function giveTriggers(t: Described): string[] {
  return t.triggers.flatMap(({ name, def, enabled, comment }) => {
    const how = ENABLED[enabled];
    return [
      def,
      ...(how === undefined ? [] : [`alter table ${t.place} ${how} trigger ${name}`]),
      ...(comment === null ? [] : [`comment on trigger ${name} on ${t.place} is ${literal(comment)}`]),
    ];
  });
}

/**
 * The swap, while nobody else has the table. What hangs on the old one is hung on the copy; the old one goes without `cascade`, so
 * that whatever was overlooked keeps everything as it was.
 */
export function swap(t: Described): string[] {
  const copy = copyPlace(t);
  const sequence = (column: string) =>
    `pg_get_serial_sequence(${literal(copy)}, ${literal(column.replace(/^"(.*)"$/, "$1").replaceAll('""', '"'))})`;
  return [
    ...t.into.map(dropForeign),
    ...(setsVacuum(t) ? [] : [`alter table ${copy} reset (autovacuum_enabled)`]),
    ...t.identities.map(
      ({ column, place }) => `select setval(${sequence(column)}, last_value, is_called) from ${place}`,
    ),
    ...t.owned.map(({ column, place }) => `alter sequence ${place} owned by ${copy}.${column}`),
    ...t.views.map(({ place, empty }) => `create or replace view ${place} as select ${empty}`),
    ...(t.partition === null ? [] : [`alter table ${t.partition.of} detach partition ${t.place}`]),
    `drop table ${t.place}`,
    `drop table ${notesPlace(t)}`,
    `drop function ${notePlace(t)}()`,
    ...takePlace(t),
    ...t.indexes.map((index, n) => `alter index ${t.schema}.${indexName(t, n)} rename to ${index.name}`),
    ...t.identities.map(({ name }, n) => renameSequence(t, name, n)),
    ...t.views.map(giveView),
    grantNothing(t),
    ...t.grants,
    ...[...t.out, ...t.into].flatMap(addForeign),
    ...giveTriggers(t),
    ...t.statistics,
  ];
}

const giveView = ({ place, options, def }: Described["views"][number]): string =>
  `create or replace view ${place}${options ? ` with (${options})` : ""} as ${def.replace(/;\s*$/, "")}`;

/** Default privileges may have given the copy to somebody. */
const grantNothing = (t: Described): string => `do $grants$ declare who text; begin
  for who in select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end
    from pg_class c, aclexplode(c.relacl) g where c.oid = ${literal(t.place)}::regclass
  loop execute 'revoke all on table ${t.place.replaceAll("'", "''")} from ' || who; end loop; end $grants$`;

/** The sequence of an identity has the name that PostgreSQL gave it with the copy. */
const renameSequence = (
  t: Described,
  name: string,
  n: number,
): string => `do $name$ declare s text := pg_get_serial_sequence(${literal(t.place)},
  (select attname from pg_attribute where attrelid = ${literal(t.place)}::regclass and attidentity <> '' order by attnum offset ${n} limit 1));
  begin execute 'alter sequence ' || s || ' rename to ' || ${literal(name)}; end $name$`;
