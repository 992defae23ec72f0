// What would hold of people after they are joined or parted: all of it follows from what each holds, so it is worked out from
// that, and nothing is written.

import { channels } from "@somlos/contract/rooms/events";
import type { HoldState, Holds } from "@somlos/contract/rooms/identity-holds";
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { type CompanyView, type EntityRow, listEntities } from "../../company/index.ts";
import type { Naming } from "../../events/index.ts";
import { type Foreseen, type Foresight, lineOf, type Turn } from "../../identity/index.ts";
import { type Ages, type ConsentHouse, reachesEntity } from "../consent.house.ts";
import { readLevels } from "../dial/dial.actions.ts";
import { dormantDaysIn } from "../law/policy.actions.ts";
import { type Bearer, bearerOf } from "../ledger/bearers.rules.ts";
import type { Entry } from "../ledger/entries.rules.ts";
import type { Scope } from "../ledger/fold.rules.ts";
import { listHeads } from "../ledger/heads.store.ts";
import { listAllEntries } from "../ledger/ledger.store.ts";
import { noToAll } from "../mine/mine.rules.ts";
import { lookAround } from "../mine/unasked.actions.ts";
import { unaskedOf } from "../mine/unasked.rules.ts";
import { listPurposes } from "../purposes/purposes.store.ts";
import { minorNow } from "../use/ages.rules.ts";
import { carriesPermission } from "../use/person.rules.ts";
import { foldWishes } from "../wishes/wishes.rules.ts";
import { listWishActs } from "../wishes/wishes.store.ts";
import { broadNoes, scopesOf, standingAt, theirsOf } from "./standing.rules.ts";
import { listUses } from "./standing.store.ts";
import { wishesOf } from "./wish-lines.rules.ts";

type ForesightHouse = {
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "saidTo">;
  readonly ages: Pick<Ages, "bornOf">;
  readonly reachOf: ConsentHouse["reachOf"];
};

type Held = Foreseen & { readonly bearers: readonly Bearer[]; readonly fps: ReadonlySet<string> };
type People = { readonly now: readonly Held[]; readonly after: readonly Held[]; readonly ways: Turn["ways"] };

const everybody = ({ now, after }: People): Held[] => [...now, ...after];

/** A receipt or an order is a thing: of it nobody says anything that holds of a person. */
const isThing = (kind: string): boolean => kind === "receipt" || kind === "order";

/** One identifier is named once, however many of the people hold it now or then. */
function naming(house: ForesightHouse): (who: Foreseen) => Held {
  const known = new Map<string, Bearer | undefined>();
  const named = ({ kind, value, circle }: Foreseen["identifiers"][number]): Bearer[] => {
    const key = `${kind} ${circle} ${value}`;
    if (!known.has(key)) known.set(key, bearerOf(house.naming, { kind, value, circle }));
    const bearer = known.get(key);
    return bearer === undefined ? [] : [bearer];
  };
  return (who) => {
    const bearers = who.identifiers.filter(({ kind }) => !isThing(kind)).flatMap(named);
    return { ...who, bearers, fps: new Set(bearers.map(({ fp }) => uuidOf(fp))) };
  };
}

const keyOf = ({ purpose, channel, entityId }: Scope): string => `${purpose} ${channel} ${entityId}`;

type Ledger = {
  readonly entries: readonly Entry[];
  readonly said: readonly string[];
  readonly entities: ReadonlyMap<string, EntityRow>;
  readonly sees: (entityId: string) => boolean;
};

async function permissionLines(tx: Tx, house: ForesightHouse, now: Date, people: People, ledger: Ledger) {
  const { entries, said, entities, sees } = ledger;
  const all = everybody(people);
  const theirs = new Map(all.map((who) => [who, theirsOf(entries, who.fps)]));
  const of = (who: Held): readonly Entry[] => theirs.get(who) ?? [];
  const asked = {
    uses: await listUses(tx, said),
    dormantDays: await dormantDaysIn(tx, entities, now),
    now,
  };
  const purposes = await listPurposes(tx);
  const kinds = new Map(purposes.map(({ code, kind }) => [code, kind]));
  const scopes = new Map(
    all
      .flatMap((who) => scopesOf(of(who)))
      .filter(({ entityId }) => sees(entityId))
      .map((scope) => [keyOf(scope), scope]),
  );
  const named = [...scopes.values()].flatMap((scope): Holds["permissions"] => {
    const used = (who: Held) => asked.uses.filter(({ fp }) => who.fps.has(fp));
    const state = (who: Held): HoldState =>
      standingAt(of(who), who.fps, scope, { ...asked, uses: used(who) })?.state ?? "none";
    const line = lineOf(people, state);
    const { purpose, channel, entityId: id } = scope;
    const entity = { id, name: entities.get(id)?.name ?? null };
    return line === undefined
      ? []
      : [{ purpose, kind: kinds.get(purpose) ?? null, channel, entity, ...line }];
  });
  const everything = lineOf(
    people,
    (who): HoldState => (noToAll(broadNoes(of(who))) === null ? "none" : "withdrawn"),
  );
  const whole = { purpose: null, kind: null, channel: null, entity: null };
  return [
    ...(everything === undefined ? [] : [{ ...whole, ...everything }]),
    ...(await unaskedLines(tx, house, now, people, entries, purposes)),
    ...named.sort((a, b) => `${a.purpose} ${a.channel}`.localeCompare(`${b.purpose} ${b.channel}`)),
  ];
}

