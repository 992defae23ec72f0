// The words about what would hold of people after a ruling and does not now: what they may be used for, how they want to be known
// and written to, and what they share at home.
import { z } from "zod";
import { permissionChannels } from "./consent.ts";
import { permissionStates } from "./consent-person.ts";
import { purposeKinds } from "./consent-purposes.ts";
import { dialKinds, dialLevels } from "./dial.ts";
import { channels } from "./events.ts";

const sides = <V extends z.ZodType>(value: V) => {
  const each = z.array(z.object({ personId: z.string(), value }));
  return {
    now: each.describe("of each person concerned, as it is"),
    after: each.describe("of each who would be"),
  };
};

export const holdStates = [...permissionStates, "none", "done", "partly", "ended"] as const;
export type HoldState = (typeof holdStates)[number];
export const holdWishes = ["hours", "pause", "most", "topic", "word"] as const;
export const MOST_LINES = 100;

export const holds = z.object({
  permissions: z.array(
    z.object({
      purpose: z.string().nullable().describe("null: every one, a no to everything"),
      kind: z.enum(purposeKinds).nullable(),
      channel: z.enum(permissionChannels).nullable().describe("null: every one"),
      entity: z.object({ id: z.string(), name: z.string().nullable() }).nullable().describe("null: all"),
      ...sides(
        z.enum(holdStates).describe("done, partly, ended: of a legitimate interest, which ends with a no"),
      ),
    }),
  ),
  minor: z
    .array(z.object(sides(z.boolean())))
    .describe("one line where who would be under eighteen differs: no advertising is sent to them"),
  dial: z.array(
    z.object({
      channel: z.enum(channels),
      ...sides(z.object({ level: z.enum(dialLevels), kinds: z.array(z.enum(dialKinds)).nullable() })),
    }),
  ),
  wishes: z.array(
    z.object({
      name: z.enum(holdWishes),
      item: z.string().describe("the channel, topic or word; empty: all"),
      ...sides(
        z.string().nullable().describe("hours, the end of a pause, a number and per what, or a stance"),
      ),
    }),
  ),
  households: z.array(
    z.object({
      id: z.string(),
      ...sides(
        z.object({
          member: z.boolean(),
          others: z.number().describe("how many others are in it"),
          shares: z.number().describe("what the person lets others see"),
          rests: z.number().describe("what rests until they say so again"),
          sees: z.number().describe("what others let the person see"),
        }),
      ),
    }),
  ),
  left: z.number().describe(`how many lines more differ: at most ${MOST_LINES} of a kind are told`),
  people: z.number().describe("how many people concerned are not told of: at most 8 are"),
});
export type Holds = z.infer<typeof holds>;
export type Sides<V> = {
  readonly now: { personId: string; value: V }[];
  readonly after: { personId: string; value: V }[];
};
