// One message as it came → what it tells, or why it must wait in the parked list. Pure: time and secrets come in.
import { type Channel, type ParkedReason, parkedReasons } from "@somlos/contract/rooms/events";
import { looksLikeCardNumber } from "@somlos/rules/identifiers";
import { moneyFault } from "@somlos/rules/money";
import { isCountry } from "@somlos/rules/regions";
import type { Broken, Held } from "../schemas/held.rules.ts";
import type { Told, Trust } from "../told.rules.ts";
import { channelIn, standBy } from "./channel.rules.ts";
import { type Cleaned, clean, withoutTokens } from "./clean.rules.ts";
import { digestOf, lastingText } from "./digest.rules.ts";
import { inCircle, inCountry, isObject, type Naming } from "./identifiers.rules.ts";
import { NotFit } from "./not-fit.rules.ts";
import { correctedTime, MOST_AHEAD_MS, readTime } from "./time.rules.ts";
import { subjectOf, whoIs } from "./who.rules.ts";
import { type EventType, types } from "./words.rules.ts";

export const MOST_EVENT_BYTES = 32 * 1024;
/** A shorter body cannot hold 2,000 keys. */
const MANY_KEYS_BYTES = 6000;

export type Accepted = Told & {
  readonly type: EventType;
  readonly name: string;
  readonly channel: Channel;
  readonly receivedAt: number;
  readonly body: string;
  /** Hash of the message as it came: the same message id with another one is another event. */
  readonly digest: number;
  /** What an identify says about the person. */
  readonly traits: Readonly<Record<string, unknown>> | undefined;
  /** The schema it breaks, if that one lets it in all the same. */
  readonly breaks?: Broken | undefined;
  /** Whose people it speaks of (`Identifier.circle`), fixed at first acceptance; 0: the principal's. */
  readonly circle: number;
  /** Country of the numbers and addresses in it that name none, fixed at first acceptance; none: FIRST_COUNTRY. */
  readonly country?: string | undefined;
};
export type Unfit = {
  readonly code: ParkedReason;
  readonly detail?: string;
  readonly body: string;
  readonly name?: string;
  readonly messageId?: string;
  readonly digest?: number;
  /** The schema it breaks; `dropped` is not kept. */
  readonly breaks?: Broken | undefined;
};
export type Parsed = { readonly fit: Accepted } | { readonly unfit: Unfit };

/** What is asked of the events of one source. */
export type Terms = {
  /** Currency (ISO 4217) of amounts that name none, at the location the event names, if it names one. */
  currencyAt(location: string | undefined): string | undefined;
  /**
   * The circle of the legal entity that collected an event: the one it names by its code, else the source's, else the one of
   * its location. Undefined: nobody entered an entity of that code.
   */
  circleOf?(entity: string | undefined, location: string | undefined): number | undefined;
  /** The country (ISO 3166) of numbers and addresses in it that name none. */
  countryAt?(entity: string | undefined, location: string | undefined): string;
  /** Schemas in force, by type and name; none: nothing is asked. */
  readonly schemas?: ReadonlyMap<string, ReadonlyMap<string, Held>> | undefined;
};

/** How a request came in: the same for all its messages. */
export type Envelope = {
  readonly naming: Naming;
  readonly sourceId: number;
  readonly trust: Trust;
  readonly channel: Channel;
  readonly receivedAt: number;
  readonly sentAt: number | undefined;
  /** An id that nobody has yet, for a message without id and time. */
  newId(): string;
  /** The request's text holds something to clean (isSuspicious). */
  readonly suspicious: boolean;
  /** What this source's events must hold besides; none: nothing. */
  readonly terms?: Terms | undefined;
  /** Of a parked message that is tried again: what it was when it came. */
  readonly digest?: number | undefined;
  /** The place in the parked list that a replay takes it from, and leaves it in when it still does not fit. */
  readonly parkedAs?: string | undefined;
};

type Json = Readonly<Record<string, unknown>>;

/** `came` is the message before its reader wrote it in our shape; what nobody rewrote is its own. */
export function parse(raw: unknown, envelope: Envelope, came: unknown = raw): Parsed {
  let message: unknown = raw;
  try {
    if (!isObject(raw)) throw new NotFit("event.not_an_object");
    message = withoutTokens(raw);
    refuseCardNumber(message as Json);
    const cleaned = envelope.suspicious ? clean(message, looksLikeCardNumber) : undefined;
    message = cleaned?.value ?? message;
    return { fit: accept(message as Json, cleaned, envelope, came) };
  } catch (error) {
    if (!(error instanceof NotFit)) throw error;
    return { unfit: unfit(error, message, envelope.digest ?? digestOf(came)) };
  }
}

