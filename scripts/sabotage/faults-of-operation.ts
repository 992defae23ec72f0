// Faults of what keeps the house: the page for monitoring, the doctor, lifetimes, traces; and of who is who.
import type { Fault } from "./faults.ts";

const operate = "packages/server/src/operate";
const metrics = [`${operate}/metrics.test`];
const doctor = [`${operate}/doctor`];
const retention = [`${operate}/retention.test`];
const tracing = [`${operate}/tracing.test`];

export const faultsOfOperation: readonly Fault[] = [
  {
    name: "the page for monitoring opens for everybody",
    file: "packages/server/src/http/metrics-door.ts",
    find: "if (!bringsToken(request, token)) letPass(",
    put: "if (token === undefined) letPass(",
    tests: metrics,
  },
  {
    name: "the page for monitoring names the people who were asked for",
    file: "packages/server/src/http/metrics-door.ts",
    find: 'route: request.routeOptions.url ?? "none"',
    put: "route: request.url",
    tests: metrics,
  },
  {
    name: "the doctor finds secrets that everybody reads well kept",
    file: `${operate}/doctor/home.checks.ts`,
    find: "(secrets & 0o077) === 0",
    put: "(secrets & 0o7000) === 0",
    tests: doctor,
  },
  {
    name: "the doctor takes an old backup for a new one",
    file: `${operate}/doctor/home.checks.ts`,
    find: 'if (age > VERY_LATE_SECONDS) return bad("backup", says, todo);',
    put: "",
    tests: doctor,
  },
  {
    name: "the only backup goes when it is old",
    file: `${operate}/backups.lifetime.ts`,
    find: "Math.min(before.getTime(), newest)",
    put: "before.getTime()",
    tests: retention,
  },
  {
    name: "a shorter lifetime holds at once",
    file: "packages/kernel/src/operate/lifetimes.rules.ts",
    find: "changed_at.getTime() + DAY_MS",
    put: "changed_at.getTime()",
    tests: retention,
  },
  {
    name: "a trace loses which commit a step was part of",
    file: "packages/kernel/src/trace/open.ts",
    find: "made.startActiveSpan(name, { attributes }, (one) => {",
    put: "made.startActiveSpan(name, { attributes }, ROOT_CONTEXT, (one) => {",
    tests: tracing,
  },
  {
    name: "a trace names the person who was asked for",
    file: "packages/server/src/http/metrics-door.ts",
    find: '"http.route": labels.route };',
    put: '"http.route": request.url };',
    tests: tracing,
  },
  {
    name: "a home makes one person of two",
    file: "packages/modules/src/identity/limits.rules.ts",
    find: "address: { any: 1 }",
    put: "address: { login: 1, email: 1, phone: 1, club_card: 1 }",
    tests: ["packages/server/src/stories/home.story.test"],
  },
  {
    name: "a browser's sign-in takes the whole of a device that its owner left",
    file: "packages/modules/src/identity/lanes.rules.ts",
    find: "if (visit !== undefined) open(visit,",
    put: 'if (visit !== undefined && level === "proven") open(visit,',
    tests: ["packages/modules/src/identity/test/coming-back.test"],
  },
  {
    name: "the files of the database are told as written anew, and are not",
    file: "packages/modules/src/rights/purge/purge.actions.ts",
    find: "if (!(await rewriteTable(own, name))) return;",
    put: "",
    tests: ["packages/modules/src/rights/purge/purge.test"],
  },
  {
    name: "the files of the database are written anew while somebody sees the erased rows",
    file: "packages/modules/src/rights/purge/purge.actions.ts",
    find: 'if (!(await nobodySees(db))) return waits(db, began, "seen");',
    put: "",
    tests: ["packages/modules/src/rights/purge/purge.test"],
  },
  {
    name: "the commonest values of an empty table stay in the statistics",
    file: "packages/kernel/src/operate/files.ts",
    find: "await client.query(rights.superuser ? FORGET : CLEAR);",
    put: "",
    tests: ["packages/modules/src/rights/purge/purge.test"],
  },
  {
    name: "what changes while a table is copied is not brought over before the swap",
    file: "packages/kernel/src/operate/anew/copying.ts",
    find: "await client.query(bring, at.ended ? [] : at.last);",
    put: "",
    tests: ["packages/kernel/src/operate/anew/anew-races.test"],
  },
];
