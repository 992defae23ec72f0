// Keep: backup, restore, the daily backup, and the copy to a newer PostgreSQL. The embedded PostgreSQL brings no
// pg_dump; this needs nothing but a connection, so it works on any PostgreSQL from 15 on.
export { backup, type KeepLog } from "./backup.ts";
export type { Header, Summary, TableSum, Totals } from "./format.ts";
export { refuseUnfinishedRestore } from "./mark.ts";
export { withHomeDatabase } from "./reach.ts";
export { readHeader, verify } from "./reader.ts";
export { type KeepCode, KeepRefusal } from "./refusal.ts";
export { type RestoreOptions, restore } from "./restore.ts";
export { backupAge, backupName, dueBackup, madeAt, pruneBackups } from "./schedule.rules.ts";
export { keepDaily, listBackups } from "./schedule.ts";
export { type Upgraded, type UpgradeOptions, upgradeMajor } from "./upgrade.ts";
