// A list of customers: one identify a row.
import { type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import { findColumn, guessDecimal, guessIds, guessTime, restAsFields } from "./guess.ts";
import type { ImportKind } from "./kind.ts";

const KNOWN: readonly (readonly [name: string, words: RegExp])[] = [
  ["firstName", /^(firstname|givenname|fornamn|fornavn)$/],
  ["lastName", /^(lastname|surname|familyname|efternamn|efternavn)$/],
  ["name", /^(name|fullname|namn|navn)$/],
];

export const customers: ImportKind = {
  kind: "customers",
  title: { en: "Customers", sv: "Kunder", da: "Kunder" },
  fits(sample) {
    const ids = guessIds(sample);
    return Math.min(
      0.9,
      0.1 + ["login", "email", "phone", "club_card"].filter((kind) => kind in ids).length * 0.25,
    );
  },
  suggest(sample) {
    const { order: _order, receipt: _receipt, ...ids } = guessIds(sample);
    const time = guessTime(sample);
    const decimal = guessDecimal(sample);
    const known = KNOWN.flatMap(([name, words]) => {
      const column = findColumn(sample, words);
      return column === undefined ? [] : [[name, column] as const];
    });
    const used = [...Object.values(ids), time?.column, ...known.map(([, column]) => column)];
    const suggestion: Mapping = mapping.parse({
      ...(decimal !== undefined && { read: { decimal } }),
      event: { type: "identify" },
      ...(time !== undefined && { time: { column: time.column, format: time.format } }),
      ids,
      fields: { ...restAsFields(sample, used, decimal ?? "."), ...Object.fromEntries(known) },
    });
    const unsure = [time?.unsure === true ? "time.format" : "", Object.keys(ids).length === 0 ? "ids" : ""];
    return { suggestion, unsure: unsure.filter((part) => part !== "") };
  },
};
