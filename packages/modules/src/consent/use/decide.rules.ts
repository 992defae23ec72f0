// May this be used for that, now: the whole answer from what the ledger, the registers and the rule sets say. Pure.
import type { ConsentRefusal, PermissionChannel, RecipientKind } from "@somlos/contract/rooms/consent";
import type { Policy } from "../law/policy.rules.ts";
import { versionOf } from "../law/policy.rules.ts";
import {
  ADULT,
  type Demand,
  demandOf,
  type PurposeBasis,
  type PurposeKind,
  type Register,
  type RuleSet,
  ruleSetOf,
} from "../law/sets.rules.ts";
import type { Folded, Standing } from "../ledger/fold.rules.ts";
import { ageAt, fitsChannel } from "./person.rules.ts";

export type Relation = {
  /** When the last obligation to the customer was fulfilled. */
  readonly fulfilledAt: Date;
  readonly sameKindOfGoods: boolean;
};

export type Question = {
  readonly kind: PurposeKind;
  readonly basis: PurposeBasis;
  readonly channel: PermissionChannel;
  readonly recipientKind: RecipientKind;
  /** Kind of message, as texts name them. */
  readonly scope: string;
  /** Kinds of goods that it names. */
  readonly categories: readonly string[];
  /** Day of birth, when known. */
  readonly born: string | null;
  /** A guardian agrees to this use now. */
  readonly guardian: boolean;
  readonly relation: Relation | null;
  readonly now: Date;
};

export type Held = { readonly fp: string; readonly kind: string };
export type Known = {
  readonly held: readonly Held[];
  /** The person had the use of what is kept of them restricted. */
  readonly restricted: boolean;
  readonly folded: Folded;
  /** Last use of the permission of each identifier. */
  readonly usedAt: ReadonlyMap<string, Date>;
  /** Registers: their day, and which of the identifiers are in them. */
  readonly lists: ReadonlyMap<string, { readonly asOf: Date; readonly fps: ReadonlySet<string> }>;
};

export type Basis = "consent" | "soft" | "relation" | "no_objection" | "not_needed";
export type Verdict = {
  readonly allowed: boolean;
  /** Uuid texts of the fingerprints that may be reached. */
  readonly fps: readonly string[];
  readonly basis: Basis | null;
  readonly ruleVersion: string;
  /** Null when it is allowed. */
  readonly reason: ConsentRefusal | null;
  /** The age that the person lacks, when that is the reason. */
  readonly under: number | null;
};

type No = { readonly reason: ConsentRefusal; readonly under?: number };
type Found = { readonly fps: readonly string[]; readonly basis: Basis } | No;
const DAY_MS = 86_400_000;
const daysSince = (then: Date, now: Date): number => (now.getTime() - then.getTime()) / DAY_MS;

/** Of whom nobody told when they were born, no age is made up. */
export const isMinor = (born: string | null, now: Date): boolean => born !== null && ageAt(born, now) < ADULT;

/** Purposes that a child is kept out of. */
const grownUp: readonly PurposeKind[] = ["marketing", "analysis"];

export function decideUse(set: RuleSet, policy: Policy, question: Question, known: Known): Verdict {
  const found = find(set, policy, question, known);
  const ruleVersion = versionOf(set, policy);
  if ("reason" in found) return { allowed: false, fps: [], basis: null, ruleVersion, under: null, ...found };
  return { allowed: true, ...found, ruleVersion, reason: null, under: null };
}

/** What goes on though the use is restricted: keeping, and what is about an own order or the law itself asks for (decision 18). */
const isKept = ({ kind }: Question, { need }: Demand): boolean =>
  kind === "storage" || (kind === "service" && need === "nothing");

function find(set: RuleSet, policy: Policy, question: Question, known: Known): Found {
  const demand = demandOf(set, question);
  if (demand.need === "never") return { reason: "consent.blocked_purpose" };
  if (known.restricted && !isKept(question, demand)) return { reason: "consent.restricted" };
  if (demand.need === "nothing") return { fps: known.held.map(({ fp }) => fp), basis: "not_needed" };
  if (isMinor(question.born, question.now) && grownUp.includes(question.kind))
    return { reason: "consent.minor", under: ADULT };
  const fitting = known.held.filter(({ kind }) => fitsChannel(kind, question.channel)).map(({ fp }) => fp);
  if (fitting.length === 0) return { reason: "consent.no_identifier" };
  return findYes(set, policy, question, known, { fitting, demand });
}

type Way = { readonly fitting: readonly string[]; readonly demand: Demand };

