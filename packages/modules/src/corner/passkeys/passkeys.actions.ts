// Passkeys of customers: challenges made here, signed by their authenticator, used once. A passkey belongs to the identifier that was proven when it was added.
import { Refusal } from "@somlos/contract";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import type { Work } from "@somlos/kernel/db";
import { hmac, uuid7 } from "@somlos/kernel/ids";
import {
  challengeOf,
  checkNewPasskey,
  checkPasskey,
  newPasskeyOptions,
  PASSKEY_CHALLENGE_MS,
  type Place,
  passkeyOptions,
} from "../../access/index.ts";
import { type CornerHouse, personOf } from "../corner.house.ts";
import { hashOfToken, hintOf, RIPE_MS, surelyUntil } from "../corner.rules.ts";
import { type AnyKnock, beginSession, demandFresh, fpsOf } from "../sessions/sessions.actions.ts";
import { deleteSessionsOfPasskey } from "../sessions/sessions.store.ts";
import { passkeyLetter } from "../sign-in/letters.rules.ts";
import { tellAddresses } from "../sign-in/undo.actions.ts";
import {
  deleteOwnPasskey,
  deletePasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  lockPasskey,
  savePasskeyUse,
  takeChallenge,
} from "./passkeys.store.ts";

const PASSKEYS_MOST = 20;
const REFUSED = "me.sign_in_refused";

const endsAt = (work: Work): Date => new Date(work.now.getTime() + PASSKEY_CHALLENGE_MS);

/** Options for a passkey that signs this identifier in by itself. */
export async function askForNewPasskey(work: Work, house: CornerHouse, knock: AnyKnock) {
  const session = await demandFresh(work.tx, knock.caller, work.now);
  const label = session.kind === "email" ? session.value : hintOf(session.value);
  const options = await newPasskeyOptions(house.access.place, {
    id: new Uint8Array(Buffer.from(hmac(house.access.secret, `corner passkey ${session.fp}`), "latin1")),
    label,
    name: label,
    house: house.installation.name,
    has: await listPasskeys(work.tx, [session.fp]),
  });
  await insertChallenge(work.tx, hashOfToken(options.challenge), session.fp, endsAt(work));
  return { ...options };
}

export async function askForPasskey(work: Work, place: Place) {
  const options = await passkeyOptions(place);
  await insertChallenge(work.tx, hashOfToken(options.challenge), null, endsAt(work));
  return { ...options };
}

async function checkNew(work: Work, place: Place, answer: PasskeyAnswer, fp: string) {
  const challenge = await challengeOf(answer, REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), work.now);
  if (asked?.fp !== fp) throw new Refusal(REFUSED);
  return checkNewPasskey(place, answer, challenge, REFUSED);
}

/** Keeps a new passkey and tells every proven address. It proves only what its session proved already, until it is confirmed. */
export async function addPasskey(
  work: Work,
  house: CornerHouse,
  knock: AnyKnock,
  given: { readonly name: string; readonly passkey: PasskeyAnswer },
): Promise<string> {
  const session = await demandFresh(work.tx, knock.caller, work.now);
  if ((await listPasskeys(work.tx, [session.fp])).length >= PASSKEYS_MOST) throw new Refusal(REFUSED);
  const made = await checkNew(work, house.access.place, given.passkey, session.fp);
  const id = uuid7(work.now.getTime());
  const kept = await insertPasskey(work.tx, {
    ...{ id, fp: session.fp, kind: session.kind, value: session.value, name: given.name },
    ...made,
    createdAt: work.now,
    provesFrom: surelyUntil(session, work.now) === undefined ? null : work.now,
  });
  if (!kept) throw new Refusal("account.passkey_known");
  await tellAddresses(work, house, session, {
    ...{ objectKind: "passkey", objectId: id, language: knock.language, purpose: "corner.passkey_added" },
    letter: passkeyLetter,
  });
  return id;
}

export async function removePasskey(work: Work, knock: AnyKnock, id: string): Promise<void> {
  await demandFresh(work.tx, knock.caller, work.now);
  const removed = await deleteOwnPasskey(work.tx, id, await fpsOf(work.tx, knock.caller));
  if (removed === 0) throw new Refusal("me.not_found");
}

/** Said not to be its owner's: it goes, and whoever it signed in. */
export async function undoPasskey(work: Work, id: string): Promise<void> {
  await deleteSessionsOfPasskey(work.tx, id);
  await deletePasskey(work.tx, id);
}

export const showPasskeys = async (work: Pick<Work, "tx">, knock: AnyKnock) => {
  personOf(knock.caller);
  const held = await listPasskeys(work.tx, await fpsOf(work.tx, knock.caller));
  return held.map((p) => ({
    id: p.id,
    name: p.name,
    createdAt: p.createdAt.toISOString(),
    lastUsedAt: p.lastUsedAt?.toISOString() ?? null,
    backedUp: p.backedUp,
    provesFrom: p.provesFrom?.toISOString() ?? null,
    confirmableFrom: p.provesFrom === null ? new Date(p.createdAt.getTime() + RIPE_MS).toISOString() : null,
  }));
};

/** Whoever's passkey signed a fresh challenge; anything else is one refusal. */
export async function signInWithPasskey(
  work: Work,
  house: CornerHouse,
  knock: AnyKnock,
  answer: PasskeyAnswer,
): Promise<PersonSession> {
  const { place } = house.access;
  const challenge = await challengeOf(answer, REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), work.now);
  const passkey = await lockPasskey(work.tx, answer.id);
  if (asked === undefined || asked.fp !== null || passkey === undefined) throw new Refusal(REFUSED);
  const { counter, backedUp } = await checkPasskey(place, answer, challenge, passkey, REFUSED);
  await savePasskeyUse(work.tx, passkey.id, counter, backedUp, work.now);
  const { fp, kind, value, id: passkeyId } = passkey;
  return beginSession(work, house, knock, { fp, kind, value, how: "passkey", passkeyId });
}
