// Who is at the desk. Undefined while asked, null when nobody is signed in.
import type { Permission } from "@somlos/contract";
import { refusedFrom } from "@somlos/contract/client";
import type { SessionAnswer } from "@somlos/contract/rooms/access";
import { useQuery } from "@tanstack/react-query";
import { ask } from "./api.ts";

export type Session = SessionAnswer;

export const sessionKey = ["session"] as const;

async function load({ signal }: { readonly signal: AbortSignal }): Promise<Session | null> {
  const response = await ask("GET", "/api/session", undefined, signal);
  if (response.status === 401) return null;
  if (!response.ok) throw await refusedFrom(response);
  return (await response.json()) as Session;
}

export const useSession = () => useQuery({ queryKey: sessionKey, queryFn: load, staleTime: 60_000 });

export async function signOut(): Promise<void> {
  const response = await ask("DELETE", "/api/session", undefined);
  if (!response.ok && response.status !== 401) throw await refusedFrom(response);
}

export const may = (session: Session | null | undefined, needs: Permission | undefined): boolean =>
  needs === undefined || (session?.staff.permissions.includes(needs) ?? false);
