// The one question: may this person be reached or used for that, now. Asked in the transaction that does it.
import { Refusal } from "@somlos/contract";
import type { ConsentRefusal, PermissionChannel, RecipientKind } from "@somlos/contract/rooms/consent";
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { findCircles, findEntity } from "../../company/index.ts";
import type { Naming } from "../../events/index.ts";
import { listRestrictedAmong, loadPerson } from "../../identity/index.ts";
import { ownPolicy } from "../law/policy.rules.ts";
import { findPolicy } from "../law/policy.store.ts";
import { ruleSetOf } from "../law/sets.rules.ts";
import { type Bearer, bearerOf, saidOf } from "../ledger/bearers.rules.ts";
import { foldLedger } from "../ledger/fold.rules.ts";
import { holdToRead, listHeads } from "../ledger/heads.store.ts";
import { carriersOf } from "../ledger/ledger.actions.ts";
import { findUses, listEntries } from "../ledger/ledger.store.ts";
import type { Carrier } from "../ledger/plan.rules.ts";
import { askLists } from "../lists/lists.store.ts";
import { findPurpose } from "../purposes/purposes.store.ts";
import { askWishes } from "../wishes/wishes.actions.ts";
import { isContact } from "../wishes/wishes.rules.ts";
import { type Basis, decideUse, type Relation } from "./decide.rules.ts";
import { carriesPermission, fitsChannel } from "./person.rules.ts";

export type UseWish = {
  /** All that the person holds. */
  readonly identifiers: readonly Bearer[];
  readonly purpose: string;
  readonly channel: PermissionChannel;
  readonly entityId: string;
  readonly recipientKind: RecipientKind;
  /** Kind of message, as texts name them. */
  readonly scope: string;
  /** Kinds of goods that it names. */
  readonly categories?: readonly string[];
  /** Topics that it is about, by code. */
  readonly topics?: readonly string[];
  /** Country of the recipient; else that of the legal entity. */
  readonly country?: string;
  /** Day of birth, when known. */
  readonly born?: string | null;
  /** A guardian agrees to this use now. */
  readonly guardian?: boolean;
  readonly relation?: Relation;
  readonly now: Date;
};

export type UseAnswer = {
  readonly allowed: boolean;
  readonly identifiers: readonly Bearer[];
  readonly basis: Basis | null;
  readonly ruleVersion: string;
  readonly reason: ConsentRefusal | null;
  /** Until when a wish of the person keeps it back. */
  readonly until: Date | null;
  /** Whether it is a message that counts towards how often they want to hear of us. */
  readonly contact: boolean;
  /** The age that the person lacks, when that is the reason. */
  readonly under: number | null;
};

/** Only numbers and addresses stand in registers, named the same whoever collected them. */
function askRegisters(tx: Tx, bearers: ReadonlyMap<string, Bearer>, channel: PermissionChannel) {
  const reachable = [...bearers].filter(([, { kind }]) => fitsChannel(kind, channel));
  const named = ({ fp, inCircle, also = [] }: Bearer) => [uuidOf(inCircle?.(0) ?? fp), ...also];
  return askLists(tx, new Map(reachable.map(([fp, id]) => [fp, named(id)] as const)));
}

/** Whoever restricts holds the heads too: asked after them, what was committed before is seen. */
const isRestricted = async (tx: Tx, identifiers: readonly Bearer[], circles: readonly number[]) =>
  (
    await listRestrictedAmong(
      tx,
      identifiers.flatMap((id) => saidOf(id, circles)),
    )
  ).size > 0;

/** Somebody whom only legal entities know that share no people with this one. */
const no = {
  allowed: false,
  identifiers: [],
  basis: null,
  until: null,
  contact: false,
  under: null,
} as const;
const notTheirs = ({ country, now }: UseWish, entity: { readonly country: string }): UseAnswer => ({
  ...{ ...no, reason: "consent.other_circle" },
  ruleVersion: ruleSetOf(country ?? entity.country, now).version,
});

