// The queue, the pair that is looked at, and what is decided about it.

import {
  acceptMatch,
  listMatches,
  type matchStates,
  neverMatch,
  openMatch,
  rejectMatch,
  undoMatch,
} from "@somlos/contract/rooms/matches";
import { newActId } from "@somlos/look/act-id";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";

export type MatchState = (typeof matchStates)[number];
export type Verb = "accept" | "reject" | "never" | "undo";
const STATES: readonly MatchState[] = ["open", "accepted", "rejected", "never"];
/** Pairs come as people become known, and colleagues decide meanwhile. */
const FRESH_MS = 10_000;
const DOORS = { accept: acceptMatch, reject: rejectMatch, never: neverMatch, undo: undoMatch };

export function useChosen() {
  const [params, setParams] = useSearchParams();
  const set = (state: MatchState, id: string | undefined): void => {
    const next = new URLSearchParams();
    if (state !== "open") next.set("state", state);
    if (id !== undefined) next.set("id", id);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const state = STATES.find((each) => each === params.get("state")) ?? "open";
  return { state, id: params.get("id") ?? undefined, set };
}

export const useQueue = (state: MatchState) =>
  useInfiniteQuery({
    queryKey: ["matches", "list", state],
    queryFn: ({ pageParam, signal }) =>
      call(
        listMatches,
        { query: { state, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: FRESH_MS,
  });

export const usePair = (id: string | undefined) =>
  useQuery({
    queryKey: ["matches", "one", id],
    queryFn: ({ signal }) => call(openMatch, { params: { id: id ?? "" } }, signal),
    enabled: id !== undefined,
    retry: false,
  });

type Wish = { readonly id: string; readonly verb: Verb; readonly reason: string };

export function useDecide(done: (wish: Wish, state: MatchState) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verb, reason }: Wish) =>
      call(DOORS[verb], { params: { id }, body: { actId: newActId(), reason } }),
    onSuccess: async (answer, wish) => {
      done(wish, answer.state);
      await client.invalidateQueries({ queryKey: ["matches"] });
      await client.invalidateQueries({ queryKey: ["people"] });
    },
    // Mostly a colleague was quicker: then what they decided is shown.
    onError: () => client.invalidateQueries({ queryKey: ["matches"] }),
  });
}
