import { type ParkedItem, parked } from "@somlos/contract/rooms/events";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../api.ts";

/** The newest parked, asked for again when their number changes; stands still while the list is held. */
export function useParked(count: number, wanted: boolean, held: boolean): readonly ParkedItem[] {
  const asks = wanted && count > 0;
  const { data } = useQuery({
    queryKey: ["parked", "recent", count],
    queryFn: ({ signal }) => call(parked, { query: { limit: 20 } }, signal),
    enabled: asks,
    placeholderData: (before) => before,
  });
  const [shown, setShown] = useState<readonly ParkedItem[]>([]);
  useEffect(() => {
    if (!held) setShown(asks ? (data?.items ?? []) : []);
  }, [data, held, asks]);
  return shown;
}
