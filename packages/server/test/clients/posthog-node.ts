// The real client in a process of its own: node posthog-node.ts <address> <key> <who>.
import { argv, stdout } from "node:process";
import { PostHog } from "posthog-node";
import { versionOf } from "./version.ts";

const [, , host = "", key = "", who = ""] = argv;
const client = new PostHog(key, { host, flushAt: 20, flushInterval: 100 });
const distinctId = `distinct-${who}`;
client.capture({ distinctId: `anonymous-${who}`, event: "$pageview", properties: { title: "Home" } });
client.capture({ distinctId: `anonymous-${who}`, event: "$screen", properties: { $screen_name: "Start" } });
client.capture({
  distinctId: `anonymous-${who}`,
  event: "Product Viewed",
  properties: { sku: "s1", alias: `stranger-${who}` },
});
client.identify({ distinctId, properties: { email: `${who}@posthog-node.example.com` } });
client.alias({ distinctId, alias: `anonymous-${who}` });
client.groupIdentify({ groupType: "household", groupKey: `household-${who}`, distinctId });
client.capture({ distinctId, event: "Order Completed", properties: { order_id: `order-${who}` } });
client.capture({ distinctId, event: "$merge_dangerously", properties: { alias: `other-${who}` } });
await client.shutdown();
stdout.write(JSON.stringify({ client: "posthog-node", version: versionOf("posthog-node") }));
