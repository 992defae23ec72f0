// Faults about the company: settings, places, hours, and where roles count.
import type { Fault } from "./faults.ts";

const company = "packages/modules/src/company";
const rules = "packages/rules/src";

export const companyFaults: readonly Fault[] = [
  {
    name: "who saves second overwrites what they have not seen",
    file: `${company}/company.rules.ts`,
    find: "if (there.version !== seen)",
    put: "if (there.version < seen)",
    tests: [company],
  },
  {
    name: "a saved currency never reaches the other processes",
    file: `${company}/company.store.ts`,
    find: "update company.revisions set revision = revision + 1",
    put: "update company.revisions set revision = revision",
    tests: [company],
  },
  {
    name: "a logo that is a program may run",
    file: `${company}/settings/logo.routes.ts`,
    find: "frame-ancestors 'none'; sandbox",
    put: "frame-ancestors 'none'",
    tests: [company],
  },
  {
    name: "somebody in one store sets the hours of another",
    file: `${company}/places/reach.rules.ts`,
    find: "locationIds.length === 0 ||",
    put: "locationIds.length >= 0 ||",
    tests: [company],
  },
  {
    name: "a role is granted for a place that is not there",
    file: "packages/modules/src/access/staff/staff.actions.ts",
    find: 'if (unknown !== undefined) throw new Refusal("staff.place_unknown", unknown);',
    put: "void unknown;",
    tests: ["packages/modules/src/access/staff"],
  },
  {
    name: "stores open an hour late all summer",
    file: `${rules}/calendar.ts`,
    find: "day.toZonedDateTime({ timeZone: zone, plainTime })",
    put: 'day.toZonedDateTime({ timeZone: zone === "UTC" ? zone : "+01:00", plainTime })',
    tests: [rules],
  },
  {
    name: "a night that goes on past midnight ends at midnight",
    file: `${rules}/opening-hours.ts`,
    find: "for (const date of [addDays(today, -1), today])",
    put: "for (const date of [today])",
    tests: [rules],
  },
];
