// Who an event is about: login, device, other identifiers, and the stream it belongs to.
import { hash } from "node:crypto";
import type { Identifier, Says, Stand } from "../told.rules.ts";
import { type Fingerprint, identifierOf, type Naming, otherIdentifiers } from "./identifiers.rules.ts";
import { NotFit } from "./not-fit.rules.ts";
import { type EventType, isSignIn, isSignOut } from "./words.rules.ts";

type Json = Readonly<Record<string, unknown>>;
export type Who = {
  readonly device?: Identifier;
  readonly login?: Identifier;
  readonly says: Says;
  readonly ids: readonly Identifier[];
};

/**
 * Who an event is about; undefined when it names nobody at all. A name that means nothing leaves the event unknown. `stand`:
 * many pass the device, so the name of the hardware is nobody's.
 */
export function whoIs(
  message: Json,
  type: EventType,
  name: string,
  naming: Naming,
  stand?: Stand,
): Who | undefined {
  const login = idIn(message, "userId");
  // A browser that is signed in already gives the login itself as what it was before: that is no visitor.
  const previous = type === "alias" ? idIn(message, "previousId") : undefined;
  const visitor = (previous === login ? undefined : previous) ?? idIn(message, "anonymousId");
  const loginId = login === undefined ? undefined : identifierOf(naming, "login", login);
  const device = visitor === undefined ? undefined : identifierOf(naming, "visitor", visitor);
  const found = otherIdentifiers(naming, message, type, name);
  const ids = stand === undefined ? found : found.filter(({ kind }) => kind !== "device");
  const anyId =
    login !== undefined || visitor !== undefined || found.length > 0 || message["distinctId"] !== undefined;
  if (!anyId) throw new NotFit("event.nobody");
  return {
    ...(device !== undefined && { device }),
    ...(loginId !== undefined && { login: loginId }),
    says: saysOf(type, name, loginId !== undefined),
    ids,
  };
}

function saysOf(type: EventType, name: string, hasLogin: boolean): Says {
  if (type === "track" && isSignOut(name)) return "out";
  return hasLogin && (type === "identify" || type === "alias" || (type === "track" && isSignIn(name)))
    ? "in"
    : "none";
}

function idIn(message: Json, field: string): string | undefined {
  const raw = message[field];
  if (raw === undefined || raw === null || raw === "") return undefined;
  if (typeof raw === "number" && Number.isFinite(raw)) return String(raw);
  if (typeof raw !== "string" || raw.length > 500) throw new NotFit("event.id_bad", field);
  return raw;
}

type Last = { readonly login: string; readonly subject: string };
/** The stream of a device's last login: most devices know one. */
const lasts = new WeakMap<Identifier, Last>();

/** Both are keyed already, so a plain hash of them tells nobody anything. */
function streamOf(device: Identifier, login: string): string {
  const last = lasts.get(device);
  if (last?.login === login) return last.subject;
  const subject = hash("sha256", device.fp + login, "binary").slice(0, 16);
  lasts.set(device, { login, subject });
  return subject;
}

/** The stream an event belongs to; see docs/decisions on subjects. */
export function subjectOf(who: Who, print: Fingerprint, sourceId: number): string {
  if (who.device !== undefined)
    return who.login === undefined ? who.device.fp : streamOf(who.device, who.login.fp);
  return (who.login ?? strongest(who.ids))?.fp ?? print("unknown", String(sourceId));
}

const STRENGTH = [
  "club_card",
  "email",
  "phone",
  "distinct_id",
  "card_token",
  "receipt",
  "order",
  "device",
  "address",
];
const strongest = (ids: readonly Identifier[]): Identifier | undefined =>
  [...ids].sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind) || (a.fp < b.fp ? -1 : 1))[0];