function unfit(error: NotFit, message: unknown, digest: number): Unfit {
  const m = isObject(message) ? message : {};
  const name = typeof m["event"] === "string" ? m["event"].slice(0, 200) : undefined;
  const id = typeof m["messageId"] === "string" ? m["messageId"].slice(0, 200) : undefined;
  return {
    code: error.code,
    body: safeText(message),
    digest,
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(name !== undefined && { name }),
    ...(id !== undefined && { messageId: id }),
    ...(error.breaks !== undefined && { breaks: error.breaks }),
  };
}

function safeText(message: unknown): string {
  try {
    return JSON.stringify(clean(message, looksLikeCardNumber).value) ?? "null";
  } catch {
    return "null";
  }
}

function accept(message: Json, cleaned: Cleaned | undefined, envelope: Envelope, came: unknown): Accepted {
  if (cleaned?.tooDeep === true) throw new NotFit("event.too_deep");
  const refused = parkedCode(message["refuse"]);
  if (refused !== undefined) throw new NotFit(refused);
  const type = types.find((t) => t === message["type"]);
  if (type === undefined) throw new NotFit("event.type_unknown");
  if (message["claimNeeds"] === "server" && envelope.trust !== "proven")
    throw new NotFit("event.needs_server_key");
  refuseOtherThanObjects(message);
  const name = nameOf(message, type);
  const at = timeOf(message, envelope);
  if (type === "track") refuseMoney(message, name, envelope.terms);
  const channel = channelIn(message, envelope);
  const whose = whoseIs(message, type, name, channel, envelope);
  const schema = envelope.terms?.schemas?.get(type)?.get(type === "identify" || type === "group" ? "" : name);
  const breaks = schema === undefined ? undefined : judge(schema, message);
  const body = bodyOf(message, cleaned);
  return {
    ...whose,
    ...standBy(channel),
    key: keyOf(message, type, came, envelope),
    digest: envelope.digest ?? digestOf(came),
    at,
    trust: envelope.trust,
    sourceId: envelope.sourceId,
    type,
    name,
    channel,
    receivedAt: envelope.receivedAt,
    body,
    traits: type === "identify" ? traitsOf(message) : undefined,
    breaks,
  };
}

/** Who it is about, named as those legal entities do whose people it speaks of. */
function whoseIs(message: Json, type: EventType, name: string, channel: Channel, envelope: Envelope) {
  const { naming, terms, sourceId } = envelope;
  const circle = circleIn(message, terms);
  if (circle === undefined) throw new NotFit("event.legal_entity_unknown", "context.legal_entity");
  const country = countryIn(message, terms) ?? naming.country;
  const own = inCircle(inCountry(naming, country), circle);
  const who = whoIs(message, type, name, own, standBy(channel).stand);
  if (who === undefined) throw new NotFit("event.nobody");
  return { ...who, circle, country, subject: subjectOf(who, own.print, sourceId) };
}

/** Undefined when the message fits; what it breaks when it is let in all the same. */
function judge(schema: Held, message: Json): Broken | undefined {
  const detail = schema.judge(message);
  if (detail === undefined) return undefined;
  const { sourceId, type, name, version, action } = schema;
  if (action === "accept") return { sourceId, type, name, version, outcome: "accepted" };
  const outcome = action === "drop" ? "dropped" : "parked";
  throw new NotFit("event.schema", detail, { sourceId, type, name, version, outcome });
}

const parkedCode = (code: unknown): ParkedReason | undefined =>
  typeof code === "string" && Object.hasOwn(parkedReasons, code) ? (code as ParkedReason) : undefined;

/** Some languages write an empty object as an empty list. */
function refuseOtherThanObjects(message: Json): void {
  for (const place of ["properties", "traits", "context"]) {
    const value = message[place];
    if (value === undefined || value === null || isObject(value)) continue;
    if (!Array.isArray(value) || value.length > 0) throw new NotFit("event.field_bad", place);
  }
}

function nameOf(message: Json, type: EventType): string {
  const raw = type === "track" ? message["event"] : (message["name"] ?? message["category"] ?? "");
  if (typeof raw !== "string" || raw.length > 200 || (type === "track" && raw.trim() === ""))
    throw new NotFit("event.name_bad", type === "track" ? "event" : "name");
  return raw.trim();
}

function timeOf(message: Json, envelope: Envelope): number {
  const raw = message["timestamp"] ?? message["originalTimestamp"];
  const said = raw === undefined || raw === null ? undefined : readTime(raw);
  if (said === undefined && raw !== undefined && raw !== null)
    throw new NotFit("event.time_bad", "timestamp");
  if (said === undefined) return envelope.receivedAt;
  const sentAt = readTime(message["sentAt"]) ?? envelope.sentAt;
  const at = correctedTime(said, sentAt, envelope.receivedAt);
  if (at > envelope.receivedAt + MOST_AHEAD_MS) throw new NotFit("event.from_the_future", "timestamp");
  return Math.max(0, at);
}

