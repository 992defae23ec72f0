// What stands already, asked for only where this colleague may know it.
import { readAccount } from "@somlos/contract/rooms/access-account";
import { listStaff } from "@somlos/contract/rooms/access-staff";
import { readSettings } from "@somlos/contract/rooms/company";
import { listSources } from "@somlos/contract/rooms/sources";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { may, type Session } from "../../session.ts";
import type { Known } from "./next.rules.ts";

const staleTime = 30_000;

export function useKnown(session: Session, parked: number | undefined): { known: Known; asking: boolean } {
  const account = useQuery({
    queryKey: ["account"],
    queryFn: ({ signal }) => call(readAccount, {}, signal),
    // The installation's own token has no account.
    enabled: session.staff.email !== null,
    staleTime,
  });
  const sources = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => call(listSources, {}, signal),
    enabled: may(session, "sources.manage"),
    staleTime,
  });
  const company = useQuery({
    queryKey: ["company", "settings"],
    queryFn: ({ signal }) => call(readSettings, {}, signal),
    enabled: may(session, "settings.manage"),
    staleTime,
  });
  const staff = useQuery({
    queryKey: ["staff"],
    queryFn: ({ signal }) => call(listStaff, {}, signal),
    enabled: may(session, "staff.manage"),
    staleTime,
  });
  return {
    known: {
      parked,
      account: account.data,
      sources: sources.data?.items,
      company: company.data,
      colleagues: staff.data?.items.filter((one) => one.state !== "deactivated").length,
    },
    asking: [account, sources, company, staff].some((asked) => asked.isLoading),
  };
}
