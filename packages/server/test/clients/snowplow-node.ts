// The real client in a process of its own: node snowplow-node.ts <address> <key> <who>. The key stands in the app id.
import { argv, stdout } from "node:process";
import {
  buildPageView,
  buildScreenView,
  buildSelfDescribingEvent,
  buildStructEvent,
  newTracker,
} from "@snowplow/node-tracker";
import { versionOf } from "./version.ts";

const [, , endpoint = "", appId = "", who = ""] = argv;
const tracker = newTracker(
  { namespace: "proof", appId, encodeBase64: true },
  { endpoint, eventMethod: "post", bufferSize: 5 },
);
tracker.setDomainUserId(`visitor-${who}`);
tracker.track(buildPageView({ pageUrl: "https://shop.example/", pageTitle: "Home" }));
tracker.track(buildScreenView({ name: "Start", id: `screen-${who}` }));
tracker.setUserId(`login-${who}`);
tracker.track(buildStructEvent({ category: "cart", action: "add", label: "p1", value: 2 }));
tracker.track(
  buildSelfDescribingEvent({
    event: { schema: "iglu:com.acme/order_completed/jsonschema/1-0-0", data: { order_id: `order-${who}` } },
  }),
);
await Promise.resolve(tracker.flush());
stdout.write(
  JSON.stringify({ client: "@snowplow/node-tracker", version: versionOf("@snowplow/node-tracker") }),
);
