-- What each source counted stays: the latest of all holds, and where two differ somebody must know.
drop view stores.v_counts;
alter table stores.figures drop constraint figures_pkey, add primary key (variant_id, location_id, source_id);
create view stores.v_counts as
  select f.variant_id, f.location_id, f.sku, f.source_id,
    case when w.said_at > f.counted_at then 0 else f.on_hand end as on_hand,
    greatest(f.counted_at, w.said_at) as counted_at,
    case when w.said_at > f.counted_at then '[]'::jsonb else f.zones end as zones
  from stores.figures f left join stores.wholes w on w.source_id = f.source_id and w.location_id = f.location_id
  where not exists (select from stores.figures g where g.variant_id = f.variant_id and g.location_id = f.location_id
    and g.source_id <> f.source_id and (g.counted_at, g.input) > (f.counted_at, f.input));
