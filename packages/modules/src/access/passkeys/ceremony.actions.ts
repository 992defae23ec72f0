// What every passkey of ours goes through, by @simplewebauthn/server: an authenticator that names its owner by itself and
// asks for them (a finger, a code), a challenge that stands for five minutes, and one refusal whatever is wrong. Keeping
// challenges and passkeys is up to the room whose they are.
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
import type { Place } from "../sessions/place.rules.ts";

export const PASSKEY_CHALLENGE_MS = 5 * 60_000;
const TRANSPORT = /^[a-z-]{1,20}$/;
const TRANSPORTS_MOST = 10;

const transportsOf = (texts: readonly string[]) => texts as AuthenticatorTransportFuture[];

function domainOf(place: Place): string {
  if (place.passkeyDomain === undefined) throw new Refusal("session.passkeys_away");
  return place.passkeyDomain;
}

/** Whatever an answer does to the library that reads it, it is only not accepted. */
async function verified<T>(verify: () => Promise<T>, refused: string): Promise<T> {
  try {
    return await verify();
  } catch {
    throw new Refusal(refused);
  }
}

export type KeptPasskey = {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
};

export type PasskeyOwner = {
  /** The same at each of their passkeys, so that an authenticator keeps one; at most 64 bytes. */
  readonly id: Uint8Array<ArrayBuffer>;
  readonly label: string;
  readonly name: string;
  readonly house: string;
  readonly has: readonly Pick<KeptPasskey, "credentialId" | "transports">[];
};

export const newPasskeyOptions = (place: Place, owner: PasskeyOwner) =>
  generateRegistrationOptions({
    rpName: owner.house,
    rpID: domainOf(place),
    userName: owner.label,
    userDisplayName: owner.name,
    userID: owner.id,
    excludeCredentials: owner.has.map((p) => ({
      id: p.credentialId,
      transports: transportsOf(p.transports),
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout: PASSKEY_CHALLENGE_MS,
  });

export const passkeyOptions = (place: Place) =>
  generateAuthenticationOptions({
    rpID: domainOf(place),
    userVerification: "required",
    timeout: PASSKEY_CHALLENGE_MS,
  });

/** The challenge that an answer claims to have signed; the checks below find whether it did. */
export const challengeOf = (answer: PasskeyAnswer, refused: string): Promise<string> =>
  verified(async () => {
    const data: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
    const challenge = (data as { challenge?: unknown } | null)?.challenge;
    if (typeof challenge !== "string") throw new Error("no challenge");
    return challenge;
  }, refused);

const expected = (place: Place, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: [...place.origins],
  expectedRPID: domainOf(place),
  requireUserVerification: true,
});

/** What to keep of a new passkey that signed this challenge. */
export async function checkNewPasskey(
  place: Place,
  answer: PasskeyAnswer,
  challenge: string,
  refused: string,
): Promise<KeptPasskey & { readonly backedUp: boolean }> {
  const terms = expected(place, challenge);
  const response = answer as unknown as RegistrationResponseJSON;
  const result = await verified(() => verifyRegistrationResponse({ response, ...terms }), refused);
  if (!result.verified) throw new Refusal(refused);
  const { credential, credentialBackedUp } = result.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (credential.transports ?? []).filter((way) => TRANSPORT.test(way)).slice(0, TRANSPORTS_MOST),
    backedUp: credentialBackedUp,
  };
}

/** What has changed of a passkey that signed this challenge. */
export async function checkPasskey(
  place: Place,
  answer: PasskeyAnswer,
  challenge: string,
  passkey: KeptPasskey,
  refused: string,
): Promise<{ readonly counter: number; readonly backedUp: boolean }> {
  const terms = expected(place, challenge);
  const credential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: passkey.counter,
    transports: transportsOf(passkey.transports),
  };
  const response = answer as unknown as AuthenticationResponseJSON;
  const result = await verified(
    () => verifyAuthenticationResponse({ response, credential, ...terms }),
    refused,
  );
  if (!result.verified) throw new Refusal(refused);
  const { newCounter, credentialBackedUp } = result.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp };
}
