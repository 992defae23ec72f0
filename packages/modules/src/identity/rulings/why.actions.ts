// Answers why two are, or are not, one person, from the claims as they stand.
import { type Language, Refusal } from "@somlos/contract";
import type { ClaimAnswer, HeldVisit } from "@somlos/contract/rooms/identity";
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { listMessageIds, listSources } from "../../events/index.ts";
import { claimRules, rulingsBetween } from "../claims.rules.ts";
import { listClaimsTouching } from "../claims.store.ts";
import { type IdentitySettings, limitedKinds } from "../limits.rules.ts";
import { findNodes, listCore, type Node } from "../nodes.store.ts";
import { datedAs, sideOf } from "../people.rules.ts";
import {
  findHoldings,
  findNamed,
  findNodesById,
  findVisitors,
  listVisits,
  type Named,
  type Visit,
} from "./named.store.ts";
import { findRulings } from "./rulings.store.ts";
import { type Judged, judge, turnsOf, wayBetween } from "./why.rules.ts";
import { answerWords, ruleWords, stateWords } from "./words.rules.ts";

const MOST_CLAIMS = 200;
const MOST_VISITS = 200;

const personOf = (node: Node): string => node.component ?? node.fp;

async function coreOf(tx: Tx, node: Node): Promise<Node[]> {
  const core = node.component === undefined ? [] : await listCore(tx, [node.component]);
  return core.some((other) => other.fp === node.fp) ? core : [...core, node];
}

async function idOf(tx: Tx, node: Node): Promise<string> {
  const [holding] = await findHoldings(tx, [node.fp]);
  if (holding === undefined) throw new Refusal("people.unknown");
  return holding.personId;
}

