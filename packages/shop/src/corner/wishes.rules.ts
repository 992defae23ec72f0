// What the pane of wishes works out. Pure.
import type { Wish, WishesAnswer } from "@somlos/contract/rooms/wishes";

/** What a change says, without the id of its act. */
export type Said = Omit<Wish, "actId">;

const hoursBefore = ({ hours }: WishesAnswer): Said => {
  const [one] = hours;
  if (one === undefined) return { hours: null };
  const { zone, ...span } = one;
  return { hours: span, zone };
};

/** What brings back what held before a change; undefined where that were several at once, which no single change says. */
export function undoOf(before: WishesAnswer, said: Said): Said | undefined {
  if (said.hours !== undefined && before.hours.length > 1) return undefined;
  const most = said.most?.map(({ channel }) => ({
    channel,
    held: before.most.filter((limit) => limit.channel === channel),
  }));
  if (most?.some(({ held }) => held.length > 1) === true) return undefined;
  const stances = new Map(before.topics.map(({ code, stance }) => [code, stance]));
  const words = new Map(before.words.map(({ word, stance }) => [word, stance]));
  return {
    ...(said.hours === undefined ? {} : hoursBefore(before)),
    ...(said.pausedUntil === undefined ? {} : { pausedUntil: before.pausedUntil }),
    ...(most === undefined
      ? {}
      : { most: most.map(({ channel, held: [one] }) => ({ channel, limit: limitOf(one) })) }),
    ...(said.topics === undefined
      ? {}
      : {
          topics: Object.fromEntries(
            Object.keys(said.topics).map((code) => [code, stances.get(code) ?? null]),
          ),
        }),
    ...(said.words === undefined
      ? {}
      : { words: said.words.map(({ word }) => ({ word, stance: words.get(word) ?? null })) }),
  };
}

type Limit = NonNullable<NonNullable<Wish["most"]>[number]["limit"]>;
const limitOf = (one: Limit | undefined): Limit | null =>
  one === undefined ? null : { times: one.times, per: one.per };

/** What can be chosen; anything else that holds is offered beside it. */
export const limits = [
  { times: 1, per: "week" },
  { times: 2, per: "week" },
  { times: 3, per: "week" },
  { times: 7, per: "week" },
  { times: 1, per: "month" },
  { times: 2, per: "month" },
] as const satisfies readonly Limit[];
export const keyOf = ({ times, per }: Limit): string => `${times} ${per}`;
export function limitIn(key: string): Limit | null {
  const [times, per] = key.split(" ");
  return per === "week" || per === "month" ? { times: Number(times), per } : null;
}

/** The place that a time zone is named after. */
export const placeOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
export const wordOf = (text: string): string => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("sv");

/** What each part of the pane gets. */
export type SayProps = {
  readonly wishes: WishesAnswer;
  readonly busy: boolean;
  readonly say: (said: Said) => void;
};
