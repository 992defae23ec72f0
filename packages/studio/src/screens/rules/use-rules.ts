// The versions of the rules, a trial on its way, whom it would change, and what a colleague does with them.
import {
  applyRules,
  cancelRun,
  draftRules,
  listRuleChanges,
  type RuleBody,
  type RuleRun,
  readRules,
  tryRules,
} from "@somlos/contract/rooms/identity-rules";
import { newActId } from "@somlos/look/act-id";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../api.ts";

const RUNNING_MS = 700;
const FRESH_MS = 30_000;

export const useRules = () =>
  useQuery({
    queryKey: ["rules", "all"],
    queryFn: ({ signal }) => call(readRules, {}, signal),
    refetchInterval: ({ state }) => (state.data?.run?.state === "running" ? RUNNING_MS : FRESH_MS),
  });

/** Whom a trial would change, once it has come to its end. */
export const useChanges = (run: RuleRun) =>
  useInfiniteQuery({
    queryKey: ["rules", "changes", run.id],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam };
      return call(listRuleChanges, { params: { id: run.id }, query: { limit: 50, ...after } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: run.state === "done" && run.changed > 0,
  });

export type Blocked = {
  readonly kind: RuleBody["blocked"]["values"][number]["kind"];
  readonly value: string;
};
export type Wish = { readonly why: string; readonly body: RuleBody; readonly block: readonly Blocked[] };

export function useDraft(done: (number: number) => void) {
  const client = useQueryClient();
  // the same version keeps its id until it came through: pressed twice, it is written once
  const act = useRef<{ readonly for: string; readonly id: string }>(undefined);
  return useMutation({
    mutationFn: (wish: Wish) => {
      const same = JSON.stringify(wish);
      if (act.current?.for !== same) act.current = { for: same, id: newActId() };
      return call(draftRules, { body: { ...wish, block: [...wish.block], actId: act.current.id } });
    },
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: ["rules"] });
      done(version.number);
    },
  });
}

export type Act = { readonly what: "try" | "apply"; readonly number: number } | { readonly stop: string };

export function useAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => {
      if ("stop" in act) return call(cancelRun, { params: { id: act.stop } });
      const door = act.what === "try" ? tryRules : applyRules;
      return call(door, { params: { number: act.number } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["rules"] }),
  });
}
