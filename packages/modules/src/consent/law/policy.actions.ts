// Counsel decides: from a day on, for a country.
import { Refusal } from "@somlos/contract";
import type { PolicyDecision } from "@somlos/contract/rooms/consent-policies";
import type { Tx, Work } from "@somlos/kernel/db";
import { type EntityRow, listEntities, type Reach } from "../../company/index.ts";
import { demandEntities } from "../consent.house.ts";
import { ownPolicy } from "./policy.rules.ts";
import { type Decision, findPolicy, listPolicies, type NewPolicy, savePolicy } from "./policy.store.ts";

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** The number of the decision, as rule versions name it. The same act again decides nothing twice. */
export function decidePolicy(work: Work, actId: string, policy: NewPolicy): Promise<number> {
  if (policy.validFrom < dayOf(work.now)) throw new Refusal("consent.policy_past");
  return savePolicy(work.tx, policy, { at: work.now, by: work.actor.id, actId });
}

/** Whoever decides for a country decides for every legal entity there: their grants reach all of them. */
export async function demandCountry(tx: Tx, grants: readonly Reach[], country: string): Promise<void> {
  const there = (await listEntities(tx)).filter((one) => country === "EU" || one.country === country);
  const whole = grants.filter(({ legalEntityId }) => legalEntityId === null);
  demandEntities(
    there.length === 0 ? whole : grants,
    "consent.manage",
    there.map(({ id }) => id),
  );
  if (there.length === 0 && whole.length === 0) throw new Refusal("consent.entity_not_yours");
}

const show = (d: Decision): PolicyDecision => ({ ...d, decidedAt: d.decidedAt.toISOString() });
const undecided = (country: string): PolicyDecision => ({
  ...ownPolicy,
  ...{ country, validFrom: null, note: "", decidedAt: null },
});

export async function showPolicies(
  tx: Tx,
  now: Date,
): Promise<{ readonly holding: PolicyDecision[]; readonly decisions: PolicyDecision[] }> {
  const countries = [...new Set((await listEntities(tx)).map((entity) => entity.country))].sort();
  const holding: PolicyDecision[] = [];
  for (const country of countries) {
    const found = await findPolicy(tx, country, dayOf(now));
    holding.push(found === undefined ? undecided(country) : { ...show(found), country });
  }
  return { holding, decisions: (await listPolicies(tx)).map(show) };
}

/** Days after which an unused permission sleeps, in the country of each legal entity. */
export async function dormantDaysIn(
  tx: Tx,
  entities: ReadonlyMap<string, EntityRow>,
  now: Date,
): Promise<(entityId: string) => number> {
  const days = new Map<string, number>();
  for (const country of new Set([...entities.values()].map((entity) => entity.country)))
    days.set(country, (await findPolicy(tx, country, dayOf(now)))?.dormantDays ?? ownPolicy.dormantDays);
  return (id) => days.get(entities.get(id)?.country ?? "") ?? ownPolicy.dormantDays;
}
