// Every source kind, one line each. Adding a kind is a folder and a line here; nothing else knows them by name.
import { jitsu } from "./jitsu/jitsu.source.ts";
import { posthog } from "./posthog/posthog.source.ts";
import { segment } from "./segment/segment.source.ts";
import { snowplow } from "./snowplow/snowplow.source.ts";
import type { SourceKind } from "./source.ts";

export type { Answer, Door, Knock, Letter, Message, Outcome, SourceKind } from "./source.ts";

export const sourceKinds: readonly SourceKind[] = [
  segment, // RudderStack's clients speak the same wire: its recordings run through this kind
  posthog,
  jitsu,
  snowplow,
];
