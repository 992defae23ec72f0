// Putting a fact right, and taking that back.
import * as words from "@somlos/contract/rooms/rights";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../../../api.ts";

type Wish = z.input<NonNullable<(typeof words.correctForPerson)["body"]>> & { readonly name: string };
/** What was said, so that it can be unsaid. */
export type Said = { readonly name: string; readonly at: string };

const useAgain = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["person"] });
};

export function useCorrect(id: string, done: (said: Said) => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ name, ...body }: Wish) => call(words.correctForPerson, { params: { id, name }, body }),
    onSuccess: async ({ at }, { name }) => {
      await again();
      done({ name, at });
    },
  });
}

export function useTakeBack(id: string, done: () => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ name, at }: Said) =>
      call(words.takeBackForPerson, { params: { id, name }, query: { at } }),
    onSuccess: async () => {
      await again();
      done();
    },
  });
}
