create schema corner;

-- A customer's session holds the identifier that was proven, never a person: who that is, identity says at each request.
create table corner.sessions (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  fp uuid not null,
  kind text not null,
  value text not null,
  how text not null check (how in ('link', 'passkey', 'token')),
  passkey_id uuid,
  signed_in_at timestamptz not null,
  proven_at timestamptz,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null
);
create index sessions_fp on corner.sessions (fp);
create index sessions_ends on corner.sessions (ends_at);
create index sessions_passkey on corner.sessions (passkey_id) where passkey_id is not null;
comment on table corner.sessions is 'keep: until sign-out, seven days idle or thirty days; erase: all of the identifier; export: times, way in and browser';
comment on column corner.sessions.id is 'none: id of the session';
comment on column corner.sessions.token_hash is 'sensitive: SHA-256 of what the cookie holds';
comment on column corner.sessions.fp is 'identifier: keyed fingerprint of the identifier that was proven';
comment on column corner.sessions.kind is 'none: kind of the identifier';
comment on column corner.sessions.value is 'identifier: its normal form';
comment on column corner.sessions.how is 'none: how they signed in';
comment on column corner.sessions.passkey_id is 'none: the passkey that signed in';
comment on column corner.sessions.signed_in_at is 'personal: when';
comment on column corner.sessions.proven_at is 'personal: when a second proven address was confirmed';
comment on column corner.sessions.seen_at is 'personal: when last used, to about five minutes';
comment on column corner.sessions.ends_at is 'none: when it ends whatever happens';
comment on column corner.sessions.agent is 'personal: what the browser calls itself';

-- Links and codes by mail. A request for one is written down first, for every address alike, and answered afterwards.
create table corner.links (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_in', 'proof', 'undo')),
  fp uuid not null,
  address text not null,
  language text not null check (language in ('en', 'sv', 'da')),
  browser_hash bytea check (octet_length(browser_hash) = 32),
  session_id uuid,
  object_kind text,
  object_id uuid,
  token_hash bytea unique check (octet_length(token_hash) = 32),
  code_hash uuid,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  answered_at timestamptz,
  used_at timestamptz
);
create index links_browser on corner.links (browser_hash) where browser_hash is not null;
create index links_session on corner.links (session_id) where session_id is not null;
create index links_unanswered on corner.links (made_at) where answered_at is null;
create index links_fp on corner.links (fp);
create index links_object on corner.links (object_id) where object_id is not null;
create index links_ends on corner.links (ends_at);
comment on table corner.links is 'keep: until an hour after they end; erase: all of the identifier; export: no, the mails are exported';
comment on column corner.links.id is 'none: id of the link';
comment on column corner.links.purpose is 'none: sign in, confirm as a second proof, or take back what was done';
comment on column corner.links.fp is 'identifier: keyed fingerprint of the address';
comment on column corner.links.address is 'identifier: where it is mailed, known to us or not';
comment on column corner.links.language is 'none: language of the mail';
comment on column corner.links.browser_hash is 'sensitive: SHA-256 of what the browser that asked holds';
comment on column corner.links.session_id is 'none: the session that is to be confirmed';
comment on column corner.links.object_kind is 'none: kind of what can be taken back';
comment on column corner.links.object_id is 'none: what can be taken back';
comment on column corner.links.token_hash is 'sensitive: SHA-256 of what the link holds';
comment on column corner.links.code_hash is 'sensitive: HMAC of the code and the link';
comment on column corner.links.made_at is 'none: when asked';
comment on column corner.links.ends_at is 'none: when it stops';
comment on column corner.links.answered_at is 'none: when the mail was written, or nobody was known by the address';
comment on column corner.links.used_at is 'none: when it was used';

create table corner.passkeys (
  id uuid primary key,
  fp uuid not null,
  kind text not null,
  value text not null,
  credential_id text collate "C" not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  proves_from timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_fp on corner.passkeys (fp);
comment on table corner.passkeys is 'keep: until removed; erase: all of the identifier; export: names and times';
comment on column corner.passkeys.id is 'none: id of the passkey here';
comment on column corner.passkeys.fp is 'identifier: keyed fingerprint of the identifier it signs in';
comment on column corner.passkeys.kind is 'none: kind of the identifier';
comment on column corner.passkeys.value is 'identifier: its normal form';
comment on column corner.passkeys.credential_id is 'identifier: id the authenticator gave it';
comment on column corner.passkeys.public_key is 'identifier: public key in COSE form';
comment on column corner.passkeys.counter is 'none: how often it signed, where the authenticator counts';
comment on column corner.passkeys.transports is 'none: how browsers reach the authenticator';
comment on column corner.passkeys.backed_up is 'none: whether the authenticator keeps a copy elsewhere';
comment on column corner.passkeys.name is 'personal: what the customer calls it';
comment on column corner.passkeys.created_at is 'personal: when';
comment on column corner.passkeys.proves_from is 'none: from when it is proof enough for export and erasure';
comment on column corner.passkeys.last_used_at is 'personal: when it last signed in';

create table corner.challenges (
  hash bytea primary key check (octet_length(hash) = 32),
  fp uuid,
  ends_at timestamptz not null
);
create index challenges_ends on corner.challenges (ends_at);
comment on table corner.challenges is 'keep: five minutes; erase: passes by itself; export: no';
comment on column corner.challenges.hash is 'none: SHA-256 of the challenge a passkey must sign';
comment on column corner.challenges.fp is 'identifier: whose new passkey it is for; none at sign-in';
comment on column corner.challenges.ends_at is 'none: when it stops';

create table corner.used_tokens (
  hash bytea primary key check (octet_length(hash) = 32),
  ends_at timestamptz not null
);
create index used_tokens_ends on corner.used_tokens (ends_at);
comment on table corner.used_tokens is 'keep: until the token is over, minutes; erase: nothing personal; export: no';
comment on column corner.used_tokens.hash is 'none: SHA-256 of an identity token that was used';
comment on column corner.used_tokens.ends_at is 'none: when the token is over by itself';
