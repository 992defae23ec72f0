// What this screen asks and does: the tree, a look before an act, the act, and taking it back.
import * as identity from "@somlos/contract/rooms/identity";
import { claimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { open } from "@somlos/contract/rooms/people";
import { newActId } from "@somlos/look/act-id";
import { useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../api.ts";
import { whyTexts } from "./texts.ts";

export type Value = { readonly kind: string; readonly value: string };
/** What one means to do. */
export type Act =
  | { readonly what: "split"; readonly identifiers: readonly Value[] }
  | { readonly what: "withdraw"; readonly a: Value; readonly b: Value }
  | { readonly what: "join"; readonly otherId: string }
  | { readonly what: "apart"; readonly otherId: string; readonly a: Value; readonly b: Value };

type How = { readonly actId: string; readonly reason: string; readonly preview: boolean };

function send(personId: string, act: Act, how: How, signal?: AbortSignal): Promise<identity.RuledAnswer> {
  if (act.what === "split") {
    const body = { ...how, identifiers: [...act.identifiers] };
    return call(identity.split, { params: { id: personId }, body }, signal);
  }
  if (act.what === "join")
    return call(identity.join, { body: { ...how, a: { id: personId }, b: { id: act.otherId } } }, signal);
  // The same value may be other people's too, at other legal entities: each is meant as the person's own know it.
  const a = { ...act.a, personId };
  const b = { ...act.b, personId: act.what === "apart" ? act.otherId : personId };
  return call(
    act.what === "apart" ? identity.keepApart : identity.withdrawClaims,
    { body: { ...how, a, b } },
    signal,
  );
}

export const useClaims = (id: string | undefined, most: number) =>
  useQuery({
    queryKey: ["claims", id, most],
    queryFn: ({ signal }) => call(claimsOfPerson, { params: { id: id ?? "" }, query: { most } }, signal),
    enabled: id !== undefined,
    // More of the same person; never somebody else's while theirs is asked for.
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });

export const usePerson = (id: string | undefined) =>
  useQuery({
    queryKey: ["person", id],
    queryFn: ({ signal }) => call(open, { params: { id: id ?? "" } }, signal),
    enabled: id !== undefined,
    staleTime: 30_000,
  });

export const useRulings = (id: string) =>
  useQuery({
    queryKey: ["rulings", id],
    queryFn: ({ signal }) => call(identity.listRulings, { params: { id } }, signal),
  });

export const useCompared = (id: string, other: string | undefined) =>
  useQuery({
    queryKey: ["why", id, other],
    queryFn: ({ signal }) =>
      call(identity.why, { params: { id }, query: other === undefined ? {} : { other } }, signal),
    enabled: other !== undefined,
  });

/** What would happen; asked when one wants to look, and never written. */
export function useLook(id: string, act: Act | undefined) {
  const { previewReason } = useText(whyTexts);
  return useQuery({
    queryKey: ["look", id, act],
    queryFn: ({ signal }) => {
      if (act === undefined) throw new Error("nothing to look at");
      return send(id, act, { actId: newActId(), reason: previewReason, preview: true }, signal);
    },
    enabled: act !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

function useFresh(): () => Promise<unknown> {
  const client = useQueryClient();
  const stale = ["claims", "person", "rulings", "why", "timeline", "people"];
  return () => Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** Sent again after a broken line it is the same act, so it is done once. */
export function useAct(id: string, done: (answer: identity.RuledAnswer, act: Act) => void) {
  const fresh = useFresh();
  const actId = useRef<{ readonly of: Act; readonly id: string }>(undefined);
  return useMutation({
    mutationFn: ({ act, reason }: { readonly act: Act; readonly reason: string }) => {
      if (actId.current?.of !== act) actId.current = { of: act, id: newActId() };
      return send(id, act, { actId: actId.current.id, reason, preview: false });
    },
    onSuccess: async (answer, { act }) => {
      actId.current = undefined;
      done(answer, act);
      await fresh();
    },
  });
}

/** What taking a ruling back would do. */
export function useUndoLook(rulingId: string) {
  const { previewReason } = useText(whyTexts);
  return useQuery({
    queryKey: ["look", rulingId, "undo"],
    queryFn: ({ signal }) => {
      const body = { actId: newActId(), reason: previewReason, preview: true };
      return call(identity.undoRuling, { params: { id: rulingId }, body }, signal);
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

export function useUndo(done: () => void) {
  const fresh = useFresh();
  return useMutation({
    mutationFn: ({ rulingId, reason }: { readonly rulingId: string; readonly reason: string }) =>
      call(identity.undoRuling, { params: { id: rulingId }, body: { actId: newActId(), reason } }),
    onSuccess: async () => {
      done();
      await fresh();
    },
  });
}
