// The columns of the UCI data set "Online Retail" and of shops that export the same way: a row is a line of an invoice,
// an invoice whose number begins with C is a cancellation, one that begins with A adjusts a debt.
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { guessTime } from "./guess.ts";
import type { ImportKind, Sample } from "./kind.ts";

const COLUMNS = {
  invoice: /^invoice(no)?$/i,
  code: /^stock\s?code$/i,
  name: /^description$/i,
  quantity: /^quantity$/i,
  time: /^invoice\s?date$/i,
  price: /^(unit\s?)?price$/i,
  customer: /^customer\s?id$/i,
  country: /^country$/i,
} as const;
type Part = keyof typeof COLUMNS;

const find = ({ columns }: Sample, part: Part): string | undefined =>
  columns.find((name) => COLUMNS[part].test(name.trim()));

export const onlineRetail: ImportKind = {
  kind: "online_retail",
  title: {
    en: "Invoice lines (UCI Online Retail)",
    sv: "Fakturarader (UCI Online Retail)",
    da: "Fakturalinjer (UCI Online Retail)",
  },
  fits: (sample) =>
    (Object.keys(COLUMNS) as Part[]).every((part) => find(sample, part) !== undefined) ? 1 : 0,
  suggest(sample) {
    const column = (part: Part): string => find(sample, part) ?? part;
    // The shop of the data set writes month before day where it does not write ISO.
    const guessed = guessTime({ ...sample, columns: [column("time")] });
    const format = guessed?.format ?? "M/d/yyyy H:mm";
    const suggestion = mapping.parse({
      event: { type: "track", name: "Order Completed" },
      variants: [
        { column: column("invoice"), startsWith: "C", name: "Order Refunded", turnSigns: true },
        { column: column("invoice"), startsWith: "A", name: "Order Adjusted" },
      ],
      time: {
        column: column("time"),
        format: guessed?.unsure === true ? format.replace(/^d+(.)MM?/, "M$1d") : format,
        zone: "Europe/London",
      },
      ids: { login: column("customer"), order: column("invoice") },
      messageId: [column("invoice")],
      fields: { country: column("country") },
      groupBy: {
        columns: [column("invoice")],
        lines: {
          product_id: column("code"),
          name: column("name"),
          quantity: { column: column("quantity"), as: "number" },
          price: { column: column("price"), as: "price", currency: "GBP" },
        },
        moreName: "Order Lines Added",
        sum: { price: "price", quantity: "quantity", currency: "GBP" },
      },
      channel: "web",
    });
    return { suggestion, unsure: guessed?.unsure === true ? ["time.format"] : [] };
  },
};
