// The words about who is who: what colleagues rule, what it moves, and why two are or are not one person.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { holds } from "./identity-holds.ts";

export const namedValue = z.object({ kind: z.string().min(1).max(40), value: z.string().min(1).max(1000) });
/** A value, and among whose customers it is meant. */
export const meantValue = namedValue.extend({
  personId: z
    .uuid()
    .optional()
    .describe("a person whose it is, by any id they had: meant as that person's legal entities know it"),
  legalEntity: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe("code of a legal entity whose customer it is; with neither it is looked for at all of them"),
});
const SEVERAL = "Known to several legal entities, and none is named: 409 people.several_entities.";
const personId = z.object({ id: z.uuid() });
const rulingId = z.object({ id: z.uuid() });

/** What every ruling is told with. */
export const act = {
  actId: z.uuid().describe("made by the client; the same act is done once, however often it is sent"),
  reason: z.string().trim().min(1).max(500).describe("why, in the colleague's words; goes into the audit"),
  preview: z.boolean().default(false).describe("true: nothing is written; the answer says what would be"),
};

const identifiers = z.array(z.object({ kind: z.string(), value: z.string() }));
const standing = z.object({ id: z.string(), identifiers });

export const rulingKinds = ["join", "split", "apart", "withdraw", "one_person", "blocked"] as const;

export const ruled = z.object({
  rulingId: z.string().nullable().describe("null for a preview"),
  done: z
    .enum(["now", "before", "preview"])
    .describe("before: the same act was done already, nothing more was done"),
  before: z.array(standing).describe("the people concerned as they were"),
  after: z.array(standing).describe("and as they are, or would be; former ids still lead to them"),
  moves: z
    .array(
      z.object({
        from: z.string().describe("person id"),
        to: z.string().describe("person id"),
        identifiers,
        events: z.number().describe("how many events go over"),
        messageIds: z.array(z.string()).describe("of the newest of them, at most 50"),
        facts: z.number().describe("how many words of facts go over"),
        factNames: z.array(z.string()),
      }),
    )
    .describe("what goes from whom to whom"),
  holds: holds
    .nullable()
    .describe(
      "of a preview about people: what would hold otherwise than now; null: it was done, or is about a value",
    ),
});
export type RuledAnswer = z.infer<typeof ruled>;

const who = { may: "people.join" } as const;
const shared = { method: "POST", who, owns: "installation", namesPerson: true, answer: ruled } as const;

export const join = endpoint({
  ...shared,
  id: "people.join",
  url: "/api/people/join",
  summary:
    "Two people are one: a proven claim by a colleague, strength 100. Each is named by a person id or by an identifier. Refused when it would break a limit (409 people.limit_login, …) or what was ruled apart (409 people.ruled_apart, with the `rulingIds` to undo). Undone at any time. " +
    SEVERAL,
  body: z.object({ ...act, a: z.union([personId, meantValue]), b: z.union([personId, meantValue]) }),
});

export const split = endpoint({
  ...shared,
  id: "people.split",
  url: "/api/people/:id/split",
  summary:
    "These identifiers of a person (at most 200) go apart from the rest: two people, whatever later events claim. A visitor id stands for the lanes of that device which are this person's. Not theirs: 409 people.not_theirs. All there is: 409 people.split_all.",
  params: personId,
  body: z.object({ ...act, identifiers: z.array(namedValue).min(1).max(200) }),
});

export const keepApart = endpoint({
  ...shared,
  id: "people.keep_apart",
  url: "/api/people/keep-apart",
  summary: `Two identifiers are never one person, whether they are now or not. Undone at any time. Of legal entities that share no customers they never are: 409 people.apart_already. ${SEVERAL}`,
  body: z.object({ ...act, a: meantValue, b: meantValue }),
});

export const withdrawClaims = endpoint({
  ...shared,
  id: "people.withdraw_claims",
  url: "/api/people/withdraw-claims",
  summary:
    "What was claimed of two identifiers, and what will be, counts no more; other reasons may still join them. Nothing claimed of the two: 409 people.nothing_claimed. " +
    SEVERAL,
  body: z.object({ ...act, a: meantValue, b: meantValue }),
});

export const undoRuling = endpoint({
  ...shared,
  id: "people.undo",
  url: "/api/people/rulings/:id/undo",
  summary:
    "Takes a ruling back, without limit of time: people, events and facts are as if it had never been made, and what came in between goes home. Undone already: 409 people.ruling_undone. To have it again, rule again.",
  params: rulingId,
  body: z.object(act),
});

