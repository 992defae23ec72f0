// Once somebody was erased, the file of an import does not outlive it: it may name them, and what it said is in the log. Rows
// that were refused and name them go too; the others stay for the report.
import type { Database, Tx } from "@somlos/kernel/db";
import { identifiersAnywhere } from "../hush/carried.rules.ts";
import { removeFiles } from "../imports/imports.files.ts";
import type { Naming } from "../parse/identifiers.rules.ts";
import { deleteRefusedOf, listRefusedOf, saveClosed, takeDone } from "./events.rights.store.ts";

const SYSTEM = { kind: "system", id: "rights" } as const;

/** `erased`: those of these fingerprints that were. */
export async function closeDoneImports(
  house: { readonly db: Database; readonly home: string; readonly naming: Naming },
  erased: (tx: Tx, fps: readonly string[]) => Promise<{ has(fp: string): boolean }>,
): Promise<void> {
  for (let more = true; more; )
    more = await house.db.work(SYSTEM, async ({ tx }) => {
      const id = await takeDone(tx);
      if (id === undefined) return false;
      const rows = (await listRefusedOf(tx, id)).map(({ line, row }) => ({
        line,
        fps: identifiersAnywhere(house.naming, JSON.parse(row)).map((one) => one.fp),
      }));
      const gone = await erased(tx, [...new Set(rows.flatMap((row) => row.fps))]);
      const lines = rows.filter((row) => row.fps.some((fp) => gone.has(fp))).map((row) => row.line);
      if (lines.length > 0) await deleteRefusedOf(tx, id, lines);
      await removeFiles(house.home, id);
      await saveClosed(tx, id);
      return true;
    });
}
