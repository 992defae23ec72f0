// Draws a person: which identifiers, by which claims they are one, and which claims of theirs lead nowhere.
import { type Language, Refusal } from "@somlos/contract";
import type { ClaimAnswer } from "@somlos/contract/rooms/identity";
import type { ClaimsOfPerson, Thread } from "@somlos/contract/rooms/identity-tree";
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { listMessageIds, listSources } from "../../events/index.ts";
import { listClaimsTouching } from "../claims.store.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { findNodes, listCore, type Node } from "../nodes.store.ts";
import { datedAs } from "../people.rules.ts";
import { findHoldings, findNodesById, findVisitors } from "../rulings/named.store.ts";
import { type Judged, judge } from "../rulings/why.rules.ts";
import { ruleWords, stateWords } from "../rulings/words.rules.ts";
import { chosen, flat, treesOf } from "./tree.rules.ts";
import { countKinds, type DeviceOf, listDevicesOf, listLeaves, listOutward } from "./tree.store.ts";

const MOST_LOOSE = 50;

/** When it was; a device's first lane begins before all times. */
const timeOf = (at: number): string | null => (at > 0 ? new Date(at).toISOString() : null);

/** All that is judged of a person, and of that what may be drawn. */
async function drawableOf(tx: Tx, node: Node, most: number) {
  const { component } = node;
  if (component === undefined) return { members: [node], devices: [] as DeviceOf[] };
  const core = await listCore(tx, [component]);
  const devices = await listDevicesOf(tx, component, most);
  const known = new Set(core.map((one) => one.fp));
  const wanted = [...(await listLeaves(tx, component, most)), ...devices.map((one) => one.fp), node.fp];
  return {
    members: [
      ...core,
      ...(await findNodes(
        tx,
        [...new Set(wanted)].filter((fp) => !known.has(fp)),
      )),
    ],
    devices,
  };
}

/** A hub is reached from its other ends: what all else claims of it, and there may be very much, is not read. */
const askedOf = (members: readonly Node[]): string[] =>
  members.filter((one) => one.ruled || !(one.hubStated || one.hubProven)).map((one) => one.fp);

const unique = <T extends { readonly fp: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.fp, one])).values(),
];

/** Claims with an end elsewhere, judged together with whoever stands there. */
async function judgeOutward(tx: Tx, mine: readonly Node[], node: Node, settings: IdentitySettings) {
  const fps = new Set(mine.map((one) => one.fp));
  const pairs = await listOutward(tx, [...fps], node.component, MOST_LOOSE + 1);
  const near = await findNodes(tx, [...new Set(pairs.map((pair) => pair.other))]);
  const components = [...new Set(near.flatMap((one) => one.component ?? []))];
  const theirs = unique([...near, ...(await listCore(tx, components))]);
  const all = [...mine, ...theirs];
  const members = all.map((one) => datedAs(one, settings));
  const claims = await listClaimsTouching(tx, askedOf(all));
  const asked = new Set(pairs.map(({ a, b }) => a + b));
  return judge(members, claims, settings).filter(({ claim }) => asked.has(claim.a + claim.b));
}

type Book = {
  readonly end: (fp: string) => { readonly kind: string; readonly value: string | null };
  readonly personOf: (fp: string) => string | undefined;
  readonly claim: (judged: Judged) => ClaimAnswer;
};

