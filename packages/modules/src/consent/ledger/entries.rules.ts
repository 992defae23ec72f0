// What the ledger holds, and what a yes must carry to be worth anything. Pure.
import { createHash } from "node:crypto";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";

export const entryStates = ["granted", "pending", "confirmed", "soft", "lifted", "withdrawn"] as const;
export type EntryState = (typeof entryStates)[number];

/** The exact words. `hash` is that of the body as published. */
export type TextVersion = {
  readonly id: string;
  readonly purpose: string;
  readonly basis: "consent" | "soft";
  readonly language: string;
  /** Counts from 1 for a purpose, basis and language. */
  readonly version: number;
  readonly body: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly channels: readonly string[];
  readonly categories: readonly string[];
  readonly entityIds: readonly string[];
};

/** Who collected it, where and how; what is missing is null. */
export type Evidence = {
  readonly textHash: string | null;
  readonly collectedBy: string | null;
  readonly place: string | null;
  readonly how: string | null;
  /** The person did it: nothing was ticked before. */
  readonly active: boolean | null;
  /** The act that ends the form was done. */
  readonly concluded: boolean | null;
};

/** The five facts of a soft opt-in, each its own, and what the sale was. */
export type SoftFacts = {
  readonly obtainedInSale: boolean | null;
  readonly ownSimilarProducts: boolean | null;
  readonly refusalOffered: boolean | null;
  readonly refusalInMessages: boolean | null;
  readonly notRefused: boolean | null;
  readonly saleRef: string | null;
  /** False: a free account, which counts as a sale only where counsel says so. */
  readonly paid: boolean | null;
};
export const fiveFacts = [
  "obtainedInSale",
  "ownSimilarProducts",
  "refusalOffered",
  "refusalInMessages",
  "notRefused",
] as const satisfies readonly (keyof SoftFacts)[];

export type Entry = {
  readonly id: string;
  readonly actId: string;
  /** Uuid text of the identifier's fingerprint. */
  readonly fp: string;
  /** What the person had come in with who said it of all that was theirs; null: of this identifier. A yes only. */
  readonly saidBy: string | null;
  readonly state: EntryState;
  /** Null covers every one: withdrawals, and of channels what lifts one. */
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  readonly at: Date;
  readonly imported: boolean;
  readonly guardian: boolean;
  /** The act that this one confirms. */
  readonly confirms: string | null;
  /** Id of the message that a no answered. */
  readonly cause: string | null;
  readonly evidence: Evidence;
  readonly text: TextVersion | null;
  readonly soft: SoftFacts | null;
};

/** As it is written: the words by their id. */
export type NewEntry = Omit<Entry, "text"> & {
  readonly kind: string;
  readonly textId: string | null;
};

export const hashOf = (body: string): string => createHash("sha256").update(body, "utf8").digest("hex");

type Claimed = Pick<Entry, "state" | "purpose" | "channel" | "entityId" | "evidence" | "text" | "soft">;

/** The names of what a yes lacks; empty: it is complete. */
export function missingIn(entry: Claimed): string[] {
  const { evidence } = entry;
  const lacks = (Object.keys(evidence) as (keyof Evidence)[]).filter((field) => {
    const value = evidence[field];
    return value === null || value === "" || value === false;
  });
  return [...lacks, ...missingInText(entry), ...(entry.state === "soft" ? missingInSoft(entry.soft) : [])];
}

/** The words must be those that were shown, and name this purpose, channel and legal entity. */
function missingInText({ state, text, evidence, purpose, channel, entityId }: Claimed): string[] {
  if (text === null) return ["text"];
  const said: readonly (readonly [string, boolean])[] = [
    ["text.hash", text.hash === evidence.textHash && hashOf(text.body) === text.hash],
    ["text.basis", text.basis === (state === "soft" ? "soft" : "consent")],
    ["text.purpose", text.purpose === purpose],
    ["text.channel", channel !== null && text.channels.includes(channel)],
    ["text.entity", entityId !== null && text.entityIds.includes(entityId)],
    ["text.categories", state !== "soft" || text.categories.length > 0],
  ];
  return said.filter(([, holds]) => !holds).map(([name]) => name);
}

function missingInSoft(soft: SoftFacts | null): string[] {
  if (soft === null) return [...fiveFacts, "saleRef", "paid"];
  return [
    ...fiveFacts.filter((fact) => soft[fact] !== true),
    ...(soft.saleRef === null || soft.saleRef === "" ? ["saleRef"] : []),
    ...(soft.paid === null ? ["paid"] : []),
  ];
}
