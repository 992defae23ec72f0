// The words about the rules of identity: what each kind of identifier is worth, versioned, tried on history, then applied.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const ruleKinds = [
  "login",
  "club_card",
  "email",
  "phone",
  "distinct_id",
  "card_token",
  "receipt",
  "order",
  "device",
  "lane",
  "address",
] as const;
export type RuleKind = (typeof ruleKinds)[number];
export const limitedRuleKinds = ["login", "club_card", "email", "phone"] as const;
export const blockWays = ["prefix", "suffix", "contains", "glob"] as const;

const kind = z.enum(ruleKinds);
const each = <K extends string, V extends z.ZodType>(kinds: readonly K[], value: V) =>
  z.object(Object.fromEntries(kinds.map((one) => [one, value])) as Record<K, V>);

const window = z
  .object({ most: z.number().int().min(1).max(50), days: z.number().int().min(1).max(3660) })
  .nullable()
  .describe("of those at most so many whose first event lies within so many days; null: no window");

const neighbours = z.partialRecord(z.enum([...ruleKinds, "any"]), z.number().int().min(1).max(1000));

/** Only those who stand above a value point to it; at homes and things, which are no person, whoever it is. */
const isHubRule = (hub: Partial<Record<RuleKind, object>>): boolean =>
  Object.entries(hub).every(([value, near]) =>
    Object.keys(near).every((other) =>
      other === "any"
        ? value === "address" || value === "device"
        : ruleKinds.indexOf(other as RuleKind) < ruleKinds.indexOf(value as RuleKind),
    ),
  );

const tie = z.object({
  a: kind,
  b: kind,
  says: z.enum(["full", "stated", "nothing"]).describe("stated: no more than a browser's word"),
  strength: z.number().int().min(1).max(99).optional(),
});

const note = z.string().trim().max(120).optional();
const pattern = z
  .string()
  .trim()
  .min(3)
  .max(64)
  .refine((text) => (text.match(/\*/g) ?? []).length <= 4, "has more than four *")
  .refine((text) => text.replaceAll(/[*?]/g, "").length >= 3, "would match nearly everything");
const listable = z.enum(ruleKinds.filter((one) => one !== "lane"));
const blocked = z.object({
  values: z
    .array(
      z.object({
        kind: listable,
        fp: z.uuid(),
        also: z
          .array(z.uuid())
          .max(500)
          .optional()
          .describe("the same value as each other legal entity knows it"),
        note,
      }),
    )
    .max(5000)
    .describe("exact values, as keyed fingerprints: what they were cannot be read from here"),
  patterns: z.array(z.object({ kind: listable, how: z.enum(blockWays), text: pattern, note })).max(200),
});

export const ruleBody = z.object({
  rank: each(ruleKinds, z.number().int().min(1).max(99)).describe(
    "how strong a kind is: the stronger is heard first",
  ),
  limit: each(limitedRuleKinds, z.number().int().min(1).max(50)).describe(
    "at most so many for one person; 1: unique",
  ),
  window: each(limitedRuleKinds, window),
  hub: z
    .partialRecord(kind, neighbours)
    .refine(isHubRule, "counts neighbours that stand below the value")
    .describe("with more neighbours of a kind than this a value says nothing"),
  signed: z
    .number()
    .int()
    .min(1)
    .max(99)
    .describe("how strong a sign-in ties a login to what is done on the device"),
  ties: z
    .array(tie)
    .max(66)
    .refine(
      (ties) => new Set(ties.map(({ a, b }) => [a, b].sort().join(" "))).size === ties.length,
      "names a pair twice",
    ),
  blocked,
});
export type RuleBody = z.infer<typeof ruleBody>;

export const ruleStates = ["draft", "tried", "applying", "in_force", "replaced"] as const;
export type RuleState = (typeof ruleStates)[number];

const run = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(["try", "apply"]),
  state: z.enum(["running", "done", "cancelled"]),
  seen: z.number().describe("people and lone identifiers looked at so far"),
  total: z.number().describe("about how many there are"),
  changed: z.number(),
  joined: z.number(),
  split: z.number(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type RuleRun = z.infer<typeof run>;

const version = z.object({
  number: z.number(),
  state: z.enum(ruleStates),
  byId: z.string(),
  why: z.string(),
  at: z.string(),
  body: ruleBody,
});
export type RuleVersion = z.infer<typeof version>;

const number = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) });

export const readRules = endpoint({
  id: "identity.rules",
  method: "GET",
  url: "/api/identity/rules",
  who: { may: "identity.read" },
  owns: "installation",
  summary:
    "The versions of the rules, the newest first, at most 50, with who and why; `inForce` is what holds, and `run` is what is being tried or applied now, else the last that was.",
  answer: z.object({ inForce: z.number(), versions: z.array(version), run: run.nullable() }),
});

export const draftRules = endpoint({
  id: "identity.draft_rules",
  method: "POST",
  url: "/api/identity/rules",
  who: { may: "identity.manage" },
  owns: "installation",
  summary:
    "Writes a new version down; nothing changes yet. Values under `block` are kept as keyed fingerprints beside those of `body`, and hold at every legal entity there is. The same `actId` writes one version.",
  body: z.object({
    actId: z.uuid(),
    why: z.string().trim().min(3).max(500),
    body: ruleBody,
    block: z
      .array(z.object({ kind: listable, value: z.string().trim().min(1).max(320), note }))
      .max(200)
      .default([]),
  }),
  answer: version,
});

export const tryRules = endpoint({
  id: "identity.try_rules",
  method: "POST",
  url: "/api/identity/rules/:number/try",
  who: { may: "identity.manage" },
  owns: "installation",
  summary:
    "Tries a version on all that was ever heard, changing nothing: who would be joined or come apart. One at a time: 409 identity.rules_busy.",
  params: number,
  answer: run,
});

export const applyRules = endpoint({
  id: "identity.apply_rules",
  method: "POST",
  url: "/api/identity/rules/:number/apply",
  who: { may: "identity.manage" },
  owns: "installation",
  summary:
    "Applies a version that was tried, or one that held before, without stopping: new events are judged by it at once, and everybody else page by page. Undone by applying the former again. Not tried: 409 identity.rules_untried; busy: 409 identity.rules_busy; in force already: 409 identity.rules_in_force.",
  params: number,
  answer: run,
});

export const cancelRun = endpoint({
  id: "identity.cancel_rules",
  method: "POST",
  url: "/api/identity/rules/runs/:id/cancel",
  who: { may: "identity.manage" },
  owns: "installation",
  summary: "Stops a trial. What is being applied goes on to its end: 409 identity.rules_applying.",
  params: z.object({ id: z.uuid() }),
  answer: run,
});

const change = z.object({
  personId: z.string().describe("as the person is known now"),
  parts: z.number().describe("into how many the person would come apart; 1: stays whole"),
  joins: z.array(z.string()).describe("others who would be one with them, at most 20, as they are known now"),
  loses: z.number().describe("identifiers that would go"),
  gains: z.number().describe("identifiers that would come"),
});
export type RuleChange = z.infer<typeof change>;

export const listRuleChanges = endpoint({
  id: "identity.rule_changes",
  method: "GET",
  url: "/api/identity/rules/runs/:id",
  who: { may: "identity.read" },
  owns: "installation",
  namesPerson: true,
  summary:
    "What a trial found: counts, and the people who would change, by id; `next` goes into `after`. Ids only; the look is logged.",
  params: z.object({ id: z.uuid() }),
  query: z.object({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ run, items: z.array(change), next: z.string().nullable() }),
});
