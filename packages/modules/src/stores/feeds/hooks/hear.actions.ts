// A webhook is heard: proven by its signature over the very bytes, read by its kind, and taken in with everything else the feed
// says. Twice and in any order it comes to the same.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { unseal } from "@somlos/kernel/ids";
import type { Refused } from "../../../catalog/index.ts";
import { readJson } from "../../../events/index.ts";
import type { FeedHouse } from "../feeds.actions.ts";
import { type FeedRow, findFeed } from "../feeds.store.ts";
import { takeStatements } from "../statements.actions.ts";
import { inParts } from "./goods.rules.ts";
import { holdItems, listKnownLevels, saveHeard, saveItems, saveLevels, saveUnsigned } from "./hear.store.ts";
import type { Heard } from "./hook.ts";
import { type HookTerms, hookKinds, type Told } from "./index.ts";

/** What the secrets of feeds are sealed for. */
export const SEALED_FOR = "feeds";
const SYSTEM = { kind: "system", id: "stores" } as const;

export type Hearing = {
  readonly accepted: number;
  readonly refused: readonly Pick<Refused, "code" | "problems">[];
};

function termsOf({ company }: FeedHouse, feed: FeedRow): HookTerms {
  const entity = company.entityById(feed.entityId);
  if (entity === undefined) throw new Refusal("company.entity_unknown");
  return {
    ...{ language: feed.language, entity: entity.code, currency: feed.currency ?? entity.currency },
    taxPercent: feed.taxBasisPoints === null ? null : feed.taxBasisPoints / 100,
    placeOf: (theirs) => company.place(feed.places[theirs])?.code,
  };
}

/** Stock that a shop counts by an id of its own, of those of them whose sku is known by now. */
async function figuresOf({ tx }: Work, house: FeedHouse, feed: FeedRow, told: Told): Promise<object[]> {
  const touched = [...told.items, ...told.levels].map(({ item }) => item);
  if (touched.length === 0) return [];
  await holdItems(tx, feed.id);
  const at = new Date(told.at);
  if (told.items.length > 0) await saveItems(tx, feed.id, told.items, at);
  const levels = told.levels.flatMap(({ item, location, onHand }) => {
    const place = house.company.place(location);
    return place === undefined ? [] : [{ item, locationId: place.id, onHand }];
  });
  if (levels.length > 0) await saveLevels(tx, feed.id, levels, at);
  const known = await listKnownLevels(tx, feed.id, touched);
  return known.map(({ sku, locationId, onHand, countedAt }) => ({
    ...{ sku, onHand, at: countedAt.toISOString() },
    location: house.company.placeById(locationId)?.code ?? "",
  }));
}

async function takeIn(house: FeedHouse, feed: FeedRow, told: Told): Promise<Hearing> {
  return house.db.work(SYSTEM, async (work) => {
    const figures = [...told.figures, ...(await figuresOf(work, house, feed, told))];
    const statements = { products: told.products.flatMap(inParts), figures };
    const bad = await takeStatements(work, house, feed.sourceId, statements);
    const unknown = told.unknownPlaces.map((place) => ({
      ...{ code: "company.location_unknown", problems: [`places: ${place.slice(0, 100)}`] },
    }));
    const refused = [...bad.products, ...bad.figures, ...unknown];
    await saveHeard(work.tx, feed.id, { refused: refused.length, code: refused[0]?.code ?? null }, work.now);
    const said = statements.products.length + figures.length + told.items.length + told.levels.length;
    return { accepted: said - bad.products.length - bad.figures.length, refused };
  });
}

/** That it came is noted: most often the shop has another secret than the feed. */
async function refuse(house: FeedHouse, feed: FeedRow): Promise<never> {
  await house.db.work(SYSTEM, ({ tx, now }) => saveUnsigned(tx, feed.id, now));
  throw new Refusal("feeds.not_signed");
}

/** Throws 401 feeds.not_signed; what is not about goods is heard and left. */
export async function hear(house: FeedHouse, id: string, heard: Heard): Promise<Hearing> {
  const [feed, now] = await house.db.read(async (tx, moment) => [await findFeed(tx, id), moment] as const);
  const secret =
    feed?.secret === null || feed === undefined
      ? undefined
      : unseal(house.access.secret, SEALED_FOR, feed.secret);
  const kind = feed === undefined || feed.kind === "file" ? undefined : hookKinds[feed.kind];
  if (feed === undefined || kind === undefined || secret === undefined) throw new Refusal("feeds.not_signed");
  if (!kind.isSigned(heard, secret, now)) return refuse(house, feed);
  const told = kind.read(heard, readJson(heard.bytes).body, termsOf(house, feed), now);
  if (told !== undefined) return takeIn(house, feed, told);
  await house.db.work(SYSTEM, ({ tx, now: at }) => saveHeard(tx, feed.id, { refused: 0, code: null }, at));
  return { accepted: 0, refused: [] };
}
