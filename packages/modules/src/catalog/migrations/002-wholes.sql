-- A source told everything that it sells from this moment on: what it last told of before, it sells no longer.
create table catalog.wholes (
  source_id smallint primary key,
  said_at timestamptz not null
);
comment on table catalog.wholes is 'keep: for ever; erase: nothing personal; export: no';
comment on column catalog.wholes.source_id is 'none: the source';
comment on column catalog.wholes.said_at is 'none: from when on it told of all that it sells';

-- One variant may go while others of its product stay.
alter table catalog.sightings alter column said_at drop not null, add column gone_at timestamptz;
comment on column catalog.sightings.gone_at is 'none: when the source last said that it is sold no more';
comment on column catalog.tellings.said_at is 'none: when the source last named all its variants';

-- What each source sells now: it named the variant, when or after it last named all of its product, and has not said since that
-- it is gone, nor told of all that it sells without it. Sold is what some source sells.
create view catalog.v_selling as
  select s.source_id, s.variant_id, s.said_at, v.product_id, v.options
  from catalog.sightings s
  join catalog.variants v on v.id = s.variant_id
  left join catalog.tellings t on t.source_id = s.source_id and t.product_id = v.product_id
  left join catalog.wholes w on w.source_id = s.source_id
  where s.said_at >= greatest(t.said_at, w.said_at, '-infinity') and s.said_at > greatest(t.gone_at, s.gone_at, '-infinity');
create or replace view catalog.v_sold as
  select v.id as variant_id, v.product_id from catalog.variants v
  where exists (select from catalog.v_selling x where x.variant_id = v.id);
