// How long backups are kept: the newest of each of seven days, then one a week. Each home removes its own (schedule.ts).
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { listBackups, madeAt } from "@somlos/kernel/keep";
import type { Lifetime } from "@somlos/kernel/operate";

/** The backups made before then, but never the newest. */
export function oldBackups(names: readonly string[], before: Date): string[] {
  const ours = names.filter((name) => madeAt(name) !== undefined);
  const newest = Math.max(...ours.map((name) => madeAt(name) ?? 0));
  return ours.filter((name) => (madeAt(name) ?? 0) < Math.min(before.getTime(), newest));
}

export const backupsLifetime = (home: string): Lifetime => {
  const folder = join(home, "backups");
  return {
    kind: "backups",
    bounds: { own: 35, least: 7, most: 3650 },
    async foresee(_tx, before) {
      const old = oldBackups(await listBackups(folder), before);
      const sizes = await Promise.all(
        old.map((name) =>
          stat(join(folder, name)).then(
            (found) => found.size,
            () => 0,
          ),
        ),
      );
      return { rows: old.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    sweep: async () => 0,
  };
};
