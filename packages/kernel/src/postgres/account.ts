import { readFile } from "node:fs/promises";
import { type Account, execute } from "./command.ts";
import { StartRefusal } from "./refusal.ts";

const OWN_NAME = "somlos";

/**
 * PostgreSQL refuses to run as root. For root: the system's `postgres` user, else a user of our own (made when the
 * system lets us), else `nobody`. For everyone else undefined: it runs as who we are.
 */
export async function chooseAccount(log: (line: string) => void): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = (await findAccount("postgres")) ?? (await findAccount(OWN_NAME));
  if (existing) return existing;
  await makeAccount();
  const made = await findAccount(OWN_NAME);
  if (made) {
    log(`Made the system user ${OWN_NAME}: PostgreSQL does not run as root.`);
    return made;
  }
  const nobody = await findAccount("nobody");
  if (nobody) return nobody;
  throw new StartRefusal(
    "postgres.account",
    "PostgreSQL does not run as root, and no user for it could be made. Start Sömlös as an ordinary user, or set DATABASE_URL to your own PostgreSQL.",
  );
}

async function makeAccount(): Promise<void> {
  const group = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  const made = await execute("useradd", [...group, "--shell", "/usr/sbin/nologin", OWN_NAME]);
  // Alpine's busybox has only adduser, with short options.
  if (made.code !== 0)
    await execute("adduser", ["-S", "-D", "-H", "-h", "/nonexistent", "-s", "/sbin/nologin", OWN_NAME]);
}

export async function accountWithId(uid: number): Promise<Account | undefined> {
  return (await accounts()).find((one) => one.uid === uid);
}

async function findAccount(name: string): Promise<Account | undefined> {
  return (await accounts()).find((one) => one.name === name);
}

/** Without root, also under another name of it: that helps nobody here. */
async function accounts(): Promise<Account[]> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const all = passwd.split("\n").map((line) => {
    const [name = "", , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
  return all.filter((one) => Number.isInteger(one.uid) && one.uid > 0 && Number.isInteger(one.gid));
}
