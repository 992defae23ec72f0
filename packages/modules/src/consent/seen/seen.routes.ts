// Doors to the recognition log, to who looked and why, and to how many are recognised.
import { Refusal } from "@somlos/contract";
import { channels } from "@somlos/contract/rooms/events";
import * as words from "@somlos/contract/rooms/seen";
import { type Door, handle } from "@somlos/kernel/http";
import { channelAt, listHushCounts } from "../../events/index.ts";
import { findSelf, listGivenIds, listStreams, listStreamsOf, loadPerson } from "../../identity/index.ts";
import { refuseWideSpan } from "../day-span.rules.ts";
import type { DialHouse } from "../dial/dial.routes.ts";
import { companyDay, lookRules, readSeen } from "./look.actions.ts";
import { saveLookRules } from "./look.store.ts";
import { countRecognition } from "./seen.actions.ts";
import { type Counted, listCounts } from "./seen.store.ts";

const LATER = new Date("9999-12-31T00:00:00Z");

const pageOf = ({ limit, before }: { limit: number; before?: string | undefined }) => ({
  limit,
  before: before === undefined ? LATER : new Date(before),
});

/** What came by now is counted before it is read: whoever just rang off sees the call. */
const upToNow = (house: DialHouse) => countRecognition(house).catch(() => false);

async function recognition(house: DialHouse, { from, to }: { from: string; to: string }) {
  refuseWideSpan(from, to);
  await upToNow(house);
  const { counts, hushed } = await house.db.snapshot(async (tx) => ({
    counts: await listCounts(tx, from, to),
    hushed: await listHushCounts(tx, from, to),
  }));
  const rows = new Map<string, Counted & { readonly hushed: number }>();
  for (const one of counts) rows.set(`${one.day} ${one.channel}`, { ...one, hushed: 0 });
  for (const { day, channel: place, count } of hushed) {
    const channel = channelAt(place);
    const nothing = { day, channel, recognised: 0, unknown: 0, told: 0 };
    rows.set(`${day} ${channel}`, { ...(rows.get(`${day} ${channel}`) ?? nothing), hushed: count });
  }
  const order = (a: Counted, b: Counted) =>
    a.day.localeCompare(b.day) || channels.indexOf(a.channel) - channels.indexOf(b.channel);
  return { items: [...rows.values()].sort(order).map((row) => ({ ...row, rate: rateOf(row) })) };
}

/** Of all in which somebody met us: an event kept without a person is one that was not recognised. */
function rateOf(row: { recognised: number; unknown: number; hushed: number }): number | null {
  const all = row.recognised + row.unknown + row.hushed;
  return all === 0 ? null : row.recognised / all;
}

const ofStaff = [
  handle(words.readSeen, async (house: DialHouse, { params, query }) => {
    await upToNow(house);
    return house.db.snapshot(async (tx) => {
      const person = await loadPerson(tx, params.id);
      if (person === undefined) throw new Refusal("people.unknown");
      const parts = await listStreams(tx, [person.id]);
      const personIds = [person.id, ...person.formerIds];
      return readSeen(tx, house.company, { parts, personIds }, pageOf(query));
    });
  }),
  handle(words.giveReason, (house: DialHouse, { params, body, caller, ip }) => {
    if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
    return house.db.work({ kind: "staff", id: caller.staffId }, async (work) => {
      const act = {
        who: caller.staffId,
        what: words.giveReason.id,
        personId: params.id,
        reason: body.reason,
        ip,
      };
      await house.audit.note(work, act);
      return { until: (await companyDay(work.tx, work.now)).to.toISOString() };
    });
  }),
  handle(words.giveGeneralReason, (house: DialHouse, { body, caller, ip }) => {
    if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
    return house.db.work({ kind: "staff", id: caller.staffId }, async (work) => {
      const act = { who: caller.staffId, what: words.giveGeneralReason.id, reason: body.reason, ip };
      await house.audit.note(work, act);
      return { until: (await companyDay(work.tx, work.now)).to.toISOString() };
    });
  }),
  handle(words.readLookRules, (house: DialHouse) => house.db.read((tx) => lookRules(tx))),
  handle(words.changeLookRules, (house: DialHouse, { body, caller, ip }) => {
    if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
    return house.db.work({ kind: "staff", id: caller.staffId }, async (work) => {
      await saveLookRules(work.tx, body);
      await house.audit.note(work, { who: caller.staffId, what: words.changeLookRules.id, ip });
      return body;
    });
  }),
  handle(words.readRecognition, (house: DialHouse, { query }) => recognition(house, query)),
] as const;

const ofPerson = handle(words.readMySeen, async (house: DialHouse, { query, caller }) => {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  await upToNow(house);
  return house.db.snapshot(async (tx) => {
    const { nodes } = await findSelf(tx, caller.fp);
    const parts = await listStreamsOf(tx, nodes);
    const personIds = await listGivenIds(tx, caller.fp);
    return readSeen(tx, house.company, { parts, personIds }, pageOf(query));
  });
});

export const seenDoors: readonly Door<DialHouse>[] = [...ofStaff, ofPerson];
