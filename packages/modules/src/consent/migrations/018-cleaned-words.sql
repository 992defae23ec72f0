-- An erasure takes the person out of what was written down of others too: of where and how a yes was said, and of why a policy
-- was decided, words may go; none may come, and nothing else changes.
create function consent.only_loses(was text, is_now text) returns boolean language sql immutable as $$
  select is_now is not distinct from was
    or was like replace(replace(replace(replace(is_now, '\', '\\'), '%', '\%'), '_', '\_'), '…', '%')
$$;
create or replace function consent.keep() returns trigger language plpgsql as $$
declare
  words text[] := case tg_table_name when 'entries' then '{place,how}' when 'policies' then '{note}' else '{}' end;
begin
  if tg_table_name = 'entries' and tg_op = 'DELETE' then
    if old.state <> 'withdrawn' then
      return old;
    end if;
  end if;
  if tg_op = 'UPDATE' and cardinality(words) > 0 and current_setting('somlos.may_erase', true) = 'yes'
    and to_jsonb(new) - words = to_jsonb(old) - words
    and not exists (select from unnest(words) as w(name)
      where not coalesce(consent.only_loses(to_jsonb(old) ->> name, to_jsonb(new) ->> name), false)) then
    return new;
  end if;
  raise exception 'consent.% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on table consent.entries is 'keep: while the person is known, withdrawals for ever; erase: all but withdrawals, which stay as keyed hash and time, and of entries of others what names them; export: all';
comment on table consent.policies is 'keep: for ever, decisions name them; erase: of the note what names the erased; export: no';
