export { answerEach } from "./answer-each.ts";
export { bigints, bools, fingerprints, ints, jsons, smallints, texts, times, uuids } from "./arrays.ts";
export { shareClock } from "./connections.ts";
export {
  type Database,
  type DatabaseOptions,
  isDatabaseAway,
  isTooLong,
  openDatabase,
  type Recorder,
} from "./database.ts";
export { type Flushed, GroupCommit, type GroupCommitSettings } from "./group-commit.ts";
export { listMigrations, listRooms, type Migration, migrate, readMigrations } from "./migrate.ts";
export { type Fragment, listStatements, room, type Statement } from "./sql.ts";
export { type Tx, txOn } from "./tx.ts";
export { Watch, type Watched } from "./watch.ts";
export type { Actor, Recorded, Work } from "./work.ts";
