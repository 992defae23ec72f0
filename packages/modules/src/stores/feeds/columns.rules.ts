// Columns of feeds as systems and people name them, in English, Swedish and Danish, and as Google's specification does. Pure.
import { type Language, languages } from "@somlos/contract";

export type Field = keyof typeof names;

/** The first name of each that a file has is meant. */
const names = {
  sku: "sku|artikelnummer|artikelnr|artnr|art nr|varenummer|varenr|item number|article number|offer id|itemid|id",
  code: "code|product code|product id|produktkod|produktnummer|produktnr|item group id|parent sku|parent",
  name: "name|title|structured title.content|product name|namn|produktnamn|benämning|navn|varenavn|betegnelse",
  description: "description|structured description.content|beskrivning|produkttext|beskrivelse|summary",
  brand: "brand|märke|varumärke|mærke|varemærke|manufacturer|tillverkare|producent",
  category: "category|product type|kategori|varugrupp|produktgrupp|varegruppe|google product category",
  gtin: "gtin|ean|ean13|ean kod|eankod|streckkod|stregkode|barcode|upc",
  price: "price|ordinary price|pris|ordinarie pris|normalpris|vejledende pris|utpris|list price",
  sale_price: "sale price|kampanjpris|reapris|tilbudspris|rabatpris|nedsat pris|special price",
  sale_dates: "sale price effective date",
  sale_from: "sale from|kampanj från|rea från|tilbud fra",
  sale_until: "sale until|sale to|kampanj till|rea till|tilbud til",
  currency: "currency|valuta",
  entity: "entity|legal entity|bolag|selskab",
  tax: "tax percent|tax|vat|moms|momssats",
  stock:
    "stock|on hand|quantity|qty|inventory|lagersaldo|saldo|lager|antal|lagerantal|beholdning|sell on google quantity",
  location: "location|store code|store|butik|butikskod|lagerställe|lokation|warehouse",
  zone: "zone|zon|afdeling|avdelning|department",
  shelf: "shelf|hylla|hylde|plats|bin",
  image: "image|image link|image url|bild|billede|bildlänk|picture",
  more_images: "additional image link|additional images|fler bilder|flere billeder",
  details: "product detail",
  colour: "colour|color|färg|farve",
  size: "size|storlek|størrelse",
  material: "material|materiale",
  pattern: "pattern|mönster|mønster",
  gone: "gone|utgått|utgången|udgået|discontinued",
} as const;

/** What says nothing of the goods themselves, or belongs to advertising alone. */
const LEFT_OUT =
  /^(link|mobile link|ads redirect|custom label \d|shipping.*|availability.*|condition|adult|is bundle|identifier exists|excluded destination|included destination|promotion id|updated|published|guid|pubdate|pickup.*|expiration date)$/;
const MOST_FACTS = 60;

const plain = (column: string): string =>
  column
    .trim()
    .toLowerCase()
    .replace(/^g:/, "")
    .replace(/[_\- ]+/g, " ");

export type Columns = {
  /** Of each field the column that holds it. */
  readonly of: Partial<Readonly<Record<Field, string>>>;
  readonly names: Partial<Readonly<Record<Language, string>>>;
  readonly descriptions: Partial<Readonly<Record<Language, string>>>;
  /** Columns whose text is a fact of the product, with the name it goes by. */
  readonly facts: readonly (readonly [column: string, fact: string])[];
  readonly options: readonly (readonly [column: string, option: string])[];
};

/** Every name of every field, to the field and how early it stands in its list. */
const known: ReadonlyMap<string, readonly [Field, number]> = new Map(
  (Object.entries(names) as [Field, string][]).flatMap(([field, list]) =>
    list.split("|").map((name, rank) => [name, [field, rank] as const] as const),
  ),
);
const perLanguage = (column: string, field: "name" | "description"): Language | undefined => {
  const [, base = "", language = ""] = /^(.+) (en|sv|da)$/.exec(plain(column)) ?? [];
  return known.get(base)?.[0] === field ? languages.find((one) => one === language) : undefined;
};

type Found = { readonly of: Partial<Record<Field, string>>; readonly ranks: Map<Field, number> };
function place(found: Found, column: string): boolean {
  const hit = known.get(plain(column));
  if (hit === undefined) return false;
  const [field, rank] = hit;
  const before = found.ranks.get(field) ?? Number.POSITIVE_INFINITY;
  if (rank < before) {
    found.of[field] = column;
    found.ranks.set(field, rank);
  }
  return true;
}

/** What each column of a file means. A file that says nothing of a sku has none for it. */
export function columnsOf(list: readonly string[]): Columns {
  const found: Found = { of: {}, ranks: new Map() };
  const words: Record<"name" | "description", Partial<Record<Language, string>>> = {
    name: {},
    description: {},
  };
  const facts: (readonly [string, string])[] = [];
  const options: (readonly [string, string])[] = [];
  for (const column of list) {
    const [name, description] = [perLanguage(column, "name"), perLanguage(column, "description")];
    const option = /^option[.: ](.+)$/i.exec(column.trim())?.[1];
    if (name !== undefined) words.name[name] = column;
    else if (description !== undefined) words.description[description] = column;
    else if (option !== undefined) options.push([column, option]);
    else if (!place(found, column) && !LEFT_OUT.test(plain(column)) && facts.length < MOST_FACTS)
      facts.push([column, factName(column)]);
  }
  return { of: found.of, names: words.name, descriptions: words.description, facts, options };
}
const factName = (column: string): string =>
  column
    .trim()
    .replace(/^(g:|attribute[.: ])/i, "")
    .replaceAll("_", " ")
    .slice(0, 60);
