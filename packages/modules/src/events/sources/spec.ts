// Messages written by the Segment specification: Segment's, RudderStack's and Jitsu's clients share it.
import type { ParkedReason } from "@somlos/contract/rooms/events";
import { filled, id, type Json, list, present, record, sizeOf, text, without } from "./json.ts";
import type { Letter, Message } from "./source.ts";

/** The calls by every name a url gives them. Merge is RudderStack's; we know no such claim, so the parser parks it. */
export const calls: ReadonlyMap<string, string> = new Map([
  ...["track", "page", "screen", "identify", "group", "alias", "merge"].map((name) => [name, name] as const),
  ["t", "track"],
  ["p", "page"],
  ["s", "screen"],
  ["i", "identify"],
  ["g", "group"],
  ["a", "alias"],
]);

/** The channel words of the Segment and RudderStack clients, in ours. */
const channels: ReadonlyMap<string, string> = new Map([
  ["browser", "web"],
  ["mobile", "app"],
  ["sources", "import"],
]);

const own: ReadonlySet<string> = new Set([
  "type",
  "messageId",
  "timestamp",
  "originalTimestamp",
  "sentAt",
  "userId",
  "anonymousId",
  "event",
  "name",
  "category",
  "properties",
  "traits",
  "groupId",
  "previousId",
  "context",
  "integrations",
]);
const ids = ["messageId", "userId", "anonymousId", "groupId", "previousId"] as const;
const none: Json = {};

/** Write keys are left out: the only thing a client sends that is not kept. */
const mapped: ReadonlySet<string> = new Set([...own, "channel", "writeKey"]);
const envelope: ReadonlySet<string> = new Set([
  "batch",
  "context",
  "integrations",
  "sentAt",
  "timestamp",
  "writeKey",
]);

/** A thousand messages times one large context would be gigabytes; one that no message could carry is not shared out. */
const sharedMost = 32_768;

/** A request that carries one message; the url names its type when the body does not. */
export function specLetter(body: unknown, type: string | undefined, added: Json = {}): Letter {
  return letter([body], [specMessage(body, type, added, {})], record(body)?.["sentAt"]);
}

/** A request that carries many; they take over what the envelope says and they do not. */
export function batchLetter(body: unknown, added: Json = {}): Letter {
  const outer = record(body);
  const batch = list(outer?.["batch"]);
  if (!outer || !batch) {
    const came = list(body) ?? [body];
    return letter(
      came,
      came.map((raw) => specMessage(raw, undefined, added, {})),
    );
  }
  const rest = filled(without(outer, envelope));
  const shared = { ...record(outer["context"]), ...(rest && { envelope: rest }), ...added };
  const inherited = present({ integrations: outer["integrations"], sentAt: outer["sentAt"] });
  const messages =
    sizeOf([shared, inherited]) > sharedMost
      ? tooLarge(batch, shared, inherited, added)
      : batch.map((raw) => specMessage(raw, undefined, shared, inherited));
  return letter(batch, messages, outer["sentAt"]);
}

/** Nothing is lost and nothing is multiplied: the first keeps the large part, all are parked. */
function tooLarge(batch: readonly unknown[], shared: Json, inherited: Json, added: Json): readonly unknown[] {
  const refuse: ParkedReason = "event.too_large";
  return batch.map((raw, index) => {
    const message = record(
      index === 0 ? specMessage(raw, undefined, shared, inherited) : specMessage(raw, undefined, added, {}),
    );
    return message ? { ...message, refuse } : raw;
  });
}

function letter(came: readonly unknown[], messages: readonly unknown[], sentAt?: unknown): Letter {
  const library = libraryOf(messages[0]);
  return {
    messages,
    came,
    ...(sentAt !== undefined && sentAt !== null && { sentAt }),
    ...(library && { library }),
  };
}

function libraryOf(message: unknown): string | undefined {
  return text(record(record(record(message)?.["context"])?.["library"])?.["name"]);
}

/** Hot: one pass over the fields, no copies that are thrown away. Gives what has no place of its own. */
function takeFields(sent: Json, message: Message): [string, unknown][] {
  const others: [string, unknown][] = [];
  for (const key of Object.keys(sent)) {
    const value = sent[key];
    if (!mapped.has(key)) others.push([key, value]);
    else if (own.has(key) && value !== null && value !== undefined) message[key] = value;
  }
  return others;
}

function specMessage(raw: unknown, type: string | undefined, shared: Json, inherited: Json): unknown {
  const sent = record(raw);
  if (!sent) return raw;
  const message: Message = type === undefined ? { ...inherited } : { type, ...inherited };
  const others = takeFields(sent, message);
  if (message["type"] === "" && type) message["type"] = type;
  for (const key of ids) if (typeof message[key] === "number") message[key] = id(message[key]);
  const old = others.length === 0 ? [] : olderNames(sent, message);
  const unmapped = others.filter(([key]) => !old.includes(key));
  return withContext(
    message,
    sent,
    shared,
    unmapped.length === 0 ? none : lasting(Object.fromEntries(unmapped)),
  );
}

/** The browser client counts its tries inside the message; a message sent again must stay the same message. */
function lasting(unmapped: Json): Json {
  const metadata = record(unmapped["_metadata"]);
  return metadata ? { ...unmapped, _metadata: without(metadata, new Set(["retryCount"])) } : unmapped;
}

/** The specification's first edition said `action` and `user_id`; its e-mail and older shop examples still do. */
function olderNames(sent: Json, message: Message): string[] {
  const names: string[] = [];
  const action = sent["type"] === undefined ? calls.get(text(sent["action"]) ?? "") : undefined;
  if (action !== undefined) {
    message["type"] ??= action;
    names.push("action");
  }
  const userId = sent["userId"] === undefined ? (sent["user_id"] ?? undefined) : undefined;
  if (userId !== undefined) {
    message["userId"] = id(userId);
    names.push("user_id");
  }
  return names;
}

function withContext(message: Message, sent: Json, shared: Json, unmapped: Json): Message {
  const said = sent["context"] ?? undefined;
  const inner = said === undefined ? none : record(said);
  // A context that is no object is the parser's to park; what has no place waits beside it.
  if (!inner) {
    if (filled(unmapped)) message["unmapped"] = unmapped;
    return message;
  }
  widen(message, inner, text(sent["channel"]), shared, unmapped);
  // RudderStack's browser client says who somebody is in context.traits only.
  if (message["type"] === "identify") {
    const lifted = record(record(message["context"])?.["traits"]);
    if (lifted) message["traits"] ??= lifted;
  }
  return message;
}

/** Most contexts stay as they came. */
function widen(
  message: Message,
  inner: Json,
  channel: string | undefined,
  shared: Json,
  unmapped: Json,
): void {
  if (channel === undefined && unmapped === none && !filled(shared)) return;
  const context: Message = {
    ...shared,
    ...(channel && { channel: channels.get(channel) ?? channel }),
    ...inner,
    ...(filled(unmapped) && { unmapped: { ...unmapped, ...record(inner["unmapped"]) } }),
  };
  if (filled(context)) message["context"] = context;
}