/** Ends by name, and evidence by source, time and message. */
async function bookOf(
  tx: Tx,
  judged: readonly Judged[],
  also: readonly string[],
  language: Language,
): Promise<Book> {
  const fps = [...new Set([...also, ...judged.flatMap(({ claim }) => [claim.a, claim.b])])];
  const nodes = new Map((await findHoldings(tx, fps)).map((one) => [one.fp, one]));
  const visitors = await findVisitors(tx, fps);
  const sources = new Map((await listSources(tx)).map((source) => [source.id, source.name]));
  const keys = judged
    .filter(({ claim }) => claim.rule !== "ruled" && claim.rule !== "moved")
    .map(({ claim }) => uuidOf(claim.key));
  const messages = keys.length === 0 ? new Map<string, string>() : await listMessageIds(tx, keys);
  const end = (fp: string) => ({
    kind: nodes.get(fp)?.kind ?? "lane",
    value: nodes.get(fp)?.value ?? visitors.get(fp) ?? null,
  });
  return {
    end,
    personOf: (fp) => nodes.get(fp)?.personId,
    claim: ({ claim, state }) => ({
      a: end(claim.a),
      b: end(claim.b),
      rule: claim.rule,
      trust: claim.trust,
      strength: claim.strength,
      at: timeOf(claim.at),
      source: sources.get(claim.sourceId) ?? null,
      messageId: messages.get(uuidOf(claim.key)) ?? null,
      rulingId: claim.rule === "ruled" ? uuidOf(claim.key) : null,
      state,
      sentence: `${ruleWords[claim.rule][language]} ${stateWords[state][language]}`,
    }),
  };
}

const threadOf = (node: Node, device: DeviceOf | undefined, book: Book): Thread => ({
  kind: device === undefined ? node.kind : "visitor",
  value: device?.visitor ?? book.end(node.fp).value ?? "",
  firstSeenAt: timeOf(device?.firstAt ?? node.firstAt),
  trust: (device?.proven ?? node.proven) ? "proven" : "stated",
  visits: device?.visits ?? 0,
});

async function restOf(tx: Tx, node: Node, threads: readonly Thread[]) {
  const all = node.component === undefined ? [] : await countKinds(tx, node.component);
  return all
    .map(({ kind, n }) => ({ kind: kind === "lane" ? "visitor" : kind, count: n }))
    .map(({ kind, count }) => ({ kind, count: count - threads.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

export async function drawPerson(
  tx: Tx,
  wish: {
    readonly id: string;
    readonly most: number;
    readonly language: Language;
    /** Those of these people who are not there for who asks. */
    readonly hiddenOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  },
  settings: IdentitySettings,
): Promise<ClaimsOfPerson> {
  const [node] = await findNodesById(tx, [wish.id]);
  if (node === undefined) throw new Refusal("people.unknown");
  const { members, devices } = await drawableOf(tx, node, wish.most);
  const byLane = new Map(devices.map((one) => [one.fp, one]));
  const drawn = chosen(
    members.filter((one) => one.kind !== "lane" || byLane.has(one.fp) || node.component === undefined),
    wish.most,
  );
  const fps = members.map((one) => one.fp);
  const dated = members.map((one) => datedAs(one, settings));
  const judged = judge(dated, await listClaimsTouching(tx, askedOf(members)), settings);
  const { leaves, knots } = flat(treesOf(fps, judged, drawn), drawn);
  const loose = [
    ...judged.filter(({ state }) => state !== "joins" && state !== "counts"),
    ...(await judgeOutward(tx, members, node, settings)),
  ];
  const told = [
    ...loose.slice(0, MOST_LOOSE),
    ...knots.map(({ claim }) => ({ claim, state: "joins" as const })),
  ];
  const book = await bookOf(tx, told, leaves, wish.language);
  const byFp = new Map(members.map((one) => [one.fp, one]));
  const threads = leaves.flatMap((fp) => {
    const one = byFp.get(fp);
    return one === undefined ? [] : [threadOf(one, byLane.get(fp), book)];
  });
  const personId = book.personOf(leaves[0] ?? node.fp) ?? wish.id;
  const dangling = loose.slice(0, MOST_LOOSE).map((one) => ({
    claim: book.claim(one),
    otherId: [one.claim.a, one.claim.b].map(book.personOf).find((id) => id !== personId) ?? null,
  }));
  const hidden = await wish.hiddenOf(dangling.flatMap(({ otherId }) => otherId ?? []));
  return {
    personId,
    threads,
    knots: knots.map(({ claim, also, parts }) => ({
      parts: [parts[0], parts[1]],
      claim: book.claim({ claim, state: "joins" }),
      also,
    })),
    rest: await restOf(tx, node, threads),
    loose: dangling.filter(({ otherId }) => otherId === null || !hidden.has(otherId)),
    moreLoose: loose.length > MOST_LOOSE,
  };
}
