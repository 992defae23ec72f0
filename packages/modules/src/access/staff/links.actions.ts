// One-time links. The secret stands in the fragment of the address, so no server log and no referrer ever sees it;
// pages post it. Only its hash is stored.
import { randomBytes } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Place } from "../sessions/place.rules.ts";
import { hashOfToken } from "../sessions/session.rules.ts";
import { findLink, insertLink, type LinkKind, type LinkRow, useLink } from "./links.store.ts";
import { listOwners } from "./staff.store.ts";

const HOUR = 3_600_000;
const lives: Readonly<Record<LinkKind, number>> = { owner: HOUR, invite: 7 * 24 * HOUR, reset: HOUR };
const pages: Readonly<Record<LinkKind, string>> = { owner: "/set-up", invite: "/set-up", reset: "/reset" };

/** The address to open. */
export async function makeLink(
  work: Work,
  place: Place,
  kind: LinkKind,
  staffId: string | null,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertLink(work.tx, {
    id: uuid7(work.now.getTime()),
    kind,
    tokenHash: hashOfToken(token),
    staffId,
    at: work.now,
    endsAt: new Date(work.now.getTime() + lives[kind]),
  });
  return `${place.url}${pages[kind]}#${token}`;
}

/** The link of the very first sign-in; none when there is an owner. Every start may make one: the first redeemed ends them all. */
export async function makeSetUpLink(work: Work, at: { readonly place: Place }): Promise<string | undefined> {
  return (await listOwners(work.tx)).length > 0 ? undefined : makeLink(work, at.place, "owner", null);
}

const only = (link: LinkRow | undefined, kinds: readonly LinkKind[]): LinkRow => {
  if (link === undefined || !kinds.includes(link.kind)) throw new Refusal("set_up.link_dead");
  return link;
};

export const loadLink = async (
  tx: Tx,
  token: string,
  kinds: readonly LinkKind[],
  now: Date,
): Promise<LinkRow> => only(await findLink(tx, hashOfToken(token), now), kinds);
/** A link of another kind is refused, and the refusal leaves it unused. */
export const takeLink = async (work: Work, token: string, kinds: readonly LinkKind[]): Promise<LinkRow> =>
  only(await useLink(work.tx, hashOfToken(token), work.now), kinds);
