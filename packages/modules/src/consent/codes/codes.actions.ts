// The word from a number or a device, to which we send nothing ourselves: a code goes out and comes back by the retailer's gateway.
import { randomInt } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { hmac, uuid7, uuidOf } from "@somlos/kernel/ids";
import type { ConsentHouse } from "../consent.house.ts";
import { holdToWrite } from "../ledger/heads.store.ts";
import { confirm, writeEntries } from "../ledger/ledger.actions.ts";
import { linesOf } from "../ledger/noes.rules.ts";
import { type Carrier, nothingKnown, planNo } from "../ledger/plan.rules.ts";
import { CONFIRM_DAYS } from "../links/tokens.rules.ts";
import { readEntities } from "../say/entities.actions.ts";
import { nameTo } from "../say/told.rules.ts";
import { type Answered, CODE_HOURS, MOST_CODES_A_DAY, matchCodes, readReply } from "./codes.rules.ts";
import {
  countCodes,
  deleteOldCodes,
  findWaiting,
  insertCode,
  listOpenCodes,
  saveTries,
  saveUsed,
} from "./codes.store.ts";

type CodeHouse = Pick<ConsentHouse, "naming" | "noes" | "access">;
export type Whose = {
  readonly identifier: { readonly kind: "phone" | "device"; readonly value: string };
  /** Id or code. */
  readonly entity: string;
};
export type Answer = Whose & {
  readonly code?: string | undefined;
  readonly reply?: string | undefined;
  readonly message: string;
  /** Whose gateway it is. */
  readonly source: string;
};
type Said = { readonly said: "yes" | "no"; readonly entries: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
const hashOf = (house: CodeHouse, { act, fp }: { act: string; fp: string }, code: string): string =>
  uuidOf(hmac(house.access.secret, `consent code ${act} ${fp} ${code}`));

async function whose(tx: Tx, house: CodeHouse, { identifier, entity }: Whose) {
  const entities = await readEntities(tx);
  const entityId = entities.idOf(entity);
  if (entityId === undefined) throw new Refusal("company.entity_unknown");
  const named = nameTo(house.naming, entities, entityId, [identifier]);
  if (named === undefined) throw new Refusal("consent.identifier_bad");
  return { entityId, carriers: named, fps: named.map(({ fp }) => fp) };
}

export async function askByCode(work: Work, house: CodeHouse, wish: Whose & { readonly purpose: string }) {
  const { tx, now } = work;
  const { entityId, fps } = await whose(tx, house, wish);
  await holdToWrite(tx, fps);
  const of = { fps, purpose: wish.purpose, entityId };
  const found = await findWaiting(tx, of, before(now, CONFIRM_DAYS * DAY_MS));
  if (found === undefined) throw new Refusal("consent.nothing_waits");
  if ((await countCodes(tx, fps, before(now, DAY_MS))) >= MOST_CODES_A_DAY)
    throw new Refusal("consent.codes_enough");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const { act, fp, text, language } = found;
  const until = new Date(now.getTime() + CODE_HOURS * HOUR_MS);
  const hashed = hashOf(house, found, code);
  await insertCode(tx, { id: uuid7(now.getTime()), act, fp, code: hashed, entityId, at: now, until });
  return { code, until: until.toISOString(), text, language };
}

/** A wrong code is counted: what is refused is returned, so that the work stands. */
export async function answerCode(work: Work, house: CodeHouse, answer: Answer): Promise<Said | Refusal> {
  const { entityId, carriers, fps } = await whose(work.tx, house, answer);
  const told: Answered =
    answer.reply === undefined ? { code: answer.code?.replace(/\D/g, "") ?? "" } : readReply(answer.reply);
  if (told === undefined) return new Refusal("consent.reply_unread");
  if ("word" in told && told.word === "no") return sayNo(work, house, answer, { entityId, carriers });
  await holdToWrite(work.tx, fps);
  const by = uuidOf(hmac(house.access.secret, `consent answer ${answer.source}\0${answer.message}`));
  const open = await listOpenCodes(work.tx, fps, entityId, work.now);
  const matched = matchCodes(open, {
    by,
    ...("code" in told ? { hashOf: (one) => hashOf(house, one, told.code) } : {}),
  });
  if ("refused" in matched) {
    await saveTries(work.tx, matched.tried);
    return new Refusal(matched.refused);
  }
  const codes = matched.codes;
  await saveUsed(
    work.tx,
    codes.map(({ id }) => id),
    by,
  );
  let entries = 0;
  const how = answer.reply === undefined ? "code" : "reply";
  const evidence = { ...nothingKnown, collectedBy: answer.source, how };
  for (const { act, fp } of new Map(codes.map((one) => [`${one.act} ${one.fp}`, one])).values()) {
    const actId = uuidOf(hmac(house.access.secret, `consent confirms ${act} ${fp}`));
    const wish = { actId, confirms: act, fp, evidence, cause: answer.message };
    entries += (await confirm(work, wish)).entries;
  }
  return { said: "yes", entries };
}

/** Of all that this legal entity may do where it was answered. */
async function sayNo(
  work: Work,
  house: CodeHouse,
  { identifier, message, source }: Answer,
  of: { readonly entityId: string; readonly carriers: readonly Carrier[] },
): Promise<Said> {
  const actId = uuidOf(hmac(house.access.secret, `consent reply ${source}\0${message}`));
  const channel = identifier.kind === "phone" ? "sms" : "push";
  const what = { ...of, actId, purpose: null, channel, at: work.now, imported: false } as const;
  const planned = planNo({ ...what, cause: message, collectedBy: source }, work.now);
  const { entries } = await writeEntries(work, planned);
  await house.noes.append(linesOf(planned));
  return { said: "no", entries };
}

const KEPT_DAYS = 7;
const AT_ONCE = 10_000;
export const pruneCodes = (db: Database): Promise<number> =>
  db.work({ kind: "system", id: "consent" }, ({ tx, now }) =>
    deleteOldCodes(tx, before(now, KEPT_DAYS * DAY_MS), AT_ONCE),
  );
