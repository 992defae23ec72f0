-- Counts of which more than one source speaks, and one of them was told anew: to be held against each other.
create table stores.counted_anew (
  variant_id uuid not null,
  location_id uuid not null,
  primary key (variant_id, location_id)
);
comment on table stores.counted_anew is 'keep: until it is compared; erase: nothing personal; export: no';
comment on column stores.counted_anew.variant_id is 'none: hash of the sku';
comment on column stores.counted_anew.location_id is 'none: where it was counted';

-- Where two say different things of the same goods. Its id is a hash of what differs between which two, so it stays one while they
-- take turns in being the later; it ends when they agree, and begins anew when they differ again.
create table stores.differences (
  id uuid primary key,
  kind text not null check (kind in ('name', 'price', 'promotion', 'terms', 'stock')),
  product_id uuid not null,
  variant_id uuid,
  code text collate "C" not null,
  sku text collate "C",
  key text,
  entity_id uuid,
  other_entity_id uuid,
  location_id uuid,
  holding_source smallint not null,
  holding jsonb not null,
  holding_at timestamptz not null,
  other_source smallint not null,
  shown boolean not null,
  other jsonb not null,
  other_at timestamptz not null,
  found_at timestamptz not null,
  ended_at timestamptz,
  explained_at timestamptz,
  explained_by text,
  reason text,
  check ((explained_at is null) = (explained_by is null) and (explained_at is null) = (reason is null))
);
create index differences_of_product on stores.differences (product_id) where ended_at is null;
create index differences_by_age on stores.differences (found_at, id) where ended_at is null;
create index differences_by_end on stores.differences (ended_at, id) where ended_at is not null;
comment on table stores.differences is 'keep: 30 days after its end; erase: nothing personal; export: no';
comment on column stores.differences.id is 'none: hash of what differs between which two';
comment on column stores.differences.kind is 'none: name, price, promotion, terms or stock';
comment on column stores.differences.product_id is 'none: the product';
comment on column stores.differences.variant_id is 'none: the variant; none: it is of the whole product';
comment on column stores.differences.code is 'none: what the retailer calls the product';
comment on column stores.differences.sku is 'none: what the retailer calls the variant';
comment on column stores.differences.key is 'none: language of a name, name of a fact';
comment on column stores.differences.entity_id is 'none: whose price';
comment on column stores.differences.other_entity_id is 'none: whose other price in the same currency';
comment on column stores.differences.location_id is 'none: where it is shown or counted';
comment on column stores.differences.holding_source is 'none: whose word holds';
comment on column stores.differences.holding is 'none: the word that holds';
comment on column stores.differences.holding_at is 'none: when it was so';
comment on column stores.differences.other_source is 'none: who says otherwise';
comment on column stores.differences.shown is 'none: it is only shown there';
comment on column stores.differences.other is 'none: the other word';
comment on column stores.differences.other_at is 'none: when it was so';
comment on column stores.differences.found_at is 'none: since when they differ';
comment on column stores.differences.ended_at is 'none: when they agreed again';
comment on column stores.differences.explained_at is 'none: when a colleague said why it is so';
comment on column stores.differences.explained_by is 'identifier: the colleague who said so';
comment on column stores.differences.reason is 'none: why it is so';

create table stores.difference_owners (
  source_id smallint primary key,
  staff_id text not null,
  set_at timestamptz not null,
  set_by text not null
);
comment on table stores.difference_owners is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.difference_owners.source_id is 'none: the source';
comment on column stores.difference_owners.staff_id is 'identifier: the colleague who looks after what it says of goods';
comment on column stores.difference_owners.set_at is 'none: when that was said';
comment on column stores.difference_owners.set_by is 'identifier: who said so';

-- Up to when reductions that began or ended were looked for.
create table stores.difference_place (
  id smallint primary key check (id = 1),
  looked_until timestamptz not null
);
comment on table stores.difference_place is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.difference_place.id is 'none: 1';
comment on column stores.difference_place.looked_until is 'none: up to when the edges of reductions were looked for';
