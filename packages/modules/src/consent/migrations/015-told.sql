-- Files, systems and history tell of people without anybody having met us: they are counted apart, so that the rate of
-- recognition is one of meetings. What the two channels in which nobody is met had been counted as goes over.
alter table consent.recognition add column told bigint not null default 0;
comment on column consent.recognition.told is 'none: events told of by files, systems and history; nobody was met in them';
update consent.recognition set told = recognised + unknown, recognised = 0, unknown = 0 where channel in ('server', 'import');
