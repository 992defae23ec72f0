// The words of a customer's way in: a link by mail, a passkey, or the retailer's word.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { language, passkeyAnswer, passkeyOptions } from "./access.ts";

const iso = z.string();
const nothing = z.object({});
const idParams = z.object({ id: z.guid() });
const token = z.string().min(20).max(100);
const code = z
  .string()
  .max(20)
  .transform((text) => text.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{8}$/, "is not eight digits"));
const person = { person: true } as const;
const anyone = { anyone: true } as const;
const how = z.enum(["link", "passkey", "token"]);

export const personSession = z.object({
  identifier: z.object({ kind: z.string(), value: z.string() }).describe("what they signed in with"),
  how,
  signedInAt: iso,
  endsAt: iso,
  surely: z
    .boolean()
    .describe("whether what concerns everything (export, erasure) is open now: see me.proof_needed"),
  surelyUntil: iso.nullable(),
  shared: z
    .boolean()
    .describe("whether it is on a screen that many stand before: the cookie `somlos-screen=shared`"),
  silenceSeconds: z.number().describe("after so much silence it is over"),
  passkeys: z.boolean().describe("whether passkeys work at this web address"),
});
export type PersonSession = z.infer<typeof personSession>;

export const askSignIn = endpoint({
  id: "me.sign_in",
  method: "POST",
  url: "/v1/me/sign-in",
  who: anyone,
  owns: "installation",
  summary:
    "Asks for a link by mail: `/corner/sign-in#token`, good once, for 30 minutes, in this browser only. The mail has a code of eight digits for when it is read elsewhere. Answer and time are the same, known or not. Three an hour for an address and sixty for a network, then 429 door.too_often.",
  body: z.object({
    email: z.string().min(1).max(320),
    language: language.optional(),
    legalEntity: z
      .string()
      .max(40)
      .optional()
      .describe("code of the legal entity whose customer it is; none: the principal's"),
  }),
  answer: nothing,
});

export const redeemSignIn = endpoint({
  id: "me.sign_in_redeem",
  method: "POST",
  url: "/v1/me/sign-in/redeem",
  who: anyone,
  owns: "this person",
  summary:
    "Signs in with the token of the link, or with the code from the mail. In another browser than the one that asked: 409 me.other_browser, and the link stays unused. Used, over or unknown: 410 me.link_dead. Five codes for a link.",
  body: z
    .object({ token: token.optional(), code: code.optional() })
    .refine((b) => (b.token === undefined) !== (b.code === undefined), "give a token or a code"),
  answer: personSession,
});

export const signInByToken = endpoint({
  id: "me.sign_in_token",
  method: "POST",
  url: "/v1/me/sign-in/token",
  who: anyone,
  owns: "this person",
  summary:
    "Signs in whom the retailer names: a JWT with `sub` (the user id), `aud` (the address of this installation), `iat` and `exp` at most ten minutes later, signed with SOMLOS_IDENTITY_KEY (HS256, or EdDSA where that is a public key). Each token once. Else 401 me.token_refused.",
  body: z.object({ identityToken: z.string().min(20).max(4000) }),
  answer: personSession,
});

export const passkeySignInOptions = endpoint({
  id: "me.passkey_sign_in_options",
  method: "POST",
  url: "/v1/me/sign-in/passkey/options",
  who: anyone,
  owns: "installation",
  summary: "A challenge for signing in with a passkey, good once and for five minutes.",
  answer: passkeyOptions,
});

export const signInWithPasskey = endpoint({
  id: "me.passkey_sign_in",
  method: "POST",
  url: "/v1/me/sign-in/passkey",
  who: anyone,
  owns: "this person",
  summary: "Signs in with what the passkey answered. Anything wrong: 401 me.sign_in_refused.",
  body: z.object({ passkey: passkeyAnswer }),
  answer: personSession,
});

export const readPersonSession = endpoint({
  id: "me.session",
  method: "GET",
  url: "/v1/me/session",
  who: person,
  owns: "this person",
  summary: "How this customer is signed in. Nobody: 401 door.not_signed_in.",
  answer: personSession,
});

export const listMyEntities = endpoint({
  id: "me.entities",
  method: "GET",
  url: "/v1/me/entities",
  who: person,
  owns: "this person",
  summary:
    "Whose customer the proven address is: each circle of legal entities that knows it. Only for a session by a link, which proved the address; else none.",
  answer: z.object({
    items: z.array(
      z.object({
        circle: z.number().int(),
        names: z.array(z.string()).describe("of the legal entities that share their people"),
        current: z.boolean(),
      }),
    ),
  }),
});

export const switchEntity = endpoint({
  id: "me.entities_switch",
  method: "POST",
  url: "/v1/me/entities",
  who: person,
  owns: "this person",
  summary:
    "Goes on as the customer of another circle of me.entities, by the same proven address. How sure we are does not go along: a second proof is asked for anew. Not one of them: 404 me.not_found.",
  body: z.object({ circle: z.number().int().min(0).max(32767) }),
  answer: personSession,
});

