// Running the house: what it says about itself.
export { type Anew, writeAnew } from "./anew/anew.ts";
export {
  countConnections,
  type Holder,
  listAppliedMigrations,
  listHolders,
  loadServerSettings,
  type ServerSettings,
} from "./database.store.ts";
export {
  isSeen,
  type LogRights,
  listChanged,
  listOverMonths,
  listTableFiles,
  loadLogRights,
  takeBorder,
} from "./files.store.ts";
export { prepareRewrites, rewriteStatistics, rewriteTable, turnLog } from "./files.ts";
export {
  type Bounds,
  type Chosen,
  daysBefore,
  daysNow,
  holdsFrom,
  isInOrder,
  isWithin,
} from "./lifetimes.rules.ts";
export { COUNTED_MOST, type Foreseen, type Lifetime, SWEPT_AT_ONCE } from "./lifetimes.ts";
export { listChosen, listMonths, saveChosen, takeLock, tryLock } from "./retention.store.ts";
export { beginTestClock, findTestClock, moveTestClock } from "./test-clock.store.ts";
export {
  type DayVolume,
  deleteOldVolumes,
  listAlerts,
  listSizes,
  listVolumes,
  saveAlerts,
  saveVolumes,
} from "./volume.store.ts";
