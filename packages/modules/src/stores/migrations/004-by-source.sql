-- What each source counted stays: the latest of all holds, and where two differ somebody must know.
drop view stores.v_counts;
alter table stores.figures drop constraint figures_pkey, add primary key (variant_id, location_id, source_id);
