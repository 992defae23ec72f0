// Goods for the pictures: some of the demo chain's products with prices that changed, stock in its stores with what is held and
// what is old, and feeds that are done, that ask, and that refused rows.
import { randomUUID } from "node:crypto";
import type { PictureHouse } from "./house.ts";

const DAY_MS = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
const lamps = [
  ["L-100", "Almvik", "Golvlampa Månsken", "Gulvlampe Måneskin", "Lampor > Golvlampor", 1249],
  ["L-140", "Almvik", "Bordslampa Ängö", "Bordlampe Ængø", "Lampor > Bordslampor", 599],
  [
    "S-200",
    "Holme",
    "Soffa Holme, tre sitsar, blekt lin",
    "Sofa Holme, tre personer",
    "Möbler > Soffor",
    8995,
  ],
  ["S-210", "Holme", "Fåtölj Holme", "Lænestol Holme", "Möbler > Fåtöljer", 4495],
  ["T-300", "Tjärn", "Påslakan Tjärn, linne", "Dynebetræk Tjärn, hør", "Sovrum > Sängkläder", 899],
  ["R-400", "Rimfrost", "Ullmössa Rimfrost", "Uldhue Rimfrost", "Kläder > Mössor", 249],
  ["R-410", "Rimfrost", "Vantar Rimfrost", "Vanter Rimfrost", "Kläder > Vantar", 349],
  ["K-500", "Tuva", "Kastrull Tuva, 3 liter", "Kasserolle Tuva, 3 liter", "Kök > Kastruller", 449],
] as const;

const product = (line: (typeof lamps)[number], days: number, factor: number, reduced: boolean) => {
  const [code, brand, sv, da, category, sek] = line;
  const price = (entity: string, currency: string, rate: number) => ({
    ...{ entity, currency, amount: String(Math.round(sek * factor * rate)), taxPercent: 25 },
    sale: reduced ? { amount: String(Math.round(sek * factor * rate * 0.8)) } : null,
  });
  const prices = [price("almvik-ab", "SEK", 1), price("almvik-as", "DKK", 0.65)];
  const kinds = code === "L-100" ? ["mässing", "svart"] : ["natur"];
  return {
    ...{ code, at: ago(days), brand, category, attributes: { Garanti: "5 år", Tillverkad: "Småland" } },
    texts: [
      { language: "sv", name: sv, description: "Gjord för att hålla länge. Levereras med skötselråd." },
      { language: "da", name: da },
    ],
    variants: kinds.map((kind, i) => ({
      ...{ sku: `${code}-${i + 1}`, gtin: code === "L-100" && i === 0 ? "7350000000016" : null },
      ...{ options: { kulör: kind }, prices },
    })),
  };
};

async function post(house: PictureHouse, path: string, body: object): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${house.keys.server}:`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/json" };
  const answer = await fetch(`${house.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}
async function file(house: PictureHouse, feed: string, text: string, query = ""): Promise<void> {
  const headers = { authorization: `Bearer ${house.adminToken}`, "content-type": "text/csv" };
  const path = `${house.url}/api/feeds/${feed}/file${query}`;
  const answer = await fetch(path, { method: "POST", headers, body: text });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  const isReading = async () =>
    (await house.ask<{ items: { id: string; last: { state: string } }[] }>("/api/feeds")).items.find(
      ({ id }) => id === feed,
    )?.last.state === "running";
  while (await isReading()) await new Promise((done) => setTimeout(done, 100));
}

/** The chain's stores are there already. */
export async function goodsIn(house: PictureHouse): Promise<void> {
  for (const [days, factor, reduced] of [
    [200, 1.1, false],
    [60, 1, false],
    [0.05, 1, true],
  ] as const) {
    const products = lamps.map((line, i) => product(line, days, factor, reduced && i % 3 === 0));
    await post(house, "/v1/products", { products });
  }
  const places = ["malmo", "goteborg", "kobenhavn"];
  const zones = [{ zone: "Belysning", shelf: "A 12" }];
  const figures = lamps.flatMap(([code], i) =>
    places.map((location, j) => ({
      ...{ sku: `${code}-1`, location, onHand: [4, 0, 17, 2][(i + j) % 4] },
      ...{ at: ago(i === 5 ? 9 : 0.03), zones: i < 2 ? zones : [] },
    })),
  );
  await post(house, "/v1/stock", { figures });
  const holds = [{ id: randomUUID(), sku: "L-100-1", location: "malmo", quantity: 3 }];
  await post(house, "/v1/holds", { holds });
  await post(house, "/v1/stock", {
    figures: [{ sku: "L-100-1", location: "malmo", onHand: 2, at: ago(0), zones }],
  });
  await feedsIn(house);
  await differencesIn(house);
}

/** A till file that says other things of the same goods, and shelf labels that show other prices. */
async function differencesIn(house: PictureHouse): Promise<void> {
  const wish = { name: "Prisfilen till kassorna", language: "sv", entity: "almvik-ab" };
  const { id } = await house.ask<{ id: string }>("/api/feeds", wish);
  const rows = [
    "item_group_id;sku;name;price",
    "L-100;L-100-1;Golvlampa Månsken mässing;1199,00",
    "S-210;S-210-1;Fåtölj Holme;4495,00",
    "R-400;R-400-1;Ullmössa Rimfrost;229,00",
  ];
  await file(house, id, rows.join("\n"), `?at=${ago(3)}`);
  const label = (sku: string, location: string, currency: string, amount: string) => ({
    ...{ sku, at: ago(0.01), location, price: { currency, amount } },
  });
  await post(house, "/v1/shown", {
    shown: [
      label("K-500-1", "malmo", "SEK", "479.00"),
      label("L-100-1", "goteborg", "SEK", "1249.00"),
      label("S-200-1", "kobenhavn", "DKK", "5495.00"),
    ],
  });
  type Found = { items: { id: string; kind: string; sku: string | null }[] };
  let found: Found = { items: [] };
  while (found.items.length < 8) {
    await new Promise((done) => setTimeout(done, 200));
    found = await house.ask<Found>("/api/differences?state=young");
  }
  const explained = found.items.find(({ sku }) => sku === "S-200-1");
  if (explained !== undefined)
    await house.ask(`/api/differences/${explained.id}/explain`, {
      reason: "Öppningspris i København till advent",
    });
}

async function feedsIn(house: PictureHouse): Promise<void> {
  const make = async (name: string, more: object = {}) =>
    (await house.ask<{ id: string }>("/api/feeds", { name, language: "sv", entity: "almvik-ab", ...more }))
      .id;
  const many = (count: number) =>
    ["sku,name,price", ...Array.from({ length: count }, (_, n) => `X-${n},Krok ${n},49.00`)].join("\n");
  const till = await make("Kassasystem");
  await file(house, till, many(90), `?whole=true&at=${ago(2)}`);
  await file(house, till, many(30), `?whole=true&at=${ago(1)}`);
  const web = await make("Webbutiken, Googles produktflöde");
  await file(
    house,
    web,
    ["sku,name,price", "W-1,Vas Äng,149.00", ",Utan nummer,10", "W-2,Skål,gratis"].join("\n"),
  );
  const elsewhere = "https://finns-inte.exempel/varor.csv.gz";
  await make("Leverantören Nordljus", { fetch: { address: elsewhere, everyMinutes: 60, whole: true } });
  const shop = await make("Almvik på Shopify", { kind: "shopify", secret: "a-secret-for-pictures" });
  await fetch(`${house.url}/v1/hooks/${shop}`, {
    ...{ method: "POST", body: "{}", headers: { "content-type": "application/json" } },
  });
}
