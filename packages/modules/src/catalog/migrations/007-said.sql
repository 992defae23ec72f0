-- What each source last said of a product, and what a channel shows of it, whether it holds or not: where two differ, somebody must
-- know (COM-C13). Words may come before the goods: ids are hashes. Of two words of a source the later stays, of one moment that
-- with the greater hash. A word of `holds` makes the catalogue; another only tells what is shown somewhere.
create table catalog.said_names (
  product_id uuid not null,
  language text not null check (language in ('en', 'sv', 'da')),
  source_id smallint not null,
  name text not null check (name <> ''),
  said_at timestamptz not null,
  input uuid not null,
  holds boolean not null,
  primary key (product_id, language, source_id, holds)
);
comment on table catalog.said_names is 'keep: as long as the product; erase: nothing personal; export: no';
comment on column catalog.said_names.product_id is 'none: hash of the code';
comment on column catalog.said_names.language is 'none: ISO 639-1';
comment on column catalog.said_names.source_id is 'none: who said so';
comment on column catalog.said_names.name is 'none: as customers read it there';
comment on column catalog.said_names.said_at is 'none: when it was so';
comment on column catalog.said_names.input is 'none: hash of what was said';
comment on column catalog.said_names.holds is 'none: it was told to the catalogue; else it is only shown there';

create table catalog.said_facts (
  product_id uuid not null,
  source_id smallint not null,
  facts jsonb not null,
  said_at timestamptz not null,
  input uuid not null,
  holds boolean not null,
  primary key (product_id, source_id, holds)
);
comment on table catalog.said_facts is 'keep: as long as the product; erase: nothing personal; export: no';
comment on column catalog.said_facts.product_id is 'none: hash of the code';
comment on column catalog.said_facts.source_id is 'none: who said so';
comment on column catalog.said_facts.facts is 'none: facts and terms of the product by name';
comment on column catalog.said_facts.said_at is 'none: when it was so';
comment on column catalog.said_facts.input is 'none: hash of what was said';
comment on column catalog.said_facts.holds is 'none: it was told to the catalogue; else it is only shown there';

create table catalog.said_prices (
  variant_id uuid not null,
  entity_id uuid not null,
  location_id uuid not null default '00000000-0000-0000-0000-000000000000',
  source_id smallint not null,
  at timestamptz not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null,
  sale_minor bigint,
  sale_from timestamptz,
  sale_until timestamptz,
  input uuid not null,
  holds boolean not null,
  primary key (variant_id, entity_id, location_id, source_id, holds)
);
create index said_prices_by_edge on catalog.said_prices (sale_until) where sale_until is not null;
create index said_prices_by_begin on catalog.said_prices (sale_from) where sale_from is not null;
comment on table catalog.said_prices is 'keep: as long as the variant; erase: nothing personal; export: no';
comment on column catalog.said_prices.variant_id is 'none: hash of the sku';
comment on column catalog.said_prices.entity_id is 'none: whose price';
comment on column catalog.said_prices.location_id is 'none: where it is shown; nil: everywhere';
comment on column catalog.said_prices.source_id is 'none: who said so';
comment on column catalog.said_prices.at is 'none: from when it holds';
comment on column catalog.said_prices.currency is 'none: ISO 4217';
comment on column catalog.said_prices.amount_minor is 'none: the ordinary price, tax included, in minor units';
comment on column catalog.said_prices.sale_minor is 'none: a reduced price, in minor units';
comment on column catalog.said_prices.sale_from is 'none: from when it is reduced; none: from the beginning';
comment on column catalog.said_prices.sale_until is 'none: until when it is reduced; none: until the next';
comment on column catalog.said_prices.input is 'none: hash of what was said';
comment on column catalog.said_prices.holds is 'none: it was told to the catalogue; else it is only shown there';

-- Of what more than one speaks, and something was said anew: to be held against each other.
create table catalog.said_anew (product_id uuid primary key);
comment on table catalog.said_anew is 'keep: until it is compared; erase: nothing personal; export: no';
comment on column catalog.said_anew.product_id is 'none: hash of the code';
