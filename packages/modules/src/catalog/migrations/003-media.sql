-- Pictures of a product and of its variants, in order: address, and in words what they show.
alter table catalog.products add column media jsonb not null default '[]' check (jsonb_typeof(media) = 'array');
alter table catalog.variants add column media jsonb not null default '[]' check (jsonb_typeof(media) = 'array');
comment on column catalog.products.media is 'none: addresses of pictures, with what they show';
comment on column catalog.variants.media is 'none: addresses of pictures of this variant, with what they show';
