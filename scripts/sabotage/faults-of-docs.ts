// Faults in what a stranger meets: pages that show another answer than the program gives, doors that answer oddly.
import type { Fault } from "./faults.ts";

const tour = ["packages/server/test/tour/tour.test"];
const guides = ["packages/server/test/tour/guides"];
const developer = ["packages/server/src/stories/developer"];
const events = "packages/modules/src/events";

export const faultsOfDocs: readonly Fault[] = [
  {
    name: "a page of the tour shows an answer that is not given",
    file: "docs/tour/1-the-first-event.md",
    find: '"summary": "Garden table Sand · 1249 SEK"',
    put: '"summary": "Garden table Sand · 1249 kr"',
    tests: tour,
  },
  {
    name: "a page of the tour leaves a field out of an answer",
    file: "docs/tour/3-when-things-go-wrong.md",
    find: '"success": true, "accepted": 1, "duplicates": 1, "refused": [],',
    put: '"success": true, "accepted": 1, "refused": [],',
    tests: tour,
  },
  {
    name: "the start tells another word than its pages",
    file: "packages/server/src/tell.ts",
    find: "Sömlös is up: ",
    put: "Sömlös runs at ",
    tests: tour,
  },
  {
    name: "a guide gives other code to paste than the studio",
    file: "docs/guides/send-events.md",
    find: "await analytics.closeAndFlush();",
    put: "await analytics.flush();",
    tests: guides,
  },
  {
    name: "the README shows a door that is not there",
    file: "README.md",
    find: "localhost:3000/v1/identify",
    put: "localhost:3000/v1/identity",
    tests: guides,
  },
  {
    name: "a page points to a page that is not there",
    file: "docs/guides/run-it-for-real.md",
    find: "[operate.md](../operate.md)",
    put: "[operate.md](../operation.md)",
    tests: guides,
  },
  {
    name: "a replay loses what still does not fit",
    file: `${events}/replay.actions.ts`,
    find: 'filter(([, outcome]) => outcome.kind !== "parked")',
    put: "filter(() => true)",
    tests: ["packages/server/src/stories/first-line"],
  },
  {
    name: "a timeline begins again at the first page when the place is none",
    file: "packages/contract/src/rooms/people.ts",
    find: "/^$|^-?\\d{1,16}_\\d{1,16}$/",
    put: "/^/",
    tests: developer,
  },
  {
    name: "seconds are filed in January 1970",
    file: `${events}/parse/time.rules.ts`,
    find: "raw >= LEAST_NUMBER",
    put: "raw >= 0",
    tests: developer,
  },
  {
    name: "properties that are no object are taken in",
    file: `${events}/parse/parse.rules.ts`,
    find: 'if (!Array.isArray(value) || value.length > 0) throw new NotFit("event.field_bad", place);',
    put: "",
    tests: developer,
  },
  {
    name: "an empty body fills the parked list",
    file: "packages/server/src/http/collect-doors.ts",
    find: 'if (body === undefined && request.method === "POST" && letter.messages.length > 0)',
    put: "if (knock.method !== request.method)",
    tests: developer,
  },
  {
    name: "a database is opened with another secret, and knows nobody",
    file: "packages/server/src/house.ts",
    find: "    await refuseOtherSecret(work, secrets.secret);\n",
    put: "",
    tests: ["packages/server/test/start.test"],
  },
  {
    name: "a start that is refused leaves its PostgreSQL behind",
    file: "packages/server/src/main.ts",
    find: "for (const thing of open.reverse()) await thing.close().catch(() => undefined);",
    put: "",
    tests: ["packages/server/test/start.test"],
  },
];
