// Faults in households: somebody sees what was not shared with them, or what another's login did.
import type { Fault } from "./faults.ts";

const who = ["packages/server/src/stories/households-who"];
const story = ["packages/server/src/stories/households.story"];
const households = "packages/modules/src/identity/households";

export const faultsOfHouseholds: readonly Fault[] = [
  {
    name: "a join widens what a member shares",
    file: `${households}/shares.actions.ts`,
    find: "covers(one.anchors, anchors.get(one.fp) ?? [one.fp])",
    put: "covers(one.anchors, one.anchors)",
    tests: who,
  },
  {
    name: "a share is not held while it is shown",
    file: `${households}/shares.store.ts`,
    find: "order by s.member_id, s.with_member_id for share of s`",
    put: "order by s.member_id, s.with_member_id`",
    tests: who,
  },
  {
    name: "what one member shares with another is seen by the whole household",
    file: `${households}/shares.store.ts`,
    find: "where w.fp = any($1::uuid[]) and m.fp <> all($1::uuid[]) and s.kind = $2",
    put: "where m.fp <> all($1::uuid[]) and s.kind = $2",
    tests: story,
  },
  {
    name: "an invitation works again",
    file: `${households}/households.store.ts`,
    find: "where id = $1 and used_at is null and ends_at > $2`",
    put: "where id = $1 and ends_at > $2`",
    tests: story,
  },
];
