// One event's way through the six words, from the times we keep.
import type { traceStep } from "@somlos/contract/rooms/events";
import type { z } from "zod";

type Known = {
  readonly receivedAt: Date;
  readonly writtenAt: Date | null;
  readonly recognised: boolean;
  readonly toldFacts: boolean;
};
export type TraceStep = z.output<typeof traceStep>;

/** Beat 1 commits its three words together: they share one time. The later words have no rooms yet and say so. */
export function traceSteps({ receivedAt, writtenAt, recognised, toldFacts }: Known): TraceStep[] {
  const after = writtenAt === null ? null : Math.max(0, writtenAt.getTime() - receivedAt.getTime());
  const at = writtenAt?.toISOString() ?? null;
  const beat = (word: TraceStep["word"], note: TraceStep["note"], something: boolean): TraceStep => ({
    word,
    at,
    afterMs: after,
    note: writtenAt === null ? "mending" : note,
    state: writtenAt === null ? "waiting" : something ? "done" : "nothing",
  });
  const later = (word: TraceStep["word"]): TraceStep => ({
    word,
    at: null,
    afterMs: null,
    note: "none",
    state: "nothing",
  });
  return [
    {
      word: "collect",
      at: receivedAt.toISOString(),
      afterMs: 0,
      note: writtenAt === null ? "parked" : "accepted",
      state: "done",
    },
    beat("recognise", recognised ? "person" : "unknown", recognised),
    beat("remember", toldFacts ? "facts" : "timeline", true),
    later("decide"),
    later("deliver"),
    later("measure"),
  ];
}
