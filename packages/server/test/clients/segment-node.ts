// The real client in a process of its own: node segment-node.ts <address> <key> <who>.
import { argv, stdout } from "node:process";
import { Analytics } from "@segment/analytics-node";
import { versionOf } from "./version.ts";

const [, , host = "", writeKey = "", who = ""] = argv;
const analytics = new Analytics({ writeKey, host, flushAt: 20, flushInterval: 100 });
const anonymousId = `visitor-${who}`;
const userId = `login-${who}`;
const timestamp = new Date();
analytics.page({ anonymousId, name: "Home", properties: { url: "https://shop.example/" }, timestamp });
analytics.screen({ anonymousId, name: "Start", timestamp });
analytics.track({ anonymousId, event: "Product Viewed", properties: { sku: "s1" }, timestamp });
analytics.identify({ anonymousId, userId, traits: { email: `${who}@segment-node.example.com` }, timestamp });
analytics.group({ anonymousId, userId, groupId: `household-${who}`, timestamp });
analytics.alias({ userId, previousId: anonymousId, timestamp });
analytics.track({ userId, event: "Order Completed", properties: { order_id: `order-${who}` }, timestamp });
await analytics.closeAndFlush();
stdout.write(
  JSON.stringify({ client: "@segment/analytics-node", version: versionOf("@segment/analytics-node") }),
);
