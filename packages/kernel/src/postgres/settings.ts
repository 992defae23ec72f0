import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { postgresFolder } from "./folders.ts";

const MB = 1024 * 1024;

/** Nothing acknowledged is ever lost: said on the command line, so that no file in the data folder can undo it. */
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

/** For two cores and up, next to a server on the same machine. */
const SIZES = {
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "4GB",
  work_mem: "16MB",
  maintenance_work_mem: "256MB",
  max_wal_size: "4GB",
  // This build has no lz4.
  wal_compression: "pglz",
  // Old segments go instead of being used again with what is in them: once somebody was erased, none of before is left.
  wal_recycle: "off",
  checkpoint_timeout: "15min",
  max_locks_per_transaction: "256",
  random_page_cost: "1.1",
  jit: "off",
};

/** A week of files, each overwritten when its day comes again. */
const LOGGING = {
  logging_collector: "on",
  log_filename: "postgres-%a.log",
  log_rotation_age: "1d",
  log_rotation_size: "0",
  log_truncate_on_rotation: "on",
  // Personal data stays out: failing statements and the values in them go to the client, never to this file.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_timezone: "UTC",
};

/** Arguments of the server process; the caller's settings come last and win. */
export async function serverArguments(
  root: string,
  dataDir: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<string[]> {
  const all: Record<string, string> = {
    ...DURABLE,
    ...SIZES,
    ...LOGGING,
    log_directory: join(postgresFolder(root), "log"),
    cluster_name: "somlos",
    TimeZone: "UTC",
    listen_addresses: "127.0.0.1",
    // TCP with a password only: a socket's path may be too long, and its folder a question of rights.
    unix_socket_directories: "",
    ...(await sharedMemory()),
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", dataDir, "-p", String(port), ...flags];
}

/** Containers give /dev/shm 64 MB, which one parallel query can fill. */
async function sharedMemory(): Promise<Record<string, string>> {
  if (process.platform !== "linux") return {};
  const size = await statfs("/dev/shm").then(
    (found) => found.blocks * found.bsize,
    () => 0,
  );
  return size < 256 * MB ? { dynamic_shared_memory_type: "sysv" } : {};
}
