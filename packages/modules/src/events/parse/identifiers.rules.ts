// Which identifiers a message carries, in their normal form. A value that means nothing is no identifier.
import { Recent } from "@somlos/kernel/ids";
import {
  looksLikeCardNumber,
  normalAddress,
  normalCode,
  normalEmail,
  normalId,
  normalPhone,
} from "@somlos/rules/identifiers";
import { isMeaningless } from "@somlos/rules/meaningless";
import type { Identifier, IdentifierKind } from "../told.rules.ts";
import { kindOf, propertyKinds, statesOwnAddress, traitKinds } from "./words.rules.ts";

/** A keyed fingerprint: 16 bytes as a latin1 string (HMAC under the installation's secret). */
export type Fingerprint = (space: string, text: string) => string;
export type Naming = {
  readonly print: Fingerprint;
  /** Country of phone numbers and addresses that name none (ISO 3166). */
  readonly country: string;
  /** The same for the people of another circle; none: as here. */
  readonly countryOf?: ((circle: number) => string) | undefined;
  /** Whose people are named (`Identifier.circle`); none: the principal's. */
  readonly circle?: number;
  /** What was named before: a bounded memory of a pure function. */
  readonly known?: {
    get(kind: IdentifierKind, raw: string): Identifier | typeof NONE | undefined;
    set(kind: IdentifierKind, raw: string, value: Identifier | typeof NONE): void;
  };
};

/** Remembered of a value that is no identifier. */
export const NONE = "none";

/** A memory of names: the newest of each kind, half of `most` at least. */
export function rememberNames(most: number): Required<Naming>["known"] {
  const kinds = new Map<IdentifierKind, Recent<Identifier | typeof NONE>>();
  return {
    get: (kind, raw) => kinds.get(kind)?.get(raw),
    set(kind, raw, value) {
      const names = kinds.get(kind) ?? new Recent(most);
      kinds.set(kind, names);
      names.set(raw, value);
    },
  };
}

const circles = new WeakMap<Naming, Map<number, Naming>>();
const NAMES_OF_A_CIRCLE = 50_000;

/** The same naming for the people of another circle of legal entities. */
export function inCircle(naming: Naming, circle: number): Naming {
  if (circle === 0) return naming;
  const known = circles.get(naming) ?? new Map<number, Naming>();
  circles.set(naming, known);
  const { print } = naming;
  const own = known.get(circle) ?? {
    ...{ circle, known: rememberNames(NAMES_OF_A_CIRCLE) },
    print: (space: string, text: string) => print(`circle ${circle} ${space}`, text),
    get country() {
      return naming.countryOf?.(circle) ?? naming.country;
    },
  };
  known.set(circle, own);
  return own;
}

const countries = new WeakMap<Naming, Map<string, Naming>>();

/** The same naming for what is said in one country, to whichever circle. */
export function inCountry(naming: Naming, country: string): Naming {
  if (naming.countryOf === undefined && naming.country === country) return naming;
  const known = countries.get(naming) ?? new Map<string, Naming>();
  countries.set(naming, known);
  const own = known.get(country) ?? { ...naming, country, countryOf: undefined };
  known.set(country, own);
  return own;
}

const normal: Readonly<Record<IdentifierKind, (raw: string, country: string) => string | undefined>> = {
  login: normalId,
  visitor: normalId,
  distinct_id: normalId,
  device: normalId,
  club_card: normalCode,
  card_token: (raw) => (looksLikeCardNumber(raw) ? undefined : normalId(raw)),
  receipt: normalCode,
  order: normalId,
  email: normalEmail,
  phone: normalPhone,
  address: normalAddress,
};

/** The identifier of a kind and a raw value; undefined when the value is none, or says nothing about anybody. */
export function identifierOf(naming: Naming, kind: IdentifierKind, raw: unknown): Identifier | undefined {
  if (kind === "address" && isObject(raw)) return made(naming, kind, normalAddress(raw, naming.country));
  const text = typeof raw === "number" && Number.isFinite(raw) ? String(raw) : raw;
  if (typeof text !== "string" || text.length > 1000) return undefined;
  const { country } = naming;
  const key = kind === "phone" ? `${country} ${text}` : text;
  const known = naming.known?.get(kind, key);
  if (known !== undefined) return known === NONE ? undefined : known;
  const found = made(naming, kind, normal[kind](text, country));
  naming.known?.set(kind, key, found ?? NONE);
  return found;
}

/** A value as each of these circles names it; none when it is no identifier of its kind. */
export const identifiersIn = (
  naming: Naming,
  circles: readonly number[],
  kind: IdentifierKind,
  raw: unknown,
): Identifier[] => circles.flatMap((circle) => identifierOf(inCircle(naming, circle), kind, raw) ?? []);

function made(naming: Naming, kind: IdentifierKind, value: string | undefined): Identifier | undefined {
  if (value === undefined || isMeaningless(kind, value)) return undefined;
  const fp = naming.print(`id ${kind}`, value);
  return naming.circle === undefined ? { fp, kind, value } : { fp, kind, value, circle: naming.circle };
}

type Json = Readonly<Record<string, unknown>>;
export const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);

/** Identifiers besides login and device: traits, external ids, and the properties that name an order, a receipt, a card. */
export function otherIdentifiers(naming: Naming, message: Json, type: string, name: string): Identifier[] {
  const found = new Map<string, Identifier>();
  const add = (kind: IdentifierKind, raw: unknown) => {
    const id = raw === undefined || raw === null || raw === "" ? undefined : identifierOf(naming, kind, raw);
    if (id !== undefined) found.set(id.fp, id);
  };
  const context = isObject(message["context"]) ? message["context"] : undefined;
  const look = (place: unknown, kinds: ReadonlyMap<string, IdentifierKind>) => {
    if (isObject(place))
      for (const [word, kind] of kinds) if (Object.hasOwn(place, word)) add(kind, place[word]);
  };
  if (type === "identify") look(message["traits"], traitKinds);
  look(context?.["traits"], traitKinds);
  look(message["properties"], propertyKinds);
  if (type === "track" && statesOwnAddress(name)) look(message["properties"], traitKinds);
  for (const distinct of [message["distinctId"], ...listed(message["distinctIds"])])
    add("distinct_id", distinct);
  if (isObject(context?.["device"])) add("device", context["device"]["id"]);
  for (const external of listed(context?.["externalIds"])) addExternal(external, add);
  return [...found.values()];
}

function addExternal(external: unknown, add: (kind: IdentifierKind, raw: unknown) => void): void {
  if (!isObject(external) || typeof external["type"] !== "string") return;
  const kind = kindOf(external["type"]);
  if (kind !== undefined && kind !== "login" && kind !== "visitor") add(kind, external["id"]);
}

const listed = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v.slice(0, 20) : []);
