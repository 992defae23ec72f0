// Learns a model in a thread of its own: it takes seconds, and doors must not wait for it.
import { parentPort, workerData } from "node:worker_threads";
import { rawColumn } from "../linkage/columns.rules.ts";
import type { Cells } from "../linkage/kept.rules.ts";
import { link } from "../linkage/link.rules.ts";

const { rows, names } = workerData as { readonly rows: readonly Cells[]; readonly names: readonly string[] };
const linked = link(
  names.map((name) =>
    rawColumn(
      name,
      rows.map((row) => row[name] ?? ""),
    ),
  ),
);
parentPort?.postMessage(linked.keep());
