// What is left to do, by what a colleague may and what stands already. Pure.
import type { Permission } from "@somlos/contract";

export type StepId = "parked" | "passkey" | "server" | "company" | "staff" | "people" | "audit";
export type Step = { readonly id: StepId; readonly to: string; readonly count?: number };

/** What is known of the installation; undefined where this colleague may not know, or it is still asked. */
export type Known = {
  readonly parked?: number | undefined;
  readonly account?: { readonly passkeysWork: boolean; readonly passkeys: readonly unknown[] } | undefined;
  readonly sources?: readonly { readonly kind: string; readonly lastEventAt: string | null }[] | undefined;
  readonly company?: { readonly defaultCurrency: string | null } | undefined;
  readonly colleagues?: number | undefined;
};

type May = (permission: Permission) => boolean;

const fromSystems = (sources: Known["sources"]): boolean =>
  sources?.some((source) => source.kind !== "browser" && source.lastEventAt !== null) ?? true;

/** What was begun or is missing: gone from the list as soon as it is done. */
export function openSteps(known: Known, may: May): Step[] {
  const steps: (Step | false)[] = [
    (known.parked ?? 0) > 0 && { id: "parked", to: "/live/parked", count: known.parked ?? 0 },
    known.account?.passkeysWork === true &&
      known.account.passkeys.length === 0 && { id: "passkey", to: "/account" },
    may("sources.manage") && !fromSystems(known.sources) && { id: "server", to: "/sources" },
    may("settings.manage") && known.company?.defaultCurrency === null && { id: "company", to: "/settings" },
    may("staff.manage") && (known.colleagues ?? 2) < 2 && { id: "staff", to: "/staff" },
  ];
  return steps.filter((step) => step !== false);
}

/** Where a colleague goes every day: shown to those whose work it is. */
export function dailySteps(role: string, may: May): Step[] {
  const daily: readonly (readonly [Step, readonly string[], Permission])[] = [
    [{ id: "people", to: "/people" }, ["service", "sales", "marketing", "manager"], "people.search"],
    [{ id: "audit", to: "/audit" }, ["manager"], "audit.read"],
  ];
  return daily.filter(([, roles, needs]) => roles.includes(role) && may(needs)).map(([step]) => step);
}
