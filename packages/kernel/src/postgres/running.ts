import type { ChildProcess } from "node:child_process";
import { urlOf } from "./answers.ts";
import { endAll } from "./orphan.ts";
import { birthOf } from "./processes.ts";

/** How it ended: an adopted server is not our child, so nothing is known about its end. */
export type Exit = { code: number | null; signal: string | null };

export type RunningPostgres = {
  url: string;
  dataDir: string;
  pid: number;
  /** It was already running, left behind by a server that was killed. */
  adopted: boolean;
  major: number;
  /** Fast shutdown; after 20 s without sessions' leave, after 5 more by force. */
  stop(): Promise<void>;
  /** Told once when PostgreSQL ends without `stop()`; at once when that has already happened. */
  onExit(tell: (exit: Exit) => void): void;
};

export type Started = {
  dataDir: string;
  pid: number;
  port: number;
  major: number;
  password: string;
  child: ChildProcess | undefined;
  /** Called when the server is gone, however that came. */
  ended(): Promise<void>;
};

export async function watch(started: Started): Promise<RunningPostgres> {
  const listeners: ((exit: Exit) => void)[] = [];
  let exit: Exit | undefined;
  let stopped: Promise<void> | undefined;
  let watching = true;
  const unwatch = await onEnd(started, (how) => {
    if (!watching) return;
    exit = how;
    void started.ended();
    for (const tell of listeners.splice(0)) tell(how);
  });
  const stop = async () => {
    // What runs there now, if anything, is a later start's.
    if (exit) return;
    watching = false;
    unwatch();
    await endAll(started.dataDir);
    await started.ended();
  };
  return {
    url: urlOf(started.password, started.port),
    dataDir: started.dataDir,
    pid: started.pid,
    adopted: started.child === undefined,
    major: started.major,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
    onExit: (tell) => {
      if (exit) tell(exit);
      else listeners.push(tell);
    },
  };
}

async function onEnd(started: Started, tell: (exit: Exit) => void): Promise<() => void> {
  const { child } = started;
  if (!child) return watchStranger(started.pid, tell);
  const end = () => tell({ code: child.exitCode, signal: child.signalCode });
  if (child.exitCode !== null || child.signalCode !== null) end();
  else child.once("exit", end);
  return () => child.off("exit", end);
}

/** The system does not tell about the end of a process that is not our child: we look once a second. */
async function watchStranger(pid: number, tell: (exit: Exit) => void): Promise<() => void> {
  const born = await birthOf(pid);
  const timer = setInterval(async () => {
    if ((await birthOf(pid)) === born && born !== undefined) return;
    clearInterval(timer);
    tell({ code: null, signal: null });
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
