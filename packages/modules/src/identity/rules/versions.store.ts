// SQL for the versions of the rules.
import type { RuleBody, RuleState } from "@somlos/contract/rooms/identity-rules";
import { room, type Tx } from "@somlos/kernel/db";
import { type IdentitySettings, identitySettings } from "../limits.rules.ts";
import { lockIdentity } from "../streams.store.ts";
import { settingsOf } from "./settings.rules.ts";

const { sql, fragment } = room("identity");

export type VersionRow = {
  readonly number: number;
  readonly act: string;
  readonly state: RuleState;
  readonly body: RuleBody;
  readonly by_id: string;
  readonly why: string;
  readonly at: Date;
};
const columns = fragment`number, act, state, body, by_id, why, at`;
const HOLDING = sql<Pick<VersionRow, "number" | "state" | "body">>`
  select number, state, body from identity.rule_versions where state in ('in_force', 'applying')`;
const FIND = sql<VersionRow>`select ${columns} from identity.rule_versions where number = $1`;
const FIND_ACT = sql<VersionRow>`select ${columns} from identity.rule_versions where act = $1`;
const LIST = sql<VersionRow>`select ${columns} from identity.rule_versions order by number desc limit $1`;
const INSERT = sql<VersionRow>`
  insert into identity.rule_versions (number, act, state, body, by_id, why, at)
  select coalesce((select max(number) + 1 from identity.rule_versions), $1::int), $2, $3, $4, $5, $6, $7
  returning ${columns}`;
const TURN = sql`update identity.rule_versions set state = $2 where number = $1`;
const REPLACE = sql`update identity.rule_versions set state = 'replaced' where state = 'in_force'`;
const IN_FORCE = sql`update identity.rule_versions set state = 'in_force' where state = 'applying'`;

/** What people are judged by now: the version that is being applied, with the one before; else the one in force. */
export async function loadSettings(
  tx: Tx,
  base: IdentitySettings = identitySettings,
): Promise<IdentitySettings> {
  const rows = await tx.rows(HOLDING);
  const of = (state: RuleState) => {
    const row = rows.find((one) => one.state === state);
    return row === undefined ? undefined : settingsOf(row.number, row.body, base);
  };
  const [held, next] = [of("in_force") ?? base, of("applying")];
  return next === undefined ? held : { ...next, former: held };
}

/** The same behind the lock of identity, so that it stays so until the commit. */
export async function holdSettings(tx: Tx): Promise<IdentitySettings> {
  await lockIdentity(tx);
  return loadSettings(tx);
}

export const findVersion = (tx: Tx, number: number): Promise<VersionRow | undefined> =>
  tx.maybe(FIND, [number]);
export const findVersionOfAct = (tx: Tx, act: string): Promise<VersionRow | undefined> =>
  tx.maybe(FIND_ACT, [act]);
export const listVersions = (tx: Tx, most: number): Promise<VersionRow[]> => tx.rows(LIST, [most]);

export type NewVersion = {
  /** Its number, if it is the first. */
  readonly first: number;
  readonly act: string;
  readonly state: RuleState;
  readonly body: RuleBody;
  readonly byId: string;
  readonly why: string;
  readonly at: Date;
};
export const insertVersion = (tx: Tx, v: NewVersion): Promise<VersionRow> =>
  tx.one(INSERT, [v.first, v.act, v.state, JSON.stringify(v.body), v.byId, v.why, v.at]);

export const turnVersion = (tx: Tx, number: number, state: RuleState) => tx.run(TURN, [number, state]);

/** What is being applied holds from now on, alone. */
export async function putInForce(tx: Tx): Promise<void> {
  await tx.run(REPLACE);
  await tx.run(IN_FORCE);
}
