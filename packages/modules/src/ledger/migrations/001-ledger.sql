create schema ledger;

-- Two who open the same account at once meet at the id, which is the hash of unit, kind and holder: a second unique index would
-- refuse one of them. What can be had of a unit by one holder. Moved by transfers alone (below).
create table ledger.accounts (
  id uuid primary key,
  unit text collate "C" not null check (length(unit) between 1 and 200),
  kind text collate "C" not null check (kind ~ '^[a-z][a-z_]{1,30}$'),
  holder text collate "C" not null check (length(holder) between 1 and 200),
  may_owe boolean not null,
  posted bigint not null default 0 check (posted between -9007199254740991 and 9007199254740991),
  reserved bigint not null default 0 check (reserved >= 0),
  constraint enough check (may_owe or posted >= reserved)
) with (fillfactor = 70);
comment on table ledger.accounts is 'keep: for ever, transfers name them; erase: nothing personal; export: no';
comment on column ledger.accounts.id is 'none: hash of unit, kind and holder';
comment on column ledger.accounts.unit is 'none: what is counted: sku@location, a currency, a programme';
comment on column ledger.accounts.kind is 'none: what kind of holder';
comment on column ledger.accounts.holder is 'none: which of them';
comment on column ledger.accounts.may_owe is 'none: it issues, so it may go below zero';
comment on column ledger.accounts.posted is 'none: what it has';
comment on column ledger.accounts.reserved is 'none: of that, what pending transfers may still take';

create table ledger.transfers (
  id uuid primary key,
  input uuid not null,
  debit uuid not null references ledger.accounts (id),
  credit uuid not null references ledger.accounts (id),
  amount bigint not null check (amount between 1 and 9007199254740991),
  moved bigint check (moved between 1 and amount),
  undone bigint not null default 0 check (undone >= 0),
  state text not null check (state in ('pending', 'posted', 'voided', 'expired')),
  cause text collate "C" not null check (cause ~ '^[a-z][a-z_.]{1,60}$'),
  reverses uuid,
  made_at timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  check (debit <> credit),
  check ((state = 'posted') = (moved is not null)),
  check ((state = 'pending') = (ended_at is null)),
  check (until is null or until > made_at),
  constraint undone_at_most_once check (undone <= coalesce(moved, 0))
) with (fillfactor = 80);
create index transfers_due on ledger.transfers (until) where state = 'pending';
create index transfers_due_of on ledger.transfers (debit, until) where state = 'pending';
create index transfers_of_debit on ledger.transfers (debit, made_at);
create index transfers_of_credit on ledger.transfers (credit, made_at);
create index transfers_undoing on ledger.transfers (reverses) where reverses is not null;
comment on table ledger.transfers is 'keep: for ever, balances are made of them; erase: nothing personal; export: no';
comment on column ledger.transfers.id is 'none: by the client; said again it changes nothing';
comment on column ledger.transfers.input is 'none: hash of what was asked, so that another wish under the same id is found';
comment on column ledger.transfers.debit is 'none: who gives';
comment on column ledger.transfers.credit is 'none: who gets';
comment on column ledger.transfers.amount is 'none: how much, or at most how much while it is pending';
comment on column ledger.transfers.moved is 'none: how much of it was moved in the end';
comment on column ledger.transfers.undone is 'none: how much of that was moved back';
comment on column ledger.transfers.state is 'none: how it stands';
comment on column ledger.transfers.cause is 'none: what it is for';
comment on column ledger.transfers.reverses is 'none: the transfer that it undoes, whole or in part';
comment on column ledger.transfers.made_at is 'none: when';
comment on column ledger.transfers.until is 'none: when a pending one expires; none: never';
comment on column ledger.transfers.ended_at is 'none: when it was moved, given up or expired';

