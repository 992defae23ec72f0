create schema consent;

-- What a permission is for. Each purpose has one basis, written down with the reason.
create table consent.purposes (
  code text collate "C" not null primary key check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  kind text not null check (kind in ('marketing', 'analysis', 'health', 'sensitive', 'storage', 'recognition', 'sharing', 'service')),
  basis text not null check (basis in ('consent', 'contract', 'legitimate_interest', 'legal_duty')),
  balance text check (basis <> 'legitimate_interest' or balance <> ''),
  double_opt_in boolean not null,
  made_at timestamptz not null,
  made_by text not null
);
comment on table consent.purposes is 'keep: for ever, permissions name them; erase: nothing personal; export: no';
comment on column consent.purposes.code is 'none: short name; never changes';
comment on column consent.purposes.kind is 'none: what kind of use it is; the rule sets go by it';
comment on column consent.purposes.basis is 'none: the one basis in law';
comment on column consent.purposes.balance is 'none: for a legitimate interest, how it was weighed';
comment on column consent.purposes.double_opt_in is 'none: a grant waits until it is confirmed from the address itself';
comment on column consent.purposes.made_at is 'none: when entered';
comment on column consent.purposes.made_by is 'identifier: the colleague who entered it, or system';

-- The exact words that people said yes to. Never changed: another wording is another version.
create table consent.texts (
  id uuid primary key,
  purpose text collate "C" not null references consent.purposes (code),
  basis text not null check (basis in ('consent', 'soft')),
  language text not null check (language in ('en', 'sv', 'da')),
  version integer not null,
  body text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null,
  channels text[] not null check (cardinality(channels) > 0),
  categories text[] not null,
  entity_ids uuid[] not null check (cardinality(entity_ids) > 0),
  published_at timestamptz not null,
  published_by text not null,
  unique (purpose, basis, language, version)
);
comment on table consent.texts is 'keep: for ever, they are evidence; erase: nothing personal; export: body, with the permission that names it';
comment on column consent.texts.id is 'none: id of the version';
comment on column consent.texts.purpose is 'none: what it asks for';
comment on column consent.texts.basis is 'none: a consent, or the notice at a sale';
comment on column consent.texts.language is 'none: ISO 639-1';
comment on column consent.texts.version is 'none: counts from 1 for a purpose, basis and language';
comment on column consent.texts.body is 'none: the words';
comment on column consent.texts.hash is 'none: SHA-256 of the words';
comment on column consent.texts.scopes is 'none: kinds of message that the words cover';
comment on column consent.texts.channels is 'none: channels that the words name';
comment on column consent.texts.categories is 'none: kinds of goods that the words name';
comment on column consent.texts.entity_ids is 'none: legal entities that the words name';
comment on column consent.texts.published_at is 'none: when';
comment on column consent.texts.published_by is 'identifier: the colleague who published it, or system';

-- One row an identifier: whoever asks and whoever withdraws meet here.
create table consent.heads (
  fp uuid not null primary key,
  entries integer not null default 0
) with (fillfactor = 80);
comment on table consent.heads is 'keep: for ever, withdrawals hang on it; erase: stays, it is a keyed hash; export: no';
comment on column consent.heads.fp is 'identifier: keyed fingerprint of kind and value';
comment on column consent.heads.entries is 'none: how many entries the ledger has of it';

-- The ledger. Nothing in it changes; what is empty in purpose, channel or entity covers each of them (withdrawals only).
create table consent.entries (
  id uuid primary key,
  act_id uuid not null,
  fp uuid not null references consent.heads (fp),
  kind text not null,
  purpose text collate "C" references consent.purposes (code),
  channel text,
  entity_id uuid references company.entities (id),
  state text not null check (state in ('granted', 'pending', 'confirmed', 'soft', 'withdrawn')),
  at timestamptz not null,
  recorded_at timestamptz not null check (at <= recorded_at),
  imported boolean not null,
  text_id uuid references consent.texts (id),
  text_hash text,
  collected_by text,
  place text,
  how text,
  active boolean,
  concluded boolean,
  guardian boolean not null,
  confirms uuid,
  cause text,
  check (state = 'withdrawn' or (purpose is not null and channel is not null and entity_id is not null)),
  unique nulls not distinct (act_id, fp, purpose, channel, entity_id)
);
create index entries_by_fp on consent.entries (fp);
comment on table consent.entries is 'keep: while the person is known, withdrawals for ever; erase: all but withdrawals, which stay as keyed hash and time; export: all';
comment on column consent.entries.id is 'none: id of the entry';
comment on column consent.entries.act_id is 'none: the act that it came from; said again it changes nothing';
comment on column consent.entries.fp is 'identifier: keyed fingerprint of the identifier it belongs to';
comment on column consent.entries.kind is 'none: kind of the identifier';
comment on column consent.entries.purpose is 'none: for what; empty: for everything';
comment on column consent.entries.channel is 'none: where; empty: everywhere';
comment on column consent.entries.entity_id is 'none: to whom; empty: to all legal entities';
comment on column consent.entries.state is 'personal: what was said';
comment on column consent.entries.at is 'personal: when it was said';
comment on column consent.entries.recorded_at is 'none: when it was written here';
comment on column consent.entries.imported is 'none: taken over from another system';
comment on column consent.entries.text_id is 'none: the words that were shown';
comment on column consent.entries.text_hash is 'none: SHA-256 of the words as they were shown';
comment on column consent.entries.collected_by is 'identifier: who collected it: a colleague, a form, a system';
comment on column consent.entries.place is 'personal: where: a location, a page';
comment on column consent.entries.how is 'personal: how: box ticked, said on the phone, signed';
comment on column consent.entries.active is 'none: the person did it; nothing was ticked before';
comment on column consent.entries.concluded is 'none: the act that ends the form was done';
comment on column consent.entries.guardian is 'personal: a guardian said it';
comment on column consent.entries.confirms is 'none: the act that this one confirms';
comment on column consent.entries.cause is 'none: id of the message that it answered';

