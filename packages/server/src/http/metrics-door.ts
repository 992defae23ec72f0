// /metrics, and the counting of requests that it shows.
import { hash, timingSafeEqual } from "node:crypto";
import { metrics } from "@somlos/contract/rooms/operate";
import { METRICS_TYPE, meter, tellMetrics } from "@somlos/kernel/meter";
import { pastSpan } from "@somlos/kernel/trace";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type FiguresHouse, readFigures, toldFigures } from "../operate/figures.ts";
import { type Gate, letPass } from "./bind.ts";

const digest = (text: string): Buffer => hash("sha256", text, "buffer");

/** Whether a request brings the token that opens nothing but this. */
const bringsToken = (request: FastifyRequest, token: string | undefined): boolean => {
  const bearer = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return token !== undefined && bearer !== undefined && timingSafeEqual(digest(bearer), digest(token));
};

export function metricsDoor(
  app: FastifyInstance,
  house: FiguresHouse,
  gate: Gate,
  token: string | undefined,
): void {
  app.addHook("onResponse", (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? "none" };
    meter.doorAnswers.inc({ ...labels, status: reply.statusCode });
    meter.doorSeconds.observe(labels, reply.elapsedTime / 1000);
    const { statusCode } = reply;
    const told = { "http.request.method": labels.method, "http.route": labels.route };
    pastSpan(
      `${labels.method} ${labels.route}`,
      { ...told, "http.response.status_code": statusCode },
      reply.elapsedTime / 1000,
      statusCode >= 500,
    );
    done();
  });
  app.route({
    method: metrics.method,
    url: metrics.url,
    config: { who: metrics.who, id: metrics.id },
    handler: async (request, reply) => {
      if (!bringsToken(request, token)) letPass(metrics.who, await gate.authenticate(request));
      const text = await tellMetrics(toldFigures(await readFigures(house)));
      return reply.header("content-type", METRICS_TYPE).header("cache-control", "no-store").send(text);
    },
  });
}
