// Made-up goods for the benchmark: names of a kind, a series and a colour, with codes; the same for the same number.
import { checkDigitOf } from "@somlos/rules/gtin";

const kinds = [
  ...[
    "Golvlampa",
    "Bordslampa",
    "Taklampa",
    "Vägglampa",
    "Fåtölj",
    "Soffa",
    "Matbord",
    "Soffbord",
    "Stol",
    "Pall",
  ],
  ...[
    "Bokhylla",
    "Byrå",
    "Garderob",
    "Säng",
    "Madrass",
    "Täcke",
    "Kudde",
    "Matta",
    "Gardin",
    "Spegel",
    "Klocka",
  ],
  ...[
    "Kastrull",
    "Stekpanna",
    "Kniv",
    "Skärbräda",
    "Tallrik",
    "Mugg",
    "Glas",
    "Vas",
    "Ljusstake",
    "Korg",
    "Krok",
  ],
  ...["Löparskor", "Stövlar", "Jacka", "Tröja", "Byxor", "Mössa", "Vantar", "Halsduk", "Ryggsäck", "Tält"],
] as const;
const starts = [
  "Mån",
  "Fjäll",
  "Hav",
  "Skog",
  "Ljung",
  "Björk",
  "Sten",
  "Vind",
  "Snö",
  "Eld",
  "Äng",
  "Kust",
  "Älv",
  "Ö",
];
const ends = [
  "sken",
  "bro",
  "vik",
  "dal",
  "lund",
  "holm",
  "berg",
  "ljus",
  "rike",
  "sjö",
  "gård",
  "näs",
  "strand",
  "hed",
];
const colours = ["svart", "vit", "mässing", "ek", "blå", "grön", "röd", "grå", "sand", "natur"];
const brands = [
  "Nordljus",
  "Månbro",
  "Køgekrog",
  "Stigen",
  "Fjällvind",
  "Ängö",
  "Havrike",
  "Tuva",
  "Brage",
  "Solsidan",
];
const rooms = ["Vardagsrum", "Sovrum", "Kök", "Hall", "Badrum", "Ute", "Barn", "Kontor"];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
export type Goods = ReturnType<typeof goodsOf>;

export function goodsOf(n: number) {
  const mixed = (n * 2_654_435_761) >>> 0;
  const kind = pick(kinds, mixed);
  const series = `${pick(starts, mixed >>> 4)}${pick(ends, mixed >>> 8)}`;
  const colour = pick(colours, mixed >>> 12);
  const digits = `735${String(n).padStart(9, "0")}`;
  return {
    ...{ sku: `B-${n}`, name: `${kind} ${series} ${n % 997}`, kind, series, colour },
    ...{ brand: pick(brands, mixed >>> 16), category: `${pick(rooms, mixed >>> 20)} > ${kind}` },
    ...{ ean: `${digits}${checkDigitOf(digits)}`, price: `${50 + (mixed % 5000)}.00` },
  };
}

/** What people ask for: whole words, two, a beginning, a part, a slip, without marks, a code. */
export function questionOf(n: number, products: number): string {
  const { name, kind, series, ean, sku } = goodsOf((n * 7919) % products);
  const swap = `${kind.slice(0, 3)}${kind[4] ?? ""}${kind[3] ?? ""}${kind.slice(5)}`;
  const plain = series.toLowerCase().replaceAll("å", "a").replaceAll("ä", "a").replaceAll("ö", "o");
  return pick(
    [kind, `${kind} ${series}`, series.slice(0, 5), kind.slice(-4), swap, plain, ean, sku, name],
    n,
  );
}
