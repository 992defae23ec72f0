// SQL that finds products by what people write: words and their beginnings in three languages, parts of words, and what was
// meant where they slipped. Looked for with and without the marks of Nordic letters, and as those are written without them (aa, ae,
// oe). At most 240 are weighed: whoever finds more asks more closely.
import type { Language } from "@somlos/contract";
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";
import type { Hit } from "./search.rules.ts";

const { sql, fragment } = room("catalog");

const CONFIG = { en: "english", sv: "swedish", da: "danish" } as const satisfies Record<Language, string>;

// Made anew for these products. `c` is PostgreSQL's configuration for the language of the text; plain letters twice: without their
// marks, and written out.
// What their categories are called counts in the languages of those who are shown the text, as it is shown to them.
const index = sql`
  with called as materialized (
    select c.category, l.language, to_tsvector(l.config::regconfig, w.words || ' ' || unaccent(w.words)) as doc
    from (select distinct lower(category) as category from catalog.products where id = any($1::uuid[]) and category is not null) c
    cross join (values ('en', 'english'), ('sv', 'swedish'), ('da', 'danish')) l(language, config)
    cross join lateral (select string_agg(n.name, ' ' order by k.level) as words
      from (select i as level, array_to_string((string_to_array(c.category, ' > '))[1:i], ' > ') as key
        from generate_series(1, cardinality(string_to_array(c.category, ' > '))) as i) k
      cross join lateral (select x.name from catalog.category_names x where x.key = k.key and x.name is not null
        order by x.language = l.language desc, array_position('{en,sv,da}'::text[], x.language) limit 1) n) w
    where w.words is not null)
  insert into catalog.search_rows (product_id, language, serves, doc, folded)
  select t.product_id, t.language, s.serves,
    setweight(to_tsvector(c, t.name || ' ' || plain || ' ' || spelt), 'A') || setweight(to_tsvector('simple', t.name || ' ' || plain), 'A')
      || setweight(to_tsvector('simple', concat_ws(' ', p.brand, unaccent(p.brand), p.code, v.codes)), 'B')
      || setweight(to_tsvector(c, concat_ws(' ', p.category, unaccent(p.category), v.options, unaccent(v.options))), 'B')
      || setweight(coalesce((select string_agg(n.doc::text, ' ' order by n.language)::tsvector from called n
        where n.category = lower(p.category) and n.language = any(s.serves)), ''), 'B')
      || setweight(to_tsvector(c, left(concat_ws(' ', f.facts, t.description), 20000)), 'D'),
    left(plain || ' ' || unaccent(lower(coalesce(p.brand, ''))), 400)
  from catalog.texts t
  join catalog.products p on p.id = t.product_id
  cross join lateral (select (case t.language when 'sv' then 'swedish' when 'da' then 'danish' else 'english' end)::regconfig as c) config
  cross join lateral (select unaccent(lower(t.name)) as plain,
    unaccent(replace(replace(replace(replace(replace(lower(t.name), 'å', 'aa'), 'ä', 'ae'), 'æ', 'ae'), 'ö', 'oe'), 'ø', 'oe')) as spelt) w
  cross join lateral (select o.language from catalog.texts o where o.product_id = t.product_id
    order by array_position('{en,sv,da}'::text[], o.language) limit 1) first
  cross join lateral (select array(select l from unnest('{en,sv,da}'::text[]) as l where l = t.language or (t.language = first.language
    and not exists (select from catalog.texts o where o.product_id = t.product_id and o.language = l))) as serves) s
  cross join lateral (select string_agg(x.sku || ' ' || coalesce(x.gtin || ' ' || ltrim(x.gtin, '0'), ''), ' ' order by x.place, x.sku) as codes,
    string_agg((select string_agg(o.value, ' ' order by o.key) from jsonb_each_text(x.options) o), ' ' order by x.place, x.sku) as options
    from catalog.variants x where x.product_id = t.product_id) v
  cross join lateral (select string_agg(a.value, ' ' order by a.key) as facts from jsonb_each_text(p.attributes) a) f
  where t.product_id = any($1::uuid[])
  order by t.product_id, t.language
  on conflict (product_id, language) do update set serves = excluded.serves, doc = excluded.doc, folded = excluded.folded
  where (search_rows.serves, search_rows.doc, search_rows.folded) is distinct from (excluded.serves, excluded.doc, excluded.folded)`;

/** After something of these products was told. */
export const indexProducts = (tx: Tx, productIds: readonly string[]): Promise<number> =>
  tx.run(index, [uuids([...new Set(productIds)])]);

export type Filter = {
  /** Category that it lies in or under; null: any. */
  readonly category: string | null;
  readonly brand: string | null;
  /** Options that one variant has, all of them. */
  readonly options: Readonly<Record<string, string>>;
};

/** So many are weighed; whoever finds more asks more closely. */
export const MOST_WEIGHED = 240;
// As it was narrowed down: $1 category, $2 its beginning, $3 brand.
const narrowed = fragment`
  ($1::text is null or lower(p.category) = $1 or lower(p.category) like $2) and ($3::text is null or lower(p.brand) = $3)`;
// Sold, by a variant with these options ($4): looked up for one product after the other, until enough are found.
const sold = fragment`
  cross join lateral (
    select from catalog.v_selling x where x.product_id = p.id and x.options @> $4::jsonb limit 1) sold`;
