-- Of a part that was erased the person is there still, and who sees to it sees that it was done.
comment on table rights.requests is 'keep: for ever, without the person once all of it is erased; erase: all that names the person; export: kind, state and times';
comment on column rights.requests.fp is 'identifier: keyed fingerprint of the identifier that asked, until it or everything is erased';
comment on column rights.requests.person_id is 'identifier: the person, where staff asked for them or a part of it was erased';