-- What an inverse names is looked at here, by no foreign key: a table that names itself cannot be written anew after an erasure.
-- Balances follow transfers in the same statement, whoever writes them; nothing else moves them.
create function ledger.refuse_by_hand() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: % only follows its transfers', tg_table_name;
end $$;
create trigger accounts_follow before update on ledger.accounts
  for each row when (pg_trigger_depth() = 0) execute function ledger.refuse_by_hand();
create trigger accounts_stay before delete on ledger.accounts for each row execute function ledger.refuse_by_hand();
create trigger accounts_all_stay before truncate on ledger.accounts execute function ledger.refuse_by_hand();
create trigger transfers_stay before delete on ledger.transfers for each row execute function ledger.refuse_by_hand();
create trigger transfers_all_stay before truncate on ledger.transfers execute function ledger.refuse_by_hand();

-- An account begins with nothing.
create function ledger.refuse_given() returns trigger language plpgsql as $$
begin
  if new.posted <> 0 or new.reserved <> 0 then raise exception 'ledger: an account begins with nothing'; end if;
  return new;
end $$;
create trigger accounts_begin before insert on ledger.accounts for each row execute function ledger.refuse_given();

create function ledger.follow_new() returns trigger language plpgsql as $$
begin
  if exists (select from made n join ledger.accounts d on d.id = n.debit join ledger.accounts c on c.id = n.credit where d.unit <> c.unit) then
    raise exception 'ledger: a transfer is of one unit';
  end if;
  if exists (select from made where state not in ('pending', 'posted') or undone <> 0) then
    raise exception 'ledger: a transfer begins pending or posted';
  end if;
  if exists (select from made n left join ledger.transfers o on o.id = n.reverses
      where n.reverses is not null and (n.state <> 'posted' or o.state is distinct from 'posted' or o.debit <> n.credit or o.credit <> n.debit)) then
    raise exception 'ledger: an inverse goes back the way that was gone';
  end if;
  update ledger.transfers o set undone = o.undone + r.moved
    from (select reverses, sum(moved)::bigint as moved from made where reverses is not null group by reverses) r where o.id = r.reverses;
  update ledger.accounts a set posted = a.posted + s.posted, reserved = a.reserved + s.reserved
    from (select id, sum(posted)::bigint as posted, sum(reserved)::bigint as reserved from (
        select debit as id, -coalesce(moved, 0) as posted, case when state = 'pending' then amount else 0 end as reserved from made
        union all select credit, moved, 0 from made where moved is not null) e group by id) s
    where a.id = s.id;
  return null;
end $$;
create trigger transfers_made after insert on ledger.transfers referencing new table as made
  for each statement execute function ledger.follow_new();

create function ledger.follow_changed() returns trigger language plpgsql as $$
begin
  if exists (select from was o full join becomes n on n.id = o.id where o.id is null or n.id is null
      or (o.input, o.debit, o.credit, o.amount, o.cause, o.made_at) is distinct from (n.input, n.debit, n.credit, n.amount, n.cause, n.made_at)
      or o.reverses is distinct from n.reverses
      or (o.state <> 'pending' and (o.state, o.moved, o.until, o.ended_at) is distinct from (n.state, n.moved, n.until, n.ended_at))
      or (n.undone <> o.undone and pg_trigger_depth() < 2)) then
    raise exception 'ledger: a transfer that ended stays as it is';
  end if;
  update ledger.accounts a set posted = a.posted + s.posted, reserved = a.reserved + s.reserved
    from (select id, sum(posted)::bigint as posted, sum(reserved)::bigint as reserved from (
        select n.debit as id, -coalesce(n.moved, 0) as posted, -n.amount as reserved
        from was o join becomes n on n.id = o.id where o.state = 'pending' and n.state <> 'pending'
        union all select n.credit, n.moved, 0
        from was o join becomes n on n.id = o.id where o.state = 'pending' and n.state = 'posted') e group by id) s
    where a.id = s.id;
  return null;
end $$;
create trigger transfers_changed after update on ledger.transfers referencing old table as was new table as becomes
  for each statement execute function ledger.follow_changed();
