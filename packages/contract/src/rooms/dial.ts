// The words of the dial: when and how a person wants to be recognised, channel by channel.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";
import { channel, channels } from "./events.ts";

export const dialLevels = ["never", "asked", "visit", "today", "always"] as const;
export type DialLevel = (typeof dialLevels)[number];

/** What a person can be recognised by. Receipts and orders are things: who brings one may always be helped with it. */
export const dialKinds = [
  "login",
  "club_card",
  "email",
  "phone",
  "card_token",
  "device",
  "visitor",
  "distinct_id",
] as const;
export type DialKind = (typeof dialKinds)[number];

export const dialRefusals = {
  "dial.place_unknown": {
    status: 400,
    en: "There is no location by this code. Use the code as it stands under Settings, Locations.",
    sv: "Det finns ingen plats med den koden. Använd koden som den står under Inställningar, Platser.",
    da: "Der er ingen lokation med den kode. Brug koden, som den står under Indstillinger, Lokationer.",
  },
  "dial.identifier_bad": {
    status: 400,
    en: "This is no identifier that a person can be recognised by. Check the kind and the value.",
    sv: "Det här är ingen identifierare som en person kan kännas igen med. Kontrollera typ och värde.",
    da: "Dette er ikke en identifikator, en person kan genkendes på. Kontrollér type og værdi.",
  },
  "dial.several_entities": {
    status: 409,
    en: "Legal entities that share no customers were told different things of this. Say whose customer it is in legalEntity; never is taken without.",
    sv: "Juridiska personer som inte delar kunder har fått höra olika om det här. Ange vems kund det är i legalEntity; never tas emot utan.",
    da: "Juridiske enheder, der ikke deler kunder, har hørt forskelligt om dette. Angiv, hvis kunde det er, i legalEntity; never modtages uden.",
  },
  "dial.nothing_held": {
    status: 409,
    en: "The person holds nothing that a dial could belong to. Ask for a card, a number or an address first.",
    sv: "Personen har inget som ett reglage kan höra till. Be om ett kort, ett nummer eller en adress först.",
    da: "Personen har intet, et skydeknap kan høre til. Bed om et kort, et nummer eller en adresse først.",
  },
} as const satisfies Record<string, RefusalLine>;

const level = z
  .enum(dialLevels)
  .describe(
    "asked: only when the person says so; visit: until four hours without activity or sign-out; today: until midnight at the location; both then count as asked",
  );
const kinds = z.array(z.enum(dialKinds)).min(1).nullable().describe("recognised by these only; null: by any");

export const dialSetting = z.object({ level, kinds: kinds.default(null) });
export type DialSetting = z.output<typeof dialSetting>;

const place = z.string().min(1).max(100).describe("code of the location");
const wish = {
  channels: z
    .partialRecord(channel, dialSetting)
    .refine((of) => Object.keys(of).length > 0, "name at least one channel"),
  saidIn: channel.default("unknown").describe("the channel in which the person said it"),
  location: place.optional().describe("where it was said: `today` ends at midnight there"),
};
const identifier = z.object({ kind: z.string().min(1).max(40), value: z.string().min(1).max(1000) });

const kindsShown = z.array(z.enum(dialKinds)).nullable().describe("null: by any");
const state = z.object({
  level: z.enum(dialLevels).describe("as it stands now: a visit or a day that is over counts as asked"),
  kinds: kindsShown,
  since: z.string().nullable().describe("ISO 8601; null: nobody chose, it is what holds for everyone"),
  until: z.string().nullable().describe("ISO 8601: when `today` ends"),
});
const act = z.object({
  id: z.string(),
  at: z.string(),
  channel,
  level: z.enum(dialLevels),
  kinds: kindsShown,
  until: z.string().nullable(),
  only: z.string().nullable().describe("at this location only: said once at a till"),
  saidIn: channel,
  location: z.string().nullable(),
  by: z.enum(["person", "staff", "system"]),
});
export const dialAnswer = z.object({
  channels: z.record(z.enum(channels), state),
  history: z.array(act).describe("newest first, at most 200"),
});
export type DialAnswer = z.output<typeof dialAnswer>;

const ofPerson = z.object({ id: z.string().min(1).max(100) });

export const readDial = endpoint({
  id: "dial.read",
  method: "GET",
  url: "/api/people/:id/dial",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "A person's dial: for each channel the strictest of what their identifiers say, and how it came to be. The read is logged. Unknown: 404 people.unknown.",
  params: ofPerson,
  answer: dialAnswer,
});

export const setDial = endpoint({
  id: "dial.set",
  method: "PUT",
  url: "/api/people/:id/dial",
  who: { may: "dial.set" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Sets the dial as the person says it, for all that the person holds. In force at once here, within a second in other processes. Channels that are not named stay as they are; a till, a tablet and a kiosk go by what was said of stores until something is said of them. 400 dial.place_unknown, 404 people.unknown, 409 dial.nothing_held.",
  params: ofPerson,
  body: z.object(wish),
  answer: dialAnswer,
});

export const setDialByKey = endpoint({
  id: "dial.set_by_key",
  method: "PUT",
  url: "/v1/dial",
  who: { keys: ["server"] },
  owns: "installation",
  summary:
    "The same for the retailer's own systems, with the server key (Basic, key as the user name): the person is named by one identifier, known or not. It is said to the legal entity that `legalEntity` names, else to that of the key's source, else to that of `location`, else to all; said to all, anything but `never` is refused where different things stand: 409 dial.several_entities. 400 dial.identifier_bad, dial.place_unknown; 404 company.entity_unknown.",
  body: z.object({
    identifier,
    legalEntity: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe("code of the legal entity whose customer it is"),
    ...wish,
  }),
  answer: dialAnswer,
});

const onceBody = z.object({
  identifier,
  channel: z.enum(["till", "store", "tablet", "kiosk", "desk"]).default("till"),
  location: place,
});

export const dialOnce = endpoint({
  id: "dial.once",
  method: "POST",
  url: "/api/dial/once",
  who: { may: "dial.once" },
  owns: "this location",
  summary:
    "Only this time: the person lets themselves be recognised for this visit at this location, whatever the dial says otherwise; it ends after four hours without activity. A later choice of the person ends it too. 400 dial.identifier_bad, dial.place_unknown; 403 company.location_not_yours.",
  body: onceBody,
  answer: z.object({ until: z.string().describe("ISO 8601: when it ends if nothing more happens") }),
});

export const dialOnceByKey = endpoint({
  id: "dial.once_by_key",
  method: "POST",
  url: "/v1/dial/once",
  who: { keys: ["server"] },
  owns: "installation",
  summary: "The same for a till, with the server key.",
  body: onceBody,
  answer: z.object({ until: z.string() }),
});

export const readMyDial = endpoint({
  id: "me.dial_read",
  method: "GET",
  url: "/v1/me/dial",
  who: { person: true },
  owns: "this person",
  summary: "One's own dial, and how it came to be: where and when it was set, by oneself or by whom.",
  answer: dialAnswer,
});

export const setMyDial = endpoint({
  id: "me.dial_set",
  method: "PUT",
  url: "/v1/me/dial",
  who: { person: true },
  owns: "this person",
  summary:
    "Sets one's own dial, for all that is proven to be one's own; what is only stated to be goes along. In force at once here, within a second in other processes. 400 dial.place_unknown.",
  body: z.object({ ...wish, saidIn: channel.default("web") }),
  answer: dialAnswer,
});
