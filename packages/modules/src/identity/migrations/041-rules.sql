-- The rules of identity, versioned: written down, tried on history, applied without stopping.
create table identity.rule_versions (
  number integer     not null primary key,
  act    uuid        not null unique,
  state  text        not null check (state in ('draft', 'tried', 'applying', 'in_force', 'replaced')),
  body   jsonb       not null,
  by_id  text        not null,
  why    text        not null,
  at     timestamptz not null
);
create unique index one_version_in_force on identity.rule_versions (state) where state = 'in_force';
create unique index one_version_applying on identity.rule_versions (state) where state = 'applying';
comment on table identity.rule_versions is 'keep: for ever; erase: nothing personal but who wrote it; export: no';
comment on column identity.rule_versions.number is 'none: its number; the first is what was shipped';
comment on column identity.rule_versions.act is 'none: id that the client gave the act: the same act is done once';
comment on column identity.rule_versions.state is 'none: draft, tried, applying, in_force, replaced';
comment on column identity.rule_versions.body is 'none: what each kind is worth; listed values as keyed fingerprints, patterns as text';
comment on column identity.rule_versions.by_id is 'identifier: the colleague';
comment on column identity.rule_versions.why is 'none: why, in the words of the colleague';
comment on column identity.rule_versions.at is 'none: when';

-- A version tried or applied: how far it has come.
create table identity.rule_runs (
  id         uuid        not null primary key,
  number     integer     not null references identity.rule_versions,
  kind       text        not null check (kind in ('try', 'apply')),
  state      text        not null check (state in ('running', 'done', 'cancelled')),
  stage      text        not null check (stage in ('people', 'alone')),
  after      uuid        not null,
  seen       integer     not null default 0,
  total      integer     not null,
  changed    integer     not null default 0,
  joined     integer     not null default 0,
  split      integer     not null default 0,
  by_id      text        not null,
  started_at timestamptz not null,
  ended_at   timestamptz
) with (fillfactor = 70);
create unique index one_run_at_a_time on identity.rule_runs (state) where state = 'running';
create index rule_runs_by_version on identity.rule_runs (number);
comment on table identity.rule_runs is 'keep: for ever, a row a run; erase: nothing personal but who began it; export: no';
comment on column identity.rule_runs.id is 'none: its id';
comment on column identity.rule_runs.number is 'none: the version';
comment on column identity.rule_runs.kind is 'none: try or apply';
comment on column identity.rule_runs.state is 'none: running, done, cancelled';
comment on column identity.rule_runs.stage is 'none: people, then what is alone';
comment on column identity.rule_runs.after is 'none: the last that was looked at';
comment on column identity.rule_runs.seen is 'none: how many were looked at';
comment on column identity.rule_runs.total is 'none: about how many there were';
comment on column identity.rule_runs.changed is 'none: people that change';
comment on column identity.rule_runs.joined is 'none: of those, joined with others';
comment on column identity.rule_runs.split is 'none: of those, come apart';
comment on column identity.rule_runs.by_id is 'identifier: the colleague';
comment on column identity.rule_runs.started_at is 'none: when it began';
comment on column identity.rule_runs.ended_at is 'none: when it ended';

-- Who would change, by a trial. Ids only.
create table identity.rule_changes (
  run       uuid     not null references identity.rule_runs on delete cascade,
  person_id uuid     not null,
  parts     smallint not null,
  joins     uuid[]   not null,
  loses     integer  not null,
  gains     integer  not null,
  primary key (run, person_id)
);
create index rule_changes_by_person on identity.rule_changes (person_id);
comment on table identity.rule_changes is 'keep: until the next trial; erase: all of the person; export: no, a guess about what would be';
comment on column identity.rule_changes.run is 'none: the trial';
comment on column identity.rule_changes.person_id is 'identifier: the person, as known then';
comment on column identity.rule_changes.parts is 'none: into how many the person would come apart';
comment on column identity.rule_changes.joins is 'identifier: others who would be one with the person';
comment on column identity.rule_changes.loses is 'none: identifiers that would go';
comment on column identity.rule_changes.gains is 'none: identifiers that would come';

-- A value that the shop's own list says nothing of anybody.
alter table identity.nodes add column listed boolean not null default false;
comment on column identity.nodes.listed is 'none: on the list of values that say nothing of anybody';