/** What is done on a legitimate interest, and to whom it would be done again or no more. */
async function unaskedLines(
  tx: Tx,
  house: ForesightHouse,
  now: Date,
  people: People,
  entries: readonly Entry[],
  purposes: Awaited<ReturnType<typeof listPurposes>>,
): Promise<Holds["permissions"]> {
  const own = everybody(people).flatMap(({ identifiers }) => identifiers.slice(0, 1));
  const { near } = await lookAround(tx, house.naming, own, now);
  const found = new Map(
    everybody(people).map((who) => [
      who,
      new Map(unaskedOf(purposes, near, entries, who.fps).map((one) => [one.purpose, one.state])),
    ]),
  );
  return purposes.flatMap(({ code, kind }) => {
    const line = lineOf(people, (who): HoldState => found.get(who)?.get(code) ?? "none");
    return line === undefined ? [] : [{ purpose: code, kind, channel: null, entity: null, ...line }];
  });
}

async function dialLines(
  tx: Tx,
  { company }: ForesightHouse,
  now: Date,
  people: People,
): Promise<Holds["dial"]> {
  const levels = new Map<Held, Awaited<ReturnType<typeof readLevels>>>();
  for (const who of everybody(people)) levels.set(who, await readLevels(tx, company, who.bearers, now));
  return channels.flatMap((channel) => {
    const line = lineOf(people, (who) => {
      const { level = "always", kinds = null } = levels.get(who)?.[channel] ?? {};
      return { level, kinds: kinds === null ? null : [...kinds] };
    });
    return line === undefined ? [] : [{ channel, ...line }];
  });
}

async function wishLines(
  tx: Tx,
  now: Date,
  people: People,
  said: readonly string[],
): Promise<Holds["wishes"]> {
  const acts = await listWishActs(tx, said);
  const found = new Map(everybody(people).map((who) => [who, wishesOf(foldWishes(acts, who.fps), now)]));
  const names = new Map(
    [...found.values()].flatMap((wishes) =>
      [...wishes].map(([key, { name, item }]) => [key, { name, item }]),
    ),
  );
  return [...names].flatMap(([key, what]) => {
    const line = lineOf(people, (who) => found.get(who)?.get(key)?.value ?? null);
    return line === undefined ? [] : [{ ...what, ...line }];
  });
}

export const foresightOf = (house: ForesightHouse): Foresight => ({
  async youngAmong(tx, now, ids) {
    const young = new Set<string>();
    for (const id of ids) if (minorNow(await house.ages.bornOf(tx, id), now) !== null) young.add(id);
    return young;
  },
  async linesOf(tx, now, staffId, turn) {
    const held = naming(house);
    const people = { now: turn.now.map(held), after: turn.after.map(held), ways: turn.ways };
    const grants = await house.reachOf(tx, staffId);
    const all = everybody(people).flatMap(({ bearers }) => bearers);
    const carriers = all.filter(({ kind }) => carriesPermission(kind)).map(({ fp }) => uuidOf(fp));
    const said = await listHeads(tx, [...new Set(carriers)]);
    const ledger = {
      ...{ said, entries: await listAllEntries(tx, said) },
      entities: new Map((await listEntities(tx)).map((entity) => [entity.id, entity])),
      sees: (entityId: string) => reachesEntity(grants, "consent.look", entityId),
    };
    const minor = lineOf(people, ({ young }) => young);
    return {
      permissions: await permissionLines(tx, house, now, people, ledger),
      minor: minor === undefined ? [] : [minor],
      dial: await dialLines(tx, house, now, people),
      wishes: await wishLines(tx, now, people, said),
    };
  },
});
