// The real client in a process of its own: node rudder-node.ts <address> <key> <who>.
import { argv, exit, stdout } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";
import { versionOf } from "./version.ts";

type Message = Record<string, unknown>;
type Client = Record<
  "page" | "screen" | "track" | "identify" | "group" | "alias",
  (message: Message, done: (error?: unknown) => void) => void
> & { flush(done?: () => void): unknown };
type Make = new (key: string, settings: Record<string, unknown>) => Client;

const [, , dataPlaneUrl = "", key = "", who = ""] = argv;
const found = RudderAnalytics as unknown as { default?: Make } & Make;
const client = new (found.default ?? found)(key, {
  dataPlaneUrl,
  flushAt: 7,
  flushInterval: 500,
  gzip: true,
});
const anonymousId = `visitor-${who}`;
const userId = `login-${who}`;
let waiting = 0;
const say = (call: keyof Omit<Client, "flush">, message: Message) => {
  waiting++;
  client[call](message, () => {
    waiting--;
  });
};
say("page", { anonymousId, name: "Home", properties: { url: "https://shop.example/" } });
say("screen", { anonymousId, name: "Start" });
say("track", { anonymousId, event: "Product Viewed", properties: { sku: "s1" } });
say("identify", { anonymousId, userId, traits: { email: `${who}@rudder-node.example.com` } });
say("group", { anonymousId, userId, groupId: `household-${who}` });
say("alias", { userId, previousId: anonymousId });
say("track", { userId, event: "Order Completed", properties: { order_id: `order-${who}` } });
client.flush();
for (let tries = 0; waiting > 0 && tries < 400; tries++) await sleep(25);
stdout.write(
  JSON.stringify({
    client: "@rudderstack/rudder-sdk-node",
    version: versionOf("@rudderstack/rudder-sdk-node"),
  }),
  () => exit(waiting === 0 ? 0 : 1),
);
