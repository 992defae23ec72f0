// Doors through which a permission is given and taken back.
import { Refusal, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-say";
import type { Work } from "@somlos/kernel/db";
import { type Door, handle, type Knock } from "@somlos/kernel/http";
import { findEntity } from "../../company/index.ts";
import { type ConsentHouse, change, demandEntities, staffOf } from "../consent.house.ts";
import { confirmWithToken, withdrawWithToken } from "../links/links.actions.ts";
import { carriersOfPerson } from "../use/may-use.actions.ts";
import type { PermissionAct, Unwilling } from "./acts.rules.ts";
import { readEntities } from "./entities.actions.ts";
import { prepare, say } from "./say.actions.ts";
import { nameTo, type Understood, understand } from "./told.rules.ts";

type Yes = (typeof words.grantOnBehalf.body & object)["_zod"]["output"];
type SoftYes = (typeof words.softOnBehalf.body & object)["_zod"]["output"];
type No = (typeof words.withdrawOnBehalf.body & object)["_zod"]["output"];

const refuse = ({ code, missing }: Unwilling): never => {
  throw new Refusal(code, missing === undefined ? undefined : { missing });
};

/** One act of a colleague: refused aloud, and nothing is stored. */
async function sayOne(work: Work, house: ConsentHouse, act: PermissionAct) {
  const { entries, pending, refused } = await say(work, house, [act]);
  for (const one of refused.values()) refuse(one);
  return { entries, pending: pending.size > 0 };
}

function yesOnBehalf(
  house: ConsentHouse,
  { caller, body, ip }: Pick<Knock<unknown, unknown, Yes | SoftYes>, "caller" | "body" | "ip">,
  what: string,
) {
  const { identifiers, at, textHash, evidence, ...rest } = body;
  return change(house, { caller, ip }, what, async (work, grants) => {
    demandEntities(grants, "consent.record", [body.entityId]);
    const named = nameTo(house.naming, await readEntities(work.tx), body.entityId, identifiers);
    if (named === undefined) throw new Refusal("consent.identifier_bad");
    const collectedBy = `staff:${staffOf(caller).staffId}`;
    const answer = await sayOne(work, house, {
      ...{ ...rest, act: "grant", named, at: at === undefined ? work.now : new Date(at), imported: false },
      ...{ evidence: { ...evidence, textHash, collectedBy }, soft: "soft" in body ? body.soft : null },
    });
    return { answer, object: body.actId };
  });
}

async function noOnBehalf(work: Work, house: ConsentHouse, body: No, staffId: string) {
  const { actId, purpose, channel, entityId, cause = null, personId, identifiers = [] } = body;
  const named =
    personId === undefined
      ? nameTo(house.naming, await readEntities(work.tx), entityId, identifiers)
      : await carriersOfPerson(work.tx, house.naming, personId);
  if (named === undefined) throw new Refusal("consent.identifier_bad");
  if (entityId !== null && (await findEntity(work.tx, entityId)) === undefined)
    throw new Refusal("company.entity_unknown");
  const { entries } = await sayOne(work, house, {
    ...{ act: "withdraw", actId, named, purpose, channel, entityId, cause, at: work.now, imported: false },
    collectedBy: `staff:${staffId}`,
  });
  return { entries };
}

type Line = { readonly index: number; readonly code: string; readonly [more: string]: unknown };

/** Acts of another system: each is read on its own, so that one misspelt field refuses its own act only. */
async function takeAll(
  house: ConsentHouse,
  { caller, body, language }: Knock<unknown, unknown, { acts: unknown[] }>,
) {
  const source = caller.kind === "key" ? `source:${caller.sourceId}` : "";
  const { entities, now } = await house.db.read(async (tx, at) => ({
    entities: await readEntities(tx),
    now: at,
  }));
  const teller = { naming: house.naming, secret: house.access.secret, source, entities, now };
  const refused: Line[] = [];
  const good: { readonly index: number; readonly act: PermissionAct }[] = [];
  for (const [index, raw] of body.acts.entries()) {
    const read = words.toldAct.safeParse(raw);
    if (!read.success) {
      const problems = read.error.issues
        .slice(0, 5)
        .map(({ path, message }) => `${path.join(".")}: ${message}`);
      refused.push({ index, code: "door.bad_request", problems });
      continue;
    }
    const understood: Understood = understand(teller, read.data);
    if ("act" in understood) good.push({ index, act: understood.act });
    else if (understood.refused === "entity") refused.push({ index, code: "company.entity_unknown" });
    else refused.push({ index, ...understood.refused });
  }
  const acts = good.map(({ act }) => act);
  await prepare(house, acts);
  const actor = { kind: "key", id: caller.kind === "key" ? caller.keyId : "" } as const;
  const said = await house.db.work(actor, (work) => say(work, house, acts));
  for (const [place, one] of said.refused) refused.push({ index: good[place]?.index ?? place, ...one });
  return {
    ...{ success: true as const, accepted: body.acts.length - refused.length, entries: said.entries },
    refused: refused
      .sort((a, b) => a.index - b.index)
      .map((line) => ({ ...line, sentence: sentenceOf(line.code, language) })),
  };
}

const done = { success: true } as const;

export const sayDoors: readonly Door<ConsentHouse>[] = [
  handle(words.grantOnBehalf, (house: ConsentHouse, knock) =>
    yesOnBehalf(house, knock, words.grantOnBehalf.id),
  ),
  handle(words.softOnBehalf, (house: ConsentHouse, knock) =>
    yesOnBehalf(house, knock, words.softOnBehalf.id),
  ),
  handle(words.withdrawOnBehalf, (house: ConsentHouse, knock) =>
    change(house, knock, words.withdrawOnBehalf.id, async (work) => ({
      answer: await noOnBehalf(work, house, knock.body, staffOf(knock.caller).staffId),
      object: knock.body.actId,
    })),
  ),
  handle(words.takePermissions, (house: ConsentHouse, knock) => takeAll(house, knock)),
  handle(words.confirmByLink, async (house: ConsentHouse, { body }) => {
    await confirmWithToken(house, body.token);
    return done;
  }),
  handle(words.withdrawByLink, async (house: ConsentHouse, { body }) => {
    await withdrawWithToken(house, body);
    return done;
  }),
];
