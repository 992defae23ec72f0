// Who looked: what a person reads of it, and the reason that some roles give once a day.
import type { LookRules, SeenAnswer, SeenLine } from "@somlos/contract/rooms/seen";
import type { Database, Tx } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { dateAt, dayOf } from "@somlos/rules/calendar";
import { hasReasoned, hasReasonedAtAll, type Look, listLooks } from "../../access/index.ts";
import { type CompanyView, listEntities } from "../../company/index.ts";
import type { Parts } from "../../events/index.ts";
import { loadPerson } from "../../identity/index.ts";
import { cutPage, ownLookRules, signOf } from "./look.rules.ts";
import { findLookRules } from "./look.store.ts";
import type { Line } from "./seen.rules.ts";
import { listLinesOf } from "./seen.store.ts";

const ZONE = "Europe/Stockholm";

export const lookRules = async (tx: Tx): Promise<LookRules> => (await findLookRules(tx)) ?? ownLookRules;

/** The calendar day of the company. */
export async function companyDay(tx: Tx, now: Date): Promise<{ from: Date; to: Date }> {
  const zone = (await listEntities(tx))[0]?.timeZone ?? ZONE;
  return dayOf(dateAt(now, zone), zone);
}

/**
 * Whether a colleague has to say first why they open somebody, or, of nobody, why they go through people: lists, and doors
 * that name people without opening one. The installation's token and its systems do not.
 */
export async function lacksReason(
  db: Database,
  caller: Caller,
  personId: string | undefined,
): Promise<boolean> {
  if (caller.kind !== "staff" || caller.by !== "session") return false;
  return db.read(async (tx, now) => {
    const { reasonRoles } = await lookRules(tx);
    if (!reasonRoles.includes(caller.role)) return false;
    const { from } = await companyDay(tx, now);
    return personId === undefined
      ? !(await hasReasonedAtAll(tx, caller.staffId, from))
      : !(await hasReasoned(tx, personId, caller.staffId, from));
  });
}

/** Of the ids that a question names, those of people whom a colleague has not said a reason for today; of none: of nobody. */
export async function findReasonless(
  db: Database,
  caller: Caller,
  ids: readonly string[],
): Promise<{ readonly personId: string | undefined } | undefined> {
  const people = await db.read(async (tx) => {
    const found: string[] = [];
    for (const id of ids) if ((await loadPerson(tx, id)) !== undefined) found.push(id);
    return found;
  });
  const asked: (string | undefined)[] = people.length === 0 ? [undefined] : people;
  for (const personId of asked) if (await lacksReason(db, caller, personId)) return { personId };
  return undefined;
}

/** A page of the recognition log of somebody: their streams, and the ids that they went by. */
export async function readSeen(
  tx: Tx,
  company: CompanyView,
  whose: { readonly parts: Parts; readonly personIds: readonly string[] },
  page: { readonly limit: number; readonly before: Date },
): Promise<SeenAnswer> {
  const { showNames } = await lookRules(tx);
  const lines = await listLinesOf(tx, whose.parts, page.before, page.limit + 1);
  const looks = await listLooks(tx, whose.personIds, page.before, page.limit + 1);
  const all = [
    ...lines.map(showLine),
    ...looks.map((look) => showLook(look, company, showNames, whose.personIds)),
  ];
  return cutPage(all, page.limit);
}

const nothing = {
  channel: null,
  location: null,
  by: null,
  function: null,
  colleague: null,
  name: null,
  reason: null,
  what: null,
};

const showLine = (line: Line): SeenLine => ({
  ...nothing,
  kind: line.signIn ? "signed_in" : "met",
  at: line.beganAt.toISOString(),
  until: line.lastAt.toISOString(),
  channel: line.channel,
  location: line.place === "" ? null : line.place,
  by: line.byKind,
  function: line.function as SeenLine["function"],
});

const showLook = (
  look: Look,
  company: CompanyView,
  showNames: boolean,
  personIds: readonly string[],
): SeenLine => ({
  ...nothing,
  kind: "opened",
  at: look.at.toISOString(),
  until: null,
  location: (look.locationId === null ? undefined : company.placeById(look.locationId)?.code) ?? null,
  function: look.function ?? "system",
  colleague: look.function === null ? null : signOf(look.who, personIds),
  name: showNames ? look.name : null,
  reason: look.reason,
  what: look.what,
});
