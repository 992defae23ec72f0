/**
 * The PostgreSQL inside: found among the npm packages, made, started, adopted after a crash, stopped.
 * Start at `start.ts`; every file beside it is one subject of that road.
 */
export type { BinaryPackage } from "./binaries.ts";
export { dataDirOf, listMajors } from "./folders.ts";
export { type HomeLock, lockHome } from "./home-lock.ts";
export { type StartCode, StartRefusal } from "./refusal.ts";
export type { Exit, RunningPostgres } from "./running.ts";
export { postgresAddress, type StartOptions, startPostgres } from "./start.ts";
