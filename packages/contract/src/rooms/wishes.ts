// The words of wishes: what a person wants to hear about, at which hours, how often, and from when again.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { lineText, timeZone } from "./company.ts";
import { purposeCode } from "./consent-purposes.ts";

/** Where somebody is got in touch with: what a wish about hours and numbers is about. */
export const contactChannels = ["mail", "sms", "push", "chat", "robot_call", "call", "letter"] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const MOST_WORDS = 10;
export const WORD_LENGTH = 40;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day like 22:00");
const hours = z
  .object({
    from: clock,
    to: clock.describe("earlier than `from`: on the next day"),
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, "names each day once")
      .describe("on which it begins: 1 Monday to 7 Sunday"),
  })
  .refine(({ from, to }) => from !== to, "begins and ends at different times");
const stance = z.enum(["chosen", "declined"]);
export type Stance = z.output<typeof stance>;
const limit = z.object({ times: z.number().int().min(1).max(100), per: z.enum(["week", "month"]) });
const channel = z.enum(contactChannels);
const word = z
  .string()
  .transform((said) => said.trim().replace(/\s+/g, " ").toLocaleLowerCase("sv"))
  .pipe(lineText(WORD_LENGTH));

const wish = z
  .object({
    actId: z.uuid().describe("made by the caller: said again it changes nothing"),
    hours: hours.nullable().optional().describe("quiet hours; null: none"),
    zone: timeZone.optional().describe("whose clock the hours go by; else that of the first legal entity"),
    pausedUntil: z.iso.datetime({ offset: true }).nullable().optional().describe("null: the pause is over"),
    most: z
      .array(z.object({ channel: channel.nullable(), limit: limit.nullable() }))
      .max(contactChannels.length + 1)
      .optional()
      .describe("the most messages in 7 or 30 days; channel null: in all; limit null: as many as come"),
    topics: z.record(purposeCode, stance.nullable()).optional().describe("null: said nothing of it"),
    words: z
      .array(z.object({ word, stance: stance.nullable() }))
      .max(MOST_WORDS)
      .optional()
      .describe("words of one's own; null takes one away"),
  })
  .refine(
    ({ actId: _, zone: __, ...said }) => Object.values(said).some((one) => one !== undefined),
    "says something",
  );
export type Wish = z.output<typeof wish>;

const shownHours = z.object({
  from: z.string(),
  to: z.string(),
  days: z.array(z.number()),
  zone: z.string(),
});
const shownLimit = z.object({ times: z.number(), per: z.enum(["week", "month"]) });
const said = z.object({
  id: z.string().describe("the act"),
  at: z.string(),
  by: z.enum(["person", "staff", "system"]),
  name: z.enum(["hours", "pause", "most", "topic", "word"]),
  item: z.string().describe("the channel, topic or word; empty: all"),
  hours: shownHours.nullable(),
  until: z.string().nullable(),
  limit: shownLimit.nullable(),
  stance: stance.nullable(),
});
export const wishesAnswer = z.object({
  hours: z.array(shownHours).describe("all that hold: after a join there may be several"),
  pausedUntil: z.string().nullable(),
  most: z.array(
    shownLimit.extend({
      channel: channel.nullable(),
      had: z.number().describe("messages counted in those days"),
    }),
  ),
  topics: z.array(z.object({ code: z.string(), name: z.string(), stance: stance.nullable() })),
  words: z.array(z.object({ word: z.string(), stance })),
  history: z.array(said).describe("newest first, at most 100; nothing set: it was taken back"),
});
export type WishesAnswer = z.output<typeof wishesAnswer>;
const ofPerson = z.object({ id: z.string().min(1).max(100) });

export const readMyWishes = endpoint({
  id: "me.wishes_read",
  method: "GET",
  url: "/v1/me/wishes",
  who: { person: true },
  owns: "this person",
  summary:
    "What one wants to hear about, at which hours, how often, and how it came to be: by oneself or by whom. Of all that is proven to be one's own the strictest holds.",
  answer: wishesAnswer,
});

export const setMyWishes = endpoint({
  id: "me.wishes_set",
  method: "PUT",
  url: "/v1/me/wishes",
  who: { person: true },
  owns: "this person",
  summary:
    "Sets what it names and leaves the rest, for all that is proven to be one's own. In force at once. Messages about an order or for safety are not kept back by it. 400 consent.pause_bad, consent.topic_unknown; 409 consent.words_full.",
  body: wish,
  answer: wishesAnswer,
});

export const readWishes = endpoint({
  id: "wishes.read",
  method: "GET",
  url: "/api/people/:id/wishes",
  who: { may: "consent.look" },
  owns: "installation",
  opensPerson: true,
  summary: "The same of a person, for colleagues. The read is logged. Unknown: 404 people.unknown.",
  params: ofPerson,
  answer: wishesAnswer,
});

export const setWishes = endpoint({
  id: "wishes.set",
  method: "PUT",
  url: "/api/people/:id/wishes",
  who: { may: "wishes.set" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Sets them as the person says it, for all that the person holds. The person reads who did. 400 consent.pause_bad, consent.topic_unknown; 404 people.unknown; 409 consent.words_full.",
  params: ofPerson,
  body: wish,
  answer: wishesAnswer,
});

const names = z.object({ en: lineText(60), sv: lineText(60), da: lineText(60) });
const topic = z.object({
  code: purposeCode,
  names,
  open: z.boolean().describe("false: nobody is asked any more; what was said stays in force"),
});
export type Topic = z.output<typeof topic>;

export const listTopics = endpoint({
  id: "topics.list",
  method: "GET",
  url: "/api/permissions/topics",
  who: { may: "settings.read" },
  owns: "installation",
  summary: "Every topic that customers can choose or decline, with its name in each language.",
  answer: z.object({ items: z.array(topic) }),
});

export const saveTopic = endpoint({
  id: "topics.save",
  method: "PUT",
  url: "/api/permissions/topics/:code",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Enters a topic, names it anew, or asks about it no more. The code never changes: `topics` of permissions.use names it.",
  params: z.object({ code: purposeCode }),
  body: topic.omit({ code: true }),
  answer: z.object({ items: z.array(topic) }),
});
