// One PostHog event as a canonical message. A distinct id is its own kind: it names now a device, now a person.
import { filled, id, isoOfMillis, type Json, present, record, text, without } from "../json.ts";
import type { Message } from "../source.ts";

export type Given = { sentAt: unknown; library: Json | undefined; migration: boolean };

const mappedFields: ReadonlySet<string> = new Set([
  ...[
    "event",
    "properties",
    "distinct_id",
    "uuid",
    "timestamp",
    "offset",
    "session_id",
    "window_id",
    "options",
  ],
  ...["api_key", "token", "$token"],
]);
/** Moved out of the properties of every event; what one kind of event moves besides is said by its reader. */
const mappedProperties = ["$lib", "$lib_version", "$ip", "$raw_user_agent", "token", "distinct_id"];

/** What an event of one name adds to its message, and which properties went into that. */
type Reading = { message: Message; context?: Json; used?: readonly string[] };

const readers: ReadonlyMap<string, (event: Json, properties: Json, distinctId: unknown) => Reading> = new Map(
  [
    ["$pageview", readPage],
    ["$screen", readScreen],
    ["$identify", readIdentify],
    ["$groupidentify", readGroup],
    ["$create_alias", readAlias],
    ["$merge_dangerously", readMerge],
  ],
);

export function readEvent(raw: unknown, given: Given): unknown {
  const event = record(raw);
  if (!event) return raw;
  const properties = record(event["properties"]);
  const inner = properties ?? {};
  const distinctId = id(event["distinct_id"] ?? inner["distinct_id"]);
  const reader = readers.get(text(event["event"]) ?? "");
  const reading = reader?.(event, inner, distinctId) ?? { message: { type: "track", event: event["event"] } };
  const kept = without(inner, new Set([...mappedProperties, ...(reading.used ?? [])]));
  const context = contextOf(event, inner, given, reading);
  return present({
    ...reading.message,
    messageId: event["uuid"] ?? inner["$insert_id"],
    timestamp: event["timestamp"] ?? happenedAt(event["offset"], given.sentAt),
    distinctId,
    // Properties that are no object are the parser's to park.
    properties:
      properties || event["properties"] == null
        ? { ...kept, ...record(reading.message["properties"]) }
        : event["properties"],
    context: filled(context),
  });
}

/** The browser client queues an event with how long ago it happened instead of when. */
function happenedAt(offset: unknown, sentAt: unknown): unknown {
  const sent = typeof sentAt === "string" ? Date.parse(sentAt) : Number.NaN;
  return typeof offset === "number" && Number.isFinite(sent) ? isoOfMillis(sent - offset) : undefined;
}

function contextOf(event: Json, properties: Json, given: Given, reading: Reading): Json {
  const library = present({ name: properties["$lib"], version: properties["$lib_version"] });
  const url = properties["$current_url"];
  const page = {
    url,
    path: properties["$pathname"],
    referrer: properties["$referrer"],
    title: properties["title"],
  };
  const unread = without(event, new Set([...mappedFields, ...(reading.used ?? [])]));
  // Kept unless it has become the event's time.
  const offset =
    event["timestamp"] == null && happenedAt(event["offset"], given.sentAt) ? undefined : event["offset"];
  return present({
    library: filled(library) ?? given.library,
    page: url === undefined ? undefined : present(page),
    ip: properties["$ip"],
    userAgent: properties["$raw_user_agent"],
    sessionId: event["session_id"],
    windowId: event["window_id"],
    options: event["options"],
    historicalMigration: given.migration || undefined,
    unmapped: filled(present({ ...unread, offset })),
    ...reading.context,
  });
}

function readPage(_event: Json, properties: Json): Reading {
  const shown = {
    url: properties["$current_url"],
    path: properties["$pathname"],
    referrer: properties["$referrer"],
  };
  const extra = present(without(shown, new Set(Object.keys(properties))));
  return { message: { type: "page", name: text(properties["title"]), properties: extra } };
}

function readScreen(_event: Json, properties: Json): Reading {
  return { message: { type: "screen", name: properties["$screen_name"] }, used: ["$screen_name"] };
}

function readIdentify(event: Json, properties: Json, distinctId: unknown): Reading {
  const traits = { ...record(properties["$set"]), ...record(event["$set"]) };
  const once = { ...record(properties["$set_once"]), ...record(event["$set_once"]) };
  const anonymous = id(properties["$anon_distinct_id"] ?? event["$anon_distinct_id"]);
  const set = ["$set", "$set_once"].filter((key) =>
    [properties, event].every((at) => at[key] == null || record(at[key])),
  );
  return {
    message: { type: "identify", traits, traitsOnce: filled(once), distinctIds: two(distinctId, anonymous) },
    used: [...set, "$anon_distinct_id"],
  };
}

function readGroup(_event: Json, properties: Json): Reading {
  const traits = properties["$group_set"];
  return {
    message: { type: "group", groupId: id(properties["$group_key"]), traits },
    context: { groupType: properties["$group_type"] },
    used: ["$group_key", "$group_set", "$group_type"],
  };
}

function readAlias(_event: Json, properties: Json, distinctId: unknown): Reading {
  return {
    message: { type: "alias", distinctIds: two(distinctId, id(properties["alias"])) },
    used: ["alias"],
  };
}

/** It joins people who both are known: too much for a key that anyone can read. */
function readMerge(event: Json, properties: Json, distinctId: unknown): Reading {
  const { message, used = [] } = readAlias(event, properties, distinctId);
  return { message: { ...message, claimNeeds: "server" }, used };
}

/** A claim needs two ids that differ. */
function two(one: unknown, other: unknown): readonly unknown[] | undefined {
  return one === undefined || other === undefined || one === other ? undefined : [one, other];
}
