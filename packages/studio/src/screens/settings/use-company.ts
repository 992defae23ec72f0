// What is asked of the company, and asked again after a change.
import { readSettings } from "@somlos/contract/rooms/company";
import { listEntities } from "@somlos/contract/rooms/company-entities";
import { listLocations } from "@somlos/contract/rooms/company-places";
import { listSharings } from "@somlos/contract/rooms/company-sharings";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

/** Open and closed change with the clock. */
const refetchInterval = 30_000;

export const useSettings = () =>
  useQuery({ queryKey: ["company", "settings"], queryFn: ({ signal }) => call(readSettings, {}, signal) });

export const useEntities = (enabled = true) =>
  useQuery({
    queryKey: ["company", "entities"],
    queryFn: ({ signal }) => call(listEntities, {}, signal),
    enabled,
  });

export const useSharings = () =>
  useQuery({
    queryKey: ["company", "sharings"],
    queryFn: ({ signal }) => call(listSharings, {}, signal),
  });

export const useLocations = (enabled = true) =>
  useQuery({
    queryKey: ["company", "locations"],
    queryFn: ({ signal }) => call(listLocations, {}, signal),
    refetchInterval,
    enabled,
  });

/** All of the company, and the name and logo beside the menu. */
export function useReadAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["company"], ["session"], ["installation"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}
