// The database: version, collation, durability, clock, schema, who holds the log back.
import { listMigrations, type Tx } from "@somlos/kernel/db";
import {
  countConnections,
  listAppliedMigrations,
  listHolders,
  type ServerSettings,
} from "@somlos/kernel/operate";
import { findStall, stalledSeconds } from "@somlos/modules/events";
import { bad, bytesInWords, type Check, inWords, ok, warn } from "./check.ts";

const OLDEST = 150_000;
const C_NAMES = new Set(["C", "C.UTF-8", "C.utf8", "POSIX"]);

export function checkServer(s: ServerSettings): Check[] {
  const loose = (["fsync", "full_page_writes", "synchronous_commit"] as const).filter(
    (name) => s[name] === "off",
  );
  return [
    s.version >= OLDEST
      ? ok("PostgreSQL", `${s.version_text}, ${bytesInWords(s.bytes)}`)
      : bad("PostgreSQL", `${s.version_text} is too old`, "use PostgreSQL 15 or newer"),
    s.encoding === "UTF8" && C_NAMES.has(s.collation)
      ? ok("collation", `${s.collation}, ${s.encoding}`)
      : warn(
          "collation",
          `${s.collation}, ${s.encoding}: order depends on the machine, and an index may be wrong after the system is upgraded`,
          "back up, make a database with encoding UTF8 and locale C.UTF-8, restore into it",
        ),
    loose.length === 0
      ? ok("durability", "fsync, synchronous_commit and full_page_writes are on")
      : bad(
          "durability",
          `${loose.join(", ")} off: acknowledged events are lost when the machine stops`,
          `set ${loose.map((name) => `${name} = on`).join(", ")} in postgresql.conf and reload`,
        ),
  ];
}

const SKEW_SECONDS = 2;
const BAD_SKEW_SECONDS = 60;

/** `before` and `after` are this machine's times around the question. */
export function checkClock(clock: Date, before: number, after: number): Check {
  const skew = Math.abs(clock.getTime() - (before + after) / 2) / 1000;
  const says = `${skew.toFixed(1)} s between this machine and the database`;
  const todo = "keep both by NTP (timedatectl set-ntp true)";
  if (skew > BAD_SKEW_SECONDS) return bad("clock", says, todo);
  return skew > SKEW_SECONDS ? warn("clock", says, todo) : ok("clock", says);
}

export async function checkSchema(tx: Tx): Promise<Check> {
  const ours = new Set((await listMigrations()).map((m) => `${m.room}/${m.name}`));
  const applied = new Set((await listAppliedMigrations(tx)).map((m) => `${m.room}/${m.name}`));
  const strange = [...applied].filter((name) => !ours.has(name));
  const missing = [...ours].filter((name) => !applied.has(name));
  if (strange.length > 0)
    return bad(
      "schema",
      `the database is newer than this program (it knows ${strange[0]})`,
      "start the newer version, or restore a backup made by this one",
    );
  return missing.length === 0
    ? ok("schema", `${applied.size} migrations, none missing`)
    : warn(
        "schema",
        `${missing.length} migrations are not applied yet (${missing[0]})`,
        "npm start applies them",
      );
}

const MANY_SECONDS = 5;
const TOO_MANY_SECONDS = 60;

/** Names whoever keeps committed events from the readers of the log: which process, never what it asked. */
export async function checkLog(tx: Tx): Promise<Check> {
  const stall = await findStall(tx);
  const holders = await listHolders(tx, 3);
  const seconds = stalledSeconds(stall, holders);
  if (seconds < MANY_SECONDS) return ok("log", "readers are not held back");
  const who = holders.map(
    (h) => `pid ${h.pid ?? "-"} "${h.application}" on ${h.database}, ${h.state}, ${inWords(h.seconds)}`,
  );
  const [first] = holders;
  const says = `stalled for ${inWords(seconds)}, ${stall.flushes} commits wait; held by ${who.join("; ") || "a transaction we may not see"}`;
  const todo =
    first?.pid == null
      ? "as a superuser: select * from pg_prepared_xacts; rollback prepared '…'; or look at pg_stat_activity"
      : `end it: select pg_terminate_backend(${first.pid})`;
  return seconds > TOO_MANY_SECONDS ? bad("log", says, todo) : warn("log", says, todo);
}

const FULL = 0.8;

export async function checkConnections(tx: Tx): Promise<Check> {
  const { used, most } = await countConnections(tx);
  const says = `${used} of ${most} are used`;
  return used / most > FULL
    ? warn("connections", says, "raise max_connections, or run fewer processes (each takes about 25)")
    : ok("connections", says);
}
