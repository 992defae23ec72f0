// The doors of the rules: read, write a version down, try it, apply it.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/identity-rules";
import type { Work } from "@somlos/kernel/db";
import { type Door, handle, type Knock } from "@somlos/kernel/http";
import { uuidOf } from "@somlos/kernel/ids";
import { type IdentityHouse, staffIn } from "../identity.house.ts";
import { identitySettings } from "../limits.rules.ts";
import { amongAll } from "../rulings/meant.actions.ts";
import { applyVersion, cancelTrial, draftVersion, shippedVersion, tryVersion } from "./rules.actions.ts";
import { findLatest, findRun, listChanges, type RunRow, START } from "./runs.store.ts";
import { listVersions, type VersionRow } from "./versions.store.ts";

const MOST_VERSIONS = 50;

const shownVersion = ({ number, state, by_id, why, at, body }: VersionRow): words.RuleVersion => ({
  number,
  state,
  byId: by_id,
  why,
  at: at.toISOString(),
  body,
});

const shownRun = (run: RunRow): words.RuleRun => ({
  id: run.id,
  number: run.number,
  kind: run.kind,
  state: run.state,
  seen: run.seen,
  total: run.total,
  changed: run.changed,
  joined: run.joined,
  split: run.split,
  startedAt: run.started_at.toISOString(),
  endedAt: run.ended_at?.toISOString() ?? null,
});

type Any = Knock<unknown, unknown, unknown>;

/** One work of a colleague, noted with what it concerned. */
function changing<T>(
  house: IdentityHouse,
  { caller, ip }: Pick<Any, "caller" | "ip">,
  what: string,
  go: (work: Work) => Promise<{ readonly object: string; readonly answer: T }>,
): Promise<T> {
  const who = staffIn(caller);
  return house.db.work({ kind: "staff", id: who }, async (work) => {
    const { object, answer } = await go(work);
    await house.audit.note(work, { who, what, object, ip });
    return answer;
  });
}

/**
 * The values to be listed join the list as fingerprints, one for each circle of legal entities: here is the last place that
 * sees what they are.
 */
function listed(house: IdentityHouse, { body, block }: Knock<unknown, unknown, Drafted>["body"]) {
  const values = block.map(({ kind, value, note }) => {
    const [fp = "", ...also] = amongAll(house, { kind, value }).among.map((one) => uuidOf(one.fp));
    return { kind, fp, ...(also.length > 0 && { also }), ...(note !== undefined && { note }) };
  });
  const all = [...body.blocked.values, ...values];
  const once = [...new Map(all.map((one) => [one.fp, one])).values()];
  return { ...body, blocked: { ...body.blocked, values: once } };
}
type Drafted = {
  readonly body: words.RuleBody;
  readonly block: readonly {
    kind: Exclude<words.RuleKind, "lane">;
    value: string;
    note?: string | undefined;
  }[];
};

export const ruleDoors: readonly Door<IdentityHouse>[] = [
  handle(words.readRules, async ({ db }: IdentityHouse) =>
    db.read(async (tx, now) => {
      const stored = await listVersions(tx, MOST_VERSIONS);
      const versions = stored.length > 0 ? stored : [shippedVersion(identitySettings, now)];
      const run = await findLatest(tx);
      const held = versions.find((one) => one.state === "applying" || one.state === "in_force");
      return {
        inForce: held?.number ?? identitySettings.version,
        versions: versions.map(shownVersion),
        run: run === undefined ? null : shownRun(run),
      };
    }),
  ),
  handle(words.draftRules, (house: IdentityHouse, knock) =>
    changing(house, knock, words.draftRules.id, async (work) => {
      const { actId: act, why } = knock.body;
      const version = await draftVersion(work, { act, why, body: listed(house, knock.body) });
      return { object: String(version.number), answer: shownVersion(version) };
    }),
  ),
  handle(words.tryRules, (house: IdentityHouse, knock) =>
    changing(house, knock, words.tryRules.id, async (work) => {
      const run = await tryVersion(work, knock.params.number);
      return { object: String(run.number), answer: shownRun(run) };
    }),
  ),
  handle(words.applyRules, (house: IdentityHouse, knock) =>
    changing(house, knock, words.applyRules.id, async (work) => {
      const run = await applyVersion(work, knock.params.number);
      return { object: String(run.number), answer: shownRun(run) };
    }),
  ),
  handle(words.cancelRun, (house: IdentityHouse, knock) =>
    changing(house, knock, words.cancelRun.id, async (work) => {
      const run = await cancelTrial(work, knock.params.id);
      return { object: String(run.number), answer: shownRun(run) };
    }),
  ),
  handle(
    words.listRuleChanges,
    async ({ db, audit, sight }: IdentityHouse, { params, query, caller, ip }) => {
      const { run, rows, hidden } = await db.snapshot(async (tx) => {
        const found = await findRun(tx, params.id);
        if (found === undefined) throw new Refusal("identity.rules_run_unknown");
        const page = await listChanges(tx, params.id, query.after ?? START, query.limit);
        const ids = page.flatMap((row) => [row.person_id, ...row.joins]);
        return { run: found, rows: page, hidden: await sight.hidden(tx, caller, "identity.read", ids) };
      });
      const who = staffIn(caller);
      const seen = rows.filter((row) => !hidden.has(row.person_id));
      const looked = seen.map((row) => ({
        who,
        what: words.listRuleChanges.id,
        personId: row.person_id,
        ip,
      }));
      if (looked.length > 0) await audit.look(looked);
      return {
        run: shownRun(run),
        items: seen.map(({ person_id, parts, joins, loses, gains }) => ({
          personId: person_id,
          parts,
          joins: joins.filter((id) => !hidden.has(id)),
          loses,
          gains,
        })),
        next: rows.length === query.limit ? (rows.at(-1)?.person_id ?? null) : null,
      };
    },
  ),
];
