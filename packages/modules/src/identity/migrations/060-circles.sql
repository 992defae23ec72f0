-- Whose people a node or a stream is of: the legal entities that shared their people when it was first heard of. The circle
-- is part of what its fingerprint is made from, so no claim ever leads from one circle to another.
alter table identity.nodes add column circle smallint not null default 0;
comment on column identity.nodes.circle is 'none: number of the circle of legal entities; 0: the principal''s, and every lane (its stream knows)';
alter table identity.streams add column circle smallint not null default 0;
comment on column identity.streams.circle is 'none: number of the circle of legal entities; 0: the principal''s';
