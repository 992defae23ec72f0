import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp, type Taken, timelineOf } from "./asking.ts";
import { openBrowser } from "./browser.ts";
import { sendAgain } from "./clients/relay.ts";
import { versionOf } from "./clients/version.ts";
import { print, type Server, startServer } from "./harness.ts";

const UMD = join(dirname(createRequire(import.meta.url).resolve("@segment/analytics-next")), "../umd");
const PAGE = `<!doctype html><html lang="en"><title>Shop</title><script src="/umd/index.js"></script><h1>Shop</h1></html>`;

let server: Server;
let shop: HttpServer;
let browser: Browser;
let address: string;
beforeAll(async () => {
  server = await startServer();
  shop = createServer((request, response) => {
    const file = /^\/umd\/([\w.-]+\.js)$/.exec(request.url ?? "")?.[1];
    if (file === undefined) {
      response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
      return;
    }
    void readFile(join(UMD, file)).then(
      (script) => response.writeHead(200, { "content-type": "text/javascript" }).end(script),
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  await once(shop, "listening");
  const port = (shop.address() as { port: number }).port;
  address = `http://localhost:${port}/p/1?utm_source=news`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
  await server?.free();
});

type Sent = { path: string; headers: Record<string, string>; body: Buffer };

/** Everything that the page sends to us as events, as it leaves the browser. */
function listen(page: Page): Sent[] {
  const sent: Sent[] = [];
  page.on("request", (request) => {
    const body = request.postDataBuffer();
    if (!request.url().startsWith(server.url) || body === null) return;
    sent.push({
      path: new URL(request.url()).pathname,
      headers: { "content-type": request.headers()["content-type"] ?? "text/plain" },
      body,
    });
  });
  return sent;
}

const inPage = `async ({ writeKey, cdnURL, who }) => {
  const [analytics] = await window.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL });
  await analytics.page("Product", { sku: "s1" });
  await analytics.track("Product Added", { sku: "s1", price: 19.9, currency: "SEK" });
  await analytics.screen("Start");
  await analytics.identify("login-" + who, { email: who + "@browser.example.com" });
  await analytics.alias("login-" + who);
  await analytics.group("household-" + who, { name: "Hushåll" });
  await analytics.track("Order Completed", { order_id: "order-" + who });
  return analytics.user().anonymousId();
}`;

const WANTED = [
  "alias ",
  "group ",
  "identify ",
  "page Product",
  "screen Start",
  "track Order Completed",
  "track Product Added",
];

describe("Segment's client for browsers, in a real browser on a page of another origin", () => {
  it("all six calls arrive under the visitor and the login, and the recorded requests sent again count once, also after a restart", async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    const sent = listen(page);
    await page.goto(address);
    const about = { writeKey: server.writeKey, cdnURL: server.url, who: "browser" };
    const visitor = await page.evaluate<string>(`(${inPage})(${JSON.stringify(about)})`);
    print(`@segment/analytics-next ${versionOf("@segment/analytics-next")}: ${sent.length} requests`);
    await expect
      .poll(async () => (await lookUp(server, "order", "order-browser"))?.identifiers.length ?? 0, {
        timeout: 10_000,
      })
      .toBe(4);
    const person = await lookUp(server, "visitor", visitor);
    const items = await timelineOf(server, person?.id ?? "");
    expect(items.map((item) => `${item.type} ${item.name}`).sort()).toEqual(WANTED);
    expect(new Set(items.map((item) => `${item.trust} ${item.channel}`))).toEqual(
      new Set(["stated web", "stated app"]),
    );
    expect(person?.identifiers.map((i) => `${i.kind} ${i.value}`).sort()).toEqual([
      "email browser@browser.example.com",
      "login login-browser",
      "order order-browser",
      `visitor ${visitor}`,
    ]);
    expect(problems).toEqual([]);
    const again = async () => {
      let duplicates = 0;
      for (const request of sent.filter(({ path }) => path !== "/v1/m")) {
        const answer = await sendAgain(server.url, { method: "POST", ...request });
        const taken = (await answer.json()) as Taken;
        expect(taken.accepted).toBe(0);
        duplicates += taken.duplicates;
      }
      return duplicates;
    };
    expect(await again()).toBe(7);
    await server.restart();
    expect(await again()).toBe(7);
    await page.close();
  });

  it("events that wait when the page is closed are not lost: they come as it closes, or with the next page", async () => {
    const visitor = await browser.newContext();
    const load = `const [analytics] = await window.AnalyticsNext.AnalyticsBrowser.load({ writeKey: "${server.writeKey}", cdnURL: "${server.url}" });`;
    const page = await visitor.newPage();
    await page.goto(address);
    await page.evaluate(
      `(async () => {
        ${load}
        void analytics.track("Left The Page", {}, { userId: "leaver" });
        void analytics.identify("leaver");
      })()`,
    );
    await page.close({ runBeforeUnload: true });
    const next = await visitor.newPage();
    await next.goto(address);
    await next.evaluate(`(async () => { ${load} await analytics.page("Next"); })()`);
    const left = async () => {
      const leaver = await lookUp(server, "login", "leaver");
      const items = leaver === undefined ? [] : await timelineOf(server, leaver.id);
      return items.filter(({ name }) => name === "Left The Page").length;
    };
    await expect.poll(left, { timeout: 10_000 }).toBe(1);
    await visitor.close();
  });
});
