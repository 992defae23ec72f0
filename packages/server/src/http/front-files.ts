// The files of the fronts: the studio at /, the shop's under /shop/ and its pages at addresses that customers read.
import { existsSync, mkdirSync } from "node:fs";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { distOf, type Front, fronts } from "../fronts.ts";

const prefixOf: Readonly<Record<Front, string>> = { studio: "/", shop: "/shop/" };
const isOurs = /^\/(api|v1|health|metrics)(\/|\?|$)/;
const isShops = /^\/(shop|corner)(\/|\?|$)/;

/** The folder of the page for an address that is no file; undefined: there is none. */
export function pageFor(url: string): string | undefined {
  if (isOurs.test(url)) return undefined;
  const dist = distOf(isShops.test(url) ? "shop" : "studio");
  return existsSync(`${dist}index.html`) ? dist : undefined;
}

export function serveFronts(app: FastifyInstance): void {
  for (const front of fronts) {
    const root = distOf(front);
    try {
      mkdirSync(root, { recursive: true }); // built a moment later: until then it is empty, which is no cause for a warning
    } catch {
      // A clone that others own and we may only read: what is built there is served.
    }
    void app.register(staticFiles, {
      root,
      prefix: prefixOf[front],
      decorateReply: front === "studio",
      index: ["index.html"],
      setHeaders: (res, path) =>
        res.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        ),
    });
  }
}
