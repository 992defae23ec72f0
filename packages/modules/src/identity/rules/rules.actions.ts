// What a colleague does with the rules: writes a version down, tries it, applies it, and goes back to one that held before.
import { Refusal } from "@somlos/contract";
import type { RuleBody } from "@somlos/contract/rooms/identity-rules";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { countPeople } from "../identity.store.ts";
import { type IdentitySettings, identitySettings } from "../limits.rules.ts";
import { lockIdentity } from "../streams.store.ts";
import {
  bumpRevision,
  dropOtherChanges,
  endRun,
  findRun,
  findRunning,
  insertRun,
  type RunRow,
} from "./runs.store.ts";
import { bodyOf } from "./settings.rules.ts";
import {
  findVersion,
  findVersionOfAct,
  insertVersion,
  listVersions,
  turnVersion,
  type VersionRow,
} from "./versions.store.ts";

/** The version that is shipped; it is written down with the first change. */
const SHIPPED = "00000000-0000-0000-0000-000000000000";

export const shippedVersion = (base: IdentitySettings, at: Date): VersionRow => ({
  number: base.version,
  act: SHIPPED,
  state: "in_force",
  body: bodyOf(base),
  by_id: "somlos",
  why: "",
  at,
});

export type Draft = { readonly act: string; readonly why: string; readonly body: RuleBody };

export async function draftVersion(
  work: Work,
  { act, why, body }: Draft,
  base: IdentitySettings = identitySettings,
): Promise<VersionRow> {
  const { tx, now, actor } = work;
  await lockIdentity(tx); // numbers are given one at a time
  const known = await findVersionOfAct(tx, act);
  if (known !== undefined) return known;
  if ((await listVersions(tx, 1)).length === 0) {
    const { by_id: byId, ...shipped } = shippedVersion(base, now);
    await insertVersion(tx, { ...shipped, first: shipped.number, byId });
  }
  const said = { act, why, body, state: "draft", byId: actor.id, at: now } as const;
  const version = await insertVersion(tx, { ...said, first: base.version });
  work.record({ name: "rules.drafted", v: 1, data: { number: version.number, actorId: actor.id } });
  return version;
}

async function loadVersion({ tx }: Work, number: number): Promise<VersionRow> {
  const version = await findVersion(tx, number);
  if (version === undefined) throw new Refusal("identity.rules_unknown");
  return version;
}

async function begin(work: Work, kind: "try" | "apply", number: number, at: Date): Promise<RunRow> {
  const { tx, actor } = work;
  const run = await insertRun(tx, {
    ...{ id: uuid7(at.getTime()), number, kind, at },
    total: await countPeople(tx),
    byId: actor.id,
  });
  const name = kind === "try" ? "rules.trial_begun" : "rules.apply_begun";
  work.record({ name, v: 1, data: { number, runId: run.id, actorId: actor.id } });
  return run;
}

/** A trial of it; the same while it is being tried. */
export async function tryVersion(work: Work, number: number): Promise<RunRow> {
  const turn = await lockIdentity(work.tx);
  await loadVersion(work, number);
  const running = await findRunning(work.tx);
  if (running?.kind === "try" && running.number === number) return running;
  if (running !== undefined) throw new Refusal("identity.rules_busy");
  const run = await begin(work, "try", number, turn);
  await dropOtherChanges(work.tx, run.id);
  return run;
}

/** New events are judged by it from now on, everybody else page by page. */
export async function applyVersion(work: Work, number: number): Promise<RunRow> {
  const turn = await lockIdentity(work.tx);
  const version = await loadVersion(work, number);
  const running = await findRunning(work.tx);
  if (running?.kind === "apply" && running.number === number) return running;
  if (running !== undefined) throw new Refusal("identity.rules_busy");
  if (version.state === "in_force") throw new Refusal("identity.rules_in_force");
  if (version.state === "draft") throw new Refusal("identity.rules_untried");
  await turnVersion(work.tx, number, "applying");
  await bumpRevision(work.tx);
  return begin(work, "apply", number, turn);
}

export async function cancelTrial(work: Work, id: string): Promise<RunRow> {
  const run = await findRun(work.tx, id);
  if (run === undefined) throw new Refusal("identity.rules_run_unknown");
  if (run.kind === "apply") throw new Refusal("identity.rules_applying");
  await endRun(work.tx, id, "cancelled", work.now);
  return (await findRun(work.tx, id)) ?? run;
}
