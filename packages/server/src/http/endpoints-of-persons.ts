// For the proof of the doors: who may pass those of a customer's own, kept by hand beside endpoints.test.ts.

/** `everyone`: all whom the proof knows. */
export const allowedOfPersons = <Who extends string>(
  everyone: readonly Who[],
): Readonly<Record<string, readonly (Who | "person")[]>> => ({
  "me.sign_in": everyone,
  "me.sign_in_redeem": everyone,
  "me.sign_in_token": everyone,
  "me.passkey_sign_in_options": everyone,
  "me.passkey_sign_in": everyone,
  "me.undo": everyone,
  "me.session": ["person"],
  "me.session_end": ["person"],
  "me.sessions": ["person"],
  "me.sessions_end": ["person"],
  "me.session_end_one": ["person"],
  "me.passkeys": ["person"],
  "me.passkey_options": ["person"],
  "me.passkey_add": ["person"],
  "me.passkey_remove": ["person"],
  "me.dial_read": ["person"],
  "me.dial_set": ["person"],
  "me.seen": ["person"],
  "me.proofs": ["person"],
  "me.proof": ["person"],
  "me.proof_redeem": ["person"],
});
