import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { accountWithId, chooseAccount } from "./account.ts";
import { type Account, execute } from "./command.ts";
import { writeDurably } from "./durable-file.ts";
import {
  giveFolder,
  giveTree,
  isComplete,
  majorsIn,
  moveFolder,
  OUTSIDE,
  outsideOf,
  postgresFolder,
} from "./folders.ts";
import { endAll } from "./orphan.ts";
import { findRecord, type HomeRecord, saveRecord } from "./record.ts";
import { codeOf, StartRefusal } from "./refusal.ts";

/** Where the database of a home lies and who runs it. */
export type Place = { home: string; root: string; account: Account | undefined };

export async function choosePlace(
  home: string,
  record: HomeRecord,
  log: (line: string) => void,
): Promise<Place> {
  const account = await accountFor(home, record, log);
  if (!account) return ordinary(home, record);
  if (!record.id && (await canLiveIn(home, account))) return { home, root: home, account };
  const id = record.id ?? (await moveOut(home, record, account, log));
  const place = { home, root: outsideOf(id), account };
  await openOutside(place, id, record);
  await bringData(place, record);
  return place;
}

/** The owner of data that exists already runs it, then the owner of the home: root, visiting once, takes nothing. */
async function accountFor(
  home: string,
  record: HomeRecord,
  log: (line: string) => void,
): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const root of record.id ? [outsideOf(record.id), home] : [home]) {
    const major = (await majorsIn(root)).at(-1);
    if (major === undefined) continue;
    const { uid, gid } = await stat(join(postgresFolder(root), String(major)));
    if (uid !== 0) return { name: `number ${uid}`, uid, gid };
  }
  const owner = await accountWithId((await stat(home)).uid);
  if (owner) return owner;
  return chooseAccount(log);
}

async function ordinary(home: string, record: HomeRecord): Promise<Place> {
  if (record.id) {
    throw new StartRefusal(
      "home.not_ours",
      `The database of ${home} lies in ${outsideOf(record.id)} because it was made by root. Start as root, or set SOMLOS_HOME to another folder.`,
    );
  }
  await giveFolder(postgresFolder(home), undefined);
  return { home, root: home, account: undefined };
}

/** Asked of the system itself, by going there: modes, lists, mounts and shares all have a say. */
async function canLiveIn(home: string, account: Account): Promise<boolean> {
  if (!(await canEnter(home, account)) && !(await letThrough(home, account))) return false;
  return giveFolder(postgresFolder(home), account);
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  return (await execute("/bin/sh", ["-c", 'cd -- "$0"', folder], { account })).code === 0;
}

/** A home of root's own, closed to everybody, is opened for the one group that must pass through it. */
async function letThrough(home: string, account: Account): Promise<boolean> {
  const { uid, mode } = await stat(home);
  if (uid !== 0 || (mode & 0o070) !== 0 || !(await canEnter(dirname(home), account))) return false;
  await chown(home, 0, account.gid);
  await chmod(home, (mode & 0o7777) | 0o010);
  return canEnter(home, account);
}

async function moveOut(
  home: string,
  record: HomeRecord,
  account: Account,
  log: (line: string) => void,
): Promise<string> {
  const id = randomBytes(8).toString("hex");
  log(
    `The user ${account.name}, who runs PostgreSQL, cannot work in ${home}: the database goes to ${outsideOf(id)}.`,
  );
  record.id = id;
  await saveRecord(home, record);
  return id;
}

async function openOutside(place: Place, id: string, record: HomeRecord): Promise<void> {
  await makePassable(place);
  const owner = join(place.root, "home");
  const named = (await readFile(owner, "utf8").catch(() => "")).trim();
  if (named !== place.home) {
    await refuseCopy(place.home, named, id);
    await writeDurably(owner, `${place.home}\n`);
  }
  if (place.account && !(await giveFolder(postgresFolder(place.root), place.account))) {
    throw new StartRefusal(
      "postgres.account",
      `${place.root} cannot be given to the user ${place.account.name}, who runs PostgreSQL. Start Sömlös as an ordinary user, or set DATABASE_URL.`,
    );
  }
  if (record.made && (await majorsIn(place.root)).length === 0 && (await majorsIn(place.home)).length === 0) {
    throw new StartRefusal(
      "home.data_gone",
      `The database of ${place.home} lay in ${postgresFolder(place.root)} and is gone. Put it back, or restore a backup into a new SOMLOS_HOME.`,
    );
  }
}

/** Whatever the umask: others may pass through these folders, not look around in them. */
async function makePassable(place: Place): Promise<void> {
  try {
    await mkdir(place.root, { recursive: true });
    for (const folder of [OUTSIDE, place.root]) await chmod(folder, 0o711);
  } catch (error) {
    throw new StartRefusal(
      "postgres.account",
      `The user who runs PostgreSQL cannot enter ${place.home}, and ${place.root} cannot be made (${codeOf(error)}). Set SOMLOS_HOME to a folder that every user can enter.`,
    );
  }
}

/** A home that was copied points to the database of the first one: two owners would ruin it. */
async function refuseCopy(home: string, named: string, id: string): Promise<void> {
  if (named === "") return;
  const other = await findRecord(named).catch(() => undefined);
  if (other?.id !== id) return;
  throw new StartRefusal(
    "home.copied",
    `${home} is a copy of ${named}, whose database lies elsewhere. Copy a home with \`npm run backup\` and \`npm run restore\`.`,
  );
}

/** Data that was made in the home, before it was closed to the account, follows to the place outside. */
async function bringData(place: Place, record: HomeRecord): Promise<void> {
  for (const major of await majorsIn(place.home)) {
    const from = join(postgresFolder(place.home), String(major));
    const to = join(postgresFolder(place.root), String(major));
    if (await isComplete(to)) continue;
    await endAll(from);
    await rm(join(from, "postmaster.pid"), { force: true });
    await moveFolder(from, to);
    if (place.account) await giveTree(to, place.account);
    record.made = true;
    await saveRecord(place.home, record);
  }
}
