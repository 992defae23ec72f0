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

const own = [
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
] as const;

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
  return letter([specMessage(body, type, added, {})], record(body)?.["sentAt"]);
}

/** A request that carries many; they take over what the envelope says and they do not. */
export function batchLetter(body: unknown, added: Json = {}): Letter {
  const outer = record(body);
  const batch = list(outer?.["batch"]);
  if (!outer || !batch)
    return letter(
      list(body)?.map((raw) => specMessage(raw, undefined, added, {})) ?? [
        specMessage(body, undefined, added, {}),
      ],
    );
  const rest = filled(without(outer, envelope));
  const shared = { ...record(outer["context"]), ...(rest && { envelope: rest }), ...added };
  const inherited = present({ integrations: outer["integrations"], sentAt: outer["sentAt"] });
  const messages =
    sizeOf([shared, inherited]) > sharedMost
      ? tooLarge(batch, shared, inherited, added)
      : batch.map((raw) => specMessage(raw, undefined, shared, inherited));
  return letter(messages, outer["sentAt"]);
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

function letter(messages: readonly unknown[], sentAt?: unknown): Letter {
  const library = libraryOf(messages[0]);
  return {
    messages,
    ...(sentAt !== undefined && sentAt !== null && { sentAt }),
    ...(library && { library }),
  };
}

function libraryOf(message: unknown): string | undefined {
  return text(record(record(record(message)?.["context"])?.["library"])?.["name"]);
}

function specMessage(raw: unknown, type: string | undefined, shared: Json, inherited: Json): unknown {
  const sent = record(raw);
  if (!sent) return raw;
  const old = olderNames(sent);
  const fields = present(Object.fromEntries(own.map((key) => [key, sent[key]])));
  const message: Message = { ...present({ type }), ...inherited, ...old.fields, ...fields };
  if (message["type"] === "" && type) message["type"] = type;
  for (const key of ["userId", "anonymousId", "groupId", "previousId"]) {
    if (key in message) message[key] = id(message[key]);
  }
  return withContext(
    message,
    sent,
    { ...shared },
    lasting(without(sent, new Set([...mapped, ...old.names]))),
  );
}

/** The browser client counts its tries inside the message; a message sent again must stay the same message. */
function lasting(unmapped: Json): Json {
  const metadata = record(unmapped["_metadata"]);
  return metadata ? { ...unmapped, _metadata: without(metadata, new Set(["retryCount"])) } : unmapped;
}

/** The specification's first edition said `action` and `user_id`; its e-mail and older shop examples still do. */
function olderNames(sent: Json): { fields: Json; names: readonly string[] } {
  const action = sent["type"] === undefined ? calls.get(text(sent["action"]) ?? "") : undefined;
  const userId = sent["userId"] === undefined ? (sent["user_id"] ?? undefined) : undefined;
  const names = [...(action ? ["action"] : []), ...(userId === undefined ? [] : ["user_id"])];
  return { fields: present({ type: action, userId }), names };
}

function withContext(message: Message, sent: Json, shared: Json, unmapped: Json): Message {
  const said = sent["context"] ?? undefined;
  const inner = said === undefined ? {} : record(said);
  // A context that is no object is the parser's to park; what has no place waits beside it.
  if (!inner) return filled(unmapped) ? { ...message, unmapped } : message;
  const channel = text(sent["channel"]);
  const context: Message = {
    ...shared,
    ...(channel && { channel: channels.get(channel) ?? channel }),
    ...inner,
    ...(filled(unmapped) && { unmapped: { ...unmapped, ...record(inner["unmapped"]) } }),
  };
  // RudderStack's browser client says who somebody is in context.traits only.
  const lifted =
    message["type"] === "identify" && message["traits"] === undefined ? record(context["traits"]) : undefined;
  return { ...message, ...(filled(context) && { context }), ...(lifted && { traits: lifted }) };
}
