// What is asked and written about one person's permissions.
import { personHistory, personPermissions } from "@somlos/contract/rooms/consent-person";
import { grantOnBehalf, withdrawOnBehalf } from "@somlos/contract/rooms/consent-say";
import { newActId } from "@somlos/look/act-id";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { z } from "zod";
import { call } from "../../../api.ts";

export type Yes = Omit<z.input<NonNullable<(typeof grantOnBehalf)["body"]>>, "actId">;
export type No = Omit<
  z.input<NonNullable<(typeof withdrawOnBehalf)["body"]>>,
  "actId" | "personId" | "identifiers"
>;

export const useSaid = (id: string) =>
  useQuery({
    queryKey: ["said", id, "now"],
    queryFn: ({ signal }) => call(personPermissions, { params: { id } }, signal),
    staleTime: 30_000,
  });

export const useHistory = (id: string) =>
  useInfiniteQuery({
    queryKey: ["said", id, "history"],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return call(personHistory, { params: { id }, query: { limit: 50, ...before } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  });

/** Sent again after a broken line it is the same act, so it is written once. */
function useAct<Wish>(id: string, write: (wish: Wish, actId: string) => Promise<unknown>, done: () => void) {
  const client = useQueryClient();
  const act = useRef<{ readonly of: string; readonly id: string }>(undefined);
  return useMutation({
    mutationFn: (wish: Wish) => {
      const of = JSON.stringify(wish);
      if (act.current?.of !== of) act.current = { of, id: newActId() };
      return write(wish, act.current.id);
    },
    onSuccess: async () => {
      act.current = undefined;
      await client.invalidateQueries({ queryKey: ["said", id] });
      void client.invalidateQueries({ queryKey: ["permission", "reach"] });
      done();
    },
  });
}

export const useNo = (id: string, done: () => void) =>
  useAct<No>(id, (no, actId) => call(withdrawOnBehalf, { body: { ...no, actId, personId: id } }), done);

export const useYes = (id: string, done: () => void) =>
  useAct<Yes>(id, (yes, actId) => call(grantOnBehalf, { body: { ...yes, actId } }), done);
