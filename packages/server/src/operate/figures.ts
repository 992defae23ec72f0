// The figures that are asked of the database and the disk: for /metrics, for alerts.
import { join } from "node:path";
import type { Database } from "@somlos/kernel/db";
import { backupAge, listBackups } from "@somlos/kernel/keep";
import { countMails } from "@somlos/kernel/mail";
import type { Figure } from "@somlos/kernel/meter";
import { countConnections, listHolders } from "@somlos/kernel/operate";
import { countLastHour, countParked, findStall, stalledSeconds } from "@somlos/modules/events";
import { filesWait } from "@somlos/modules/rights";

export type FiguresHouse = {
  readonly db: Database;
  readonly home: string;
  readonly commit: { readonly size: number };
  /** Processes that only answer requests make no backups. */
  readonly keepsBackups: boolean;
};

export type Figures = {
  readonly stalledSeconds: number;
  readonly parkedOpen: number;
  /** Of what came in the last hour; 0 when nothing came. */
  readonly parkedShare: number;
  readonly parkedLastHour: number;
  readonly queue: number;
  readonly connections: number;
  readonly connectionsMost: number;
  readonly connectionsWaiting: number;
  readonly mails: { readonly waiting: number; readonly refused: number };
  /** How long the oldest erasure waits for the files of the database to be written anew; 0 when none does. */
  readonly filesWaitSeconds: number;
  /** Undefined when this process keeps none, or none was made yet. */
  readonly backupAgeSeconds: number | undefined;
};

export async function readFigures(house: FiguresHouse): Promise<Figures> {
  const backups = house.keepsBackups ? await listBackups(join(house.home, "backups")) : [];
  return house.db.read(async (tx, now) => {
    const stall = await findStall(tx);
    const { taken, parked } = await countLastHour(tx, now);
    const connections = await countConnections(tx);
    return {
      stalledSeconds: stalledSeconds(stall, await listHolders(tx, 1)),
      parkedOpen: await countParked(tx, null),
      parkedShare: taken + parked === 0 ? 0 : parked / (taken + parked),
      parkedLastHour: parked,
      queue: house.commit.size,
      connections: connections.used,
      connectionsMost: connections.most,
      connectionsWaiting: house.db.waiting(),
      mails: await countMails(tx, now),
      filesWaitSeconds: await filesWait(tx, now),
      backupAgeSeconds: backupAge(now, backups),
    };
  });
}

/** The same as series of Prometheus. */
export const toldFigures = (f: Figures): Figure[] => [
  {
    name: "somlos_log_stalled_seconds",
    help: "Age of the oldest write transaction that keeps committed events from the readers of the log; 0 while none waits.",
    value: f.stalledSeconds,
  },
  { name: "somlos_parked_open", help: "Events parked and not replayed.", value: f.parkedOpen },
  {
    name: "somlos_parked_share",
    help: "Share of the events of the last hour that were parked, 0 to 1.",
    value: f.parkedShare,
  },
  { name: "somlos_queue_events", help: "Events waiting or in flight in this process.", value: f.queue },
  {
    name: "somlos_database_connections",
    help: "Connections to the PostgreSQL server: used by anybody, allowed, and requests of this process that wait for one.",
    label: "state",
    value: { used: f.connections, allowed: f.connectionsMost, waiting: f.connectionsWaiting },
  },
  {
    name: "somlos_mails",
    help: "Transactional mails that wait, and those given up in the last day.",
    label: "state",
    value: f.mails,
  },
  {
    name: "somlos_files_wait_seconds",
    help: "How long the oldest erasure waits for the files of the database to be written anew; 0 when none does.",
    value: f.filesWaitSeconds,
  },
  ...(f.backupAgeSeconds === undefined
    ? []
    : [
        {
          name: "somlos_backup_age_seconds",
          help: "Age of the newest backup of this home.",
          value: f.backupAgeSeconds,
        } as const,
      ]),
];
