// All that Almvik sells: the products that people of the demo buy and those that stand beside them, with their variants. Pure.
import { articleGtin, type Product, products, sizeRuns, type Tongue } from "../catalog.rules.ts";
import type { Country } from "../chain.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import { ownGtin } from "../gtin.rules.ts";
import type { Colour } from "../pictures/colours.rules.ts";
import { boughtFamilies, type Family, families, type InTongues } from "./families.rules.ts";

export type Article = {
  readonly sku: string;
  readonly gtin: string;
  readonly colour: Colour;
  readonly size: string | undefined;
};
export type Good = {
  readonly code: string;
  readonly family: Family;
  readonly brand: string;
  readonly name: InTongues;
  readonly says: InTongues;
  readonly attributes: Readonly<Record<string, string>>;
  readonly price: Readonly<Record<Country, number>>;
  readonly articles: readonly Article[];
  /** Which of its kind it is: models of one family are drawn differently. */
  readonly kind: number;
};

const FIRST_BESIDE = 2001;
/** Prices end as shops let them end: 229, 1 495. */
const TENS_UNTIL = 1000;
const IN_KRONER = 0.665;
export function danishPrice(kronor: number): number {
  const plain = kronor * IN_KRONER;
  return plain < TENS_UNTIL ? Math.round(plain / 10) * 10 - 1 : Math.round(plain / 100) * 100 - 5;
}

const shown = (colour: Colour): string => colour.slice(0, 3).toUpperCase();
const coloursOf = ({ colours, coloursEach }: Family, first: number): readonly Colour[] =>
  Array.from({ length: coloursEach }, (_, i) => colours[(first + i) % colours.length] ?? "white");

/** The first colour of a product that is bought by its own code has that code; every size has its own. */
function articlesOf(family: Family, code: string, number: number, first: number): Article[] {
  const sizes = family.sizes === undefined ? [undefined] : sizeRuns[family.sizes];
  return coloursOf(family, first)
    .flatMap((colour, shade) => sizes.map((size) => ({ colour, size, shade })))
    .map(({ colour, size, shade }, place) => {
      const sku = [code, ...(shade === 0 ? [] : [shown(colour)]), ...(size === undefined ? [] : [size])];
      const plain = sku.length === 1;
      return { sku: sku.join("-"), gtin: plain ? ownGtin(number) : articleGtin(number, place), colour, size };
    });
}

const HAS_MEASURE = /\d/;
function attributesOf(family: Family, code: string, name: string): Readonly<Record<string, string>> {
  const chance = chanceOf("measures", code);
  const told = family.measures.length > 0 && !HAS_MEASURE.test(name);
  const near = (cm: number): number => Math.max(1, Math.round(cm * (0.94 + 0.12 * chance.next())));
  return {
    material: family.material,
    ...(told && { measures: `${family.measures.map(near).join(" × ")} cm` }),
    guarantee: family.guaranteeYears === 1 ? "1 year" : `${family.guaranteeYears} years`,
  };
}

const saysOf = ({ says, care }: Family): InTongues => ({
  sv: `${says.sv} ${care.sv}`,
  da: `${says.da} ${care.da}`,
  en: `${says.en} ${care.en}`,
});
type Named = Pick<Good, "code" | "brand" | "name" | "price" | "kind">;
/** `first`: which of the colours of its kind comes first. */
const goodOf = (family: Family, number: number, first: number, named: Named): Good => ({
  ...named,
  ...{ family, says: saysOf(family) },
  attributes: attributesOf(family, named.code, named.name.en),
  articles: articlesOf(family, named.code, number, first),
});

function boughtGood({ sku, brand, name, price }: Product, i: number): Good {
  const family = boughtFamilies[i];
  if (family === undefined) throw new Error(`no kind of goods for ${sku}`);
  const before = boughtFamilies.slice(0, i).filter((one) => one === family).length;
  const kind = family.models.length + before;
  return goodOf(family, Number(sku.slice(4)), before, { code: sku, brand, name, price, kind });
}

const besideLines = families.flatMap((family) =>
  family.models.map((model, kind) => ({ family, model, kind })),
);
const besides: readonly Good[] = besideLines.map(({ family, model, kind }, i) => {
  const number = FIRST_BESIDE + i;
  const called = (tongue: Tongue) => `${family.noun[tongue]} ${model.name[tongue]}`;
  const name = { sv: called("sv"), da: called("da"), en: called("en") };
  const price = { SE: model.price, DK: danishPrice(model.price) };
  return goodOf(family, number, kind, { code: `ALM-${number}`, brand: family.brand, name, price, kind });
});

export const goods: readonly Good[] = [...products.map(boughtGood), ...besides];
