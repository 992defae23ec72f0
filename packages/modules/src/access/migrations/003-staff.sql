create table access.staff (
  id uuid primary key,
  email text collate "C" not null unique,
  name text not null,
  language text not null check (language in ('en', 'sv', 'da')),
  password_hash text,
  created_at timestamptz not null,
  created_by text not null,
  joined_at timestamptz,
  deactivated_at timestamptz
);
comment on table access.staff is 'keep: while employed and three years more, the audit needs the name; erase: by hand after that; export: to the colleague';
comment on column access.staff.id is 'identifier: id of the colleague';
comment on column access.staff.email is 'identifier: work address, in lower case; signs in with it';
comment on column access.staff.name is 'personal: what colleagues call them';
comment on column access.staff.language is 'none: language of the screens and mails';
comment on column access.staff.password_hash is 'sensitive: argon2id of the password, with its salt and cost';
comment on column access.staff.created_at is 'none: when invited';
comment on column access.staff.created_by is 'identifier: the colleague who invited, or system';
comment on column access.staff.joined_at is 'none: when the invitation was taken';
comment on column access.staff.deactivated_at is 'none: when the door was closed';

create table access.grants (
  id uuid primary key,
  staff_id uuid not null references access.staff (id),
  role text not null,
  legal_entity_id uuid,
  location_ids uuid[] not null default '{}',
  granted_at timestamptz not null,
  granted_by text not null
);
create index grants_staff on access.grants (staff_id);
comment on table access.grants is 'keep: while the colleague has them; erase: with the colleague; export: to the colleague';
comment on column access.grants.id is 'none: id of the grant';
comment on column access.grants.staff_id is 'identifier: the colleague';
comment on column access.grants.role is 'none: one role';
comment on column access.grants.legal_entity_id is 'none: the legal entity it is for; none means all';
comment on column access.grants.location_ids is 'none: the locations it is for; empty means all';
comment on column access.grants.granted_at is 'none: when';
comment on column access.grants.granted_by is 'identifier: the colleague who granted it, or system';

create table access.sessions (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  staff_id uuid not null references access.staff (id),
  how text not null check (how in ('password', 'passkey', 'link')),
  signed_in_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null
);
create index sessions_staff on access.sessions (staff_id);
create index sessions_ends on access.sessions (ends_at);
comment on table access.sessions is 'keep: until sign-out, twelve hours idle or seven days; erase: with the colleague; export: to the colleague, without the hash';
comment on column access.sessions.id is 'none: id of the session';
comment on column access.sessions.token_hash is 'sensitive: SHA-256 of what the cookie holds';
comment on column access.sessions.staff_id is 'identifier: the colleague';
comment on column access.sessions.how is 'none: how they signed in';
comment on column access.sessions.signed_in_at is 'none: when';
comment on column access.sessions.seen_at is 'none: when last used, to about five minutes';
comment on column access.sessions.ends_at is 'none: when it ends whatever happens';
comment on column access.sessions.agent is 'personal: what the browser calls itself, so that a colleague can tell their sessions apart';

create table access.links (
  id uuid primary key,
  kind text not null check (kind in ('owner', 'invite', 'reset')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  staff_id uuid references access.staff (id),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'owner') = (staff_id is null))
);
create index links_staff on access.links (staff_id);
comment on table access.links is 'keep: a day after they end; erase: with the colleague; export: no';
comment on column access.links.id is 'none: id of the link';
comment on column access.links.kind is 'none: first owner, invitation, or a new password';
comment on column access.links.token_hash is 'sensitive: SHA-256 of what the link holds';
comment on column access.links.staff_id is 'identifier: the colleague it is for; none for the first owner';
comment on column access.links.made_at is 'none: when';
comment on column access.links.ends_at is 'none: when it stops';
comment on column access.links.used_at is 'none: when it was used or withdrawn';

create table access.passkeys (
  id uuid primary key,
  staff_id uuid not null references access.staff (id),
  credential_id text collate "C" not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_staff on access.passkeys (staff_id);
comment on table access.passkeys is 'keep: until removed; erase: with the colleague; export: names and times to the colleague';
comment on column access.passkeys.id is 'none: id of the passkey here';
comment on column access.passkeys.staff_id is 'identifier: the colleague';
comment on column access.passkeys.credential_id is 'identifier: id the authenticator gave it';
comment on column access.passkeys.public_key is 'identifier: public key in COSE form';
comment on column access.passkeys.counter is 'none: how often it signed, where the authenticator counts';
comment on column access.passkeys.transports is 'none: how browsers reach the authenticator';
comment on column access.passkeys.backed_up is 'none: whether the authenticator keeps a copy elsewhere';
comment on column access.passkeys.name is 'personal: what the colleague calls it';
comment on column access.passkeys.created_at is 'none: when';
comment on column access.passkeys.last_used_at is 'none: when it last signed in';

create table access.challenges (
  hash bytea primary key check (octet_length(hash) = 32),
  purpose text not null check (purpose in ('sign_in', 'add', 'set_up')),
  staff_id uuid,
  ends_at timestamptz not null
);
create index challenges_ends on access.challenges (ends_at);
comment on table access.challenges is 'keep: five minutes; erase: passes by itself; export: no';
comment on column access.challenges.hash is 'none: SHA-256 of the challenge a passkey must sign';
comment on column access.challenges.purpose is 'none: what it is for';
comment on column access.challenges.staff_id is 'identifier: the colleague who may answer; none at sign-in; the future owner at set-up';
comment on column access.challenges.ends_at is 'none: when it stops';

create table access.tries (
  bucket uuid primary key,
  at timestamptz[] not null,
  ends_at timestamptz not null
);
create index tries_ends on access.tries (ends_at);
comment on table access.tries is 'keep: as long as the limit looks back, at most a day; erase: passes by itself; export: no';
comment on column access.tries.bucket is 'identifier: HMAC of what is limited and for whom';
comment on column access.tries.at is 'none: the tries that count';
comment on column access.tries.ends_at is 'none: when none of them counts any more';

create table access.forgotten (
  id uuid primary key,
  email text collate "C" not null,
  language text not null check (language in ('en', 'sv', 'da')),
  asked_at timestamptz not null
);
comment on table access.forgotten is 'keep: until answered, seconds; erase: passes by itself; export: no';
comment on column access.forgotten.id is 'none: id of the request';
comment on column access.forgotten.email is 'identifier: address as typed, known to us or not';
comment on column access.forgotten.language is 'none: language to answer in when the colleague is unknown';
comment on column access.forgotten.asked_at is 'none: when';
