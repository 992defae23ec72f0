// What analytics.js asks for before its first event: which integrations run, and where events go.
import { text } from "../json.ts";
import type { Answer, Knock } from "../source.ts";

const localNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const hostNames = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i;

/**
 * Without `apiHost` the client would send a shop's events to Segment's own cloud, so it is pointed back at the
 * host it asked; options given to the client still win. Its counters are off.
 */
export function settings(knock: Knock): Answer {
  const host = knock.headers["host"] ?? "";
  const home = hostNames.test(host) ? { apiHost: `${host}/v1`, protocol: protocolOf(knock, host) } : {};
  const everything = { __default: { enabled: true, integrations: {} } };
  return {
    status: 200,
    contentType: "application/json",
    body: {
      integrations: {
        "Segment.io": {
          apiKey: text(knock.params["key"]) ?? "",
          ...home,
          // What is on its way as the page closes goes on: else the browser drops it, and the last click is lost.
          deliveryStrategy: { strategy: "standard", config: { keepalive: true } },
          addBundledMetadata: true,
          unbundledIntegrations: [],
          maybeBundledConfigIds: {},
          versionSettings: { version: "4.4.7", componentTypes: ["browser"] },
        },
      },
      plan: { track: everything, identify: everything, group: everything },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    },
  };
}

/** A secure page may not call an insecure address, so https unless we know the request came without it. */
function protocolOf(knock: Knock, host: string): "http" | "https" {
  const forwarded = knock.headers["x-forwarded-proto"];
  if (forwarded) return forwarded.startsWith("https") ? "https" : "http";
  const page = knock.headers["origin"] ?? knock.headers["referer"] ?? "";
  return page.startsWith("http:") || (localNames.test(host) && !page.startsWith("https:")) ? "http" : "https";
}
