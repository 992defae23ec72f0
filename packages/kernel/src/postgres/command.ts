import { spawn } from "node:child_process";
import { codeOf, StartRefusal } from "./refusal.ts";

/** The operating system's user that owns the data and runs PostgreSQL. Undefined: the user we are ourselves. */
export type Account = { name: string; uid: number; gid: number };
export type Outcome = { code: number; output: string };
export type CommandOptions = {
  account?: Account | undefined;
  env?: Record<string, string>;
  input?: string;
};

/** Nothing of the caller's environment (PG*, LC_*, LD_*) reaches PostgreSQL. */
export const CLEAN_ENV: Record<string, string> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a command to its end. A command that cannot be started gives code 127 (or 126: may not). */
export async function execute(file: string, args: string[], options: CommandOptions = {}): Promise<Outcome> {
  try {
    return await run(file, args, options);
  } catch (error) {
    const refused = changeOfUserRefused(error, options.account);
    if (refused) throw refused;
    return { code: codeOf(error) === "EACCES" ? 126 : 127, output: String(error) };
  }
}

function run(file: string, args: string[], options: CommandOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      // A folder that any user can stand in: the current one may be closed to the account.
      cwd: "/",
      env: options.env ?? CLEAN_ENV,
      stdio: ["pipe", "pipe", "pipe"],
      ...identity(options.account),
    });
    let output = "";
    const take = (text: Buffer) => {
      if (output.length < 64_000) output += text.toString("utf8");
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\n(${signal})` : output }),
    );
  });
}

/** Root without the right to become another user (a locked-down container) cannot run PostgreSQL at all. */
export function changeOfUserRefused(error: unknown, account: Account | undefined): StartRefusal | undefined {
  const code = codeOf(error);
  if (!account || (code !== "EPERM" && code !== "EINVAL")) return undefined;
  return new StartRefusal(
    "postgres.account",
    `PostgreSQL does not run as root, and the system does not let us run it as the user ${account.name}. Start Sömlös as an ordinary user, or set DATABASE_URL to your own PostgreSQL.`,
  );
}
