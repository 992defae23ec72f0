// What the timeline tells beyond its rows: days, changes of channel, what was begun and not finished.
import type { Channel, TimelineItem } from "@somlos/contract/rooms/events";
import { daysBetween } from "@somlos/look/format";
import { plainName } from "../sentences/told.ts";
import type { Knot } from "./weave.ts";

/**
 * What was said once of several addresses or purposes is one act: one line, which carries all of it. Each was written down at the
 * same moment, under the same name.
 */
export function actsOf(items: readonly TimelineItem[]): TimelineItem[] {
  const acts: TimelineItem[] = [];
  for (const group of Map.groupBy(items, actOf).values()) {
    const [first, ...more] = group;
    if (first === undefined) continue;
    const all = { said: group.map(({ properties }) => properties) };
    acts.push(more.length === 0 ? first : { ...first, properties: all });
  }
  return acts;
}

const actOf = ({ messageId, type, name, at, channel }: TimelineItem): string =>
  type === "own" && name.startsWith("permission.") ? [name, at, channel].join(" ") : messageId;

export type Day = { readonly key: string; readonly at: string; readonly items: readonly TimelineItem[] };

/** Items come newest first; a day is a day of the one who looks. */
export function byDay(items: readonly TimelineItem[]): Day[] {
  const days: { key: string; at: string; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last !== undefined && daysBetween(new Date(item.at), new Date(last.at)) === 0) last.items.push(item);
    else days.push({ key: item.at, at: item.at, items: [item] });
  }
  return days;
}

export type Seam = { readonly from: Channel; readonly seconds: number };

/** The channel changed within half an hour: she carried on somewhere else. */
export function seamOf(item: TimelineItem, older: TimelineItem | undefined): Seam | undefined {
  if (older === undefined || older.channel === item.channel) return undefined;
  const seconds = (Date.parse(item.at) - Date.parse(older.at)) / 1000;
  return seconds >= 0 && seconds <= 1800 ? { from: older.channel, seconds } : undefined;
}

const begins = new Set(["checkout_started", "begin_checkout"]);
const ends = new Set(["order_completed", "purchase", "receipt_issued"]);

/** Message ids of what was begun and never finished. Only right when nothing newer is left out. */
export function openEnds(items: readonly TimelineItem[]): Set<string> {
  const open = new Set<string>();
  for (const item of items) {
    const name = plainName(item.name);
    if (ends.has(name)) break;
    if (begins.has(name)) {
      open.add(item.messageId);
      break;
    }
  }
  return open;
}

export function knotOf(
  item: TimelineItem,
  newest: TimelineItem | undefined,
  open: ReadonlySet<string>,
): Knot {
  if (open.has(item.messageId)) return "open";
  return item === newest ? "now" : "solid";
}

/** Places named on a day, each once. */
export const placesOf = (items: readonly TimelineItem[]): string[] => [
  ...new Set(items.map((item) => item.location).filter((place): place is string => place !== null)),
];
