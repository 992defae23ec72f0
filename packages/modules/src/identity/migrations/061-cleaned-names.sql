comment on table identity.households is 'keep: until the last member leaves; erase: with its last member, and of its name what names the erased; export: all';
comment on table identity.rule_versions is 'keep: for ever; erase: of the reason what names the erased; export: no';
