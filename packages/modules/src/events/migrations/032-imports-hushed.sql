-- A file with somebody in it who must be left alone goes as soon as its import ends.
alter table events.imports add column hushed boolean not null default false;
comment on column events.imports.hushed is 'none: in its rows there was somebody who must be left alone, or there may have been';
comment on table events.imports is 'keep: for ever, the dry run''s rows until the run is done; erase: nothing personal but the dry run''s rows; export: no';
comment on column events.import_refusals.row is 'sensitive: the row as JSON, at most 4 kB; null: it is about somebody who must be left alone, or cannot be read';
-- An import that is done has nothing to say of its dry run.
update events.imports set tried = tried || '{"firstRefused":[],"examples":[]}'::jsonb where state = 'done' and tried is not null;
