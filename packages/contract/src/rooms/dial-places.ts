// What a person turns at once on the dial: channels that are one place to them. The same for the person's corner, for
// colleagues, and where an event is judged.
import { type DialAnswer, type DialLevel, dialLevels } from "./dial.ts";
import type { Channel } from "./events.ts";

export const dialPlaces = {
  store: ["store", "till", "tablet", "kiosk"],
  web: ["web", "social"],
  app: ["app", "push"],
  mail: ["mail", "sms", "letter"],
  desk: ["desk", "call"],
  device: ["device"],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;
export type DialPlace = keyof typeof dialPlaces;
export const dialPlaceNames = Object.keys(dialPlaces) as readonly DialPlace[];

export type DialStanding = DialAnswer["channels"][Channel];

/** How a place stands: as the strictest of its channels, since that one is what the person may rely on. */
export function standingOf(dial: DialAnswer, place: DialPlace): DialStanding {
  const strictness = (level: DialLevel): number => dialLevels.indexOf(level);
  const all = dialPlaces[place].flatMap((channel) => dial.channels[channel] ?? []);
  const [strictest] = all.toSorted((a, b) => strictness(a.level) - strictness(b.level));
  return strictest ?? { level: "always", kinds: null, since: null, until: null };
}
