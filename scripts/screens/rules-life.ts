// A trial of the rules for the pictures: families who share an account, and a version by which a person has one telephone.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RuleBody, RuleRun, RuleVersion } from "@somlos/contract/rooms/identity-rules";
import type { PictureHouse } from "./house.ts";

type Rules = {
  readonly inForce: number;
  readonly versions: readonly RuleVersion[];
  readonly run: RuleRun | null;
};
const NAMES = ["Lindgren", "Sørensen", "Öhman", "Bergqvist", "Krogh", "Nyholm"];
const WAITS = 240;

const oneTelephone = (held: RuleBody): RuleBody => ({
  ...held,
  limit: { ...held.limit, phone: 1 },
  window: { ...held.window, phone: null },
});

/** Each household on one account: two telephones, the second with a club card of its own. */
const families = NAMES.flatMap((lastName, n) => {
  const [mine, yours] = [`+4673155${10 + n}21`, `+4673155${10 + n}84`];
  return [
    { type: "identify", userId: `family-${n}`, traits: { lastName, phone: mine } },
    { type: "identify", userId: `family-${n}`, traits: { phone: yours } },
    { type: "identify", traits: { phone: yours, club_card: `9752 4100 0${n}12` } },
  ];
});

/** Done when the trial has come to its end. */
export async function rulesIn(house: PictureHouse): Promise<void> {
  await house.send(families);
  const { inForce, versions } = await house.ask<Rules>("/api/identity/rules");
  const held = versions.find(({ number }) => number === inForce);
  if (held === undefined) throw new Error("no rules are in force");
  const why = "Families share an account: one telephone for each of them";
  const wish = { actId: randomUUID(), why, body: oneTelephone(held.body) };
  const { number } = await house.ask<RuleVersion>("/api/identity/rules", wish);
  await house.ask(`/api/identity/rules/${number}/try`, {});
  for (let i = 0; i < WAITS; i++, await sleep(500))
    if ((await house.ask<Rules>("/api/identity/rules")).run?.state === "done") return;
  throw new Error("the trial of the rules did not end");
}
