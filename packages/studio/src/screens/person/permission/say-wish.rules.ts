// What a colleague wrote down of a person's wishes, as it is said to the server: only what is changed. Pure.
import type { ContactChannel, Stance, Wish } from "@somlos/contract/rooms/wishes";

export const SAME = "same";
export const NONE = "none";
/** Hours that the person says themselves. */
export const OWN = "own";
export const ALL = "all";
const DAY_MS = 86_400_000;
export const week = [1, 2, 3, 4, 5, 6, 7] as const;
export const night = { from: "21:00", to: "08:00", days: week };

export type Span = { readonly from: string; readonly to: string; readonly days: readonly number[] };
export type Draft = {
  readonly pause: string;
  readonly hours: string;
  readonly span: Span;
  readonly most: string;
  readonly channel: ContactChannel | typeof ALL;
  readonly word: string;
  readonly stance: "chosen" | "declined" | "none";
};
export const nothing: Draft = {
  ...{ pause: SAME, hours: SAME, span: night, most: SAME, channel: ALL, word: "", stance: "chosen" },
};
export type Stances = Readonly<Record<string, string>>;

export const limitOf = (chosen: string) => {
  const [times, per] = chosen.split(" ");
  return per === "week" || per === "month" ? ({ times: Number(times), per } as const) : null;
};
const stanceOf = (chosen: string): Stance | null =>
  chosen === "chosen" || chosen === "declined" ? chosen : null;

const isSpan = ({ from, to, days }: Span): boolean =>
  from !== "" && to !== "" && from !== to && days.length > 0;

function hoursOf({ hours, span }: Draft): Pick<Wish, "hours"> {
  if (hours === SAME) return {};
  if (hours === NONE) return { hours: null };
  const { from, to, days } = hours === OWN ? span : night;
  return { hours: { from, to, days: [...days] } };
}

const endOf = (pause: string, now: Date): string | null =>
  pause === NONE ? null : new Date(now.getTime() + Number(pause) * DAY_MS).toISOString();

/** What is changed, or undefined when nothing is, or something is only half said. */
export function saidOf(draft: Draft, stances: Stances, now: Date): Omit<Wish, "actId"> | undefined {
  const { pause, most, channel } = draft;
  if (draft.hours === OWN && !isSpan(draft.span)) return undefined;
  const topics = Object.entries(stances).filter(([, chosen]) => chosen !== SAME);
  const word = draft.word.trim();
  const said = {
    ...(pause !== SAME && { pausedUntil: endOf(pause, now) }),
    ...hoursOf(draft),
    ...(most !== SAME && { most: [{ channel: channel === ALL ? null : channel, limit: limitOf(most) }] }),
    ...(topics.length > 0 && {
      topics: Object.fromEntries(topics.map(([code, chosen]) => [code, stanceOf(chosen)])),
    }),
    ...(word !== "" && { words: [{ word, stance: stanceOf(draft.stance) }] }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}