function refuseMoney(message: Json, name: string, terms: Terms | undefined): void {
  const properties = message["properties"];
  if (!isObject(properties)) return;
  const standard = properties["currency"] === undefined ? terms?.currencyAt(locationIn(message)) : undefined;
  const fault = moneyFault(name, properties, standard);
  if (fault !== undefined)
    throw new NotFit(fault.why === "text" ? "event.money_text" : "event.money", `properties.${fault.path}`);
}

/** Code of the location that a message names. */
export function locationIn(message: Json): string | undefined {
  const { context, properties } = message;
  const place =
    (isObject(context) ? context["location"] : undefined) ??
    (isObject(properties) ? properties["location"] : undefined);
  const code = isObject(place) ? (place["code"] ?? place["id"]) : place;
  return typeof code === "string" ? code : undefined;
}

/** Code of the legal entity that a message names. */
function entityIn(message: Json): string | undefined {
  for (const place of [message["context"], message["properties"], message]) {
    const said = isObject(place) ? (place["legal_entity"] ?? place["legalEntity"]) : undefined;
    const code = isObject(said) ? (said["code"] ?? said["id"]) : said;
    if (typeof code === "string" && code.trim() !== "") return code.trim();
  }
  return undefined;
}

/** Whose people a message speaks of. */
export const circleIn = (message: Json, terms: Terms | undefined): number | undefined =>
  terms?.circleOf === undefined ? 0 : terms.circleOf(entityIn(message), locationIn(message));

/** Where a message says that it speaks from: its own word, else that of its location and legal entity. */
export function countryIn(message: Json, terms: Terms | undefined): string | undefined {
  const context = message["context"];
  const said = isObject(context) ? context["country"] : undefined;
  const own = typeof said === "string" ? said.toUpperCase() : undefined;
  return own !== undefined && isCountry(own)
    ? own
    : terms?.countryAt?.(entityIn(message), locationIn(message));
}

function refuseCardNumber(message: Json): void {
  for (const place of ["traits", "properties"]) {
    const values = message[place];
    if (!isObject(values)) continue;
    for (const key of ["card_token", "cardToken", "payment_token"]) {
      const value = values[key];
      if (
        (typeof value === "string" && looksLikeCardNumber(value)) ||
        (typeof value === "number" && looksLikeCardNumber(String(value)))
      )
        throw new NotFit("event.card_number", `${place}.${key}`);
    }
  }
}

/** The body in our shape, JSON text. */
function bodyOf(message: Json, cleaned: Cleaned | undefined): string {
  const body = JSON.stringify(
    cleaned !== undefined && cleaned.notes.size > 0
      ? { ...message, _noted: [...cleaned.notes].sort() }
      : message,
  );
  if (cleaned === undefined && body.length > MANY_KEYS_BYTES && clean(message, looksLikeCardNumber).tooDeep)
    throw new NotFit("event.too_deep");
  if (body.length > MOST_EVENT_BYTES || Buffer.byteLength(body) > MOST_EVENT_BYTES)
    throw new NotFit("event.too_large");
  return body;
}

function keyOf(message: Json, type: EventType, came: unknown, envelope: Envelope): string {
  const id = message["messageId"];
  if (id !== undefined && id !== null && (typeof id !== "string" || id.length === 0 || id.length > 200))
    throw new NotFit("event.message_id_bad", "messageId");
  const own = typeof id === "string" ? `id ${id}` : generatedId(message, type, came, envelope);
  return envelope.naming.print(`message ${envelope.sourceId}`, own);
}

/** Without a message id, the same event with the same time is the same message; without a time it is a new one. */
function generatedId(message: Json, type: EventType, came: unknown, envelope: Envelope): string {
  const when = message["timestamp"] ?? message["originalTimestamp"];
  return when === undefined || when === null
    ? `new ${envelope.newId()}`
    : `hash ${type} ${String(when)} ${lastingText(came)}`;
}

export function traitsOf(message: Json): Readonly<Record<string, unknown>> | undefined {
  const context = isObject(message["context"]) ? message["context"]["traits"] : undefined;
  const own = message["traits"];
  if (!isObject(own) && !isObject(context) && !isObject(message["traitsOnce"])) return undefined;
  const once = message["traitsOnce"];
  return {
    ...(isObject(once) ? once : {}),
    ...(isObject(context) ? context : {}),
    ...(isObject(own) ? own : {}),
  };
}
