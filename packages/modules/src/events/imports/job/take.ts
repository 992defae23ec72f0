// Hands a portion to the collector, a thousand at a time; waits when live events need the room.

import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "@somlos/contract";
import { isHushed, type Outcome } from "../../collect.actions.ts";
import { MOST_IN_A_BATCH } from "../../collector.ts";
import type { ImportHouse } from "../imports.house.ts";
import type { Made } from "./job.ts";

export type Tally = {
  accepted: number;
  duplicates: number;
  parked: number;
  parkedIds: string[];
  /** Some are about somebody who must be left alone. */
  hushed: boolean;
};
const PATIENT = new Set(["collect.busy", "database.away"]);
const LONGEST_MS = 15_000;

/** Thrown when the process stops: the portion is taken again by whoever goes on. */
export class Stopped extends Error {}

export async function takePortion(
  house: Pick<ImportHouse, "collector">,
  sourceId: number,
  made: readonly Made[],
  stopping: () => boolean,
): Promise<Tally> {
  const slices: (readonly Made[])[] = [];
  for (let from = 0; from < made.length; from += MOST_IN_A_BATCH)
    slices.push(made.slice(from, from + MOST_IN_A_BATCH));
  const taken = await Promise.allSettled(slices.map((slice) => takeSlice(house, sourceId, slice, stopping)));
  const tally: Tally = { accepted: 0, duplicates: 0, parked: 0, parkedIds: [], hushed: false };
  for (const [s, result] of taken.entries()) {
    if (result.status === "rejected") throw result.reason;
    for (const [i, outcome] of result.value.entries()) count(tally, outcome, slices[s]?.[i]);
  }
  return tally;
}

function count(tally: Tally, outcome: Outcome, made: Made | undefined): void {
  tally.hushed ||= isHushed(outcome);
  if (outcome.kind === "accepted" || outcome.kind === "hushed") tally.accepted++;
  else if (outcome.kind === "duplicate") tally.duplicates++;
  else if (outcome.kind === "parked") {
    tally.parked++;
    const id = made?.message["messageId"];
    if (typeof id === "string") tally.parkedIds.push(id.slice(0, 200));
  }
}

async function takeSlice(
  { collector }: Pick<ImportHouse, "collector">,
  sourceId: number,
  slice: readonly Made[],
  stopping: () => boolean,
): Promise<Outcome[]> {
  const sender = { sourceId, trust: "proven", channel: "import" } as const;
  for (let pause = 250; ; pause = Math.min(LONGEST_MS, pause * 2)) {
    try {
      return await collector.take({ sender, messages: slice.map(({ message }) => message) });
    } catch (error) {
      if (!(error instanceof Refusal) || !PATIENT.has(error.code)) throw error;
      if (stopping()) throw new Stopped();
      await wait(pause);
    }
  }
}
