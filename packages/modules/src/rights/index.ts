// The door of the room rights: a copy of everything, correction, erasure, and what keeps the erased away.
export { type Copy, fetchAsked, fetchOwn } from "./export/fetch.actions.ts";
export { filesWait, purgeFiles } from "./purge/purge.actions.ts";
export { applyJournal, runRights } from "./requests/run.actions.ts";
export { liftDue } from "./restrictions/restrict.actions.ts";
export type { RightsRoomHouse } from "./rights.house.ts";
export { rightsRights } from "./rights.rights.ts";
export { rightsDoors } from "./rights.routes.ts";
export { forgetFiles, pruneRights } from "./rights.schedule.ts";
export { findTombstones } from "./tombstones/tombstones.store.ts";
export { TombstonesView, tombstoneShield } from "./tombstones/tombstones.view.ts";
export { fieldSaid } from "./words/fields.rules.ts";
export { removedSaid, roomSaid, tableSaid } from "./words/tables.rules.ts";
