// Passkeys in the browser: asked for and made. A refusal of the device is told as one, not thrown about.
import type { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";

/** Browsers open passkeys on https and on this machine only. */
export const passkeysHere = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential === "function";

/** Closed, too late, or this device cannot: nothing happened. */
export class PasskeyClosed extends Error {}

type Asking = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type Making = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Loaded when somebody presses: most never do. */
const device = () => import("@simplewebauthn/browser");

const asked = <Answer>(ask: () => Promise<Answer>): Promise<PasskeyAnswer> =>
  ask().then(
    (answer) => answer as PasskeyAnswer,
    () => {
      throw new PasskeyClosed();
    },
  );

export const givePasskey = (options: unknown): Promise<PasskeyAnswer> =>
  asked(async () => (await device()).startAuthentication({ optionsJSON: options as Asking }));

export const makePasskey = (options: unknown): Promise<PasskeyAnswer> =>
  asked(async () => (await device()).startRegistration({ optionsJSON: options as Making }));
