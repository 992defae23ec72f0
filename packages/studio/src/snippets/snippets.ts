// What to paste where, with the real address and key: each as the client's own guide writes it, and each is run by a test.
export const clients = [
  "curl",
  "page",
  "analytics-next",
  "analytics-node",
  "rudderstack",
  "posthog",
  "jitsu",
  "snowplow",
] as const;
export type Client = (typeof clients)[number];

export const clientNames: Readonly<Record<Client, string>> = {
  curl: "curl",
  page: "HTML",
  "analytics-next": "analytics-next",
  "analytics-node": "analytics-node",
  rudderstack: "RudderStack",
  posthog: "PostHog",
  jitsu: "Jitsu",
  snowplow: "Snowplow",
};

/** The npm package to install first, where there is one. */
export const clientPackages: Readonly<Partial<Record<Client, string>>> = {
  "analytics-next": "@segment/analytics-next",
  "analytics-node": "@segment/analytics-node",
  rudderstack: "@rudderstack/rudder-sdk-node",
  posthog: "posthog-node",
  jitsu: "@jitsu/js",
  snowplow: "@snowplow/node-tracker",
};

/** Clients for a public key: they run where everybody can read it. The others keep it on a server. */
export const clientsFor: Readonly<Record<"public" | "server", readonly Client[]>> = {
  public: ["page", "analytics-next", "jitsu", "curl"],
  server: ["analytics-node", "rudderstack", "posthog", "snowplow", "curl"],
};

export type Address = { readonly url: string; readonly key: string };

const traits = `{
  name: "Astrid Lindqvist",
  email: "astrid@example.com",
}`;
const properties = `{
  name: "Table lamp",
  price: 1249,
  currency: "SEK",
}`;
/** The same object, a step further in. */
const inside = (object: string): string => object.replaceAll("\n", "\n  ");

const curl = ({ url, key }: Address): string => `curl ${url}/v1/batch -u ${key}: \\
  -H 'content-type: application/json' -d '{"batch": [
  { "type": "identify",
    "anonymousId": "my-first-visitor",
    "traits": { "name": "Astrid Lindqvist",
                "email": "astrid@example.com" } },
  { "type": "track",
    "anonymousId": "my-first-visitor",
    "event": "Product Viewed",
    "properties": { "name": "Table lamp",
                    "price": 1249, "currency": "SEK" } }
]}'`;

const page = ({ url, key }: Address): string => `<script>
const send = (event) =>
  fetch("${url}/v1/" + event.type, {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "text/plain" },
    body: JSON.stringify({
      writeKey: "${key}",
      anonymousId: "my-first-visitor",
      ...event,
    }),
  });
send({
  type: "identify",
  traits: ${inside(traits)},
});
send({
  type: "track",
  event: "Product Viewed",
  properties: ${inside(properties)},
});
</script>`;

function analyticsNext({ url, key }: Address): string {
  const { host, protocol, pathname } = new URL(url);
  const apiHost = `${host}${pathname.replace(/\/+$/, "")}/v1`;
  return `import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load(
  { writeKey: "${key}", cdnURL: "${url}" },
  { integrations: { "Segment.io": {
    apiHost: "${apiHost}",
    protocol: "${protocol.replace(":", "")}",
  } } },
);
analytics.identify(${traits});
analytics.track("Product Viewed", ${properties});`;
}

const analyticsNode = ({ url, key }: Address): string => `import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({
  writeKey: "${key}",
  host: "${url}",
});
analytics.identify({
  userId: "customer-1",
  traits: ${inside(traits)},
});
analytics.track({
  userId: "customer-1",
  event: "Product Viewed",
  properties: ${inside(properties)},
});
await analytics.closeAndFlush();`;

const rudderstack = ({
  url,
  key,
}: Address): string => `import RudderAnalytics from "@rudderstack/rudder-sdk-node";

const analytics = new RudderAnalytics("${key}", {
  dataPlaneUrl: "${url}",
});
analytics.identify({
  userId: "customer-1",
  traits: ${inside(traits)},
});
analytics.track({
  userId: "customer-1",
  event: "Product Viewed",
  properties: ${inside(properties)},
});
analytics.flush();`;

const posthog = ({ url, key }: Address): string => `import { PostHog } from "posthog-node";

const client = new PostHog("${key}", {
  host: "${url}",
});
client.identify({
  distinctId: "customer-1",
  properties: ${inside(traits)},
});
client.capture({
  distinctId: "customer-1",
  event: "Product Viewed",
  properties: ${inside(properties)},
});
await client.shutdown();`;

/** Jitsu's client takes no key without a second half; ours is the first, whatever follows. */
const jitsu = ({ url, key }: Address): string => `import { jitsuAnalytics } from "@jitsu/js";

const analytics = jitsuAnalytics({
  host: "${url}",
  writeKey: "${key}:web",
});
await analytics.identify("customer-1", ${traits});
await analytics.track("Product Viewed", ${properties});`;

const snowplow = ({
  url,
  key,
}: Address): string => `import { buildPageView, newTracker } from "@snowplow/node-tracker";

const tracker = newTracker(
  { namespace: "shop", appId: "${key}", encodeBase64: true },
  { endpoint: "${url}" },
);
tracker.setUserId("customer-1");
tracker.track(buildPageView({
  pageUrl: "https://shop.example.com/lamps",
  pageTitle: "Table lamps",
}));
tracker.flush();`;

const writers: Readonly<Record<Client, (address: Address) => string>> = {
  curl,
  page,
  "analytics-next": analyticsNext,
  "analytics-node": analyticsNode,
  rudderstack,
  posthog,
  jitsu,
  snowplow,
};

export const snippetOf = (client: Client, address: Address): string => writers[client](address);
