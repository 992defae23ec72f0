// What needs a hand in running the house, for those who may see operations.
import { type Alert, listAlerts } from "@somlos/contract/rooms/volume";
import type { Formats } from "@somlos/look/format";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { may, type Session } from "../session.ts";

const EVERY_MS = 60_000;

export const useAlerts = (session: Session | null | undefined): readonly Alert[] =>
  useQuery({
    queryKey: ["alerts"],
    queryFn: ({ signal }) => call(listAlerts, {}, signal),
    enabled: may(session, "operate.read"),
    refetchInterval: EVERY_MS,
  }).data?.items ?? [];

/** The figure of an alert in its own unit. */
export function figureOf({ rule, value }: Alert, formats: Formats): string {
  if (rule === "log_stalled" || rule === "backup_old" || rule === "files_late") return formats.span(value);
  if (rule === "disk_low") return formats.bytes(value);
  return rule === "queue" ? formats.number(value) : formats.percent(value);
}
