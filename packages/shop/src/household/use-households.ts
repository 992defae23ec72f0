// One's households as the server tells them: every act answers how all of it stands then.
import { type Households, readHouseholds } from "@somlos/contract/rooms/households";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api.ts";

const key = ["households"];

export const useHouseholds = () =>
  useQuery({
    queryKey: key,
    queryFn: () => call(readHouseholds),
    refetchInterval: 30_000, // what somebody took back leaves the screen by itself
  });

/** An act on them; what was opened of others is asked for anew. */
export function useAct<Wish = void>(act: (wish: Wish) => Promise<Households>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      client.setQueryData(key, answer);
      void client.invalidateQueries({ queryKey: ["household-log"] });
      done?.();
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}