/**
 * Holds the heads of the person's identifiers until the transaction ends: a no that was committed before is seen, and one
 * that comes now waits until what is being done is done. It locks, so it needs a work; it writes nothing.
 */
export async function mayUse(tx: Tx, wish: UseWish): Promise<UseAnswer> {
  const purpose = await findPurpose(tx, wish.purpose);
  if (purpose === undefined) throw new Refusal("consent.purpose_unknown");
  const entity = await findEntity(tx, wish.entityId);
  if (entity === undefined) throw new Refusal("company.entity_unknown");
  const circles = await findCircles(tx, wish.entityId);
  const theirs = [circles.now, circles.own];
  if (wish.identifiers.some(({ circle = circles.now }) => !theirs.includes(circle)))
    return notTheirs(wish, entity);
  const bearers = new Map(
    wish.identifiers
      .filter(({ kind }) => carriesPermission(kind))
      .flatMap((id) => saidOf(id, circles.ever).map((fp) => [uuidOf(fp), id])),
  );
  const said = await holdToRead(tx, [...bearers.keys()].sort());
  const country = wish.country ?? entity.country;
  const policy = (await findPolicy(tx, country, wish.now.toISOString().slice(0, 10))) ?? ownPolicy;
  const known = {
    held: [...bearers].map(([fp, { kind }]) => ({ fp, kind })),
    restricted: await isRestricted(tx, wish.identifiers, circles.ever),
    folded: foldLedger(
      await listEntries(tx, said, wish),
      new Set(wish.identifiers.flatMap((id) => saidOf(id, circles.ever).map(uuidOf))),
      wish,
    ),
    usedAt: await findUses(tx, said, wish),
    lists: await askRegisters(tx, bearers, wish.channel),
  };
  const { channel, recipientKind, scope, categories = [], now } = wish;
  const { born = null, guardian = false, relation = null } = wish;
  const { kind, basis } = purpose;
  const { fps: reachable, ...verdict } = decideUse(
    ruleSetOf(country, now),
    policy,
    { kind, basis, channel, recipientKind, scope, categories, born, guardian, relation, now },
    known,
  );
  const contact = isContact(purpose.kind, channel);
  const kept =
    verdict.allowed && contact
      ? await askWishes(tx, [...bearers.keys()], said, { channel, topics: wish.topics ?? [], now })
      : undefined;
  if (kept !== undefined) return { ...no, ...kept, ruleVersion: verdict.ruleVersion };
  const identifiers = [...new Set(reachable.flatMap((fp) => bearers.get(fp) ?? []))];
  return { ...verdict, identifiers, until: null, contact };
}

/** What a person holds now, as the ledger knows it; nobody by that id: nothing. */
export async function bearersOf(tx: Tx, naming: Naming, personId: string): Promise<Bearer[]> {
  const person = await loadPerson(tx, personId);
  return (person?.identifiers ?? []).flatMap((held) => bearerOf(naming, held) ?? []);
}

/** A person who has been seen with more than these is asked for what they said, not for every cookie. */
const NAMED = ["email", "phone", "login", "club_card", "address"];

/**
 * What a no of a person is written on: every address, card and login, and each device or cookie that ever said anything. A no
 * on any of them counts for all that the person holds; the many are for the day when they part. Unknown: 404.
 */
export async function carriersOfPerson(tx: Tx, naming: Naming, personId: string): Promise<Carrier[]> {
  const carriers = carriersOf(await bearersOf(tx, naming, personId)).filter(({ kind }) =>
    carriesPermission(kind),
  );
  if (carriers.length === 0) throw new Refusal("people.unknown");
  const said = new Set(
    await listHeads(
      tx,
      carriers.map(({ fp }) => fp),
    ),
  );
  const named = carriers.filter(({ kind, fp }) => NAMED.includes(kind) || said.has(fp));
  return named.length > 0 ? named : carriers.slice(0, 1);
}
