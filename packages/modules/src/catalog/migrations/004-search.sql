create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- What people look for: a row a text, made anew whenever something of its product is told.
create table catalog.search_rows (
  product_id uuid not null references catalog.products (id),
  language text not null check (language in ('en', 'sv', 'da')),
  serves text[] not null,
  doc tsvector not null,
  folded text not null,
  primary key (product_id, language)
);
create index search_rows_by_word on catalog.search_rows using gin (doc);
create index search_rows_by_letters on catalog.search_rows using gin (folded gin_trgm_ops);
create index products_by_category on catalog.products (lower(category) text_pattern_ops) where category is not null;
create index products_by_time on catalog.products (said_at desc, id);
create index products_by_brand on catalog.products (lower(brand)) where brand is not null;
comment on table catalog.search_rows is 'keep: as long as the product; erase: nothing personal; export: no';
comment on column catalog.search_rows.product_id is 'none: the product';
comment on column catalog.search_rows.language is 'none: of the text';
comment on column catalog.search_rows.serves is 'none: languages of those who are shown this text';
comment on column catalog.search_rows.doc is 'none: its words as they are looked for';
comment on column catalog.search_rows.folded is 'none: name and brand in plain small letters';
