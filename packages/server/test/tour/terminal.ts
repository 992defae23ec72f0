// The reader's terminal: one shell for the whole tour, and the program in the background beside it.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { env, execPath } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { killPostgresOf } from "../killing.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
/** Found only where the machine has no curl of its own. */
const CURL = fileURLToPath(new URL("./curl/", import.meta.url));
const PATIENCE_MS = 120_000;

/** One process with all it said. */
class Heard {
  readonly #child: ChildProcess;
  #said = "";
  #gone = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (part: string) => {
        this.#said += part;
      });
    child.once("close", () => {
      this.#gone = true;
    });
  }

  get said(): string {
    return this.#said;
  }
  get gone(): boolean {
    return this.#gone;
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    for (const end = performance.now() + PATIENCE_MS; !holds(); await sleep(20))
      if (performance.now() > end) throw new Error(`${what} took too long; it said: ${this.#said}`);
  }

  /** To it and to all that it started, as a terminal does. */
  signal(signal: NodeJS.Signals): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
    } catch {
      // It has ended already.
    }
  }

  async end(): Promise<void> {
    if (this.#gone) return;
    this.signal("SIGKILL");
    if (!this.#gone) await once(this.#child, "close");
  }
}

/** A program in the background is up when it has told where its secrets lie: that comes last. */
const UP = /^Secrets: .*\n/m;

/** Another port and another home in place of the reader's, so that a tour leaves theirs alone. */
export class Terminal {
  readonly #port: number;
  readonly #home: string;
  readonly #place: { cwd: string; detached: true; env: NodeJS.ProcessEnv };
  readonly #shell: Heard;
  #program: Heard | undefined;

  constructor(port: number, home: string, cwd = ROOT) {
    this.#port = port;
    this.#home = home;
    const { DATABASE_URL: _theirs, PATH = "", ...inherited } = env;
    this.#place = {
      cwd,
      detached: true,
      env: {
        ...inherited,
        PORT: String(port),
        SOMLOS_HOME: home,
        SOMLOS_LOG: "silent",
        PATH: [dirname(execPath), PATH, CURL].join(delimiter),
      },
    };
    this.#shell = new Heard(spawn("bash", ["--norc"], this.#place));
    this.#shell.write("exec 2>&1\n");
  }

  #toHere(text: string): string {
    return text
      .replaceAll("localhost:3000", `localhost:${this.#port}`)
      .replaceAll(/(?<!\w)(\.\/)?\.somlos/g, this.#home);
  }

  #fromHere(text: string): string {
    return text
      .replaceAll(`localhost:${this.#port}`, "localhost:3000")
      .replaceAll(this.#home, ".somlos")
      .trim();
  }

  /** Types a block; what it printed and the code of its last command. */
  async type(text: string): Promise<{ said: string; code: number }> {
    const mark = `done-${randomBytes(6).toString("hex")}`;
    const shell = this.#shell;
    const from = shell.said.length;
    shell.write(`${this.#toHere(text)}\nprintf '\\n%s %s\\n' ${mark} $?\n`);
    const found = () => new RegExp(`\\n${mark} (\\d+)\\n`).exec(shell.said.slice(from));
    await shell.until("a block", () => found() !== null || shell.gone);
    const said = shell.said.slice(from);
    return { said: this.#fromHere(said.slice(0, found()?.index)), code: Number(found()?.[1] ?? -1) };
  }

  /** Begins the program in the background; what it had printed when it was up. */
  async begin(command: string): Promise<string> {
    await this.#ended();
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const program = new Heard(spawn("bash", ["-c", this.#toHere(command)], { ...this.#place, stdio }));
    this.#program = program;
    await program.until("the start", () => UP.test(program.said) || program.gone);
    if (program.gone) throw new Error(`the program ended: ${program.said}`);
    await sleep(200); // the link that a first start tells after it
    return this.#fromHere(program.said);
  }

  /** Ctrl-C to the program; what else it printed, once it has ended. */
  async interrupt(): Promise<string> {
    const from = this.#program?.said.length ?? 0;
    this.#program?.signal("SIGINT");
    await this.#ended();
    return this.#fromHere(this.#program?.said.slice(from) ?? "");
  }

  async #ended(): Promise<void> {
    const program = this.#program;
    await program?.until("the end of the program", () => program.gone);
  }

  /** Ends everything, whatever happened before. */
  async close(): Promise<void> {
    await this.#program?.end();
    await this.#shell.end();
    for (const made of [this.#home, `${this.#home}-new`]) if (existsSync(made)) await killPostgresOf(made);
  }
}
