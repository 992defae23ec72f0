// The two figures of a day, out of one count. Pure.
import type { Headline, ReachFound } from "@somlos/contract/rooms/consent-reach";
import type { Channel } from "@somlos/contract/rooms/events";

/** Within a year: whoever was not recognised for longer is no longer known there. */
export const RECOGNISED_MS = 365 * 86_400_000;

/** Channel null: in two or more. */
export const recognisedOf = (
  counted: readonly { readonly channel: Channel | null; readonly people: number }[],
): Pick<ReachFound, "recognisable" | "recognised"> => ({
  recognisable: counted.find(({ channel }) => channel === null)?.people ?? 0,
  recognised: counted
    .flatMap(({ channel, people }) => (channel === null ? [] : [{ channel, people }]))
    .sort((a, b) => b.people - a.people || a.channel.localeCompare(b.channel)),
});

export const headlineOf = (
  { known, recognisable, reachable, recognised, items }: Omit<ReachFound, "asOf">,
  asOf: Date,
): Headline => ({
  ...{ day: asOf.toISOString().slice(0, 10), known, recognisable, reachable, recognised },
  reached: items.flatMap(({ purpose, channel, people }) => (purpose === null ? [{ channel, people }] : [])),
});
