// Browsers on a retailer's own pages send events to us from another origin: the collecting doors answer them, our API does not.
import type { FastifyInstance } from "fastify";

const ALLOWED_HEADERS =
  "authorization, content-type, content-encoding, x-write-key, x-retry-count, x-enable-debug, x-ip-policy, sp-anonymous";
const OURS = /^\/(api|v1\/me|health|metrics|test)(\/|\?|$)/;
const OURS_BUT_COLLECTING = /^\/api\/(s|surveys)(\/|$)/;

export function openCors(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined || (OURS.test(request.url) && !OURS_BUT_COLLECTING.test(request.url)))
      return done();
    reply.headers({
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      vary: "Origin",
    });
    if (request.method !== "OPTIONS") return done();
    const asked = request.headers["access-control-request-headers"];
    reply
      .headers({
        "access-control-allow-methods": "GET, POST, OPTIONS",
        "access-control-allow-headers":
          typeof asked === "string" && /^[\w\-, ]{1,500}$/.test(asked) ? asked : ALLOWED_HEADERS,
        "access-control-max-age": "86400",
      })
      .code(204);
    reply.send();
  });
  app.options("/*", { config: { who: { anyone: true }, id: "collect.preflight" } }, (_request, reply) =>
    reply.code(204).send(),
  );
}
