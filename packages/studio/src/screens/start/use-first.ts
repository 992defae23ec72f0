// Watches for the first event: every second while nothing has come, then only now and then.
import { live } from "@somlos/contract/rooms/events";
import { search } from "@somlos/contract/rooms/people";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { may, type Session } from "../../session.ts";

const waitingMs = 1000;
const calmMs = 30_000;

export function useFirst(session: Session) {
  return useQuery({
    queryKey: ["live", "newest"],
    queryFn: ({ signal }) => call(live, { query: { limit: 1 } }, signal),
    enabled: may(session, "events.read"),
    refetchInterval: (query) => (query.state.data?.items.length === 0 ? waitingMs : calmMs),
  });
}

/** Whether anybody is known at all: an old shop that went quiet is no new one. */
export function useAnybody(session: Session, asked: boolean) {
  return useQuery({
    queryKey: ["people", "any"],
    queryFn: ({ signal }) => call(search, { query: { limit: 1 } }, signal),
    enabled: asked && may(session, "people.search"),
    staleTime: 60_000,
  });
}
