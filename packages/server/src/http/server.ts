// The one HTTP server: collecting, our API, and behind them the files of the fronts.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { Refusal, sentenceOf } from "@somlos/contract";
import { stopwatch } from "@somlos/kernel/clock";
import type { Config } from "@somlos/kernel/config";
import type { Logger } from "@somlos/kernel/log";
import { MOST_BODY_BYTES } from "@somlos/modules/events";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { answerError } from "./answer.ts";
import { pageFor, serveFronts } from "./front-files.ts";

const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
};

export type State = { current: "starting" | "ok" | "stopping" | "broken"; reason: string };

const NOISE = JSON.stringify({
  code: "door.bad_request",
  sentence: sentenceOf("door.bad_request", "en"),
});

/** What does not even parse as HTTP, or never ends, gets an answer in our words and loses its connection. */
function refuseNoise(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(NOISE)}\r\nConnection: close\r\n\r\n${NOISE}`,
  );
}

const HEAD_MS = 30_000;
const BODY_MS = 60_000;

/** A body must be here within a minute, so that nobody keeps a connection by dripping. Doors that take files guard themselves. */
function refuseSlow(app: FastifyInstance, bodyMs: number): void {
  app.server.headersTimeout = HEAD_MS;
  const waiting = new Map<IncomingMessage, () => number>();
  app.addHook("onRequest", ({ raw, routeOptions }, _reply, done) => {
    const { takesFile } = (routeOptions.config ?? {}) as { takesFile?: boolean };
    const hasBody =
      raw.headers["transfer-encoding"] !== undefined || Number(raw.headers["content-length"] ?? 0) > 0;
    if (hasBody && takesFile !== true) waiting.set(raw, stopwatch());
    done();
  });
  app.addHook("preValidation", ({ raw }, _reply, done) => {
    waiting.delete(raw);
    done();
  });
  const look = setInterval(() => {
    for (const [raw, took] of waiting) {
      if (took() < bodyMs && !raw.complete && !raw.destroyed) return; // those behind it came later
      waiting.delete(raw);
      if (!raw.complete && !raw.destroyed) refuseNoise(new Error("slow"), raw.socket);
    }
  }, bodyMs / 10).unref();
  app.addHook("onClose", async () => clearInterval(look));
}

export function makeServer(config: Config, log: Logger, bodyMs = BODY_MS): FastifyInstance {
  const app = Fastify({
    // At info it would only say where it listens, which the start tells in plain words.
    loggerInstance: log.child(
      { part: "http" },
      config.log === "info" ? { level: "warn" } : {},
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: 0, // a file of gigabytes takes its time: see refuseSlow
    trustProxy: config.trustProxy === undefined ? false : config.trustProxy.split(","),
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: "idle",
    return503OnClosing: false,
    clientErrorHandler: refuseNoise,
    frameworkErrors: answerError,
  });
  refuseSlow(app, bodyMs);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === "GET" ? pageFor(request.url) : undefined;
    if (page !== undefined) return reply.sendFile("index.html", page, { cacheControl: false });
    return answerError(new Refusal("door.not_found"), request, reply);
  });
  // Hooks with a callback: a promise for each of them is felt where thousands of events come in.
  app.addHook("onSend", (_request, reply, payload, done) => {
    reply.headers(ALWAYS);
    if (String(reply.getHeader("content-type") ?? "").startsWith("text/html"))
      reply.header("content-security-policy", CSP);
    done(null, payload);
  });
  serveFronts(app);
  return app;
}

/** Only a server that can take events in says ok. */
export function healthDoor(app: FastifyInstance, state: State, ping: () => Promise<void>): void {
  app.get("/health", { config: { who: { anyone: true }, id: "operate.health" } }, async (_request, reply) => {
    reply.header("cache-control", "no-store");
    if (state.current !== "ok") return reply.code(503).send({ status: state.current, reason: state.reason });
    try {
      await ping();
      return { status: "ok" };
    } catch {
      return reply.code(503).send({ status: "broken", reason: "the database does not answer" });
    }
  });
}
