// Coming in: what signed in becomes the session of the page, then on to where one was going.
import type { SessionAnswer } from "@somlos/contract/rooms/access";
import { passkeySignInOptions, signInWithPasskey } from "@somlos/contract/rooms/access";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { call } from "../api.ts";
import { sessionKey } from "../session.ts";
import { givePasskey } from "./passkey.ts";

/** Only a place of ours: a link must not send anybody elsewhere after signing in. */
export function safePlace(wanted: string | null, origin: string): string {
  if (wanted === null || !wanted.startsWith("/") || !URL.canParse(wanted, origin)) return "/";
  const url = new URL(wanted, origin);
  return url.origin === origin ? `${url.pathname}${url.search}` : "/";
}

export function useComeIn(to: string): (session: SessionAnswer) => void {
  const client = useQueryClient();
  const go = useNavigate();
  return (session) => {
    client.clear();
    client.setQueryData(sessionKey, session);
    void go(to, { replace: true });
  };
}

export async function signInByPasskey(): Promise<SessionAnswer> {
  const options = await call(passkeySignInOptions, {});
  return call(signInWithPasskey, { body: { passkey: await givePasskey(options) } });
}
