// PostHog's clients also ask: for feature flags, remote settings, surveys. We have none, and say so in their words.
import type { Json } from "../json.ts";
import { type Knock, lastPart } from "../source.ts";

const nothingOn: Json = {
  supportedCompression: ["gzip", "gzip-js"],
  config: { enable_collect_everything: true },
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  errorTracking: false,
  capturePerformance: false,
  autocapture_opt_out: true,
  defaultIdentifiedOnly: true,
  isAuthenticated: false,
  siteApps: [],
  toolbarParams: {},
};

/** The first edition of /decide listed the flags that are on; later ones map each to its value. */
function flags(knock: Knock): Json {
  const first = lastPart(knock.url) === "decide" && (knock.query["v"] ?? "1") === "1";
  return {
    ...nothingOn,
    flags: {},
    featureFlags: first ? [] : {},
    featureFlagPayloads: {},
    errorsWhileComputingFlags: false,
  };
}

/** The answer to a question, or undefined where the request brings events. */
export function asked(knock: Knock): Json | undefined {
  switch (lastPart(knock.url)) {
    case "flags":
    case "decide":
      return flags(knock);
    case "definitions":
      return { flags: [], group_type_mapping: {}, cohorts: {} };
    case "config":
      return nothingOn;
    case "surveys":
      return { surveys: [] };
    default:
      return undefined;
  }
}
