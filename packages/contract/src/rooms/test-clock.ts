// The clock of test installations. The door exists only where SOMLOS_TEST_CLOCK=1.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const moveClock = endpoint({
  id: "test.move_clock",
  method: "POST",
  url: "/test/clock",
  who: { may: "test.clock" },
  owns: "installation",
  summary:
    "Only with SOMLOS_TEST_CLOCK=1: moves the one now of works and duties, in every process of the database, to `at` or on by `advanceMs`; never back. Answers when this process has run its duties at the new time and the others know it. Without fields: tells the time.",
  body: z
    .object({
      at: z.iso.datetime({ offset: true }).optional(),
      advanceMs: z.number().int().min(0).max(3_155_760_000_000).optional(),
    })
    .refine((b) => b.at === undefined || b.advanceMs === undefined, "give at or advanceMs, not both"),
  answer: z.object({ now: z.string(), offsetMs: z.number() }),
});
