// The words about probable matches: two people who may be one, weighed by what is known of both. They only suggest.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const matchesRefusals = {
  "matches.unknown": {
    status: 404,
    en: "This pair is not there any more: the two are one by now, or one of them is gone.",
    sv: "Paret finns inte längre: de två är redan en, eller så är en av dem borta.",
    da: "Parret er der ikke længere: de to er allerede én, eller en af dem er væk.",
  },
  "matches.decided": {
    status: 409,
    en: "Somebody has decided on this pair already. Undo that first.",
    sv: "Någon har redan bestämt om det här paret. Ångra det först.",
    da: "Nogen har allerede besluttet om dette par. Fortryd det først.",
  },
  "matches.undecided": {
    status: 409,
    en: "Nothing is decided on this pair, so there is nothing to undo.",
    sv: "Inget är bestämt om det här paret, så det finns inget att ångra.",
    da: "Intet er besluttet om dette par, så der er intet at fortryde.",
  },
} as const satisfies Record<string, RefusalLine>;

export const matchStates = ["open", "accepted", "rejected", "never"] as const;

const side = z.object({ personId: z.string(), name: z.string().nullable() });
const matchHead = z.object({
  id: z.string().describe("made of the two people: the same whenever they are weighed"),
  a: side,
  b: side,
  bits: z.number().describe("weight of the evidence: 10 bits are a thousand to one that they are one"),
  chance: z.number().describe("the same as a share of 1, by the model's own estimate"),
  state: z.enum(matchStates),
  scoredAt: z.string(),
  decidedAt: z.string().nullable(),
});
export type MatchAnswer = z.infer<typeof matchHead>;

const bar = z.object({
  column: z.string(),
  level: z.string().describe("how the two agree: same, one character, …, different, missing"),
  bits: z.number().describe("what this column says for itself: no other column moves it"),
  termBits: z.number().describe("what a rare value adds, or a common one takes, within `bits`"),
  a: z.string().nullable().describe("what is known of the one"),
  b: z.string().nullable().describe("and of the other"),
});
const together = z.object({
  bits: z
    .number()
    .describe("what is said otherwise side by side: what says one thing counts once, a family looks alike"),
  swapped: z.array(z.string()).describe("columns whose values stand in each other's place"),
});
const matchWhole = matchHead.extend({
  start: z.number().describe("bits before anything is compared: how seldom two people of all are one"),
  bars: z.array(bar).describe("one a column; start, bars and together add up to bits"),
  together,
  threshold: z.number().describe("bits from which a pair is asked about"),
  rulingId: z.string().nullable(),
});
export type MatchWhole = z.infer<typeof matchWhole>;

const who = { may: "people.join" } as const;
const matchId = z.object({ id: z.uuid() });
const decision = z.object({
  actId: z.uuid().describe("made by the client; the same act is done once, however often it is sent"),
  reason: z.string().trim().min(1).max(500).describe("why, in the colleague's words; goes into the audit"),
});
const decided = z.object({ id: z.string(), state: z.enum(matchStates), rulingId: z.string().nullable() });
export type MatchDecided = z.infer<typeof decided>;

export const listMatches = endpoint({
  id: "matches.list",
  method: "GET",
  url: "/api/matches",
  who,
  owns: "installation",
  namesPerson: true,
  summary:
    "Pairs of people who may be one, the heaviest first; at most 100 a page, `next` goes into `after`. Protected people are not among them for colleagues who may not see them. Each person shown is logged as looked at. A pair whose two are one by now is told only when it was accepted.",
  query: z.object({
    state: z.enum(matchStates).default("open"),
    least: z.coerce.number().min(-20).max(200).optional().describe("bits"),
    after: z
      .string()
      .regex(/^-?\d{1,4}(\.\d{1,18})?_[0-9a-f-]{36}$/, "is not the `next` of an earlier answer")
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({ items: z.array(matchHead), next: z.string().nullable(), open: z.number() }),
});

export const openMatch = endpoint({
  id: "matches.open",
  method: "GET",
  url: "/api/matches/:id",
  who,
  owns: "installation",
  namesPerson: true,
  summary:
    "The two side by side and what each column adds, weighed now from what is known now. Both are logged as looked at. Gone: 404 matches.unknown.",
  params: matchId,
  answer: matchWhole,
});

const decide = (verb: "accept" | "reject" | "never" | "undo", summary: string) =>
  endpoint({
    id: `matches.${verb}`,
    method: "POST",
    url: `/api/matches/:id/${verb}`,
    who,
    owns: "installation",
    namesPerson: true,
    summary,
    params: matchId,
    body: decision,
    answer: decided,
  });

export const acceptMatch = decide(
  "accept",
  "The two are one: the ruling of /api/people/join is made, with its limits and refusals. Decided already: 409 matches.decided.",
);
export const rejectMatch = decide(
  "reject",
  "Not one, by what is known: asked again only when evidence comes that is worth 10 bits more. Decided already: 409 matches.decided.",
);
export const neverMatch = decide(
  "never",
  "Never asked again, whatever becomes known. A later claim may still join the two: keep them apart with /api/people/keep-apart. Decided already: 409 matches.decided.",
);
export const undoMatch = decide(
  "undo",
  "Takes the decision back, without limit of time: an accepted pair is two people again, exactly. Nothing decided: 409 matches.undecided.",
);
