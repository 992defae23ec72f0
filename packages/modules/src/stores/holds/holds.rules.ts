// What is held of a count, and what is answered to whoever asks for it. Pure.
import { type Language, type RefusalCode, sentenceOf } from "@somlos/contract";
import type { HeldAnswer } from "@somlos/contract/rooms/stores";
import { type Count, promisable } from "@somlos/rules/stock/promise";
import type { Holder, Outcome, TransferState } from "../../ledger/index.ts";
import type { Settings } from "../settings/settings.rules.ts";

export const HOLD_CAUSE = "stock.hold";
export const COUNT_CAUSE = "stock.count";
export const goods: Holder = { kind: "issuer", holder: "goods" };
export const gone: Holder = { kind: "gone", holder: "left" };
/** What a place has to promise. */
export const shelfOf = (location: string): Holder => ({ kind: "stock", holder: location });

export const untilOf = ({ holdMinutes }: Settings, now: Date): Date =>
  new Date(now.getTime() + holdMinutes * 60_000);

/** Why nothing can be promised whatever is asked for; undefined: some may be. */
export const whyNone = (count: Count | undefined, settings: Settings, now: Date): RefusalCode | undefined =>
  promisable(count, 0, settings, now) === undefined ? "stores.figure_old" : undefined;

const stateOf: Readonly<Record<TransferState, NonNullable<HeldAnswer["state"]>>> = {
  pending: "held",
  posted: "left",
  voided: "released",
  expired: "expired",
};
const codeOf = (code: RefusalCode): RefusalCode =>
  code === "ledger.not_enough" ? "stores.not_enough" : code;

type Answer = Omit<HeldAnswer, "near">;
export const refusedBy = (id: string, refused: RefusalCode, language: Language): Answer => {
  const code = codeOf(refused);
  return { id, state: null, until: null, refused: { code, sentence: sentenceOf(code, language) } };
};

/** What the ledger says, or why nothing can be promised. */
export type HoldOutcome = Outcome | { readonly id: string; readonly refused: RefusalCode };
export const answerOf = (outcome: HoldOutcome, language: Language): Answer =>
  "refused" in outcome
    ? refusedBy(outcome.id, outcome.refused, language)
    : {
        ...{ id: outcome.id, state: stateOf[outcome.state], refused: null },
        until: outcome.until?.toISOString() ?? null,
      };
