// What was asked for a person, and asking and cancelling it.
import * as words from "@somlos/contract/rooms/rights";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../../../api.ts";

export type Kind = words.RightsRequest["kind"];

const LIVE_MS = 2000;
const CALM_MS = 60_000;

export const isOpen = ({ state }: Pick<words.RightsRequest, "state">): boolean =>
  state === "waiting" || state === "running";

/** A copy being made and an erasure that runs move; what waits for its day does not. */
const moves = (one: words.RightsRequest): boolean =>
  one.state === "running" || (one.state === "waiting" && one.kind === "export");

export const useRights = (id: string) =>
  useQuery({
    queryKey: ["rights", id],
    queryFn: ({ signal }) => call(words.listForPerson, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(moves) === true ? LIVE_MS : CALM_MS),
  });

/** What an erasure of it would take now. */
export const useForesight = (id: string, scope: words.ScopeWish) =>
  useQuery({
    queryKey: ["rights-foreseen", id, scope],
    queryFn: ({ signal }) => call(words.foreseeForPerson, { params: { id }, body: { scope } }, signal),
  });

type Wish = z.input<NonNullable<(typeof words.askForPerson)["body"]>>;
export type Asked = z.output<NonNullable<(typeof words.askForPerson)["answer"]>>;

export function useAsk(id: string, done: (answer: Asked) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) => call(words.askForPerson, { params: { id }, body }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ["rights", id] });
      done(answer);
    },
  });
}

export function useCancel(personId: string, done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(words.cancelForPerson, { params: { id } }),
    onSuccess: async () => {
      done();
      await client.invalidateQueries({ queryKey: ["rights", personId] });
    },
  });
}
