// Alerts: looked at every minute by whoever keeps time, kept in the database, so that every process can show them.
import { type Alert, alertRules } from "@somlos/contract/rooms/volume";
import type { Logger } from "@somlos/kernel/log";
import { listAlerts, saveAlerts } from "@somlos/kernel/operate";
import { judge } from "./alerts.rules.ts";
import { type FiguresHouse, readFigures } from "./figures.ts";
import { findDisk } from "./volume.actions.ts";

export type AlertHouse = FiguresHouse & { readonly log: Logger; readonly dataFolder: string | undefined };

export async function watchAlerts(house: AlertHouse): Promise<void> {
  const { keepsBackups, db, log } = house;
  const { looked, holding } = judge({
    figures: await readFigures(house),
    disk: await findDisk(house.dataFolder),
    keepsBackups,
  });
  const { began, ended } = await db.work({ kind: "system", id: "alerts" }, ({ tx, now }) =>
    saveAlerts(tx, looked, holding, now),
  );
  for (const rule of began)
    log.warn({ rule, value: holding.find((one) => one.rule === rule)?.value }, "alert");
  for (const rule of ended) log.info({ rule }, "alert is over");
}

const known = (rule: string): rule is Alert["rule"] => alertRules.some((one) => one === rule);

export const lookAtAlerts = async ({ db }: Pick<AlertHouse, "db">): Promise<Alert[]> =>
  (await db.read((tx) => listAlerts(tx))).flatMap(({ rule, value, since }) =>
    known(rule) ? [{ rule, value, since: since.toISOString() }] : [],
  );
