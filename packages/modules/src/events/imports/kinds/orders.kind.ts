// Orders or receipts: one event each, of one row or of a row a line.
import { type FieldRule, type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import { findColumn, guessDecimal, guessIds, guessTime, isNumeric, restAsFields } from "./guess.rules.ts";
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
    const decimal = guessDecimal(sample);
    const { price, quantity, product, name } = lineColumns(sample);
    const total = findColumn(sample, TOTAL);
    const currency = findColumn(sample, CURRENCY);
    const money = (column: string, as: "price" | "money"): FieldRule =>
      currency === undefined
        ? { column, as: isNumeric(sample, column, decimal ?? ".") ? "number" : "text" }
        : { column, as, currencyColumn: currency };
    const isLines = product !== undefined || name !== undefined;
    const lines: Record<string, FieldRule> = {
      ...(product !== undefined && { product_id: product }),
      ...(name !== undefined && { name }),
      ...(quantity !== undefined && { quantity: { column: quantity, as: "number" as const } }),
      ...(price !== undefined && { price: money(price, "price") }),
    };
    const used = [
      ...Object.values(ids),
      time?.column,
      total,
      ...(isLines ? [price, quantity, product, name] : []),
    ];
    const fields: Record<string, FieldRule> = {
      ...restAsFields(sample, used),
      ...(total !== undefined && { total: money(total, "money") }),
    };
    const suggestion: Mapping = mapping.parse({
      ...(decimal !== undefined && { read: { decimal } }),
      event: { type: "track", name: ids.order === undefined ? "Receipt Issued" : "Order Completed" },
      ...(time !== undefined && { time: { column: time.column, format: time.format } }),
      ids,
      fields,
      ...(key !== undefined && { messageId: [key] }),
      ...(isLines &&
        key !== undefined && { groupBy: { columns: [key], lines, moreName: "Order Lines Added" } }),
    });
    const unsure = [
      time === undefined ? "time" : time.unsure ? "time.format" : "",
      key === undefined ? "ids.order" : "",
      currency === undefined && (price !== undefined || total !== undefined) ? "currency" : "",
    ];
    return { suggestion, unsure: unsure.filter((part) => part !== "") };
  },
};
