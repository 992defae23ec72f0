// Orders or receipts: one event each, of one row or of a row a line.
import { type FieldRule, type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import {
  findColumn,
  type GuessedTime,
  guessDecimal,
  guessIds,
  guessTime,
  MOST_FIT,
  numeric,
  restAsFields,
} from "./guess.ts";
import type { ImportKind, Sample } from "./kind.ts";

const PRICE = /^(price|unitprice|pris|stykpris|styckpris|apris|enhetspris)$/;
const QUANTITY = /^(quantity|qty|antal|maengde|mangd|count)$/;
const PRODUCT =
  /^(sku|productid|stockcode|articleno|articlenumber|itemno|itemid|artikelnr|artikelnummer|varenr|varenummer|produktid)$/;
const NAME =
  /^(productname|description|item|product|artikel|produkt|vare|benamning|beskrivning|beskrivelse|varenavn|produktnamn)$/;
const TOTAL = /^(total|amount|sum|revenue|ordertotal|totalamount|belopp|summa|belob|totalbelopp)$/;
const CURRENCY = /^(currency|currencycode|valuta|valutakod|valutakode)$/;

function lineColumns(sample: Sample) {
  const price = findColumn(sample, PRICE);
  const quantity = findColumn(sample, QUANTITY);
  return { price, quantity, product: findColumn(sample, PRODUCT), name: findColumn(sample, NAME) };
}

export const orders: ImportKind = {
  kind: "orders",
  title: { en: "Orders or receipts", sv: "Ordrar eller kvitton", da: "Ordrer eller kvitteringer" },
  fits(sample) {
    const { order, receipt } = guessIds(sample);
    if (order === undefined && receipt === undefined) return 0;
    return 0.7 + Object.values(lineColumns(sample)).filter((column) => column !== undefined).length * 0.06;
  },
  suggest(sample) {
    const ids = guessIds(sample);
    const key = ids.order ?? ids.receipt;
    const time = guessTime(sample);
    const money = moneyOf(sample);
    const lines = linesOf(sample, money);
    const isLines = key !== undefined && ("product_id" in lines || "name" in lines);
    const total = findColumn(sample, TOTAL);
    const used = [
      ...Object.values(ids),
      time?.column,
      total,
      ...(isLines ? Object.values(lineColumns(sample)) : []),
    ];
    const suggestion: Mapping = mapping.parse({
      ...(money.decimal === "," && { read: { decimal: "," } }),
      event: { type: "track", name: ids.order === undefined ? "Receipt Issued" : "Order Completed" },
      ...(time !== undefined && { time: { column: time.column, format: time.format } }),
      ids,
      fields: {
        ...restAsFields(sample, used, money.decimal),
        ...(total !== undefined && { total: money.rule(total, "money") }),
      },
      ...(key !== undefined && { messageId: [key] }),
      ...(isLines && { groupBy: { columns: [key], lines, moreName: "Order Lines Added" } }),
    });
    const amounts = [total, "price" in lines ? "price" : undefined];
    const currencyOpen = money.currency === undefined && amounts.some((amount) => amount !== undefined);
    return { suggestion, unsure: openParts({ time, key, currencyOpen }) };
  },
};

/** What the sample does not decide. */
function openParts(o: {
  time: GuessedTime | undefined;
  key: string | undefined;
  currencyOpen: boolean;
}): string[] {
  const parts = [
    o.time === undefined && "time",
    o.time?.unsure === true && "time.format",
    o.key === undefined && "ids.order",
    o.currencyOpen && "currency",
  ];
  return parts.filter((part) => typeof part === "string");
}

/** How amounts of the file are read: with the currency of its column, else as plain numbers. */
function moneyOf(sample: Sample) {
  const decimal: "." | "," = guessDecimal(sample) ?? ".";
  const currency = findColumn(sample, CURRENCY);
  return {
    decimal,
    currency,
    rule: (column: string, as: "price" | "money"): FieldRule =>
      currency === undefined
        ? { column, as: numeric(sample, column, decimal) >= MOST_FIT ? "number" : "text" }
        : { column, as, currencyColumn: currency },
  };
}

function linesOf(sample: Sample, money: ReturnType<typeof moneyOf>): Record<string, FieldRule> {
  const { price, quantity, product, name } = lineColumns(sample);
  return {
    ...(product !== undefined && { product_id: product }),
    ...(name !== undefined && { name }),
    ...(quantity !== undefined && { quantity: { column: quantity, as: "number" as const } }),
    ...(price !== undefined && { price: money.rule(price, "price") }),
  };
}
