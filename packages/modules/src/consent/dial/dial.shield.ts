// The dial at the shield: asked in the transaction that would store the events, about all of them at once.
import type { Channel } from "@somlos/contract/rooms/events";
import type { Tx } from "@somlos/kernel/db";
import type { Asking, Carried, Shield, Verdict } from "../../events/index.ts";
import { type Bearing, findHeld, findWatched } from "../../identity/index.ts";
import {
  actsFor,
  actsHeldBy,
  channelsFor,
  type DialAct,
  judge,
  kindsCounted,
  tellsPresence,
} from "./dial.rules.ts";
import { listActs, type Stay, saveStays } from "./dial.store.ts";
import type { DialView } from "./dial.view.ts";
import { type ActThere, type Elsewhere, namedIn, othersOf, saidToEach } from "./elsewhere.rules.ts";

/** By the dials of people; presence is kept of those only who chose it (REC-11). */
export function dialShield(view: DialView, elsewhere: Elsewhere): Shield {
  return {
    minds: ({ channel, name }) =>
      tellsPresence(name) || channelsFor(channel).some((one) => view.isRestricted(one)),
    hush: (tx, carried, how) => hushByDial(tx, carried, elsewhere, how),
  };
}

/** What an event is asked by in one circle; `own`: what each name there is called in the event's own circle. */
type Asked = Bearing & {
  readonly event: number;
  readonly circle: number;
  readonly own: ReadonlyMap<string, string>;
};

const circleOf = ({ ids }: Carried): number => ids[0]?.circle ?? 0;

const bearingOf = ({ ids, tied, login, device, at }: Carried): Bearing => ({
  ids: [...ids, ...tied].map(({ fp }) => fp),
  device: login === undefined ? device?.fp : undefined,
  at,
});

/** The same events as the other circles name them in which their legal entities were spoken to; mostly there is none. */
async function askedElsewhere(
  tx: Tx,
  carried: readonly Carried[],
  elsewhere: Elsewhere,
): Promise<readonly Asked[]> {
  const some = carried.flatMap((one, event) => {
    const circles = othersOf(elsewhere.company, circleOf(one));
    return circles.length === 0 ? [] : [{ one, event, circles }];
  });
  if (some.length === 0) return [];
  const held = Map.groupBy(
    await findHeld(
      tx,
      some.map(({ one }) => bearingOf(one)),
    ),
    ({ i }) => i,
  );
  return some.flatMap(({ one, event, circles }, i) => {
    const values = [...one.ids, ...one.tied, ...(held.get(i) ?? [])];
    // A device that this circle knows somebody by is theirs now, whoever had it elsewhere.
    const device = one.login === undefined && !held.has(i) ? one.device : undefined;
    return circles.map((circle) => {
      const own = new Map(
        values.flatMap((value) => {
          const [there, here] = [namedIn(elsewhere, value, circle), namedIn(elsewhere, value, circleOf(one))];
          return there === undefined || here === undefined ? [] : [[there, here] as const];
        }),
      );
      return {
        ...{ event, circle, own, at: one.at, ids: [...own.keys()] },
        device: device === undefined ? undefined : namedIn(elsewhere, device, circle),
      };
    });
  });
}

export async function hushByDial(
  tx: Tx,
  carried: readonly Carried[],
  elsewhere: Elsewhere,
  how?: Asking,
): Promise<Map<number, Verdict>> {
  const asked: readonly Asked[] = [
    ...carried.map((one, event) => ({
      ...bearingOf(one),
      ...{ event, circle: circleOf(one), own: new Map<string, string>() },
    })),
    ...(await askedElsewhere(tx, carried, elsewhere)),
  ];
  const watched = (await findWatched(tx, asked)).flatMap(({ i, fp }) => {
    const of = asked[i];
    return of === undefined ? [] : [{ event: of.event, circle: of.circle, fp, own: of.own.get(fp) ?? fp }];
  });
  const names = Map.groupBy(watched, ({ event }) => event);
  const channels = new Set([...names.keys()].flatMap((i) => channelsOf(carried[i]).flatMap(channelsFor)));
  const acts = await listActs(tx, [...new Set(watched.map(({ fp }) => fp))], [...channels]);
  const byFp = Map.groupBy(acts, ({ fp }) => fp);
  const verdicts = new Map<number, Verdict>();
  const stays: Stay[] = [];
  for (const [i, event] of carried.entries()) {
    const own = names.get(i) ?? [];
    const held = new Set(own.map(({ fp }) => fp));
    const said = Map.groupBy(own, (name) => name.own)
      .values()
      .map((same) =>
        same.flatMap(({ fp, circle }) =>
          actsHeldBy(byFp.get(fp) ?? [], held).map((act): ActThere => ({ act, circle })),
        ),
      );
    const entities = elsewhere.company.saidTo(circleOf(event));
    const verdict = verdictOf(
      event,
      [...said].map((one) => saidToEach(one, entities)),
      stays,
    );
    if (verdict !== undefined) verdicts.set(i, verdict);
  }
  if (how !== "look") await saveStays(tx, stays);
  return verdicts;
}

const channelsOf = (event: Carried | undefined): readonly Channel[] => {
  if (event === undefined) return [];
  return tellsPresence(event.name) ? [...new Set<Channel>([event.channel, "device"])] : [event.channel];
};

/** What one of a person's names says, to each legal entity. */
type Said = readonly (readonly DialAct[])[];

function verdictOf(event: Carried, names: readonly Said[], stays: Stay[]): Verdict | undefined {
  const moment = {
    at: event.at,
    place: event.location?.toLowerCase(),
    kinds: kindsCounted(event.ids.map(({ kind }) => kind)),
    asked: event.asked,
  };
  const visits = new Map<string, Stay>();
  for (const channel of channelsOf(event)) {
    const said = names.map((one) => one.map((acts) => judge(actsFor(acts, channel), moment)));
    const refused = said.flat().some(({ permitted }) => permitted === false);
    const chosen = said.some((one) => one.every(({ permitted }) => permitted === true));
    const leavesNothing = channel === "device" && tellsPresence(event.name);
    if (leavesNothing && (refused || !chosen)) return "forget";
    if (refused) return "hush";
    for (const visit of said.flat().flatMap((one) => one.visits))
      visits.set(`${visit.act} ${visit.channel}`, {
        ...{ act: visit.act, channel: visit.channel, at: event.at, out: event.says === "out" },
      });
  }
  stays.push(...visits.values());
  return undefined;
}
