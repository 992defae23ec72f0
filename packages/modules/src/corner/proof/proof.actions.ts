// A second proof: a code to another proven address of the customer, which an impostor who reads one inbox does not have; or to the
// inbox itself, days after a passkey was added on it, which an impostor who read it for a while does not have any more.
import { Refusal } from "@somlos/contract";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import type { Tx, Work } from "@somlos/kernel/db";
import { hmac, uuid7, uuidOf } from "@somlos/kernel/ids";
import { takeTry } from "../../access/index.ts";
import { findSelf } from "../../identity/index.ts";
import { type CornerHouse, personOf } from "../corner.house.ts";
import { hintOf, isConfirmable, isRipe, LINK_MS, limits } from "../corner.rules.ts";
import { confirmPasskey } from "../passkeys/passkeys.store.ts";
import {
  type AnyKnock,
  demandFresh,
  loadSession,
  type Proven,
  showSession,
} from "../sessions/sessions.actions.ts";
import { type Session, saveProven } from "../sessions/sessions.store.ts";
import { proofLetter } from "../sign-in/letters.rules.ts";
import { insertLink, lockLinksOfSession, useLinks } from "../sign-in/links.store.ts";
import { hashOfCode, newCode } from "../sign-in/sign-in.actions.ts";

/** What an address is called towards its owner: bound to the session, so that it names nobody to anybody else. */
const nameFor = (house: CornerHouse, session: Session, address: Proven): string =>
  uuidOf(hmac(house.access.secret, `corner proof ${session.id} ${address.fp}`));

/** The retailer's word may rest on the very inbox that is to be guarded against: then a code to it proves nothing more. */
async function addresses(tx: Tx, session: Session, now: Date): Promise<Proven[]> {
  if (session.how === "token") return [];
  const { identifiers } = await findSelf(tx, session.fp);
  const own = identifiers.find(({ fp }) => fp === session.fp)?.provenSince ?? null;
  const others = identifiers.filter(
    ({ kind, fp, provenSince }) => kind === "email" && fp !== session.fp && isRipe(provenSince, own, now),
  );
  const { fp, kind, value } = session;
  return kind === "email" && isConfirmable(session, now) ? [{ fp, kind, value }, ...others] : others;
}

export async function listProofs(house: CornerHouse, tx: Tx, knock: AnyKnock, now: Date) {
  const session = await loadSession(tx, personOf(knock.caller).sessionId, now);
  return (await addresses(tx, session, now)).map((one) => ({
    id: nameFor(house, session, one),
    hint: hintOf(one.value),
  }));
}

export async function askProof(house: CornerHouse, knock: AnyKnock, id: string): Promise<void> {
  const { sessionId } = personOf(knock.caller);
  await takeTry(house, limits.proof, { subject: `session ${sessionId}` });
  await house.db.work({ kind: "person", id: sessionId }, async (work) => {
    const session = await demandFresh(work.tx, knock.caller, work.now);
    const known = await addresses(work.tx, session, work.now);
    if (known.length === 0) throw new Refusal("me.no_second_address");
    const address = known.find((one) => nameFor(house, session, one) === id);
    if (address === undefined) throw new Refusal("me.not_found");
    await sendCode(work, house, knock, session, address);
  });
}

async function sendCode(
  work: Work,
  house: CornerHouse,
  knock: AnyKnock,
  session: Session,
  { fp, value: address }: Proven,
): Promise<void> {
  const { tx, now } = work;
  const linkId = uuid7(now.getTime());
  const code = newCode();
  const { language } = knock;
  await insertLink(tx, {
    ...{ id: linkId, purpose: "proof", fp, address, language, browserHash: null, sessionId: session.id },
    ...{ objectKind: null, objectId: null, tokenHash: null, codeHash: hashOfCode(house, linkId, code) },
    ...{ at: now, answeredAt: now, endsAt: new Date(now.getTime() + LINK_MS.proof) },
  });
  await house.mail.send(work, {
    to: address,
    ...proofLetter({ language, house: house.installation.name }, code),
    language,
    purpose: "corner.proof",
    key: `corner.proof ${linkId}`,
    hasOneTimeLink: true,
  });
}

export async function redeemProof(house: CornerHouse, knock: AnyKnock, code: string): Promise<PersonSession> {
  const { sessionId } = personOf(knock.caller);
  await takeTry(house, limits.code, { subject: `session ${sessionId}` });
  return house.db.work({ kind: "person", id: sessionId }, async (work) => {
    const links = await lockLinksOfSession(work.tx, sessionId, work.now);
    const link = links.find((one) => one.codeHash === hashOfCode(house, one.id, code));
    if (link === undefined) throw new Refusal("me.link_dead");
    await useLinks(work.tx, [link.id], work.now);
    await saveProven(work.tx, sessionId, work.now);
    const { passkeyId } = await loadSession(work.tx, sessionId, work.now);
    if (passkeyId !== null) await confirmPasskey(work.tx, passkeyId, work.now);
    return showSession(house, await loadSession(work.tx, sessionId, work.now), work.now);
  });
}
