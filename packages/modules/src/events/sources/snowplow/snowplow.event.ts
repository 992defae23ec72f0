// One Snowplow event, a flat list of short parameters, as a canonical message.
import {
  filled,
  fromBase64,
  fromJson,
  id,
  isoOfMillis,
  type Json,
  list,
  present,
  record,
  text,
  without,
} from "../json.ts";
import type { Message } from "../source.ts";

/** What one type of event says, and which parameters went into that. */
type Reading = { message: Message; context?: Json; used: readonly string[] };

const transaction = {
  ...{ tr_id: "order_id", tr_af: "affiliation", tr_tt: "total", tr_tx: "tax", tr_sh: "shipping" },
  ...{ tr_ci: "city", tr_st: "state", tr_co: "country", tr_cu: "currency" },
};

const transactionItem = {
  ...{ ti_id: "order_id", ti_sk: "sku", ti_nm: "name", ti_ca: "category" },
  ...{ ti_pr: "price", ti_qu: "quantity", ti_cu: "currency" },
};

const readers: ReadonlyMap<string, (sent: Json) => Reading> = new Map<string, (sent: Json) => Reading>([
  ["pv", () => ({ message: { type: "page" }, used: [] })],
  ["pp", renaming("Page Pinged", { pp_mix: "min_x", pp_max: "max_x", pp_miy: "min_y", pp_may: "max_y" })],
  ["se", readStructured],
  ["ue", readSelfDescribing],
  ["tr", renaming("Transaction", transaction)],
  ["ti", renaming("Transaction Item", transactionItem)],
]);

const common: ReadonlySet<string> = new Set([
  ...["e", "eid", "uid", "duid", "nuid", "tnuid", "dtm", "ttm", "stm", "url", "page", "refr", "co", "cx"],
  ...["tv", "ua", "lang", "tz", "ip", "p", "sid", "aid"],
]);

export function readEvent(raw: unknown, added: Json): unknown {
  const sent = record(raw);
  if (!sent) return raw;
  // An unknown type stays as it is named: the parser parks it with that cause.
  const reading = readers.get(text(sent["e"]) ?? "")?.(sent) ?? { message: { type: sent["e"] }, used: [] };
  const visited = present({ url: sent["url"], title: sent["page"], referrer: sent["refr"] });
  const devices = [sent["duid"], sent["nuid"], sent["tnuid"]]
    .map(id)
    .filter((value) => text(value) !== undefined);
  const type = reading.message["type"];
  return present({
    ...reading.message,
    ...(type === "page" && { name: text(sent["page"]), properties: visited }),
    messageId: sent["eid"],
    timestamp: isoOfMillis(sent["ttm"] ?? sent["dtm"]),
    sentAt: isoOfMillis(sent["stm"]),
    userId: id(sent["uid"]),
    anonymousId: devices[0],
    context: { ...contextOf(sent, reading, devices), ...added, page: filled(visited) },
  });
}

function contextOf(sent: Json, reading: Reading, devices: readonly unknown[]): Json {
  const contexts = opened(sent["cx"], sent["co"]);
  const [tracker, version] = split(text(sent["tv"]));
  const used = new Set([...common, ...reading.used]);
  if (contexts === undefined) for (const key of ["cx", "co"]) used.delete(key);
  const rest = without(sent, used);
  return present({
    library: tracker && { name: `snowplow-${tracker}`, version },
    platform: sent["p"],
    userAgent: sent["ua"],
    locale: sent["lang"],
    timezone: sent["tz"],
    ip: sent["ip"],
    sessionId: sent["sid"],
    otherDevices: devices.length > 1 ? devices.slice(1) : undefined,
    contexts: list(record(contexts)?.["data"]) ?? contexts,
    unmapped: filled(present(rest)),
    ...reading.context,
  });
}

/** Self-describing parts come as base64 in one parameter or as plain text in another. */
function opened(encoded: unknown, plain: unknown): unknown {
  return fromJson(fromBase64(encoded)) ?? fromJson(plain);
}

/** `node-4.8.0` is a tracker and its version. */
function split(tracker: string | undefined): readonly [string | undefined, string | undefined] {
  const [, name, version] = /^([a-z][a-z.-]*?)-(\d.*)$/i.exec(tracker ?? "") ?? [];
  return name ? [name, version] : [tracker, undefined];
}

function readStructured(sent: Json): Reading {
  const names = { se_ca: "category", se_ac: "action", se_la: "label", se_pr: "property", se_va: "value" };
  const event = [sent["se_ca"], sent["se_ac"]].filter((part) => text(part) !== undefined).join("/");
  return { message: { type: "track", event, properties: renamed(sent, names) }, used: Object.keys(names) };
}

/** The schema says what it is: `iglu:com.acme/order/jsonschema/1-0-0` is an order of com.acme. */
function readSelfDescribing(sent: Json): Reading {
  const inner = record(record(opened(sent["ue_px"], sent["ue_pr"]))?.["data"]);
  const schema = text(inner?.["schema"]);
  const [, vendor, name] = /^iglu:([^/]+)\/([^/]+)\//.exec(schema ?? "") ?? [];
  // Not to be opened, or without a name: kept whole, and the parser parks a track without a name.
  if (!inner || !name) return { message: { type: "track" }, used: [] };
  const properties = record(inner["data"]) ?? present({ value: inner["data"] });
  const isScreen = name === "screen_view" && vendor?.startsWith("com.snowplowanalytics");
  const message = isScreen ? { type: "screen", name: properties["name"] } : { type: "track", event: name };
  return { message: { ...message, properties }, context: { schema }, used: ["ue_px", "ue_pr"] };
}

function renaming(event: string, names: Readonly<Record<string, string>>): (sent: Json) => Reading {
  return (sent) => ({
    message: { type: "track", event, properties: renamed(sent, names) },
    used: Object.keys(names),
  });
}

function renamed(sent: Json, names: Readonly<Record<string, string>>): Json {
  return present(Object.fromEntries(Object.entries(names).map(([short, name]) => [name, sent[short]])));
}
