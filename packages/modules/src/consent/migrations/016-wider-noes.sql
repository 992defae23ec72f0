-- A no with a word that nobody knows here is taken as a wider one, and its line stands in the report.
alter table consent.imports add column noted integer not null default 0;
comment on column consent.imports.noted is 'none: noes that were taken wider than written';
alter table consent.import_refusals add column taken boolean not null default false;
comment on column consent.import_refusals.taken is 'none: the row was taken all the same, otherwise than written';
