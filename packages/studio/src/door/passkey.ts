// Passkeys in the browser: asked for, made, and what went wrong in words of ours.
import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";

/** cancelled: closed or too late. known: this device has one here already. elsewhere: not at this web address. */
export type PasskeyTrouble = "cancelled" | "known" | "elsewhere" | "unable";

export class PasskeyFailed extends Error {
  readonly trouble: PasskeyTrouble;
  constructor(trouble: PasskeyTrouble) {
    super(trouble);
    this.name = "PasskeyFailed";
    this.trouble = trouble;
  }
}

/** Browsers open passkeys on https and on this machine only. */
export const passkeysHere = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential === "function";

const troubles: Readonly<Record<string, PasskeyTrouble>> = {
  NotAllowedError: "cancelled",
  AbortError: "cancelled",
  InvalidStateError: "known",
  SecurityError: "elsewhere",
};

async function asked<Answer>(ask: () => Promise<Answer>): Promise<PasskeyAnswer> {
  try {
    return (await ask()) as PasskeyAnswer;
  } catch (cause) {
    throw new PasskeyFailed((cause instanceof Error ? troubles[cause.name] : undefined) ?? "unable");
  }
}

type Options = { readonly challenge: string };
type Asking = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type Making = Parameters<typeof startRegistration>[0]["optionsJSON"];

export const givePasskey = (options: Options): Promise<PasskeyAnswer> =>
  asked(() => startAuthentication({ optionsJSON: options as Asking }));

export const makePasskey = (options: Options): Promise<PasskeyAnswer> =>
  asked(() => startRegistration({ optionsJSON: options as unknown as Making }));
