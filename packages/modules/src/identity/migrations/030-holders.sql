-- Published for rooms above: which person holds an identifier now. `named`: a login, a card, an address of mail or a number.
create view identity.v_holders as
  select fp, coalesce(component, fp) as person, kind <= 4 as named from identity.nodes;
