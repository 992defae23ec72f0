import { readAccount } from "@somlos/contract/rooms/access-account";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

export const useAccount = () =>
  useQuery({ queryKey: ["account"], queryFn: ({ signal }) => call(readAccount, {}, signal) });

export function useReadAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ["account"] });
    await client.invalidateQueries({ queryKey: ["session"] });
  };
}
