// The words of the door itself: signing in, the first owner, a forgotten password.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { permissions, roles } from "../permissions.ts";
import { languages } from "../refusal.ts";

const iso = z.string();
export const language = z.enum(languages);
export const role = z.enum(roles);
export const emailText = z.email().max(200);
/** Text of one line: no control signs, no broken characters. */
const line = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, "has signs that cannot be written");
export const nameText = line.trim().min(1).max(100);
/** An address as somebody types it: whether it is one of ours is found out, not told. */
const typedEmail = line.min(1).max(200);
const base64url = z.string().regex(/^[\w-]+$/, "is not base64url");
export const passwordText = z.string().min(1).max(200);
const token = z.string().min(20).max(100);

/** What a browser's passkey answers, as WebAuthn gives it. */
export const passkeyAnswer = z.looseObject({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
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
  installation: z.object({
    name: z.string(),
    logo: z.string().nullable().describe("address of the logo"),
    writeKey: z.string().nullable(),
    url: z.string(),
  }),
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
  body: z.object({ email: typedEmail, password: passwordText }),
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
  body: z.object({ email: typedEmail }),
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
