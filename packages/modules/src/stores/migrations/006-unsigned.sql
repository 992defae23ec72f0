-- That webhooks come with a wrong signature is seen where feeds are: most often the secret is another than the shop's.
alter table stores.feed_hearings alter column last_at drop not null;
alter table stores.feed_hearings add column unsigned_at timestamptz;
comment on column stores.feed_hearings.last_at is 'none: when the last one with a right signature came';
comment on column stores.feed_hearings.unsigned_at is 'none: when one with a wrong signature last came, to the second';
