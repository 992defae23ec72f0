// The words about one's own account.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { language, nameText, passkeyAnswer, passkeyOptions, passwordText } from "./access.ts";

const iso = z.string();
const nothing = z.object({});

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
