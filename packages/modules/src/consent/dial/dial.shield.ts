// The dial at the shield: asked in the transaction that would store the events, about all of them at once.
import type { Channel } from "@somlos/contract/rooms/events";
import type { Tx } from "@somlos/kernel/db";
import type { Carried, Shield, Verdict } from "../../events/index.ts";
import { findWatched } from "../../identity/index.ts";
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

/** By the dials of people; presence is kept of those only who chose it (REC-11). */
export function dialShield(view: DialView): Shield {
  return {
    minds: ({ channel, name }) =>
      tellsPresence(name) || channelsFor(channel).some((one) => view.isRestricted(one)),
    hush: hushByDial,
  };
}

type Acts = (fp: string) => readonly DialAct[];

export async function hushByDial(tx: Tx, carried: readonly Carried[]): Promise<Map<number, Verdict>> {
  const watched = await findWatched(
    tx,
    carried.map(({ ids, tied, login, device, at }) => ({
      ids: [...ids, ...tied].map(({ fp }) => fp),
      device: login === undefined ? device?.fp : undefined,
      at,
    })),
  );
  const own = Map.groupBy(watched, ({ i }) => i);
  const channels = new Set([...own.keys()].flatMap((i) => channelsOf(carried[i]).flatMap(channelsFor)));
  const acts = await listActs(tx, [...new Set(watched.map(({ fp }) => fp))], [...channels]);
  const byFp = Map.groupBy(acts, ({ fp }) => fp);
  const actsOf: Acts = (fp) => byFp.get(fp) ?? [];
  const verdicts = new Map<number, Verdict>();
  const stays: Stay[] = [];
  for (const [i, event] of carried.entries()) {
    const fps = (own.get(i) ?? []).map(({ fp }) => fp);
    const verdict = verdictOf(event, fps, actsOf, stays);
    if (verdict !== undefined) verdicts.set(i, verdict);
  }
  await saveStays(tx, stays);
  return verdicts;
}

const channelsOf = (event: Carried | undefined): readonly Channel[] => {
  if (event === undefined) return [];
  return tellsPresence(event.name) ? [...new Set<Channel>([event.channel, "device"])] : [event.channel];
};

function verdictOf(event: Carried, fps: readonly string[], actsOf: Acts, stays: Stay[]): Verdict | undefined {
  const moment = {
    at: event.at,
    place: event.location?.toLowerCase(),
    kinds: kindsCounted(event.ids.map(({ kind }) => kind)),
    asked: event.asked,
  };
  const visits: Stay[] = [];
  const held = new Set(fps);
  for (const channel of channelsOf(event)) {
    const said = fps.map((fp) => judge(actsFor(actsHeldBy(actsOf(fp), held), channel), moment));
    const refused = said.some(({ permitted }) => permitted === false);
    const chosen = said.some(({ permitted }) => permitted === true);
    const leavesNothing = channel === "device" && tellsPresence(event.name);
    if (leavesNothing && (refused || !chosen)) return "forget";
    if (refused) return "hush";
    for (const visit of said.flatMap((one) => one.visits))
      visits.push({ act: visit.act, channel: visit.channel, at: event.at, out: event.says === "out" });
  }
  stays.push(...visits);
  return undefined;
}
