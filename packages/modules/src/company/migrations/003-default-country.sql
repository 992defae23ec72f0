-- The country of numbers and addresses that name none, where neither a location nor a legal entity says it.
alter table company.settings add column default_country text check (default_country ~ '^[A-Z]{2}$');
comment on column company.settings.default_country is 'none: ISO 3166-1 of phone numbers and addresses that name none; none chosen: as the principal, else SE';
