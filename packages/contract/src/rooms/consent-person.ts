// The words about what one person has said yes and no to.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { permissionChannels } from "./consent.ts";
import { purposeKinds } from "./consent-purposes.ts";
import { minor, softFacts } from "./consent-say.ts";

const iso = z.string();
export const permissionStates = ["granted", "soft", "waiting", "asleep", "incomplete", "withdrawn"] as const;
export type PermissionState = (typeof permissionStates)[number];

const identifier = z.object({ kind: z.string(), value: z.string() });
const proof = z.object({
  textHash: z.string().nullable(),
  collectedBy: z.string().nullable(),
  place: z.string().nullable(),
  how: z.string().nullable(),
  active: z.boolean().nullable(),
  concluded: z.boolean().nullable(),
});
const text = z.object({
  id: z.string(),
  language: z.string(),
  version: z.number(),
  body: z.string(),
  hash: z.string(),
});
const where = z.object({ id: z.string(), name: z.string().nullable() });

const permission = z.object({
  purpose: z.string(),
  kind: z.enum(purposeKinds).nullable(),
  channel: z.enum(permissionChannels),
  entity: where,
  state: z.enum(permissionStates),
  basis: z.enum(["consent", "soft"]).nullable(),
  since: iso.describe("when this state began"),
  identifier: identifier.nullable().describe("the address that it holds for"),
  text: text.nullable(),
  evidence: proof.nullable(),
  soft: softFacts.partial().nullable().describe("the five facts of a soft opt-in"),
  imported: z.boolean(),
  missing: z.array(z.string()).describe("what a yes lacks, when it is incomplete"),
  cause: z.string().nullable().describe("id of the message that a no answered"),
  used: z.object({ times: z.number(), lastAt: iso }).nullable(),
});
export type PermissionView = z.infer<typeof permission>;

const broadNo = z.object({
  purpose: z.string().nullable(),
  channel: z.enum(permissionChannels).nullable(),
  entity: where.nullable(),
  at: iso,
  cause: z.string().nullable(),
  collectedBy: z.string().nullable(),
});

export const personPermissions = endpoint({
  id: "consent.person",
  method: "GET",
  url: "/api/people/:id/permissions",
  who: { may: "consent.look" },
  owns: "installation",
  opensPerson: true,
  summary:
    "What a person's permissions come to now: one row a purpose, channel and legal entity that anything was ever said about, with the words, what proves it and how often it was used; and each no that covers more than one. Legal entities out of your reach are left out. Unknown: 404 people.unknown. The read is logged.",
  params: z.object({ id: z.string().min(1).max(100) }),
  answer: z.object({
    id: z.string(),
    items: z.array(permission),
    noes: z.array(broadNo),
    minor: minor.nullable(),
  }),
});

const entry = z.object({
  id: z.string(),
  state: z.enum(["granted", "pending", "confirmed", "soft", "lifted", "withdrawn"]),
  purpose: z.string().nullable(),
  channel: z.enum(permissionChannels).nullable(),
  entity: where.nullable(),
  at: iso.describe("when it was said"),
  recordedAt: iso.describe("when it was written here"),
  identifier: identifier.nullable(),
  imported: z.boolean(),
  guardian: z.boolean(),
  text: text.nullable(),
  evidence: proof,
  soft: softFacts.partial().nullable(),
  cause: z.string().nullable(),
});

export const personHistory = endpoint({
  id: "consent.person_history",
  method: "GET",
  url: "/api/people/:id/permissions/history",
  who: { may: "consent.look" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Every line of the ledger about a person's identifiers with what proves it, newest first, at most 500; `next` goes into `before`. The read is logged.",
  params: z.object({ id: z.string().min(1).max(100) }),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    before: z.uuid().optional(),
  }),
  answer: z.object({ id: z.string(), items: z.array(entry), next: z.string().nullable() }),
});

export const recordedByMe = endpoint({
  id: "consent.recorded",
  method: "GET",
  url: "/api/permissions/recorded",
  who: { may: "consent.record" },
  owns: "installation",
  summary:
    "What you wrote down yourself in the last 24 hours, newest first, at most 200 lines: what was said, when and for what, and of which kind the address is. Never whose it is: nobody is found or opened by it.",
  answer: z.object({
    items: z.array(
      z.object({
        actId: z.string(),
        ...{ state: entry.shape.state, purpose: entry.shape.purpose, channel: entry.shape.channel },
        ...{ entity: entry.shape.entity, at: iso, recordedAt: iso },
        kind: z.string().describe("of the identifier: email, phone, club_card …"),
      }),
    ),
  }),
});
