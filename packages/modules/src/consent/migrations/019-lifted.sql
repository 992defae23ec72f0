-- A legitimate interest ends with a no, and whoever said it may take that no back: the interest is weighed as before. It is no
-- yes, lifts a no of the same identifier only, and names the purpose and the legal entity.
alter table consent.entries drop constraint entries_state_check;
alter table consent.entries add constraint entries_state_check
  check (state in ('granted', 'pending', 'confirmed', 'soft', 'lifted', 'withdrawn'));
alter table consent.entries drop constraint entries_check1;
alter table consent.entries add constraint entries_covers_check check (
  state = 'withdrawn' or (purpose is not null and entity_id is not null and (channel is not null or state = 'lifted')));
