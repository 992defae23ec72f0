-- What categories are called: a row a path and language, of its last part. Of each the latest word holds, and of one moment that
-- with the greater hash.
create table catalog.category_names (
  key text collate "C" not null check (length(key) between 1 and 500),
  language text not null check (language in ('en', 'sv', 'da')),
  name text check (name <> ''),
  said_at timestamptz not null,
  input uuid not null,
  primary key (key, language)
);
comment on table catalog.category_names is 'keep: for ever; erase: nothing personal; export: no';
comment on column catalog.category_names.key is 'none: the path in small letters';
comment on column catalog.category_names.language is 'none: of the name';
comment on column catalog.category_names.name is 'none: of the last part of the path; none: it has none in this language';
comment on column catalog.category_names.said_at is 'none: when it was so';
comment on column catalog.category_names.input is 'none: hash that decides between two words of one moment';

-- Renamed, and what is searched for is not made anew for all products in it yet.
create table catalog.category_news (
  key text collate "C" primary key,
  after uuid not null
);
comment on table catalog.category_news is 'keep: until it is done; erase: nothing personal; export: no';
comment on column catalog.category_news.key is 'none: the path in small letters';
comment on column catalog.category_news.after is 'none: the product up to which it is done';
