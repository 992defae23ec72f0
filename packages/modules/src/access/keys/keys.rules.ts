// Keys: what may happen to them. Pure.
import { hash } from "node:crypto";
import { Refusal } from "@somlos/contract";

export type KeyTrust = "public" | "server";

export type Key = {
  readonly id: string;
  readonly sourceId: number;
  readonly name: string;
  readonly trust: KeyTrust;
  readonly prefix: string;
  /** The key itself; public keys only. */
  readonly clear: string | null;
  readonly origins: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly lastUsedAt: Date | null;
  readonly rolledAt: Date | null;
  readonly endsAt: Date | null;
  readonly closedAt: Date | null;
};

export type KeyState = "open" | "ending" | "ended" | "closed";

export const hashOfKey = (text: string): Buffer => hash("sha256", text, "buffer");

/** What the screen shows of a secret: enough to tell keys apart, never more than a third of it. */
export const prefixOf = (text: string): string => text.slice(0, Math.min(8, Math.floor(text.length / 3)));

export function stateOf(key: Pick<Key, "closedAt" | "endsAt">, now: Date): KeyState {
  if (key.closedAt !== null) return "closed";
  if (key.endsAt === null) return "open";
  return key.endsAt <= now ? "ended" : "ending";
}

/** Until when the old key goes on after a roll. Only a key that is open can be rolled, and only once. */
export function decideRoll(key: Pick<Key, "closedAt" | "endsAt">, overlapSeconds: number, now: Date): Date {
  const state = stateOf(key, now);
  if (state === "closed") throw new Refusal("keys.closed");
  if (state !== "open") throw new Refusal("keys.already_rolled");
  return new Date(now.getTime() + overlapSeconds * 1000);
}

/** The origin of a web address as browsers send it; refuses anything else, so that no origin is a dead letter. */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare =
    url !== undefined && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  if (!bare || !["http:", "https:"].includes(url.protocol))
    throw new Refusal("keys.origin_bad", { origin: text });
  return url.origin;
}

export const originsOf = (texts: readonly string[]): string[] => [...new Set(texts.map(originOf))];
