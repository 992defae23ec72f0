// An act as it comes in, by whichever door, and what it names once that is looked up. Pure.
import type { ConsentRefusal, PermissionChannel } from "@somlos/contract/rooms/consent";
import type { ConsentDoorRefusal } from "@somlos/contract/rooms/consent-refusals";
import type { Identifier } from "../../events/index.ts";
import type { Entry, Evidence, SoftFacts } from "../ledger/entries.rules.ts";
import { type Carrier, isBeforeErasure, type PlannedEntry, planNo, planYes } from "../ledger/plan.rules.ts";
import type { Purpose, StoredText } from "../purposes/texts.rules.ts";

/** An identifier with its value: a mail can be sent to it. */
export type Named = Carrier & { readonly value: string };
export const namedOf = ({ kind, value }: Identifier, fp: string): Named => ({ kind, value, fp });

export type GrantAct = {
  readonly act: "grant";
  readonly actId: string;
  readonly named: readonly Named[];
  readonly purpose: string;
  readonly channels: readonly PermissionChannel[];
  readonly entityId: string;
  /** Undefined: the text is found by the hash of the evidence. */
  readonly textId: string | undefined;
  readonly at: Date;
  readonly evidence: Evidence;
  readonly soft: SoftFacts | null;
  readonly imported: boolean;
  readonly guardian: boolean;
  /** Of all that is theirs, by whoever came in with this identifier. */
  readonly saidBy?: string;
};
export type WithdrawAct = {
  readonly act: "withdraw";
  readonly actId: string;
  readonly named: readonly Carrier[];
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  readonly at: Date;
  readonly imported: boolean;
  readonly collectedBy: string | null;
  readonly cause: string | null;
};
export type PermissionAct = GrantAct | WithdrawAct;

/** What the acts of a batch name, each looked up once. */
export type Looked = {
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly texts: ReadonlyMap<string, StoredText>;
  /** Ids of the texts with a hash, oldest first. */
  readonly byHash: ReadonlyMap<string, readonly string[]>;
  /** When those of the identifiers that were erased were. */
  readonly erased: ReadonlyMap<string, Date>;
  /** What was said before of the identifiers of each soft opt-in, by fingerprint; this batch adds to it. */
  readonly said: Map<string, Entry[]>;
};
export type Unwilling = {
  readonly code: ConsentRefusal | ConsentDoorRefusal;
  readonly missing?: readonly string[];
};
export type PlannedAct = { readonly entries: readonly PlannedEntry[] } | { readonly refused: Unwilling };

const softChannels: readonly PermissionChannel[] = ["mail", "sms"];

export function planAct(act: PermissionAct, looked: Looked, now: Date): PlannedAct {
  if (act.act === "grant") return planGrant(act, looked, now);
  if (act.purpose !== null && !looked.purposes.has(act.purpose))
    return { refused: { code: "consent.purpose_unknown" } };
  return { entries: planNo({ ...act, carriers: act.named }, now) };
}

function planGrant(act: GrantAct, looked: Looked, now: Date): PlannedAct {
  const { purpose, channels, entityId, named, soft } = act;
  if (!looked.purposes.has(purpose)) return { refused: { code: "consent.purpose_unknown" } };
  if (
    isBeforeErasure(
      act.named.map(({ fp }) => fp),
      act.at,
      looked.erased,
    )
  )
    return { refused: { code: "consent.before_erasure" } };
  if (soft !== null && !channels.every((channel) => softChannels.includes(channel)))
    return { refused: { code: "consent.soft_channel" } };
  const textId = act.textId ?? idByHash(act, looked);
  if (textId === undefined || !looked.texts.has(textId)) return { refused: { code: "consent.text_unknown" } };
  const scopes = channels.map((channel) => ({ purpose, channel, entityId }));
  const planned = planYes({ ...act, carriers: named, scopes, textId }, looked, now);
  if ("entries" in planned) return planned;
  const { refused: code, details } = planned;
  return { refused: { code, ...(details === undefined ? {} : { missing: details.missing }) } };
}

/** The newest version with these words for this purpose and basis. */
function idByHash({ purpose, soft, evidence }: GrantAct, { byHash, texts }: Looked): string | undefined {
  const basis = soft === null ? "consent" : "soft";
  return byHash
    .get(evidence.textHash ?? "")
    ?.findLast((id) => texts.get(id)?.purpose === purpose && texts.get(id)?.basis === basis);
}