-- The five facts of a soft opt-in, each its own.
create table consent.soft_facts (
  entry_id uuid primary key references consent.entries (id) on delete cascade,
  obtained_in_sale boolean,
  sale_ref text,
  paid boolean,
  own_similar_products boolean,
  refusal_offered boolean,
  refusal_in_messages boolean,
  not_refused boolean
);
comment on table consent.soft_facts is 'keep: as long as the entry; erase: all of the person; export: all';
comment on column consent.soft_facts.entry_id is 'none: the entry';
comment on column consent.soft_facts.obtained_in_sale is 'personal: the same legal entity got the address from the customer in a sale';
comment on column consent.soft_facts.sale_ref is 'identifier: the order or receipt of that sale';
comment on column consent.soft_facts.paid is 'personal: something was paid; a free account is another matter';
comment on column consent.soft_facts.own_similar_products is 'none: only own goods of the same kind are advertised';
comment on column consent.soft_facts.refusal_offered is 'none: a clear, free no was offered when the address was given';
comment on column consent.soft_facts.refusal_in_messages is 'none: the same no is in every message';
comment on column consent.soft_facts.not_refused is 'personal: the person did not say it';

create table consent.uses (
  fp uuid not null,
  purpose text collate "C" not null references consent.purposes (code),
  channel text not null,
  entity_id uuid not null references company.entities (id),
  times integer not null,
  last_at timestamptz not null,
  primary key (fp, purpose, channel, entity_id)
) with (fillfactor = 80);
comment on table consent.uses is 'keep: while the person is known; erase: all of the person; export: all';
comment on column consent.uses.fp is 'identifier: keyed fingerprint of the identifier';
comment on column consent.uses.purpose is 'none: for what';
comment on column consent.uses.channel is 'none: where';
comment on column consent.uses.entity_id is 'none: by whom';
comment on column consent.uses.times is 'personal: how often the permission was used';
comment on column consent.uses.last_at is 'personal: when last';

-- Registers of those who want no calls or letters: their day, and keyed hashes.
create table consent.lists (
  list text not null primary key check (list in ('nix_phone', 'nix_letter', 'robinson', 'reservasjon')),
  as_of date not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  lines integer not null
);
comment on table consent.lists is 'keep: until the next; erase: nothing personal; export: no';
comment on column consent.lists.list is 'none: which register';
comment on column consent.lists.as_of is 'none: the day that the register says it is of';
comment on column consent.lists.loaded_at is 'none: when it was taken in';
comment on column consent.lists.loaded_by is 'identifier: who took it in';
comment on column consent.lists.lines is 'none: how many it names';

create table consent.listed (
  list text not null references consent.lists (list),
  fp uuid not null,
  primary key (list, fp)
);
comment on table consent.listed is 'keep: until the next list; erase: stays, it protects the person; export: no';
comment on column consent.listed.list is 'none: which register';
comment on column consent.listed.fp is 'identifier: keyed fingerprint of the number or address';

-- What counsel decides without a release: from a day on, for a country. The newest of a day holds.
create table consent.policies (
  number integer generated always as identity primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  valid_from date not null,
  cold_calls boolean not null,
  soft_from_free_account boolean not null,
  dormant_days integer not null check (dormant_days between 30 and 3650),
  note text not null check (note <> ''),
  decided_at timestamptz not null,
  decided_by text not null
);
comment on table consent.policies is 'keep: for ever, decisions name them; erase: nothing personal; export: no';
comment on column consent.policies.number is 'none: in rule versions';
comment on column consent.policies.country is 'none: ISO 3166-1, or EU for all others';
comment on column consent.policies.valid_from is 'none: first day';
comment on column consent.policies.cold_calls is 'none: sales calls without consent may be made where the law lets us';
comment on column consent.policies.soft_from_free_account is 'none: a free account counts as a sale';
comment on column consent.policies.dormant_days is 'none: unused for so long, a permission sleeps';
comment on column consent.policies.note is 'none: why';
comment on column consent.policies.decided_at is 'none: when';
comment on column consent.policies.decided_by is 'identifier: who';

-- The ledger only grows. An erasure may take a yes away; a no is never removed.
create function consent.keep() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'entries' and tg_op = 'DELETE' then
    if old.state <> 'withdrawn' then
      return old;
    end if;
  end if;
  raise exception 'consent.% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger entries_stay before update or delete on consent.entries for each row execute function consent.keep();
create trigger entries_stay_whole before truncate on consent.entries for each statement execute function consent.keep();
create trigger texts_stay before update or delete on consent.texts for each row execute function consent.keep();
create trigger texts_stay_whole before truncate on consent.texts for each statement execute function consent.keep();
create trigger policies_stay before update or delete on consent.policies for each row execute function consent.keep();
