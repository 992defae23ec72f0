// Doors to the dial: for staff who set it as the person says, for the retailer's own systems, and for the till.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/dial";
import type { Channel } from "@somlos/contract/rooms/events";
import { machineNow } from "@somlos/kernel/clock";
import type { Actor, Tx, Work } from "@somlos/kernel/db";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import type { AuditBook } from "../../access/index.ts";
import { type CompanyHouse, demandReach } from "../../company/index.ts";
import { inCountry, listAllSources, type Naming } from "../../events/index.ts";
import { findSelf, loadPerson } from "../../identity/index.ts";
import { type Bearer, bearerOf } from "../ledger/bearers.rules.ts";
import { bearersOf } from "../use/may-use.actions.ts";
import { bearersBehind, placeIn, readDial, recogniseOnce, refuseLaxer, setDial } from "./dial.actions.ts";
import type { NewAct } from "./dial.store.ts";
import type { DialView } from "./dial.view.ts";

export type DialHouse = Omit<CompanyHouse, "audit"> & {
  readonly naming: Naming;
  readonly dial: DialView;
  readonly audit: Pick<AuditBook, "note">;
};

type Wish = {
  readonly channels: Readonly<Partial<Record<Channel, words.DialSetting>>>;
  readonly saidIn: Channel;
  readonly location?: string | undefined;
};

const byOf = (caller: Caller): NewAct["by"] => {
  if (caller.kind === "staff") return { kind: "staff", id: caller.staffId };
  if (caller.kind === "key") return { kind: "system", id: String(caller.sourceId) };
  if (caller.kind === "person") return { kind: "person", id: caller.sessionId };
  throw new Refusal("door.not_signed_in");
};
const actorOf = (caller: Caller): Actor => {
  const { kind, id } = byOf(caller);
  return { kind: kind === "system" ? "key" : kind, id };
};

/** Writes it, makes this process's picture new, and answers with what holds now. */
async function change(
  house: DialHouse,
  caller: Caller,
  wish: Wish,
  held: (work: Work) => Promise<readonly Bearer[]>,
): Promise<words.DialAnswer> {
  const place = wish.location === undefined ? undefined : placeIn(house.company, wish.location);
  const answer = await house.db.work(actorOf(caller), async (work) => {
    const bearers = await held(work);
    const said = { by: byOf(caller), saidBy: caller.kind === "person" ? caller.fp : undefined };
    await setDial(work, { bearers, channels: wish.channels, saidIn: wish.saidIn, place, ...said });
    return readDial(work.tx, house.company, bearers, work.now);
  });
  await house.dial.refresh().catch(() => undefined); // away for a moment: the view's own clock mends it
  return answer;
}

async function heldBy({ naming }: DialHouse, tx: Tx, id: string): Promise<readonly Bearer[]> {
  if ((await loadPerson(tx, id)) === undefined) throw new Refusal("people.unknown");
  return bearersOf(tx, naming, id);
}

/** What is proven to be the person's own; the login that they came with where nothing was told of it yet. */
async function heldByMyself({ naming }: DialHouse, tx: Tx, caller: Caller): Promise<readonly Bearer[]> {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  const { identifiers } = await findSelf(tx, caller.fp);
  const held = identifiers.flatMap((one) => bearerOf(naming, one) ?? []);
  return held.length > 0 ? held : [{ kind: "login", fp: caller.fp }];
}

/** Code of the legal entity that a system speaks for: its source's. */
async function entityOf(tx: Tx, caller: Caller): Promise<string | undefined> {
  if (caller.kind !== "key") return undefined;
  return (await listAllSources(tx)).find(({ id }) => id === caller.sourceId)?.legal_entity ?? undefined;
}

type ByKey = Wish & {
  readonly identifier: { readonly kind: string; readonly value: string };
  readonly legalEntity?: string | undefined;
};

/** What is held by whoever a system means, at each legal entity that the word is said to. */
async function heldByKey(
  { naming, company }: DialHouse,
  { tx, now }: Work,
  caller: Caller,
  wish: ByKey,
): Promise<readonly Bearer[]> {
  const ofPlace = wish.location === undefined ? undefined : placeIn(company, wish.location).entityCode;
  const entity = wish.legalEntity ?? (await entityOf(tx, caller)) ?? ofPlace;
  const circles = company.circlesFor(entity);
  if (circles === undefined) throw new Refusal("company.entity_unknown");
  const own = entity === undefined ? naming : inCountry(naming, company.countryAt(entity, wish.location));
  const held: (readonly Bearer[])[] = [];
  for (const circle of circles) held.push(await bearersBehind(tx, own, circle, wish.identifier));
  if (entity === undefined) await refuseLaxer(tx, held, wish.channels, now);
  return held.flat();
}

type Once = { readonly identifier: { kind: string; value: string }; channel: Channel; location: string };

async function once(house: DialHouse, caller: Caller, ip: string, wish: Once): Promise<{ until: string }> {
  const place = placeIn(house.company, wish.location);
  return house.db.work(actorOf(caller), async (work) => {
    if (caller.kind === "staff") {
      const where = { entityId: place.entityId, id: place.id };
      demandReach(await house.reachOf(work.tx, caller.staffId), "dial.once", where);
      await house.audit.note(work, { who: caller.staffId, what: words.dialOnce.id, object: place.id, ip });
    }
    const circle = house.company.circleOf(await entityOf(work.tx, caller), wish.location) ?? 0;
    const own = inCountry(house.naming, place.country);
    const bearers = await bearersBehind(work.tx, own, circle, wish.identifier);
    const until = await recogniseOnce(work, { bearers, channel: wish.channel, place, by: byOf(caller) });
    return { until: until.toISOString() };
  });
}

export const dialDoors: readonly Door<DialHouse>[] = [
  handle(words.readDial, (house: DialHouse, { params }) =>
    house.db.snapshot(async (tx) =>
      readDial(tx, house.company, await heldBy(house, tx, params.id), new Date(machineNow())),
    ),
  ),
  handle(words.setDial, (house: DialHouse, { params, body, caller }) =>
    change(house, caller, body, ({ tx }) => heldBy(house, tx, params.id)),
  ),
  handle(words.setDialByKey, (house: DialHouse, { body, caller }) =>
    change(house, caller, body, (work) => heldByKey(house, work, caller, body)),
  ),
  handle(words.readMyDial, (house: DialHouse, { caller }) =>
    house.db.snapshot(async (tx) =>
      readDial(tx, house.company, await heldByMyself(house, tx, caller), new Date(machineNow())),
    ),
  ),
  handle(words.setMyDial, (house: DialHouse, { body, caller }) =>
    change(house, caller, body, ({ tx }) => heldByMyself(house, tx, caller)),
  ),
  handle(words.dialOnce, (house: DialHouse, { body, caller, ip }) => once(house, caller, ip, body)),
  handle(words.dialOnceByKey, (house: DialHouse, { body, caller, ip }) => once(house, caller, ip, body)),
];
