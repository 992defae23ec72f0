// Statements about goods and stock of one source are taken in together, whichever way they came.
import type { Work } from "@somlos/kernel/db";
import { type Refused, readTold, saveTold, type Told, together } from "../../catalog/index.ts";
import type { CompanyView } from "../../company/index.ts";
import { readFigures } from "../figures/take.actions.ts";
import { saveFigures } from "../figures/take.store.ts";
import { latestFigures } from "../figures/told.rules.ts";

type House = { readonly company: Pick<CompanyView, "entity" | "place"> };
/** As the doors for products and stock take them. */
export type Statements = { readonly products: readonly unknown[]; readonly figures: readonly unknown[] };
type Besides = {
  /** Already read. */
  readonly kept: readonly Told[];
  /** What is said all the same of a product whose statement is refused. */
  readonly still: (index: number) => readonly Told[];
};

/** One that is wrong refuses itself only; the refused by their places among those given. */
export async function takeStatements(
  { tx, now }: Work,
  { company }: House,
  sourceId: number,
  { products, figures }: Statements,
  { kept, still }: Besides = { kept: [], still: () => [] },
): Promise<{ readonly products: readonly Refused[]; readonly figures: readonly Refused[] }> {
  const told = readTold(products, (code) => company.entity(code)?.id, now);
  const counted = readFigures(figures, sourceId, (code) => company.place(code)?.id, now);
  const all = [...told.good, ...kept, ...told.refused.flatMap(({ index }) => still(index))];
  if (all.length > 0) await saveTold(tx, sourceId, together(all));
  if (counted.good.length > 0) await saveFigures(tx, sourceId, latestFigures(counted.good));
  return { products: told.refused, figures: counted.refused };
}
