// Listening to a source: the switch, and what is heard while it is on.
import { heardOfSource, listenToSource } from "@somlos/contract/rooms/sources";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { askAfter, gathered, type HeardAnswer } from "./listen.rules.ts";

const everyMs = 1500;
const slowMs = 15_000;

export function useHeard(id: number, allowed: boolean) {
  const client = useQueryClient();
  const queryKey = ["heard", id];
  return useQuery({
    queryKey,
    enabled: allowed,
    // A look begins anew with each visit: what a colleague ended meanwhile must not linger.
    gcTime: 0,
    queryFn: async ({ signal }): Promise<HeardAnswer> => {
      const before = client.getQueryData<HeardAnswer>(queryKey);
      if (before === undefined) return call(heardOfSource, { params: { id } }, signal);
      const query = { after: askAfter(before.items) };
      return gathered(before, await call(heardOfSource, { params: { id }, query }, signal));
    },
    refetchInterval: ({ state }) => (state.data?.until == null ? slowMs : everyMs),
  });
}

export function useSwitch(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => call(listenToSource, { params: { id }, body: { on } }),
    // Ending forgets on the server, so it does here; both begin from what the server says now.
    onSuccess: () => client.resetQueries({ queryKey: ["heard", id] }),
  });
}
