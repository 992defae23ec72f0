// What a run prints: figures beside the best any threshold could have had, and on request why.
import { type Linked, link, type RawColumn } from "@somlos/modules/identity";
import { oracle, scorePairs, type Truth } from "./score.ts";

export type Asked = {
  readonly name: string;
  readonly columns: readonly RawColumn[];
  readonly split: number;
  /** A file each: the columns that take no part. */
  readonly left: readonly (readonly string[])[];
  /** Read when the linking is done. */
  labels(): Truth;
};

const four = (share: number): string => share.toFixed(4);

function explain(linked: Linked): void {
  const { model } = linked;
  const nameOf = (at: number): string => model.columns[at]?.name ?? "";
  console.log(`  kinds: ${model.columns.map(({ name, kind }) => `${name} ${kind}`).join(", ")}`);
  const rules = linked.everyPair ? "every pair" : model.rules.map((rule) => rule.name).join(" | ");
  console.log(`  blocking (${model.pairs} pairs, coverage about ${four(model.coverage)}): ${rules}`);
  const swaps = model.swaps.map((swap) => swap.map(nameOf).join(" and ")).join("; ");
  console.log(`  columns that change places: ${swaps || "none"}`);
  const leans = model.rates.leans.flatMap((lean, at) =>
    lean === undefined ? [] : [`${nameOf(at)} on ${lean.on.map(nameOf).join(" and ")}`],
  );
  console.log(`  columns that lean on others: ${leans.join("; ") || "none"}`);
  const [first, ...rest] = linked.pairs;
  if (first === undefined) return;
  const weakest = rest.reduce((least, pair) => (pair.bits < least.bits ? pair : least), first);
  const fall = linked.explain(weakest.a, weakest.b);
  console.log(`  weakest suggestion: start ${fall.start.toFixed(1)}`);
  for (const { column, level, bits } of fall.bars) console.log(`    ${column}: ${level} ${bits.toFixed(1)}`);
  console.log(`    what these say together: ${fall.together.bits.toFixed(1)}`);
  console.log(`    in all ${fall.bits.toFixed(1)} bits`);
}

export function report(asked: Asked, withWhy: boolean): void {
  const { columns, split, left } = asked;
  const rows = columns[0]?.cells.length ?? 0;
  const started = performance.now();
  const linked = link(columns, split);
  const seconds = (performance.now() - started) / 1000;
  // Labels are read after this line only.
  const labels = asked.labels();
  const got = scorePairs(linked.pairs, labels, split);
  const best = oracle(linked.weighed, labels, split);
  console.log(
    `${asked.name}: precision ${four(got.precision)} recall ${four(got.recall)} F1 ${four(got.f1)}` +
      ` · oracle threshold F1 ${four(best.f1)} at ${best.bits.toFixed(1)} bits, gap ${four(best.f1 - got.f1)}` +
      ` · ${linked.pairs.length} suggested at ${linked.threshold.toFixed(1)} bits, expected F1 ${four(linked.expectedF1)}` +
      `${linked.oneToOne ? ", one to one" : ""}` +
      ` · ${four(best.met)} of the true pairs weighed · ${rows} rows, ${Math.round(rows / seconds)} rows/s`,
  );
  if (withWhy && left.some((names) => names.length > 0))
    console.log(`  take no part: ${left.map((names) => names.join(", ") || "none").join(" | ")}`);
  if (withWhy) explain(linked);
}
