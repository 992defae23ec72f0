// What Almvik sells, told by its own systems: pictures, products as they were long ago, prices as they changed, and products as
// they are now. Told again it changes nothing.
import { createHash } from "node:crypto";
import { goods } from "../goods/assortment.rules.ts";
import { labelsUntil } from "../goods/labels.rules.ts";
import { SOLD_BEFORE_MS } from "../goods/prices.rules.ts";
import { type Addresses, categoriesAt, goodsAt, pictures, pricesBetween } from "../goods/statements.rules.ts";
import type { Json } from "../life/way.rules.ts";
import { atOnce, pieces } from "./at-once.ts";
import { askHouse, type House, type Sending, tellHouse } from "./doors.ts";

const BATCH = 500;
const PICTURES_AT_ONCE = 8;
const NO_ADDRESS: Addresses = () => undefined;

/** Changes when anything about the goods does. */
const digestOf = (seed: number): string =>
  createHash("sha256")
    .update(JSON.stringify([pictures, categoriesAt(0), goodsAt(0, { seed, addressOf: NO_ADDRESS })]))
    .digest("hex");

async function sendPictures(house: House, sending: Sending): Promise<Addresses> {
  const addresses = new Map<string, string>();
  await atOnce(pictures, PICTURES_AT_ONCE, async ({ key, svg }) => {
    sending.signal.throwIfAborted();
    const { url } = await tellHouse(house, "/v1/pictures", { what: "a picture", body: svg }, sending);
    addresses.set(key, String(url));
  });
  return (key) => addresses.get(key);
}

/** Gives how many were refused, with the sentence of one of them. */
async function sendProducts(
  house: House,
  list: readonly Json[],
  sending: Sending,
): Promise<{ refused: number; sentence: string }> {
  let [refused, sentence] = [0, ""];
  for (const products of pieces(list, BATCH)) {
    sending.signal.throwIfAborted();
    const answer = await tellHouse(house, "/v1/products", { what: "the goods", body: { products } }, sending);
    const wrong = Array.isArray(answer["refused"]) ? (answer["refused"] as Json[]) : [];
    refused += wrong.length;
    sentence = String(wrong[0]?.["sentence"] ?? sentence);
  }
  return { refused, sentence };
}

/** Ends the telling: what was told of before and is told of no longer is sold no longer. */
const endProducts = (house: House, at: number, sending: Sending): Promise<Json> =>
  tellHouse(
    house,
    "/v1/products/whole",
    { what: "the end of the goods", body: { at: new Date(at).toISOString() } },
    sending,
  );

type Wish = { readonly house: House; readonly seed: number; readonly now: number; readonly sending: Sending };
export type ToldGoods = { readonly digest: string; readonly until: number };

async function tellAll({ house, seed, now, sending }: Wish): Promise<void> {
  const asking = { seed, addressOf: await sendPictures(house, sending) };
  const first = now - SOLD_BEFORE_MS;
  const categories = { what: "the categories", body: { categories: categoriesAt(first) } };
  await tellHouse(house, "/v1/categories", categories, sending);
  await sendProducts(house, [...goodsAt(first, asking), ...pricesBetween(seed, first, now)], sending);
  const { refused, sentence } = await sendProducts(house, goodsAt(now, asking), sending);
  await endProducts(house, now, sending);
  const told = refused === 0 ? "are told" : `are told, ${refused} were refused: ${sentence}`;
  sending.say(`${goods.length} products with ${pictures.length} pictures ${told}; see Goods.`);
}

/** What is told already is left; prices that changed since are told. Gives what is known from now on. */
export async function tellGoods(wish: Wish, known: ToldGoods | undefined): Promise<ToldGoods> {
  const { house, seed, now, sending } = wish;
  const digest = digestOf(seed);
  const there =
    known?.digest === digest ? await askHouse(house, `/v1/products/${goods[0]?.code}`) : undefined;
  if (there?.["sold"] !== true) await tellAll(wish);
  else if (known !== undefined && known.until < now)
    await sendProducts(house, pricesBetween(seed, known.until, now), sending);
  const labels = { what: "the shelf labels", body: { shown: labelsUntil(seed, now) } };
  await tellHouse(house, "/v1/shown", labels, sending);
  return { digest, until: Math.max(now, known?.until ?? 0) };
}

/** Nothing of it is sold any longer; who bought it still reads what it was. */
export async function retireGoods(house: House, sending: Sending): Promise<void> {
  await endProducts(house, sending.now(), sending);
}
