import { listKeys } from "@somlos/contract/rooms/access-staff";
import { listSources } from "@somlos/contract/rooms/sources";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

/** Read again now and then: a sign of life must not be an old one. */
const refetchInterval = 10_000;

export const useSources = () =>
  useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => call(listSources, {}, signal),
    refetchInterval,
  });

export const useKeys = () =>
  useQuery({ queryKey: ["keys"], queryFn: ({ signal }) => call(listKeys, {}, signal), refetchInterval });

/** After a change of sources or keys: both lists, and the key that snippets show. */
export function useReadAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      [["sources"], ["keys"], ["session"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
}
