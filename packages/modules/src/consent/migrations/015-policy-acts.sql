-- A decision has an id of who sent it, so that sending it again decides nothing twice.
alter table consent.policies add column act_id uuid unique;
comment on column consent.policies.act_id is 'none: id of the act, by the caller';
