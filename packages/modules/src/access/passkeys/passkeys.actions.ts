// Passkeys, by @simplewebauthn/server: challenges made here, signed by the colleague's authenticator, used once.

import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { Refusal } from "@somlos/contract";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Place } from "../sessions/place.rules.ts";
import { hashOfToken } from "../sessions/session.rules.ts";
import {
  type ChallengePurpose,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  lockActivePasskey,
  savePasskeyUse,
  takeChallenge,
} from "./passkeys.store.ts";

const CHALLENGE_MS = 5 * 60_000;
const TRANSPORT = /^[a-z-]{1,20}$/;
const TRANSPORTS_MOST = 10;
const NAME_WHEN_NONE = "Passkey";

const transportsOf = (texts: readonly string[]) => texts as AuthenticatorTransportFuture[];

function domainOf(place: Place): string {
  if (place.passkeyDomain === undefined) throw new Refusal("session.passkeys_away");
  return place.passkeyDomain;
}

const keepChallenge = (work: Work, challenge: string, purpose: ChallengePurpose, staffId: string | null) =>
  insertChallenge(work.tx, {
    hash: hashOfToken(challenge),
    purpose,
    staffId,
    endsAt: new Date(work.now.getTime() + CHALLENGE_MS),
  });

/** The challenge that an answer claims to have signed. The library checks afterwards that it did. */
function challengeIn(answer: PasskeyAnswer): string {
  const data: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
  const challenge = (data as { challenge?: unknown } | null)?.challenge;
  if (typeof challenge !== "string") throw new Error("no challenge");
  return challenge;
}

/** Options for making a passkey that carries the colleague's id, so that signing in needs no name. */
export async function askForNewPasskey(
  work: Work,
  place: Place,
  purpose: "add" | "set_up",
  who: { readonly staffId: string; readonly email: string; readonly name: string; readonly house: string },
) {
  const options = await generateRegistrationOptions({
    rpName: who.house,
    rpID: domainOf(place),
    userName: who.email,
    userDisplayName: who.name,
    userID: new Uint8Array(Buffer.from(who.staffId.replaceAll("-", ""), "hex")),
    excludeCredentials: (await listPasskeys(work.tx, who.staffId)).map((p) => ({
      id: p.credentialId,
      transports: transportsOf(p.transports),
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout: CHALLENGE_MS,
  });
  await keepChallenge(work, options.challenge, purpose, who.staffId);
  return { ...options };
}

export async function askForPasskey(work: Work, place: Place) {
  const options = await generateAuthenticationOptions({
    rpID: domainOf(place),
    userVerification: "required",
    timeout: CHALLENGE_MS,
  });
  await keepChallenge(work, options.challenge, "sign_in", null);
  return { ...options };
}

/** Whatever an answer does to the library that reads it, it is only not accepted. */
async function verified<T>(verify: () => Promise<T>, otherwise: string): Promise<T> {
  try {
    return await verify();
  } catch {
    throw new Refusal(otherwise);
  }
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
  const challenge = await verified(async () => challengeIn(wish.answer), REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), wish.purpose, work.now);
  if (asked === undefined || (wish.askedFor !== undefined && asked.staffId !== wish.askedFor))
    throw new Refusal(REFUSED);
  const result = await verified(
    () =>
      verifyRegistrationResponse({
        response: wish.answer as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...place.origins],
        expectedRPID: domainOf(place),
        requireUserVerification: true,
      }),
    REFUSED,
  );
  if (!result.verified) throw new Refusal(REFUSED);
  const { credential, credentialBackedUp } = result.registrationInfo;
  const id = uuid7(work.now.getTime());
  const kept = await insertPasskey(work.tx, {
    id,
    staffId: wish.staffId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (credential.transports ?? []).filter((way) => TRANSPORT.test(way)).slice(0, TRANSPORTS_MOST),
    backedUp: credentialBackedUp,
    name: wish.name ?? NAME_WHEN_NONE,
    at: work.now,
  });
  if (!kept) throw new Refusal("account.passkey_known");
  return id;
}

/** The active colleague whose passkey signed a fresh challenge; anything else is one refusal. */
export async function matchPasskey(work: Work, place: Place, answer: PasskeyAnswer): Promise<string> {
  const REFUSED = "session.refused";
  const rpID = domainOf(place);
  const challenge = await verified(async () => challengeIn(answer), REFUSED);
  const asked = await takeChallenge(work.tx, hashOfToken(challenge), "sign_in", work.now);
  const passkey = await lockActivePasskey(work.tx, answer.id);
  if (asked === undefined || passkey === undefined) throw new Refusal(REFUSED);
  const { verified: signed, authenticationInfo } = await verified(
    () =>
      verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...place.origins],
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
          transports: transportsOf(passkey.transports),
        },
      }),
    REFUSED,
  );
  if (!signed) throw new Refusal(REFUSED);
  const { newCounter, credentialBackedUp } = authenticationInfo;
  await savePasskeyUse(work.tx, passkey.id, newCounter, credentialBackedUp, work.now);
  return passkey.staffId;
}
