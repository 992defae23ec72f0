// A need that lasts: a sofa, a rain jacket for a child that has grown. It begins, is thought over, and ends somehow.
import { civilOf } from "../calendar.rules.ts";
import {
  type Category,
  categories,
  childShoe,
  childSize,
  lineOf,
  type Product,
  products,
  productsOf,
  wantedIn,
} from "../catalog.rules.ts";
import { currencyOf, freightOf } from "../chain.rules.ts";
import { type Chance, chanceOf, type Weighted } from "../chance.rules.ts";
import type { Person } from "../people.rules.ts";
import type { Json } from "./way.rules.ts";

/** A person gets at most one need in so many days. */
export const SLOT_DAYS = 14;
/** From its first scene to its last, a need is over after so many days. */
export const LONGEST_DAYS = 75;

export type Need = {
  readonly id: string;
  readonly startDay: number;
  readonly category: Category;
  readonly wanted: Product;
  /** What it is compared with. */
  readonly others: readonly Product[];
  readonly variant: string | undefined;
  readonly basket: readonly Line[];
  readonly orderId: string;
  readonly receiptId: string;
  readonly caseId: string;
};
export type Line = {
  readonly product: Product;
  readonly variant: string | undefined;
  readonly quantity: number;
};

const youngAges = (person: Person, year: number): number[] =>
  person.children.map((born) => year - born).filter((age) => age >= 1 && age <= 13);

function fits(category: Category, person: Person, year: number): boolean {
  if (category.want === "child") return youngAges(person, year).length > 0;
  return category.want === "anyone" || person.garden;
}

const ADULT = ["XS", "S", "M", "L", "XL", "XXL"];
function variantOf(chance: Chance, person: Person, product: Product, year: number): string | undefined {
  const ages = youngAges(person, year);
  const age = ages.length > 0 ? chance.pick(ages) : 4;
  if (product.sizes === "child") return childSize(age);
  if (product.sizes === "smallshoe") return childShoe(age);
  if (product.sizes === "shoe") return String(person.woman ? chance.whole(36, 41) : chance.whole(40, 46));
  if (product.sizes === "adult") return ADULT[(person.index + (person.woman ? 1 : 3)) % ADULT.length];
  return undefined;
}

const SMALL = products.filter((p) => p.price.SE < 700 && p.sizes === undefined);

function basketOf(chance: Chance, wanted: Product, variant: string | undefined): Line[] {
  const quantity = wanted.name.en.startsWith("dining chair") ? chance.pick([2, 4, 6]) : 1;
  const more = chance.weigh([
    [0, 5],
    [1, 3],
    [2, 1],
  ]);
  const besides = chance.some(
    SMALL.filter((product) => product !== wanted),
    more,
  );
  return [
    { product: wanted, variant, quantity },
    ...besides.map((product) => ({
      product,
      variant: undefined,
      quantity: chance.weigh([
        [1, 5],
        [2, 2],
      ]),
    })),
  ];
}

/** The need that begins for a person in a slot of days, if one does. */
export function needOf(seed: number, person: Person, slot: number): Need | undefined {
  const chance = chanceOf(seed, "need", person.index, slot);
  if (!chance.yes(person.habits.pace)) return undefined;
  const startDay = slot * SLOT_DAYS + chance.whole(0, SLOT_DAYS - 1);
  const { year, month } = civilOf(startDay);
  const category = chance.weigh(
    categories.map((c): Weighted<Category> => [c, fits(c, person, year) ? wantedIn(c, month) : 0]),
  );
  const pool = productsOf(category);
  const [wanted = chance.pick(pool), ...others] = chance.some(pool, chance.whole(2, 3));
  const variant = variantOf(chance, person, wanted, year);
  const number = `${slot}${String(person.index).padStart(5, "0")}`;
  return {
    id: `p${person.index}-n${slot}`,
    startDay,
    category,
    wanted,
    others,
    variant,
    basket: basketOf(chance, wanted, variant),
    orderId: `W${seed}-${number}`,
    receiptId: `K${seed}-${person.store?.id.slice(0, 3).toUpperCase() ?? "WEB"}-${number}`,
    caseId: `S${seed}-${number}`,
  };
}

/** What an order or a receipt says: lines and sums, in whole öre and øre until the last moment. */
export function sumsOf(person: Person, lines: readonly Line[], delivered: boolean): Json & { total: number } {
  const { country } = person;
  const goods = lines.reduce(
    (sum, { product, quantity }) => sum + product.price[country] * quantity * 100,
    0,
  );
  const freight = freightOf(country);
  const shipping = delivered && goods < freight.freeFrom * 100 ? freight.price * 100 : 0;
  const total = goods + shipping;
  return {
    total: total / 100,
    revenue: goods / 100,
    shipping: shipping / 100,
    tax: Math.round(total / 5) / 100, // both countries: 25 % of the net, a fifth of the gross
    currency: currencyOf(country),
    products: lines.map(({ product, variant, quantity }) => ({
      ...lineOf(product, country, variant),
      quantity,
    })),
  };
}