/** A yes that stands is always enough; without one, what the demand allows to those who never said no. */
function findYes(set: RuleSet, policy: Policy, question: Question, known: Known, way: Way): Found {
  const { fitting, demand } = way;
  const yes = standingFor(set, policy, question, known, way);
  if ("fps" in yes) return yes;
  if (demand.need !== "no_objection" && !("list" in demand)) return yes;
  if (known.folded.objected) return { reason: "consent.withdrawn" };
  if ("list" in demand) return askRegister(demand, policy, question, known, fitting);
  return { fps: fitting, basis: "no_objection" };
}

/** The yes of an own identifier that fits the channel, passing one sieve after another; the last to stop it is the reason. */
function standingFor(
  set: RuleSet,
  policy: Policy,
  question: Question,
  { folded, usedAt }: Known,
  { fitting, demand }: Way,
): Found {
  const { channel, now, scope, categories, born, guardian } = question;
  const ownAge = (yes: Standing): number => ruleSetOf(set.country, yes.entry.at).ownConsentAge;
  const sieves: readonly (readonly [ConsentRefusal, (yes: Standing) => boolean])[] = [
    ["consent.no_permission", ({ fp }) => fitting.includes(fp)],
    ["consent.no_permission", ({ basis }) => basis === "consent" || takesSoft(demand, channel)],
    [
      "consent.no_permission",
      ({ entry }) => entry.soft === null || entry.soft.paid === true || policy.softFromFreeAccount,
    ],
    [
      "consent.minor",
      (yes) => born === null || guardian || yes.entry.guardian || ageAt(born, yes.entry.at) >= ownAge(yes),
    ],
    ["consent.outside_scope", ({ entry }) => entry.text?.scopes.includes(scope) === true],
    ["consent.not_similar", (yes) => yes.basis === "consent" || areSimilar(yes, categories)],
    [
      "consent.dormant",
      (yes) => daysSince(latest(yes.freshAt, usedAt.get(yes.fp)), now) <= policy.dormantDays,
    ],
  ];
  let left = folded.standing;
  if (left.length === 0) return { reason: whyNone(folded, fitting) };
  for (const [reason, passes] of sieves) {
    const through = left.filter(passes);
    if (through.length === 0)
      return reason === "consent.minor" ? { reason, under: Math.max(...left.map(ownAge)) } : { reason };
    left = through;
  }
  const consents = left.filter(({ basis }) => basis === "consent");
  const chosen = consents.length > 0 ? consents : left;
  return { fps: [...new Set(chosen.map(({ fp }) => fp))], basis: consents.length > 0 ? "consent" : "soft" };
}

/** What a sale allows is written messages, where the law asks for a permission; nothing else. */
const takesSoft = ({ need }: Demand, channel: PermissionChannel): boolean =>
  need === "permission" && (channel === "mail" || channel === "sms");

/** A message that names no goods is not about similar ones. */
const areSimilar = (yes: Standing, categories: readonly string[]): boolean =>
  categories.length > 0 && categories.every((category) => yes.entry.text?.categories.includes(category));

const latest = (a: Date, b: Date | undefined): Date => (b !== undefined && b > a ? b : a);

function whyNone({ lastNo, pending, incomplete }: Folded, fitting: readonly string[]): ConsentRefusal {
  if (pending.some((fp) => fitting.includes(fp))) return "consent.not_confirmed";
  if (incomplete.some(({ fp }) => fitting.includes(fp))) return "consent.evidence_missing";
  return lastNo === undefined ? "consent.no_permission" : "consent.withdrawn";
}

/** Whoever is in the register is left alone, but for a customer relation; an old register says nothing. */
function askRegister(
  demand: Register,
  policy: Policy,
  { channel, relation, now }: Question,
  { lists }: Known,
  fitting: readonly string[],
): Found {
  const related =
    relation?.sameKindOfGoods === true &&
    demand.relationDays !== undefined &&
    daysSince(relation.fulfilledAt, now) <= demand.relationDays;
  if (related) return { fps: fitting, basis: "relation" };
  if (channel === "call" && !policy.coldCalls) return { reason: "consent.cold_calls_off" };
  const list = lists.get(demand.list);
  if (list === undefined || daysSince(list.asOf, now) > demand.listDays)
    return { reason: "consent.list_old" };
  const free = fitting.filter((fp) => !list.fps.has(fp));
  return free.length > 0 ? { fps: free, basis: "no_objection" } : { reason: "consent.on_a_list" };
}