export type Wish = {
  readonly id: string;
  readonly other: string | undefined;
  readonly name: Named | undefined;
  /** Those of these people who are not there for who asks. */
  readonly hiddenOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

/** Why a person and somebody else, or what a value names, are one or two. */
export async function whyOf(tx: Tx, wish: Wish, language: Language, settings: IdentitySettings) {
  const [one] = await findNodesById(tx, [wish.id]);
  if (one === undefined) throw new Refusal("people.unknown");
  if (wish.name?.kind === "visitor")
    return ofDevice(tx, one, { ...wish, device: wish.name.fp }, language, settings);
  const two =
    wish.name === undefined
      ? (await findNodesById(tx, [wish.other ?? ""]))[0]
      : await findNamed(tx, wish.name);
  if (two === undefined || (await wish.hiddenOf([two.id])).size > 0) throw new Refusal("people.unknown");
  return { ...(await explain(tx, [one, two], language, settings)), visits: [] as HeldVisit[] };
}

/** A device is used by turns: its latest visit of this person's is what is explained, else the latest of all. */
async function ofDevice(
  tx: Tx,
  one: Node,
  { device, hiddenOf }: Pick<Wish, "hiddenOf"> & { readonly device: string },
  language: Language,
  settings: IdentitySettings,
) {
  const visits = await listVisits(tx, device, MOST_VISITS);
  const me = await idOf(tx, one);
  const hidden = await hiddenOf(visits.map((visit) => visit.personId));
  const open = visits.filter((visit) => !hidden.has(visit.personId));
  const told = open.findLast((visit) => visit.personId === me) ?? open.at(-1);
  const [two] = told === undefined ? [] : await findNodes(tx, [told.fp]);
  if (two === undefined) throw new Refusal("people.unknown");
  const answer = await explain(tx, [one, two], language, settings);
  const many = new Set(visits.filter((visit) => visit.known).map((visit) => visit.personId)).size;
  const turns = many > 1 ? ` ${answerWords("turns", many, language)}` : "";
  return {
    ...answer,
    sentence: answer.sentence + turns,
    visits: turnsOf(visits).map((turn) => heldBy(turn, me, hidden)),
  };
}

const heldBy = (
  { at, to, personId, login }: Visit & { readonly to: number | undefined },
  me: string,
  hidden: ReadonlySet<string>,
): HeldVisit => ({
  from: at > 0 ? new Date(at).toISOString() : null,
  to: to === undefined ? null : new Date(to).toISOString(),
  personId: hidden.has(personId) ? null : personId,
  login: hidden.has(personId) ? null : (login ?? null),
  mine: personId === me,
});

async function explain(
  tx: Tx,
  [one, other]: readonly [Node, Node],
  language: Language,
  settings: IdentitySettings,
) {
  const same = personOf(one) === personOf(other);
  const [here, there] = [await coreOf(tx, one), same ? [] : await coreOf(tx, other)];
  const extra = same && other.leaf ? [other] : [];
  const members = [
    ...new Map([...here, ...there, ...extra].map((node) => [node.fp, datedAs(node, settings)])).values(),
  ];
  const claims = await listClaimsTouching(
    tx,
    members.map((node) => node.fp),
  );
  const judged = judge(members, claims, settings);
  const mine = new Set(here.map((node) => node.fp));
  const told = same
    ? wayBetween(judged, one.fp, other.fp)
    : judged.filter(({ claim }) => mine.has(claim.a) !== mine.has(claim.b));
  const [left, right] = [sideOf(here), sideOf(same ? [] : there)];
  const what = one.fp === other.fp ? "itself" : same ? "one" : told.length > 0 ? "refused" : "nothing";
  const rulings = await findRulings(tx, rulingsBetween(left.apart, right.apart));
  return {
    personId: await idOf(tx, one),
    otherId: await idOf(tx, other),
    same,
    sentence: sentenceOf(what, told.length, rulings.length > 0, language),
    rulings,
    claims: await shown(tx, told.slice(0, MOST_CLAIMS), language),
    rules: claimRules.map((rule) => ({
      rule,
      sentence: ruleWords[rule][language],
      claims: told.filter(({ claim }) => claim.rule === rule).length,
    })),
    limits: limitedKinds.map((kind, i) => ({
      kind,
      most: settings.limit[kind],
      here: left.counts[i] ?? 0,
      there: right.counts[i] ?? 0,
    })),
  };
}

function sentenceOf(
  what: "itself" | "one" | "refused" | "nothing",
  claims: number,
  isRuled: boolean,
  language: Language,
): string {
  if (isRuled && what === "nothing") return answerWords("ruled", 0, language);
  const answer = answerWords(what, claims, language);
  return isRuled ? `${answer} ${answerWords("also_ruled", 0, language)}` : answer;
}

/** Claims with their ends by name and their evidence: source, time and message. */
async function shown(tx: Tx, judged: readonly Judged[], language: Language): Promise<ClaimAnswer[]> {
  const fps = [...new Set(judged.flatMap(({ claim }) => [claim.a, claim.b]))];
  const nodes = new Map((await findHoldings(tx, fps)).map((node) => [node.fp, node]));
  const visitors = await findVisitors(tx, fps);
  const sources = new Map((await listSources(tx)).map((source) => [source.id, source.name]));
  const byEvent = judged.filter(({ claim }) => claim.rule !== "ruled" && claim.rule !== "moved");
  const keys = byEvent.map(({ claim }) => uuidOf(claim.key));
  const messages = keys.length === 0 ? new Map<string, string>() : await listMessageIds(tx, keys);
  const end = (fp: string) => ({
    kind: nodes.get(fp)?.kind ?? "lane",
    value: nodes.get(fp)?.value ?? visitors.get(fp) ?? null,
  });
  return judged.map(({ claim, state }) => ({
    a: end(claim.a),
    b: end(claim.b),
    rule: claim.rule,
    trust: claim.trust,
    strength: claim.strength,
    at: claim.at > 0 ? new Date(claim.at).toISOString() : null, // a device's first lane begins before all times
    source: sources.get(claim.sourceId) ?? null,
    messageId: messages.get(uuidOf(claim.key)) ?? null,
    rulingId: claim.rule === "ruled" ? uuidOf(claim.key) : null,
    state,
    sentence: `${ruleWords[claim.rule][language]} ${stateWords[state][language]}`,
  }));
}
