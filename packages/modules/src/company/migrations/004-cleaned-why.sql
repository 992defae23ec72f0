-- An erasure takes the person out of why a basis ended: words may go, none may come, and nothing else changes.
create function company.only_loses(was text, is_now text) returns boolean language sql immutable as $$
  select is_now is not distinct from was
    or was like replace(replace(replace(replace(is_now, '\', '\\'), '%', '\%'), '_', '\_'), '…', '%')
$$;
create or replace function company.keep_sharing() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception '%.% end, they are never removed', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'sharings' then
    if current_setting('somlos.may_erase', true) = 'yes' and to_jsonb(new) - 'ended_why' = to_jsonb(old) - 'ended_why'
      and coalesce(company.only_loses(old.ended_why, new.ended_why), false) then
      return new;
    end if;
    if old.ended_at is not null or new.ended_at is null
      or (new.id, new.act_id, new.ground, new.words_en, new.words_sv, new.words_da, new.recorded_at, new.recorded_by)
        <> (old.id, old.act_id, old.ground, old.words_en, old.words_sv, old.words_da, old.recorded_at, old.recorded_by)
      or new.document is distinct from old.document then
      raise exception 'a basis for sharing is ended, never edited' using errcode = 'insufficient_privilege';
    end if;
  elsif new.live or (new.sharing_id, new.entity_id) <> (old.sharing_id, old.entity_id) then
    raise exception 'who shares on a basis never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on table company.sharings is 'keep: for ever, it says why people were shared; erase: of why it ended what names the erased; export: no';
