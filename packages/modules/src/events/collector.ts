// The way in for every source: reads messages, hands them to the group commit, waits for the commit.

import { Refusal } from "@somlos/contract";
import type { Channel } from "@somlos/contract/rooms/events";
import { machineNow, stopwatch } from "@somlos/kernel/clock";
import type { GroupCommit } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { countOutcomes, meter } from "@somlos/kernel/meter";
import { span } from "@somlos/kernel/trace";
import type { Arrival, Outcome } from "./collect.actions.ts";
import type { Naming } from "./parse/identifiers.rules.ts";
import { type Envelope, parse, type Terms } from "./parse/parse.rules.ts";
import { readTime } from "./parse/time.rules.ts";
import type { Trust } from "./told.rules.ts";

export const MOST_IN_A_BATCH = 1000;

/** Whose messages they are. */
export type Sender = { readonly sourceId: number; readonly trust: Trust; readonly channel: Channel };

export type Sending = {
  readonly sender: Sender;
  readonly messages: readonly unknown[];
  /** The messages before a reader wrote them in our shape, one each; none: nobody did. */
  readonly came?: readonly unknown[] | undefined;
  /** Of a parked message that is tried again: what it was when it came. */
  readonly digest?: number | undefined;
  readonly sentAt?: unknown;
  /** Milliseconds since 1970; a replay gives the time of the first receipt. */
  readonly receivedAt?: number;
  /** The place in the parked list that a replayed message comes from. */
  readonly parkedAs?: string;
  /** False when the text they were read from was looked at and holds nothing to clean; else every message is cleaned. */
  readonly suspicious?: boolean;
};

export type Collector = {
  /** Resolves when everything is durable: one outcome a message. Throws a Refusal when nothing was taken. */
  take(sending: Sending): Promise<Outcome[]>;
};

export function makeCollector(
  naming: Naming,
  commit: GroupCommit<Arrival, Outcome>,
  termsOf: (sourceId: number) => Terms | undefined = () => undefined,
): Collector {
  return {
    async take({
      sender,
      messages,
      came = messages,
      digest,
      sentAt,
      receivedAt = machineNow(),
      parkedAs,
      suspicious = true,
    }) {
      if (messages.length > MOST_IN_A_BATCH) throw new Refusal("collect.batch_too_long");
      const envelope: Envelope = {
        naming,
        ...sender,
        terms: termsOf(sender.sourceId),
        receivedAt,
        sentAt: readTime(sentAt),
        suspicious,
        newId: () => uuid7(receivedAt),
        digest,
        parkedAs,
      };
      const took = stopwatch();
      const outcomes = await span("collect", { source: sender.sourceId, events: messages.length }, () =>
        commit.submit(
          messages.map((message, i) => ({ parsed: parse(message, envelope, came[i]), envelope })),
        ),
      );
      meter.ackSeconds.observe(took() / 1000);
      countOutcomes(sender.sourceId, outcomes);
      return outcomes;
    },
  };
}
