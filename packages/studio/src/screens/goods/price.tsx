// What something costs: now, and where it is reduced the ordinary price and the lowest of the thirty days before (LAW-32).
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import { useFormats, useText } from "@somlos/look/language";
import { placesOf } from "@somlos/rules/currency";
import { productTexts } from "./product-texts.ts";

export type ShownPrice = ShownProduct["variants"][number]["prices"][number];

export function useMoney(): (minor: number, currency: string) => string {
  const formats = useFormats();
  return (minor, currency) => formats.money(minor / 10 ** placesOf(currency), currency);
}

/** The least that any variant costs; the same currency throughout. */
export function leastOf(
  product: ShownProduct,
): { readonly price: ShownPrice; readonly several: boolean } | undefined {
  const all = product.variants.filter(({ sold }) => sold).flatMap(({ prices }) => prices);
  const first = all[0];
  if (first === undefined) return undefined;
  const own = all.filter(({ currency }) => currency === first.currency);
  const price = own.reduce((best, one) => (one.amountMinor < best.amountMinor ? one : best), first);
  return { price, several: own.some(({ amountMinor }) => amountMinor !== price.amountMinor) };
}

/** With whose it is, where there are several. */
export function Price({ price, whose = false }: { readonly price: ShownPrice; readonly whose?: boolean }) {
  const text = useText(productTexts);
  const money = useMoney();
  const { amountMinor, ordinaryMinor, currency, reduced, lowest } = price;
  return (
    <span className="gd-price num">
      <span>
        {whose ? <span className="gd-whose">{price.entity} </span> : null}
        <b>{money(amountMinor, currency)}</b>
      </span>
      {reduced ? (
        <span className="gd-before">
          {text.ordinary(money(ordinaryMinor, currency))}
          {lowest === null ? null : ` · ${text.lowest(money(lowest.amountMinor, currency))}`}
        </span>
      ) : null}
    </span>
  );
}
