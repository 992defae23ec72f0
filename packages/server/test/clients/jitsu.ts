// The real client in a process of its own: node jitsu.ts <address> <key> <who>.
import { argv, stdout } from "node:process";
import { jitsuAnalytics } from "@jitsu/js";
import { versionOf } from "./version.ts";

const [, , host = "", writeKey = "", who = ""] = argv;
const client = jitsuAnalytics({ host, writeKey });
await client.setAnonymousId(`visitor-${who}`);
await client.page({ name: "Home", url: "https://shop.example/" });
await client.track("Product Viewed", { sku: "s1" });
await client.identify(`login-${who}`, { email: `${who}@jitsu.example.com` });
await client.group(`household-${who}`, {});
await client.track("Order Completed", { order_id: `order-${who}` });
stdout.write(JSON.stringify({ client: "@jitsu/js", version: versionOf("@jitsu/js") }));
