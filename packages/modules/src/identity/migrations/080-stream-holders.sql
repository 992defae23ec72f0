-- Published for rooms above: whose each stream is now; of a device without a login, stretch by stretch.
create view identity.v_stream_holders as
  select fp as subject, null::timestamptz as from_at, null::uuid as from_key, null::timestamptz as to_at, null::uuid as to_key,
    coalesce(component, fp) as person
  from identity.nodes where kind <> 11
  union all
  select s.subject, null, null, null, null, coalesce(n.component, n.fp)
  from identity.streams s join identity.nodes n on n.fp = s.login and n.kind = 1
  union all
  select s.subject, case when l.from_ms >= 0 then timestamptz 'epoch' + l.from_ms * interval '1 millisecond' end,
    case when l.from_ms >= 0 then l.from_key end, timestamptz 'epoch' + l.to_ms * interval '1 millisecond', l.to_key,
    coalesce(n.component, n.fp)
  from (
    select fp, device, from_ms, from_key, lead(from_ms) over w as to_ms, lead(from_key) over w as to_key
    from identity.lanes where live window w as (partition by device order by from_ms, from_key)) l
  join identity.streams s on s.device = l.device and s.login is null
  join identity.nodes n on n.fp = l.fp;
