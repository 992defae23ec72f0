// Doors to one's own permissions: over what is proven to be one's own, and nothing else.
import { type Language, Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-mine";
import type { Actor, Tx, Work } from "@somlos/kernel/db";
import { type Caller, type Door, handle, type Knock } from "@somlos/kernel/http";
import { uuidOf } from "@somlos/kernel/ids";
import { type EntityRow, listEntities } from "../../company/index.ts";
import { findSelf } from "../../identity/index.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { dormantDaysIn } from "../law/policy.actions.ts";
import { isTheirs } from "../ledger/fold.rules.ts";
import { listHeads } from "../ledger/heads.store.ts";
import { listAllEntries } from "../ledger/ledger.store.ts";
import { listPurposes } from "../purposes/purposes.store.ts";
import { type Named, namedOf, type PermissionAct } from "../say/acts.rules.ts";
import { inEveryCircle } from "../say/everywhere.actions.ts";
import { say } from "../say/say.actions.ts";
import { broadNoes, standingRows } from "../standing/standing.rules.ts";
import { listUses } from "../standing/standing.store.ts";
import { minorNow } from "../use/ages.rules.ts";
import { carriesPermission, fitsChannel } from "../use/person.rules.ts";
import { type Mine, minePlain, noToAll, wordsFor } from "./mine.rules.ts";
import { listAsks } from "./mine.store.ts";
import { liftNo, lookAround } from "./unasked.actions.ts";
import { unaskedOf } from "./unasked.rules.ts";

type Grant = (typeof words.grantMine.body & object)["_zod"]["output"];
type No = (typeof words.withdrawMine.body & object)["_zod"]["output"];
type Lift = (typeof words.liftMine.body & object)["_zod"]["output"];

const selfOf = (caller: Caller) => {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  return {
    fp: caller.fp,
    by: `person:${caller.sessionId}`,
    actor: { kind: "person", id: caller.sessionId } satisfies Actor,
  };
};

/** What is proven theirs and can bear a permission. */
const ownOf = async (tx: Tx, fp: string) =>
  (await findSelf(tx, fp)).identifiers.filter(({ kind }) => carriesPermission(kind));
const carriersOf = async (tx: Tx, fp: string): Promise<Named[]> =>
  (await ownOf(tx, fp)).map((identifier) => namedOf(identifier, uuidOf(identifier.fp)));

/** What is done without asking them, on an interest. */
async function unasked({ naming }: ConsentHouse, tx: Tx, fp: string, now: Date): Promise<words.MyUnasked[]> {
  const { near, carriers } = await lookAround(tx, naming, await ownOf(tx, fp), now);
  const fps = carriers.map((carrier) => carrier.fp);
  const entries = await listAllEntries(tx, await listHeads(tx, fps));
  const found = unaskedOf(await listPurposes(tx), near, entries, new Set([...fps, uuidOf(fp)]));
  return found.map(({ since, ...one }) => ({ ...one, since: since?.toISOString() ?? null }));
}

async function show(
  house: ConsentHouse,
  tx: Tx,
  fp: string,
  language: Language,
  now: Date,
): Promise<words.MyPermissions> {
  const carriers = await carriersOf(tx, fp);
  const said = await listHeads(
    tx,
    carriers.map((carrier) => carrier.fp),
  );
  const entities = new Map((await listEntities(tx)).map((entity) => [entity.id, entity]));
  const kinds = new Map((await listPurposes(tx)).map(({ code, kind }) => [code, kind]));
  const held = new Set([...carriers.map((carrier) => carrier.fp), uuidOf(fp)]);
  const entries = (await listAllEntries(tx, said)).filter((entry) => isTheirs(entry, held));
  const noes = broadNoes(entries);
  const rows = standingRows(entries, held, {
    uses: await listUses(tx, said),
    dormantDays: await dormantDaysIn(tx, entities, now),
    now,
  });
  const mine = minePlain(
    rows,
    wordsFor(await listAsks(tx), language),
    carriers.map(({ kind }) => kind),
    noes,
  );
  return {
    noToAll: noToAll(noes)?.toISOString() ?? null,
    items: mine.map((one) => shown(one, entities, kinds)),
    unasked: await unasked(house, tx, fp, now),
    minor: minorNow(await house.ages.bornOfSelf(tx, fp), now),
  };
}

const shown = (
  { purpose, channel, entityId, state, since, ask }: Mine,
  entities: ReadonlyMap<string, EntityRow>,
  kinds: ReadonlyMap<string, words.MyPermission["kind"]>,
): words.MyPermission => ({
  ...{ purpose, channel, state, kind: kinds.get(purpose) ?? null, since: since?.toISOString() ?? null },
  entity: { id: entityId, name: entities.get(entityId)?.name ?? null },
  ask:
    ask === null
      ? null
      : {
          ...{ textId: ask.id, textHash: ask.hash, language: ask.language, body: ask.body },
          benefit: ask.benefit,
        },
});

async function act(work: Work, house: ConsentHouse, acts: readonly PermissionAct[]): Promise<void> {
  const { refused } = await say(work, house, acts);
  for (const { code, missing } of refused.values())
    throw new Refusal(code, missing === undefined ? undefined : { missing });
}

/** Said in the corner, switched on by the person: nothing was ticked before, and the switch is the act that ends it. */
const inTheCorner = { place: "corner", how: "switched on", active: true, concluded: true } as const;

async function grantMine(
  work: Work,
  house: ConsentHouse,
  body: Grant,
  { fp, by }: ReturnType<typeof selfOf>,
) {
  const { actId, purpose, channel, textId, textHash } = body;
  const carriers = await carriersOf(work.tx, fp);
  const named = carriers.filter(({ kind }) => fitsChannel(kind, channel));
  if (named.length === 0) throw new Refusal("consent.nothing_to_reach");
  const text = (await listAsks(work.tx)).find(({ id }) => id === textId);
  if (text === undefined) throw new Refusal("consent.text_unknown");
  const evidence = { ...inTheCorner, textHash, collectedBy: by };
  const given = { act: "grant", actId, named, purpose, textId, evidence, channels: [channel] } as const;
  const rest = { at: work.now, soft: null, imported: false, guardian: false, saidBy: uuidOf(fp) };
  await act(
    work,
    house,
    text.entityIds.map((entityId) => ({ ...given, ...rest, entityId })),
  );
}

async function withdrawMine(
  work: Work,
  house: ConsentHouse,
  body: No,
  { fp, by }: ReturnType<typeof selfOf>,
) {
  const { cause = null, ...what } = body;
  const own = await carriersOf(work.tx, fp);
  if (own.length === 0) throw new Refusal("consent.nothing_to_reach");
  const toAll = what.purpose === null && what.channel === null;
  const named = toAll ? await inEveryCircle(work.tx, house.naming, own) : own;
  const no = { act: "withdraw", named, cause, entityId: null, at: work.now, imported: false } as const;
  await act(work, house, [{ ...no, ...what, collectedBy: by }]);
}

async function liftMine(
  work: Work,
  { naming }: ConsentHouse,
  body: Lift,
  { fp, by }: ReturnType<typeof selfOf>,
) {
  const own = await ownOf(work.tx, fp);
  if (own.length === 0) throw new Refusal("consent.nothing_to_reach");
  const around = await lookAround(work.tx, naming, own, work.now);
  await liftNo(work, around, body, { saidBy: uuidOf(fp), by });
}

/** One change with what holds after it, in one transaction. */
function change<B>(
  house: ConsentHouse,
  { caller, body, language }: Knock<unknown, unknown, B>,
  go: (work: Work, house: ConsentHouse, body: B, self: ReturnType<typeof selfOf>) => Promise<void>,
): Promise<words.MyPermissions> {
  const self = selfOf(caller);
  return house.db.work(self.actor, async (work) => {
    await go(work, house, body, self);
    return show(house, work.tx, self.fp, language, work.now);
  });
}

export const myPermissionDoors: readonly Door<ConsentHouse>[] = [
  handle(words.readMyPermissions, (house: ConsentHouse, { caller, language }) =>
    house.db.read((tx, now) => show(house, tx, selfOf(caller).fp, language, now)),
  ),
  handle(words.grantMine, (house: ConsentHouse, knock) => change(house, knock, grantMine)),
  handle(words.withdrawMine, (house: ConsentHouse, knock) => change(house, knock, withdrawMine)),
  handle(words.liftMine, (house: ConsentHouse, knock) => change(house, knock, liftMine)),
];
