// The queue of values, the one that is looked at, what a ruling would do, and the ruling itself.

import { listStaff } from "@somlos/contract/rooms/access-staff";
import { type HubAnswer, listHubs, ruleHub, undoHub } from "@somlos/contract/rooms/identity-hubs";
import { newActId } from "@somlos/look/act-id";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { may, useSession } from "../../session.ts";

export const standings = ["waiting", "ruled"] as const;
export type Standing = (typeof standings)[number];
export type Verdict = "one_person" | "blocked";
/** Kinds whose values can be too many people's. */
export const kinds = [
  "email",
  "phone",
  "club_card",
  "card_token",
  "distinct_id",
  "device",
  "receipt",
  "order",
  "address",
] as const;
export type Kind = (typeof kinds)[number];
const FRESH_MS = 30_000;

export function useChosen() {
  const [params, setParams] = useSearchParams();
  const set = (change: Readonly<Record<string, string | undefined>>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change))
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return {
    standing: standings.find((one) => one === params.get("standing")) ?? "waiting",
    kind: kinds.find((one) => one === params.get("kind")),
    id: params.get("id") ?? undefined,
    set,
  };
}

/** Names of colleagues, for those who may read them. */
export function useNames(): (id: string) => string | undefined {
  const { data: session } = useSession();
  const staff = useQuery({
    queryKey: ["staff"],
    queryFn: ({ signal }) => call(listStaff, {}, signal),
    enabled: may(session, "staff.read"),
    staleTime: 300_000,
  });
  return (id) => staff.data?.items.find((one) => one.id === id)?.name;
}

export const useHubs = (standing: Standing, kind: Kind | undefined) =>
  useInfiniteQuery({
    queryKey: ["hubs", "list", standing, kind],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam };
      return call(
        listHubs,
        { query: { standing, limit: 50, ...after, ...(kind === undefined ? {} : { kind }) } },
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: FRESH_MS,
  });

/** What would be: all of it is done by the server and taken back. Asked for only when a colleague chooses, for each look is logged. */
export const useLook = ({ id, kind, value }: HubAnswer, says: Verdict | undefined, reason: string) =>
  useQuery({
    queryKey: ["hubs", "look", id, says],
    queryFn: ({ signal }) => {
      const body = { kind, value, personId: id, says: says ?? "blocked", reason, preview: true };
      return call(ruleHub, { body: { ...body, actId: newActId() } }, signal);
    },
    enabled: says !== undefined,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

type Act =
  | { readonly hub: HubAnswer; readonly verb: Verdict; readonly reason: string }
  | { readonly hub: HubAnswer; readonly verb: "undo"; readonly rulingId: string; readonly reason: string };
export type Acted = Act & { readonly ruling: string | null };

export function useRuling(done: (acted: Acted) => void) {
  const client = useQueryClient();
  // the same act keeps its id until it came through: pressed twice, or again after the network was away, it is done once
  const act = useRef<{ readonly for: string; readonly id: string }>(undefined);
  return useMutation({
    mutationFn: (wish: Act) => {
      const same = `${wish.hub.id} ${wish.verb} ${wish.reason}`;
      if (act.current?.for !== same) act.current = { for: same, id: newActId() };
      const how = { actId: act.current.id, reason: wish.reason };
      if (wish.verb === "undo") return call(undoHub, { params: { id: wish.rulingId }, body: how });
      const { id, kind, value } = wish.hub;
      return call(ruleHub, { body: { ...how, kind, value, personId: id, says: wish.verb } });
    },
    onSuccess: async (answer, wish) => {
      act.current = undefined;
      done({ ...wish, ruling: answer.rulingId });
      await client.invalidateQueries({ queryKey: ["hubs"] });
      await client.invalidateQueries({ queryKey: ["people"] });
    },
  });
}
