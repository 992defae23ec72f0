import { randomBytes } from "node:crypto";
import { access, constants, mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { writeDurably } from "./durable-file.ts";
import { codeOf, StartRefusal } from "./refusal.ts";

/** What a home remembers about its database (`postgres.json`, readable by its owner only). */
export type HomeRecord = {
  password: string;
  /** Set when the database lies outside the home, in `/var/lib/somlos/<id>`. */
  id?: string;
  /** The outside folder has held a complete database: if it is gone, we do not silently begin an empty one. */
  made?: boolean;
  /** The last port, taken again when it is free, so that tools keep their address. */
  port?: number;
};

const recordPath = (home: string) => join(home, "postgres.json");

/** Makes the home if needed, closed to others, and gives its real path. */
export async function openHome(home: string): Promise<string> {
  try {
    await mkdir(dirname(resolve(home)), { recursive: true });
    await mkdir(home, { mode: 0o700 }).catch(async (error) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
    const real = await realpath(home);
    await access(real, constants.R_OK | constants.W_OK | constants.X_OK);
    return real;
  } catch (error) {
    throw notOurs(home, error);
  }
}

export async function findRecord(home: string): Promise<HomeRecord | undefined> {
  let text: string;
  try {
    text = await readFile(recordPath(home), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw notOurs(home, error);
  }
  return parseRecord(text, home);
}

/** The record of this home; made at the first start. */
export async function loadRecord(home: string): Promise<HomeRecord> {
  const found = await findRecord(home);
  if (found) return found;
  const fresh: HomeRecord = { password: randomBytes(24).toString("base64url") };
  await saveRecord(home, fresh);
  return fresh;
}

export async function saveRecord(home: string, record: HomeRecord): Promise<void> {
  try {
    await writeDurably(recordPath(home), `${JSON.stringify(record, null, 2)}\n`);
  } catch (error) {
    throw notOurs(home, error);
  }
}

function parseRecord(text: string, home: string): HomeRecord {
  try {
    const value = JSON.parse(text) as Partial<HomeRecord>;
    const idIsSafe = value.id === undefined || /^[0-9a-f]{16}$/.test(value.id);
    // The password is written into SQL and an address: only what we make ourselves is accepted.
    if (typeof value.password === "string" && /^[\w-]{16,}$/.test(value.password) && idIsSafe) {
      return value as HomeRecord;
    }
  } catch {
    // Told below, like any other content that is not ours.
  }
  throw new StartRefusal(
    "home.unreadable",
    `${recordPath(home)} is damaged. Put back the file from a backup of the home, or restore a backup into a new SOMLOS_HOME.`,
  );
}

function notOurs(home: string, error: unknown): StartRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartRefusal(
    "home.not_ours",
    `The home ${home} cannot be used by this user (${reason}). Start as the user who owns it, or set SOMLOS_HOME to another folder.`,
  );
}
