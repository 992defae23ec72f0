// What a link in a message carries: signed, so that nothing of it need be kept, and naming an address by its fingerprint
// only. A confirmation ends after a week; a way to say no never ends. Pure.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";

export const CONFIRM_DAYS = 7;
const DAY_MS = 86_400_000;

/** `act`: what was asked; `fp`: the address that was asked, by its mail. */
export type ConfirmLink = { readonly act: string; readonly fp: string; readonly until: number };
export type WithdrawLink = {
  readonly fp: string;
  readonly kind: string;
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  /** Id of the message that carries the link. */
  readonly cause: string;
};
type Kinds = { readonly confirm: ConfirmLink; readonly withdraw: WithdrawLink };
type Kind = keyof Kinds;

const sign = (secret: string, kind: Kind, body: string): Buffer =>
  createHmac("sha256", secret).update(`consent ${kind} link\0${body}`).digest();

export function tokenOf<K extends Kind>(secret: string, kind: K, link: Kinds[K]): string {
  const body = Buffer.from(JSON.stringify(link)).toString("base64url");
  return `${body}.${sign(secret, kind, body).toString("base64url")}`;
}

/** Undefined: we did not write it. */
export function readToken<K extends Kind>(secret: string, kind: K, token: string): Kinds[K] | undefined {
  const [body = "", signature = "", more] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const ours = sign(secret, kind, body);
  if (more !== undefined || given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Kinds[K];
}

export const confirmLinkOf = (act: string, fp: string, now: Date): ConfirmLink => ({
  act,
  fp,
  until: now.getTime() + CONFIRM_DAYS * DAY_MS,
});