const byWords = sql<Hit>`
  with q as (select to_tsquery($5::text::regconfig, $6) || to_tsquery('simple', $6) 
    || case when unaccent($6) = $6 then ''::tsquery else to_tsquery($5::text::regconfig, unaccent($6)) end as q)
  select s.product_id as "productId", ts_rank('{0.05, 0.1, 0.4, 1.0}', s.doc, q.q, 1)::float8 as rank
  from q join catalog.search_rows s on s.doc @@ q.q join catalog.products p on p.id = s.product_id ${sold}
  where $7 = any(s.serves) and ${narrowed} limit $8`;
// The longest word finds by its letters, the others are looked for in what it found.
const byParts = sql<Hit>`
  select s.product_id as "productId", word_similarity(unaccent($5), s.folded)::float8 as rank
  from catalog.search_rows s join catalog.products p on p.id = s.product_id ${sold}
  where s.folded like '%' || unaccent($6) || '%' and (s.folded || '') like all (select '%' || unaccent(w) || '%' from unnest($7::text[]) as w)
    and $8 = any(s.serves) and ${narrowed} limit $9`;
const bySlips = sql<Hit>`
  select s.product_id as "productId", word_similarity(unaccent($5), s.folded)::float8 as rank
  from catalog.search_rows s join catalog.products p on p.id = s.product_id ${sold}
  where unaccent($5) <% s.folded and $6 = any(s.serves) and ${narrowed} limit $7`;
const lenient = sql`select set_config('pg_trgm.word_similarity_threshold', '0.42', true)`;
const all = sql<Hit>`
  select p.id as "productId", extract(epoch from p.said_at)::float8 as rank from catalog.products p ${sold}
  where ${narrowed} and exists (select from catalog.texts t where t.product_id = p.id) order by p.said_at desc, p.id limit $5`;

const filterOf = ({ category, brand, options }: Filter): unknown[] => {
  const lower = category?.toLowerCase() ?? null;
  const under = lower === null ? null : `${lower.replace(/[\\%_]/g, "\\$&")} > %`;
  return [lower, under, brand?.toLowerCase() ?? null, JSON.stringify(options)];
};

/** Whole words and beginnings of the last one. `query` is made of letters and digits and the signs between them. */
export const findByWords = (tx: Tx, query: string, language: Language, filter: Filter): Promise<Hit[]> =>
  tx.rows(byWords, [...filterOf(filter), CONFIG[language], query, language, MOST_WEIGHED]);
/** All of these anywhere in the name or brand: the lamp in a floor lamp. */
export const findByParts = (
  tx: Tx,
  words: readonly string[],
  language: Language,
  filter: Filter,
): Promise<Hit[]> => {
  const [longest = "", ...others] = [...words].sort((a, b) => b.length - a.length);
  const asked = [words.join(" "), longest, texts(others), language, MOST_WEIGHED];
  return tx.rows(byParts, [...filterOf(filter), ...asked]);
};
/** What looks like it: letters that were swapped, left out or doubled. */
export async function findBySlips(
  tx: Tx,
  words: readonly string[],
  language: Language,
  filter: Filter,
): Promise<Hit[]> {
  await tx.rows(lenient);
  return tx.rows(bySlips, [...filterOf(filter), words.join(" "), language, MOST_WEIGHED]);
}
/** All that is sold, what was told of last first. */
export const findAll = (tx: Tx, filter: Filter): Promise<Hit[]> =>
  tx.rows(all, [...filterOf(filter), MOST_WEIGHED]);

export type FacetRow = { readonly name: string; readonly value: string; readonly products: number };
const facets = sql<FacetRow>`
  with found as (select unnest($1::uuid[]) as id),
  said as (
    select 'category' as name, p.category as value, p.id from found f join catalog.products p on p.id = f.id
    union all select 'brand', p.brand, p.id from found f join catalog.products p on p.id = f.id
    union all select 'option ' || o.key, o.value, v.product_id
    from found f join catalog.variants v on v.product_id = f.id cross join lateral jsonb_each_text(v.options) o),
  counted as (
    select name, value, count(distinct id)::int as products, row_number() over (partition by name order by count(distinct id) desc, value) as n
    from said where value is not null group by name, value)
  select name, value, products from counted where n <= $2 order by name, n`;
const MOST_VALUES = 30;
/** How many of these products are of which category, brand and option. */
export const countFacets = (tx: Tx, productIds: readonly string[]): Promise<FacetRow[]> =>
  tx.rows(facets, [uuids(productIds), MOST_VALUES]);

// The least that anything of a product costs a legal entity's customers at a moment, as the last words about each variant say.
const least = sql<{ productId: string; amountMinor: number }>`
  select v.product_id as "productId", min(l.amount)::float8 as "amountMinor"
  from unnest($1::uuid[]) as w(id) join catalog.variants v on v.product_id = w.id
  cross join lateral (
    select case when x.sale_minor is not null and (x.sale_from is null or x.sale_from <= $3) and (x.sale_until is null or x.sale_until > $3)
      then x.sale_minor else x.amount_minor end as amount
    from catalog.prices x where x.variant_id = v.id and x.entity_id = $2 and x.at <= $3 order by x.at desc limit 1) l
  group by v.product_id`;
export const listLeastPrices = async (
  tx: Tx,
  productIds: readonly string[],
  entityId: string,
  now: Date,
): Promise<Map<string, number>> =>
  new Map(
    (await tx.rows(least, [uuids(productIds), entityId, now])).map((one) => [one.productId, one.amountMinor]),
  );
