// SQL of the rules for looking at people.
import type { LookRules } from "@somlos/contract/rooms/seen";
import { room, type Tx, texts } from "@somlos/kernel/db";

const { sql } = room("consent");

const load = sql<LookRules>`
  select reason_roles as "reasonRoles", show_names as "showNames" from consent.look_rules where id = 1`;
const save = sql`
  insert into consent.look_rules (id, reason_roles, show_names) values (1, $1, $2)
  on conflict (id) do update set reason_roles = excluded.reason_roles, show_names = excluded.show_names`;

export const findLookRules = (tx: Tx): Promise<LookRules | undefined> => tx.maybe(load);
export const saveLookRules = (tx: Tx, rules: LookRules): Promise<number> =>
  tx.run(save, [texts(rules.reasonRoles), rules.showNames]);
