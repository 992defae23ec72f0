// "This was not me": every proven address is told of what could be an impostor's doing, with a link that takes it back.
import { randomBytes } from "node:crypto";
import { type Language, Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { findSelf } from "../../identity/index.ts";
import type { CornerHouse } from "../corner.house.ts";
import { hashOfToken, LINK_MS } from "../corner.rules.ts";
import type { Proven } from "../sessions/sessions.actions.ts";
import { deleteSessionsOf } from "../sessions/sessions.store.ts";
import type { Letterhead } from "./letters.rules.ts";
import { insertLink, lockLink, useLinksOfObject } from "./links.store.ts";

type Telling = {
  readonly objectKind: string;
  readonly objectId: string;
  readonly language: Language;
  readonly purpose: string;
  letter(head: Letterhead, link: string): { subject: string; html: string; text: string };
};

/** Every proven mail address of the customer, the one that signed in too. */
export async function provenAddresses(work: Pick<Work, "tx">, who: Proven): Promise<Proven[]> {
  const { identifiers } = await findSelf(work.tx, who.fp);
  const all = [who, ...identifiers].filter((one) => one.kind === "email");
  return [...new Map(all.map((one) => [one.fp, one])).values()];
}

/** Writes to every proven address, each with a link of its own. Answers how many were told. */
export async function tellAddresses(
  work: Work,
  house: CornerHouse,
  who: Proven,
  telling: Telling,
): Promise<number> {
  const told = await provenAddresses(work, who);
  for (const { fp, value: address } of told) {
    const token = randomBytes(32).toString("base64url");
    const id = uuid7(work.now.getTime());
    const { objectKind, objectId, language } = telling;
    await insertLink(work.tx, {
      ...{ id, purpose: "undo", fp, address, language, browserHash: null, sessionId: null },
      ...{ objectKind, objectId, tokenHash: hashOfToken(token), codeHash: null },
      ...{ at: work.now, answeredAt: work.now, endsAt: new Date(work.now.getTime() + LINK_MS.undo) },
    });
    const head = { language, house: house.installation.name };
    await house.mail.send(work, {
      to: address,
      ...telling.letter(head, `${house.access.place.url}/corner/undo#${token}`),
      language,
      purpose: telling.purpose,
      key: `${telling.purpose} ${id}`,
    });
  }
  return told.length;
}

/**
 * What a link takes back; it and all of its kind about the same are used up. Whoever is signed in as this customer is signed
 * out: the impostor among them came in by another way, and would ask again. `ofOurs`: kinds that our staff alone does.
 */
export async function takeUndo(
  work: Work,
  token: string,
  ofOurs: readonly string[] = [],
): Promise<{ readonly kind: string; readonly id: string; readonly by: Proven }> {
  const link = await lockLink(work.tx, hashOfToken(token), work.now);
  if (link?.purpose !== "undo" || link.objectKind === null || link.objectId === null)
    throw new Refusal("me.link_dead");
  await useLinksOfObject(work.tx, link.objectId, work.now);
  const by = { fp: link.fp, kind: "email", value: link.address };
  if (!ofOurs.includes(link.objectKind)) {
    const { identifiers } = await findSelf(work.tx, link.fp);
    await deleteSessionsOf(work.tx, [link.fp, ...identifiers.map(({ fp }) => fp)]);
  }
  return { kind: link.objectKind, id: link.objectId, by };
}

/** It was taken back another way: a link about it would say that something stops which was asked for since. */
export const endUndo = ({ tx, now }: Pick<Work, "tx" | "now">, objectId: string): Promise<number> =>
  useLinksOfObject(tx, objectId, now);
