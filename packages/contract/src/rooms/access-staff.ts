// The words about colleagues, keys and the staff audit.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { emailText, language, nameText, role } from "./access.ts";

const iso = z.string();
const nothing = z.object({});
const one = z.object({ id: z.uuid() });

export const grant = z.object({
  role,
  legalEntityId: z.uuid().nullable().default(null).describe("none means all"),
  locationIds: z.array(z.uuid()).max(1000).default([]).describe("empty means all"),
});
const grants = z.array(grant).min(1).max(50);

export const colleague = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language,
  state: z.enum(["invited", "active", "deactivated"]),
  grants: z.array(grant),
  passkeys: z.number(),
  invitedAt: iso,
  joinedAt: iso.nullable(),
  lastSeenAt: iso.nullable(),
});
export type ColleagueAnswer = z.infer<typeof colleague>;

export const listStaff = endpoint({
  id: "staff.list",
  method: "GET",
  url: "/api/staff",
  who: { may: "staff.read" },
  owns: "installation",
  summary: "All colleagues, by name.",
  answer: z.object({ items: z.array(colleague) }),
});

export const inviteColleague = endpoint({
  id: "staff.invite",
  method: "POST",
  url: "/api/staff",
  who: { may: "staff.manage" },
  owns: "installation",
  summary:
    "Invites a colleague by mail; the link is good once and for seven days. Inviting again sends a new link and ends the old one. Already here: 409 staff.already_here. A place that is not there: 400 staff.place_unknown.",
  body: z.object({ email: emailText, name: nameText, language: language.default("en"), grants }),
  answer: z.object({ id: z.string() }),
});

export const grantColleague = endpoint({
  id: "staff.grant",
  method: "PUT",
  url: "/api/staff/:id/grants",
  who: { may: "staff.manage" },
  owns: "installation",
  summary:
    "Replaces a colleague's grants, in force at their next request. The last owner stays: 409 staff.last_owner. A place that is not there: 400 staff.place_unknown; those held already stay good.",
  params: one,
  body: z.object({ grants }),
  answer: nothing,
});

export const deactivateColleague = endpoint({
  id: "staff.deactivate",
  method: "POST",
  url: "/api/staff/:id/deactivate",
  who: { may: "staff.manage" },
  owns: "installation",
  summary: "Closes the door to a colleague: sessions and links end at once. The last owner stays.",
  params: one,
  answer: nothing,
});

export const key = z.object({
  id: z.string(),
  sourceId: z.number(),
  name: z.string(),
  trust: z.enum(["public", "server"]),
  prefix: z.string(),
  text: z.string().nullable().describe("the key itself; public keys only"),
  origins: z.array(z.string()),
  state: z.enum(["open", "ending", "ended", "closed"]),
  createdAt: iso,
  createdBy: z.string(),
  lastUsedAt: iso.nullable(),
  rolledAt: iso.nullable(),
  endsAt: iso.nullable(),
  closedAt: iso.nullable(),
});
export type KeyAnswer = z.infer<typeof key>;
const madeKey = z.object({ id: z.string(), text: z.string().describe("told this once") });
const origins = z.array(z.string().max(300)).max(100);

export const listKeys = endpoint({
  id: "keys.list",
  method: "GET",
  url: "/api/keys",
  who: { may: "sources.read" },
  owns: "installation",
  summary: "All keys with what they are trusted with, oldest first.",
  answer: z.object({ items: z.array(key) }),
});

export const createKey = endpoint({
  id: "keys.create",
  method: "POST",
  url: "/api/keys",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "Makes a key for a source. A server key is told once. Without origins it is accepted from every web address.",
  body: z.object({
    sourceId: z.number().int().min(1).max(32_767),
    name: nameText,
    trust: z.enum(["public", "server"]),
    origins: origins.default([]),
  }),
  answer: madeKey,
});

export const rollKey = endpoint({
  id: "keys.roll",
  method: "POST",
  url: "/api/keys/:id/roll",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: "Makes a new key that works at once; the old one goes on for 0 s, 1 h, 24 h or 7 days.",
  params: one,
  body: z.object({
    overlapSeconds: z.union([z.literal(0), z.literal(3600), z.literal(86_400), z.literal(604_800)]),
  }),
  answer: madeKey,
});

export const closeKey = endpoint({
  id: "keys.close",
  method: "POST",
  url: "/api/keys/:id/close",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: "Closes a key for ever, within a second in every process. Closing twice is no error.",
  params: one,
  answer: nothing,
});

export const changeKey = endpoint({
  id: "keys.change",
  method: "PATCH",
  url: "/api/keys/:id",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: "Renames a key or sets the web addresses it is accepted from.",
  params: one,
  body: z.object({ name: nameText.optional(), origins: origins.optional() }),
  answer: nothing,
});

export const listAudit = endpoint({
  id: "audit.list",
  method: "GET",
  url: "/api/audit",
  who: { may: "audit.read" },
  owns: "installation",
  namesPerson: true,
  summary:
    "What colleagues did and whom they opened, newest first; `next` goes into `before`. Of people whom the reader may not see it tells neither who they are nor why.",
  query: z.object({
    who: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .optional()
      .describe("id of a colleague, or admin-token"),
    personId: z.uuid().optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    before: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: iso,
        who: z.string(),
        name: z.string().nullable(),
        what: z.string(),
        objectId: z.string().nullable(),
        personId: z.string().nullable(),
        reason: z.string().nullable(),
        refused: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
