create schema catalog;

-- What is sold. Ids are hashes of the retailer's own codes, so that whatever names a product finds it. Of each row the latest
-- word holds, and of one moment the same of two: every order of telling gives the same.
create table catalog.products (
  id uuid primary key,
  code text collate "C" not null check (length(code) between 1 and 100),
  brand text,
  category text,
  attributes jsonb not null,
  said_at timestamptz not null,
  input uuid not null
);
-- One of two writers of the same code waits for the other at the id, which is its hash: a second unique index would refuse it.
create index products_by_code on catalog.products (code);
comment on table catalog.products is 'keep: for ever, orders name them; erase: nothing personal; export: no';
comment on column catalog.products.id is 'none: hash of the code';
comment on column catalog.products.code is 'none: what the retailer calls it';
comment on column catalog.products.brand is 'none: brand';
comment on column catalog.products.category is 'none: path of the category, with > between';
comment on column catalog.products.attributes is 'none: facts of the product by name';
comment on column catalog.products.said_at is 'none: when the source said so';
comment on column catalog.products.input is 'none: hash of what was said, which decides between two of one moment';

create table catalog.texts (
  product_id uuid not null references catalog.products (id),
  language text not null check (language in ('en', 'sv', 'da')),
  name text not null check (name <> ''),
  description text,
  said_at timestamptz not null,
  input uuid not null,
  primary key (product_id, language)
);
comment on table catalog.texts is 'keep: as long as the product; erase: nothing personal; export: no';
comment on column catalog.texts.product_id is 'none: the product';
comment on column catalog.texts.language is 'none: ISO 639-1';
comment on column catalog.texts.name is 'none: as customers read it';
comment on column catalog.texts.description is 'none: as customers read it';
comment on column catalog.texts.said_at is 'none: when the source said so';
comment on column catalog.texts.input is 'none: hash of what was said';

create table catalog.variants (
  id uuid primary key,
  product_id uuid not null references catalog.products (id),
  sku text collate "C" not null check (length(sku) between 1 and 100),
  gtin text check (gtin ~ '^\d{14}$'),
  options jsonb not null,
  place smallint not null,
  said_at timestamptz not null,
  input uuid not null
);
create index variants_by_product on catalog.variants (product_id, place, sku);
create index variants_by_sku on catalog.variants (sku);
create index variants_by_gtin on catalog.variants (gtin) where gtin is not null;
comment on table catalog.variants is 'keep: for ever, orders name them; erase: nothing personal; export: no';
comment on column catalog.variants.id is 'none: hash of the sku';
comment on column catalog.variants.product_id is 'none: the product that it is a variant of';
comment on column catalog.variants.sku is 'none: what the retailer calls it';
comment on column catalog.variants.gtin is 'none: GTIN of 14 digits';
comment on column catalog.variants.options is 'none: size, colour and the like, by name';
comment on column catalog.variants.place is 'none: order among the variants of the product';
comment on column catalog.variants.said_at is 'none: when the source said so';
comment on column catalog.variants.input is 'none: hash of what was said';

-- Every word about a price, for ever: its history and the lowest price before a reduction come from here (LAW-32).
create table catalog.prices (
  variant_id uuid not null references catalog.variants (id),
  entity_id uuid not null references company.entities (id),
  at timestamptz not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  tax_basis_points integer check (tax_basis_points between 0 and 10000),
  sale_minor bigint check (sale_minor between 0 and 9007199254740991),
  sale_from timestamptz,
  sale_until timestamptz,
  input uuid not null,
  primary key (variant_id, entity_id, at),
  check (sale_minor is not null or (sale_from is null and sale_until is null)),
  check (sale_until > sale_from)
);
comment on table catalog.prices is 'keep: for ever, the law asks for earlier prices; erase: nothing personal; export: no';
comment on column catalog.prices.variant_id is 'none: of what';
comment on column catalog.prices.entity_id is 'none: whose price';
comment on column catalog.prices.at is 'none: from when it holds, until the next';
comment on column catalog.prices.currency is 'none: ISO 4217';
comment on column catalog.prices.amount_minor is 'none: the ordinary price, tax included, in minor units';
comment on column catalog.prices.tax_basis_points is 'none: tax in it, in hundredths of a percent';
comment on column catalog.prices.sale_minor is 'none: a reduced price, in minor units';
comment on column catalog.prices.sale_from is 'none: from when it is reduced; none: from the beginning';
comment on column catalog.prices.sale_until is 'none: until when it is reduced; none: until the next';
comment on column catalog.prices.input is 'none: hash of what was said, which decides between two of one moment';

-- What each source last said of a product, and of each variant: what it named before and names no longer, it sells no longer.
create table catalog.tellings (
  source_id smallint not null,
  product_id uuid not null references catalog.products (id),
  said_at timestamptz,
  gone_at timestamptz,
  primary key (source_id, product_id)
);
create index tellings_by_product on catalog.tellings (product_id);
comment on table catalog.tellings is 'keep: as long as the product; erase: nothing personal; export: no';
comment on column catalog.tellings.source_id is 'none: the source';
comment on column catalog.tellings.product_id is 'none: the product';
comment on column catalog.tellings.said_at is 'none: when the source last described it';
comment on column catalog.tellings.gone_at is 'none: when the source last said that it is sold no more';
create table catalog.sightings (
  source_id smallint not null,
  variant_id uuid not null references catalog.variants (id),
  said_at timestamptz not null,
  primary key (source_id, variant_id)
);
create index sightings_by_variant on catalog.sightings (variant_id);
comment on table catalog.sightings is 'keep: as long as the variant; erase: nothing personal; export: no';
comment on column catalog.sightings.source_id is 'none: the source';
comment on column catalog.sightings.variant_id is 'none: the variant';
comment on column catalog.sightings.said_at is 'none: when the source last named it';

-- Sold now: some source named it when it last described the product, and has not said since that it is gone.
create view catalog.v_sold as
  select distinct v.id as variant_id, v.product_id
  from catalog.variants v
  join catalog.sightings s on s.variant_id = v.id
  join catalog.tellings t on t.source_id = s.source_id and t.product_id = v.product_id
  where s.said_at >= t.said_at and (t.gone_at is null or t.gone_at < t.said_at);
