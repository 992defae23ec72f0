// The words about sharing: on which basis several legal entities know their customers together.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { lineText, one } from "./company.ts";

export const sharingGrounds = [
  "joint_controllers",
  "processor_agreement",
  "group_interest",
  "consent",
  "merger",
] as const;
export type SharingGround = (typeof sharingGrounds)[number];

const ground = z
  .enum(sharingGrounds)
  .describe(
    "joint_controllers: GDPR art. 26; processor_agreement: art. 28; group_interest: art. 6.1.f, weighed; consent: each customer said yes; merger: they become one company",
  );
const plainWords = z
  .string()
  .regex(/^[^\p{Cs}]*$/u, "has signs that cannot be written")
  .trim()
  .min(10)
  .max(1000);
const words = z
  .object({ en: plainWords, sv: plainWords, da: plainWords })
  .describe("what customers read about it");
const actId = z.uuid().describe("made by the client; the same act is done once, however often it is sent");

export const sharing = z.object({
  id: z.string(),
  ground,
  words: z.object({ en: z.string(), sv: z.string(), da: z.string() }),
  document: z.string().nullable().describe("where the agreement or the balance test is kept"),
  entities: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  recordedAt: z.string().describe("it holds for what is collected from then on"),
  recordedBy: z.string().describe("id of the colleague"),
  ended: z
    .object({ at: z.string(), by: z.string().describe("id of the colleague"), why: z.string() })
    .nullable()
    .describe("null while it holds"),
});
export type SharingAnswer = z.infer<typeof sharing>;

export const listSharings = endpoint({
  id: "sharings.list",
  method: "GET",
  url: "/api/company/sharings",
  who: { may: "settings.read" },
  owns: "installation",
  summary:
    "Every basis on which legal entities share customers, those that hold first, then those that ended.",
  answer: z.object({ items: z.array(sharing) }),
});

export const recordSharing = endpoint({
  id: "sharings.record",
  method: "POST",
  url: "/api/company/sharings",
  who: { may: "settings.manage" },
  owns: "installation",
  summary:
    "Records that legal entities share customers from now on. What each collected before stays with it. One that shares already: 409 company.sharing_taken. Fewer than two: 400 company.sharing_alone.",
  body: z.object({
    actId,
    ground,
    words,
    document: lineText(300).nullable().default(null),
    entityIds: z.array(z.uuid()).max(200),
  }),
  answer: z.object({ id: z.string() }),
});

export const endSharing = endpoint({
  id: "sharings.end",
  method: "POST",
  url: "/api/company/sharings/:id/end",
  who: { may: "settings.manage" },
  owns: "installation",
  summary:
    "Ends it: what is collected from now on is apart again, what was collected under it stays together. Ended already: 409 company.sharing_ended.",
  params: one,
  body: z.object({ actId, why: lineText(300) }),
  answer: z.object({ id: z.string() }),
});
