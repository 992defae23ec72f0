// Where an event happened, and whether many stand there one after the other.
import type { Channel } from "@somlos/contract/rooms/events";
import type { Stand } from "../told.rules.ts";
import { isObject } from "./identifiers.rules.ts";
import { channelOf } from "./words.rules.ts";

const counters: readonly Channel[] = ["till", "tablet", "desk"];
/** Where many stand one after the other: a screen that they use themselves, or a device that staff use for them. */
export const standBy = (channel: Channel): { readonly stand?: Stand } => {
  if (channel === "kiosk") return { stand: "kiosk" };
  return counters.includes(channel) ? { stand: "counter" } : {};
};

/** Where it happened: what it says itself, else where its source stands. */
export function channelIn(
  message: Readonly<Record<string, unknown>>,
  source: { readonly channel: Channel },
): Channel {
  const context = isObject(message["context"]) ? message["context"] : undefined;
  const properties = isObject(message["properties"]) ? message["properties"] : undefined;
  return (
    channelOf(context?.["channel"]) ??
    channelOf(properties?.["channel"]) ??
    channelOf(message["channel"]) ??
    (message["type"] === "screen" ? "app" : source.channel)
  );
}
