// What an arrival carries that could tell who it is about, also where nothing of it fits. Wider than what identity hears:
// an address in a field that nobody reads is an address all the same. Pure.
import type { Channel } from "@somlos/contract/rooms/events";
import { channelIn } from "../parse/channel.rules.ts";
import { identifierOf, inCircle, inCountry, isObject, type Naming } from "../parse/identifiers.rules.ts";
import { circleIn, countryIn, type Envelope, locationIn, type Parsed } from "../parse/parse.rules.ts";
import { kindOf, propertyKinds, traitKinds } from "../parse/words.rules.ts";
import type { Identifier, IdentifierKind, Says, Trust } from "../told.rules.ts";

/** One message on its way in. */
type Arrival = { readonly parsed: Parsed; readonly envelope: Envelope };

/** An arrival as those see it who may hush it. */
export type Carried = {
  readonly channel: Channel;
  readonly name: string;
  /** Code of the location, as written. */
  readonly location: string | undefined;
  /** When it happened, and when it was received; milliseconds since 1970. */
  readonly at: number;
  readonly receivedAt: number;
  readonly trust: Trust;
  readonly says: Says;
  /** A source that we trust says that the person asked to be recognised. */
  readonly asked: boolean;
  readonly login: Identifier | undefined;
  readonly device: Identifier | undefined;
  /** All of them, login and device too, as the people of its circle of legal entities are named. */
  readonly ids: readonly Identifier[];
  /** What others of its batch tie to them. */
  readonly tied: readonly Identifier[];
};

type Json = Readonly<Record<string, unknown>>;

const MOST_VALUES = 4000;
const MOST_DEPTH = 34;
const LOOKS_LIKE_MAIL = /^[^\s@<>]+@[^\s@<>]+$/;
const MAIL_WITHIN = /[^\s@<>"'(),;:[\]]+@[^\s@<>"'(),;:[\]]+\.[a-z]{2,}/gi;
const LOOKS_LIKE_PHONE = /^\+\d[\d\s()-]{6,20}$/;
/** Who served is not who was served. */
const COLLEAGUES: ReadonlySet<string> = new Set(["staff", "employee", "seller", "colleague", "cashier"]);
const OTHER_WORDS: Readonly<Record<string, readonly IdentifierKind[]>> = {
  previousId: ["visitor", "login"],
  mail: ["email"],
  emailAddress: ["email"],
  telephone: ["phone"],
  mobile: ["phone"],
};

function kindsOf(word: string): readonly IdentifierKind[] {
  const known = traitKinds.get(word) ?? propertyKinds.get(word) ?? kindOf(word);
  if (known !== undefined) return [known];
  return Object.hasOwn(OTHER_WORDS, word) ? (OTHER_WORDS[word] ?? []) : [];
}

type Add = (kind: IdentifierKind, raw: unknown) => void;

/** Every value of a message that reads like an identifier, wherever it stands. */
export function identifiersAnywhere(naming: Naming, message: unknown): Identifier[] {
  const found = new Map<string, Identifier>();
  const add: Add = (kind, raw) => {
    const id = identifierOf(naming, kind, raw);
    if (id !== undefined) found.set(id.fp, id);
  };
  let left = MOST_VALUES;
  for (const { value, kinds } of valuesIn({ value: message, kinds: [], depth: 0 })) {
    if (left-- <= 0) break;
    for (const kind of kinds) add(kind, value);
    if (typeof value === "string") readText(value, add);
    else if (isObject(value)) readPair(value, add);
  }
  return [...found.values()];
}

/** A value and the kinds that its name speaks of. */
type Place = { readonly value: unknown; readonly kinds: readonly IdentifierKind[]; readonly depth: number };

function* valuesIn(place: Place): Iterable<Place> {
  const { value, kinds, depth } = place;
  if (depth > MOST_DEPTH) return;
  if (Array.isArray(value)) {
    for (const one of value) yield* valuesIn({ value: one, kinds, depth: depth + 1 });
    return;
  }
  yield place;
  if (!isObject(value)) return;
  for (const [word, inner] of Object.entries(value))
    if (!COLLEAGUES.has(word)) yield* valuesIn({ value: inner, kinds: kindsOf(word), depth: depth + 1 });
}

/** `{ "type": "club_card", "id": "…" }` */
function readPair(value: Json, add: Add): void {
  const kind = typeof value["type"] === "string" ? kindOf(value["type"]) : undefined;
  if (kind !== undefined) add(kind, value["id"]);
}

function readText(text: string, add: Add): void {
  if (text.length < 5) return;
  if (text.includes("@")) {
    if (LOOKS_LIKE_MAIL.test(text)) add("email", text);
    else for (const [mail] of text.slice(0, 2000).matchAll(MAIL_WITHIN)) add("email", mail);
  } else if (text.charCodeAt(0) === 43 && LOOKS_LIKE_PHONE.test(text)) add("phone", text);
}

const ASKED = "asked";

/** Said by a till or a system of ours, in the event itself. */
const hasAsked = (message: Json, trust: Trust): boolean =>
  trust === "proven" && isObject(message["context"]) && message["context"]["identification"] === ASKED;

/** What an arrival says of itself without a look into its body: enough to know whether anybody minds it. */
export type Glance = Pick<Carried, "channel" | "name" | "at">;
export function glanceAt({ parsed, envelope }: Arrival): Glance {
  if ("fit" in parsed) return parsed.fit;
  const message = messageIn(parsed.unfit.body);
  return {
    channel: channelIn(message, envelope),
    name: parsed.unfit.name ?? "",
    at: Math.min(envelope.receivedAt, toldAt(message) ?? envelope.receivedAt),
  };
}

/** When it happened by its own word, though it does not fit: of before an erasure is of before it all the same. */
function toldAt(message: Json): number | undefined {
  const said = message["timestamp"] ?? message["originalTimestamp"];
  const at = typeof said === "string" ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

export function messageIn(body: string): Json {
  const message: unknown = JSON.parse(body);
  return isObject(message) ? message : { value: message };
}

export function carriedBy(arrival: Arrival, tied: readonly Identifier[] = []): Carried {
  const { parsed, envelope } = arrival;
  const message = messageIn("fit" in parsed ? parsed.fit.body : parsed.unfit.body);
  const fit = "fit" in parsed ? parsed.fit : undefined;
  const visitor = message["anonymousId"] ?? message["previousId"];
  const circle = fit?.circle ?? circleIn(message, envelope.terms) ?? 0;
  const country = fit?.country ?? countryIn(message, envelope.terms) ?? envelope.naming.country;
  const naming = inCircle(inCountry(envelope.naming, country), circle);
  const login = fit === undefined ? identifierOf(naming, "login", message["userId"]) : fit.login;
  const device = fit === undefined ? identifierOf(naming, "visitor", visitor) : fit.device;
  const ids = new Map<string, Identifier>();
  for (const id of [login, device, ...(fit?.ids ?? []), ...identifiersAnywhere(naming, message)])
    if (id !== undefined) ids.set(id.fp, id);
  return {
    ...glanceAt(arrival),
    location: locationIn(message),
    receivedAt: envelope.receivedAt,
    trust: envelope.trust,
    says: fit?.says ?? "none",
    asked: hasAsked(message, envelope.trust),
    login,
    device,
    ids: [...ids.values()],
    tied,
  };
}
