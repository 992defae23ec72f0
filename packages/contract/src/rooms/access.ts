// The words of the door itself: signing in, the first owner, one's own account.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { permissions, roles } from "../permissions.ts";
import { languages } from "../refusal.ts";

const iso = z.string();
export const language = z.enum(languages);
export const role = z.enum(roles);
export const emailText = z.email().max(200);
export const nameText = z.string().trim().min(1).max(100);
const passwordText = z.string().min(1).max(200);
const token = z.string().min(20).max(100);

/** What a browser's passkey answers, as WebAuthn gives it. */
export const passkeyAnswer = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string().min(1).max(1400),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}).default({}),
  authenticatorAttachment: z.string().max(40).nullish(),
  response: z.looseObject({ clientDataJSON: z.string().min(1).max(4000) }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
/** Options for the browser's passkey dialogue, as WebAuthn wants them. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });

export const sessionAnswer = z.object({
  staff: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable().describe("none for the installation's own token"),
    role,
    permissions: z.array(z.enum(permissions)),
    language,
  }),
  installation: z.object({ name: z.string(), writeKey: z.string().nullable(), url: z.string() }),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

const nothing = z.object({});

export const readSession = endpoint({
  id: "session.read",
  method: "GET",
  url: "/api/session",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "Who is signed in, what they may do, and the installation. Nobody: 401 door.not_signed_in.",
  answer: sessionAnswer,
});

export const endSession = endpoint({
  id: "session.end",
  method: "DELETE",
  url: "/api/session",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "Signs out: the session is dead everywhere, a copy of its cookie too.",
  answer: nothing,
});

export const signInWithPassword = endpoint({
  id: "session.sign_in",
  method: "POST",
  url: "/api/session/password",
  who: { anyone: true },
  owns: "this colleague",
  summary:
    "Signs in. Wrong, unknown and closed answer alike: 401 session.refused. Five failures a minute for an address and for a mail, then 429.",
  body: z.object({ email: z.string().min(1).max(200), password: passwordText }),
  answer: sessionAnswer,
});

export const passkeySignInOptions = endpoint({
  id: "session.passkey_options",
  method: "POST",
  url: "/api/session/passkey/options",
  who: { anyone: true },
  owns: "installation",
  summary: "A challenge for signing in with a passkey, good once and for five minutes.",
  answer: passkeyOptions,
});

export const signInWithPasskey = endpoint({
  id: "session.passkey",
  method: "POST",
  url: "/api/session/passkey",
  who: { anyone: true },
  owns: "this colleague",
  summary: "Signs in with what the passkey answered. Anything wrong: 401 session.refused.",
  body: z.object({ passkey: passkeyAnswer }),
  answer: sessionAnswer,
});

export const lookAtLink = endpoint({
  id: "set_up.look",
  method: "POST",
  url: "/api/set-up/look",
  who: { anyone: true },
  owns: "installation",
  summary: "What a set-up or invitation link is for. Uses nothing up. Dead link: 410 set_up.link_dead.",
  body: z.object({ token }),
  answer: z.object({
    kind: z.enum(["owner", "invite"]),
    email: z.string().nullable(),
    name: z.string().nullable(),
    endsAt: iso,
    passkeys: z.boolean().describe("whether passkeys work at this web address"),
  }),
});

export const setUpPasskeyOptions = endpoint({
  id: "set_up.passkey_options",
  method: "POST",
  url: "/api/set-up/passkey-options",
  who: { anyone: true },
  owns: "installation",
  summary: "A challenge for making the first passkey with a set-up or invitation link.",
  body: z.object({ token, name: nameText, email: emailText.optional() }),
  answer: passkeyOptions,
});

export const setUp = endpoint({
  id: "set_up.redeem",
  method: "POST",
  url: "/api/set-up",
  who: { anyone: true },
  owns: "installation",
  summary:
    "Redeems a set-up or invitation link, once, with a password, a passkey or both, and signs in. The first owner gives an e-mail; an invitation keeps its own.",
  body: z
    .object({
      token,
      name: nameText,
      email: emailText.optional(),
      language: language.optional(),
      password: passwordText.optional(),
      passkey: passkeyAnswer.optional(),
    })
    .refine((b) => b.password !== undefined || b.passkey !== undefined, "give a password or a passkey"),
  answer: sessionAnswer,
});

export const forgotPassword = endpoint({
  id: "password.forgot",
  method: "POST",
  url: "/api/password/forgot",
  who: { anyone: true },
  owns: "installation",
  summary:
    "Asks for a link to a new password by mail. The answer is the same, known or not. Three an hour for an address and for a mail, then 429.",
  body: z.object({ email: z.string().min(1).max(200) }),
  answer: nothing,
});

export const resetPassword = endpoint({
  id: "password.reset",
  method: "POST",
  url: "/api/password/reset",
  who: { anyone: true },
  owns: "this colleague",
  summary:
    "Sets a new password with the link from the mail, once and within an hour. All sessions end; sign in afterwards.",
  body: z.object({ token, password: passwordText }),
  answer: nothing,
});

export const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language,
  hasPassword: z.boolean(),
  passkeysWork: z.boolean().describe("whether passkeys work at this web address"),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: iso,
      lastUsedAt: iso.nullable(),
      backedUp: z.boolean(),
    }),
  ),
  sessions: z.array(
    z.object({
      id: z.string(),
      how: z.enum(["password", "passkey", "link"]),
      signedInAt: iso,
      seenAt: iso,
      agent: z.string(),
      current: z.boolean(),
    }),
  ),
});
export type Account = z.infer<typeof account>;

export const readAccount = endpoint({
  id: "account.read",
  method: "GET",
  url: "/api/account",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "One's own profile, passkeys and sessions.",
  answer: account,
});

export const changeAccount = endpoint({
  id: "account.change",
  method: "PATCH",
  url: "/api/account",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "One's own name and language.",
  body: z.object({ name: nameText.optional(), language: language.optional() }),
  answer: nothing,
});

export const changePassword = endpoint({
  id: "account.password",
  method: "POST",
  url: "/api/account/password",
  who: { may: "account.own" },
  owns: "this colleague",
  summary:
    "A new password: give the old one, or have signed in within ten minutes where there is none. Every other session ends.",
  body: z.object({ oldPassword: passwordText.optional(), newPassword: passwordText }),
  answer: nothing,
});

export const passkeyAddOptions = endpoint({
  id: "account.passkey_options",
  method: "POST",
  url: "/api/account/passkeys/options",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "A challenge for adding a passkey. Needs a sign-in of the last ten minutes.",
  answer: passkeyOptions,
});

export const addPasskey = endpoint({
  id: "account.passkey_add",
  method: "POST",
  url: "/api/account/passkeys",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "Adds a passkey. Needs a sign-in of the last ten minutes.",
  body: z.object({ name: nameText, passkey: passkeyAnswer }),
  answer: z.object({ id: z.string() }),
});

const one = z.object({ id: z.uuid() });

export const removePasskey = endpoint({
  id: "account.passkey_remove",
  method: "DELETE",
  url: "/api/account/passkeys/:id",
  who: { may: "account.own" },
  owns: "this colleague",
  summary:
    "Removes a passkey. Needs a sign-in of the last ten minutes. The last way in stays: 409 account.last_way_in.",
  params: one,
  answer: nothing,
});

export const endOneSession = endpoint({
  id: "account.session_end",
  method: "DELETE",
  url: "/api/account/sessions/:id",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "Ends one of one's own sessions.",
  params: one,
  answer: nothing,
});

export const endSessions = endpoint({
  id: "account.sessions_end",
  method: "DELETE",
  url: "/api/account/sessions",
  who: { may: "account.own" },
  owns: "this colleague",
  summary: "Signs out everywhere, here too.",
  answer: nothing,
});
