// The HTTP side of a process: listens at once (health says "starting"), opens its doors when the house is furnished.
import { Refusal } from "@somlos/contract";
import { takeFeed } from "@somlos/contract/rooms/feeds";
import type { Config } from "@somlos/kernel/config";
import type { Door } from "@somlos/kernel/http";
import type { Logger } from "@somlos/kernel/log";
import { findReasonless, lacksReason } from "@somlos/modules/consent";
import { keepHeard } from "@somlos/modules/events";
import { feedFileRoute } from "@somlos/modules/stores";
import type { OpenHouse } from "./house.ts";
import { bindDoor, type Gate } from "./http/bind.ts";
import { collectDoors } from "./http/collect-doors.ts";
import { copyDoors } from "./http/copy-doors.ts";
import { openCors } from "./http/cors.ts";
import { bindFileDoors } from "./http/file-doors.ts";
import { hookDoor } from "./http/hook-doors.ts";
import { importFileDoors } from "./http/import-doors.ts";
import { keyCaller } from "./http/key-caller.ts";
import { logoDoor } from "./http/logo-door.ts";
import { metricsDoor } from "./http/metrics-door.ts";
import { permissionFileDoors } from "./http/permission-files.ts";
import { permissionPage } from "./http/permission-page.ts";
import { pictureDoors } from "./http/picture-doors.ts";
import { healthDoor, makeServer, type State } from "./http/server.ts";
import { doors } from "./modules.ts";
import { testClockDoors } from "./operate/test-clock.ts";

/** One address of the router: for the test that proves who may pass. */
export type RouteLine = {
  readonly method: string;
  readonly url: string;
  readonly id: string | undefined;
  readonly who: unknown;
};

export type App = {
  routes(): readonly RouteLine[];
  listen(): Promise<void>;
  port(): number;
  /** Gives the doors their house. Until then every door answers 503. */
  furnish(house: OpenHouse): void;
  close(): Promise<void>;
};

export async function openApp(config: Config, log: Logger, state: State): Promise<App> {
  let house: OpenHouse | undefined;
  const here = (): OpenHouse => {
    if (house === undefined || state.current !== "ok") throw new Refusal("database.away", undefined, 2);
    return house;
  };
  const server = makeServer(config, log);
  const lines: RouteLine[] = [];
  server.addHook("onRoute", ({ method, url, config: its }) => {
    const { id, who } = (its ?? {}) as { id?: string; who?: unknown };
    for (const one of Array.isArray(method) ? method : [method]) lines.push({ method: one, url, id, who });
  });
  // A client that keeps its connection busy would otherwise keep a stopping server for ever.
  server.addHook("onSend", (_request, reply, payload, done) => {
    if (state.current === "stopping") reply.header("connection", "close");
    done(null, payload);
  });
  openCors(server);
  healthDoor(server, state, () => here().db.read(async () => undefined));
  collectDoors(server, {
    keyring: { find: (text) => here().keyring.find(text) },
    collector: { take: (sending) => here().collector.take(sending) },
    channelOf: (sourceId) => here().channelOf(sourceId),
    listens: (sourceId) => here().sources.listensUntil(sourceId) !== undefined,
    hear: (heard) =>
      void keepHeard(here().db, heard).catch((err: unknown) =>
        log.warn({ err, sourceId: heard.sourceId }, "a request that somebody listens to was not kept"),
      ),
  });
  const gate: Gate = {
    hides: async (caller, may, ids) =>
      (await here().db.snapshot((tx) => here().sight.hidden(tx, caller, may, ids))).size > 0,
    closed: async (caller, ids) =>
      (await here().db.snapshot((tx) => here().sight.restricted(tx, caller, ids))).closed.size > 0,
    async reasoned({ caller, ip, what, ids }) {
      const lacks = await findReasonless(here().db, caller, ids);
      if (lacks === undefined || caller.kind !== "staff") return;
      await here().audit.look([{ who: caller.staffId, what, ...lacks, ip, refused: true }]);
      throw new Refusal("people.reason_needed", { personId: lacks.personId ?? null });
    },
    authenticate: async (request, takes) =>
      keyCaller(here().keyring, request) ?? here().authenticate(request, takes),
    async opened({ caller, ip, what, personId }) {
      const who = caller.kind === "staff" ? caller.staffId : caller.kind;
      const refused = await lacksReason(here().db, caller, personId);
      await here().audit.look([{ who, what, personId, ip, refused }]);
      if (refused) throw new Refusal("people.reason_needed", { personId: personId ?? null });
    },
  };
  const lazily = new Proxy({} as OpenHouse, { get: (_target, name) => here()[name as keyof OpenHouse] });
  metricsDoor(server, lazily, gate, config.metricsToken);
  importFileDoors(server, lazily, gate);
  permissionFileDoors(server, lazily, gate);
  bindFileDoors(server, gate, [[takeFeed, feedFileRoute(lazily)]]);
  hookDoor(server, lazily);
  permissionPage(server);
  copyDoors(server, lazily, gate);
  logoDoor(server, lazily);
  pictureDoors(server, lazily, gate);
  if (config.testClock)
    for (const door of testClockDoors) bindDoor(server, lazily, gate, door as Door<never>);
  for (const door of doors) bindDoor(server, lazily, gate, door as Door<never>);
  return {
    routes: () => lines,
    async listen() {
      await server.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EADDRINUSE" ? portTaken(config) : error;
      });
    },
    port: () => (server.server.address() as { port: number }).port,
    furnish(opened) {
      house = opened;
    },
    close: () => server.close(),
  };
}

function portTaken(config: Config): Error {
  const error = new Error(
    `Port ${config.port} on ${config.host} is taken by another program. Stop it, or start with PORT=<another number> npm start.`,
  );
  return Object.assign(error, { code: "port.taken" });
}