const rulingEnd = z.object({
  kind: z.string(),
  value: z.string().nullable().describe("null: a lane of a device"),
});

export const ruling = z.object({
  id: z.string(),
  kind: z.enum(rulingKinds),
  at: z.string(),
  by: z.string().describe("id of the colleague"),
  reason: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneReason: z.string().nullable(),
  names: z
    .array(
      z.object({
        side: z.number().describe("1 or 2"),
        kind: z.string(),
        value: z.string().nullable().describe("null: a lane of a device"),
        personId: z.string().describe("whose it is now"),
      }),
    )
    .describe("the two sides that are never one person; of a withdrawal, the two whose claims count no more"),
  ties: z
    .array(z.object({ a: rulingEnd, b: rulingEnd, personId: z.string() }))
    .describe("what it says is one person"),
});

export const listRulings = endpoint({
  id: "people.rulings",
  method: "GET",
  url: "/api/people/:id/rulings",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "What colleagues ruled about this person, the newest first, at most 500, also what was undone. Unknown: 404 people.unknown.",
  params: personId,
  answer: z.object({ personId: z.string(), items: z.array(ruling) }),
});

export const claimRules = ["carried", "signed", "seen", "moved", "ruled"] as const;
export const claimStates = [
  "joins",
  "counts",
  "limit.login",
  "limit.club_card",
  "limit.email",
  "limit.phone",
  "window.login",
  "window.club_card",
  "window.email",
  "window.phone",
  "proven",
  "ruled_apart",
  "withdrawn",
  "hub",
  "rule",
] as const;

const node = z.object({
  kind: z.string().describe("`lane` is what was done on a device between a sign-in and the next"),
  value: z.string().nullable().describe("of a lane: the visitor id of its device"),
});

export const claim = z.object({
  a: node,
  b: node,
  rule: z.enum(claimRules),
  trust: z.enum(["stated", "proven"]),
  strength: z
    .number()
    .describe("0 to 100: of two claims the stronger is heard first, and proven before stated"),
  at: z.string().nullable(),
  source: z.string().nullable(),
  messageId: z.string().nullable().describe("leads to the event at /api/events/…/trace"),
  rulingId: z.string().nullable(),
  state: z
    .enum(claimStates)
    .describe("joins: it made one of two; counts: they were one already; else why it was refused"),
  sentence: z.string(),
});
export type ClaimAnswer = z.infer<typeof claim>;

export const heldVisit = z.object({
  from: z.string().nullable().describe("null: since the device is known"),
  to: z.string().nullable().describe("null: until now"),
  personId: z.string().nullable().describe("null: a person who is hidden from you"),
  login: z.string().nullable().describe("the login that holds it, if one does"),
  mine: z.boolean().describe("it is the asked person's"),
});
export type HeldVisit = z.infer<typeof heldVisit>;

export const why = endpoint({
  id: "people.why",
  method: "GET",
  url: "/api/people/:id/why",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Why two are, or are not, one person. The other is named by `other`, a person id, or by `kind` and `value`, looked for among the customers of the person's legal entities first. A visitor id names a device: `visits` says who held it when, and the answer is about the latest visit of the asked person's, else about the latest. One person: the claims that lead from one to the other. Two: every claim between them and why it was refused, at most 200, and what colleagues ruled that keeps them apart.",
  params: personId,
  query: z.object({
    other: z.uuid().optional(),
    kind: z.string().min(1).max(40).optional(),
    value: z.string().min(1).max(1000).optional(),
    legalEntity: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe("code of a legal entity whose customer the value is"),
  }),
  answer: z.object({
    personId: z.string(),
    otherId: z.string(),
    same: z.boolean(),
    sentence: z.string().describe("the answer in one sentence"),
    rulings: z
      .array(ruling)
      .describe("two people: what colleagues ruled that keeps them apart, whatever is claimed"),
    claims: z.array(claim).describe("same: the way from one to the other; else all between the two"),
    rules: z
      .array(z.object({ rule: z.enum(claimRules), sentence: z.string(), claims: z.number() }))
      .describe("every rule that was tried, and how many claims it gave here"),
    limits: z
      .array(z.object({ kind: z.string(), most: z.number(), here: z.number(), there: z.number() }))
      .describe("how many of each limited kind the two hold"),
    visits: z
      .array(heldVisit)
      .describe("of a visitor id: all who held the device, by time, of its last 200 visits; else empty"),
  }),
});