export const endPersonSession = endpoint({
  id: "me.session_end",
  method: "DELETE",
  url: "/v1/me/session",
  who: person,
  owns: "this person",
  summary: "Signs out: the session is dead everywhere, a copy of its cookie too.",
  answer: nothing,
});

export const listPersonSessions = endpoint({
  id: "me.sessions",
  method: "GET",
  url: "/v1/me/sessions",
  who: person,
  owns: "this person",
  summary: "Every session of this customer, by any of their proven identifiers.",
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        how,
        signedInAt: iso,
        seenAt: iso,
        agent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endOnePersonSession = endpoint({
  id: "me.session_end_one",
  method: "DELETE",
  url: "/v1/me/sessions/:id",
  who: person,
  owns: "this person",
  summary: "Ends one session of one's own. Another's: 404 me.not_found.",
  params: idParams,
  answer: nothing,
});

export const endPersonSessions = endpoint({
  id: "me.sessions_end",
  method: "DELETE",
  url: "/v1/me/sessions",
  who: person,
  owns: "this person",
  summary: "Signs out everywhere, here too.",
  answer: nothing,
});

export const listPersonPasskeys = endpoint({
  id: "me.passkeys",
  method: "GET",
  url: "/v1/me/passkeys",
  who: person,
  owns: "this person",
  summary: "One's passkeys, by any of one's proven identifiers.",
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        createdAt: iso,
        lastUsedAt: iso.nullable(),
        backedUp: z.boolean(),
        provesFrom: iso
          .nullable()
          .describe("from when it is proof enough for export and erasure; null until it is confirmed"),
        confirmableFrom: iso
          .nullable()
          .describe("from when a code to the inbox that it was added with confirms it; null when it proves"),
      }),
    ),
  }),
});

export const personPasskeyOptions = endpoint({
  id: "me.passkey_options",
  method: "POST",
  url: "/v1/me/passkeys/options",
  who: person,
  owns: "this person",
  summary:
    "A challenge for adding a passkey. Needs a sign-in of the last ten minutes: else 403 me.sign_in_again.",
  answer: passkeyOptions,
});

export const addPersonPasskey = endpoint({
  id: "me.passkey_add",
  method: "POST",
  url: "/v1/me/passkeys",
  who: person,
  owns: "this person",
  summary:
    "Adds a passkey. Every proven address is told, with a link that takes it away again (`/corner/undo#token`, seven days). Added after a second proof it proves export and erasure at once; added with a link alone, once it is confirmed (`POST /v1/me/proofs/:id`): by a code to another proven address, or from three days on by a code to the same inbox.",
  body: z.object({ name: z.string().trim().min(1).max(60), passkey: passkeyAnswer }),
  answer: z.object({ id: z.string() }),
});

export const removePersonPasskey = endpoint({
  id: "me.passkey_remove",
  method: "DELETE",
  url: "/v1/me/passkeys/:id",
  who: person,
  owns: "this person",
  summary: "Takes a passkey of one's own away, within ten minutes of a sign-in. Another's: 404 me.not_found.",
  params: idParams,
  answer: nothing,
});

export const listProofs = endpoint({
  id: "me.proofs",
  method: "GET",
  url: "/v1/me/proofs",
  who: person,
  owns: "this person",
  summary:
    "One's other proven addresses, half hidden, to which a code can be sent: those that have been one's own for three days, or as long as the one that signed in. Signed in with a passkey that was added on a link alone three days ago or more, one's own address too.",
  answer: z.object({ addresses: z.array(z.object({ id: z.string(), hint: z.string() })) }),
});

export const askProof = endpoint({
  id: "me.proof",
  method: "POST",
  url: "/v1/me/proofs/:id",
  who: person,
  owns: "this person",
  summary:
    "Sends a code of eight digits to another proven address, good for ten minutes. Needs a sign-in by link of the last ten minutes. Another's address: 404 me.not_found.",
  params: idParams,
  answer: nothing,
});

export const redeemProof = endpoint({
  id: "me.proof_redeem",
  method: "POST",
  url: "/v1/me/proofs",
  who: person,
  owns: "this person",
  summary:
    "Confirms with that code: for ten minutes this session may export and erase. Wrong or over: 410 me.link_dead.",
  body: z.object({ code }),
  answer: personSession,
});

export const undo = endpoint({
  id: "me.undo",
  method: "POST",
  url: "/v1/me/undo",
  who: anyone,
  owns: "this person",
  summary:
    "“This was not me”, with the token of the link in the mail, once: takes the passkey away, cancels the copy or the erasure, takes the restriction back or has it hold again, and signs out whoever is signed in as the person. A restriction that staff would lift is kept, and nobody is signed out. Used or over: 410 me.link_dead.",
  body: z.object({ token }),
  answer: z.object({ what: z.enum(["passkey", "export", "erasure", "restriction", "lift", "lifted"]) }),
});
