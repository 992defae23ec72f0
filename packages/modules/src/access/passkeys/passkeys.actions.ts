// Passkeys of colleagues: challenges made here, signed by their authenticator, used once.
import { Refusal } from "@somlos/contract";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Place } from "../sessions/place.rules.ts";
import { hashOfToken } from "../sessions/session.rules.ts";
import {
  challengeOf,
  checkNewPasskey,
  checkPasskey,
  newPasskeyOptions,
  PASSKEY_CHALLENGE_MS,
  passkeyOptions,
} from "./ceremony.actions.ts";
import {
  type ChallengePurpose,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  lockActivePasskey,
  savePasskeyUse,
  takeChallenge,
} from "./passkeys.store.ts";

const NAME_WHEN_NONE = "Passkey";

const keepChallenge = (work: Work, challenge: string, purpose: ChallengePurpose, staffId: string | null) =>
  insertChallenge(work.tx, {
    hash: hashOfToken(challenge),
    purpose,
    staffId,
    endsAt: new Date(work.now.getTime() + PASSKEY_CHALLENGE_MS),
  });

/** Options for making a passkey that carries the colleague's id, so that signing in needs no name. */
export async function askForNewPasskey(
  work: Work,
  place: Place,
  purpose: "add" | "set_up",
  who: { readonly staffId: string; readonly email: string; readonly name: string; readonly house: string },
) {
  const options = await newPasskeyOptions(place, {
    id: new Uint8Array(Buffer.from(who.staffId.replaceAll("-", ""), "hex")),
    label: who.email,
    name: who.name,
    house: who.house,
    has: await listPasskeys(work.tx, who.staffId),
  });
  await keepChallenge(work, options.challenge, purpose, who.staffId);
  return { ...options };
}

export async function askForPasskey(work: Work, place: Place) {
  const options = await passkeyOptions(place);
  await keepChallenge(work, options.challenge, "sign_in", null);
  return { ...options };
}

/** Checks a new passkey and keeps it. At set-up the challenge may name an id that is not yet a colleague's. */
export async function keepNewPasskey(
  work: Work,
  place: Place,
  wish: {
    readonly answer: PasskeyAnswer;
    readonly purpose: "add" | "set_up";
    readonly staffId: string;
    /** Whom the challenge was made for, where that is known before. */
    readonly askedFor?: string;
    readonly name?: string;
  },
): Promise<string> {
  const REFUSED = "set_up.passkey_refused";
  const challenge = await challengeOf(wish.answer, REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), wish.purpose, work.now);
  if (asked === undefined || (wish.askedFor !== undefined && asked.staffId !== wish.askedFor))
    throw new Refusal(REFUSED);
  const id = uuid7(work.now.getTime());
  const kept = await insertPasskey(work.tx, {
    ...(await checkNewPasskey(place, wish.answer, challenge, REFUSED)),
    id,
    staffId: wish.staffId,
    name: wish.name ?? NAME_WHEN_NONE,
    at: work.now,
  });
  if (!kept) throw new Refusal("account.passkey_known");
  return id;
}

/** The active colleague whose passkey signed a fresh challenge; anything else is one refusal. */
export async function matchPasskey(work: Work, place: Place, answer: PasskeyAnswer): Promise<string> {
  const REFUSED = "session.refused";
  const challenge = await challengeOf(answer, REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), "sign_in", work.now);
  const passkey = await lockActivePasskey(work.tx, answer.id);
  if (asked === undefined || passkey === undefined) throw new Refusal(REFUSED);
  const { counter, backedUp } = await checkPasskey(place, answer, challenge, passkey, REFUSED);
  await savePasskeyUse(work.tx, passkey.id, counter, backedUp, work.now);
  return passkey.staffId;
}
