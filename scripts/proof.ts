// npm run proof -- <issue>.<line>: runs what a line under "Done means" claims, at full size, and prints its figures.
// npm run proof -- <issue>: every line of an issue, one after the other.
import { spawnSync } from "node:child_process";

type Step = { readonly args: readonly string[]; readonly env?: Readonly<Record<string, string>> };
const test = (...files: string[]): Step => ({ args: ["scripts/test.ts", ...files] });
const browser = (...files: string[]): Step => ({ args: ["scripts/test.ts", "--browser", ...files] });
const long = (file: string, env: Readonly<Record<string, string>> = {}): Step => ({
  args: ["scripts/test.ts", "--long", file],
  env,
});

/** Issue 2, "The house stands", 3, "Recognise and ask leave", and 4, "What is sold, where, and how many". A line without a row has no proof by script yet. */
const proofs: Readonly<Record<string, readonly Step[]>> = {
  "2.1": [
    { args: ["scripts/proof/fresh.ts"] },
    test("packages/server/test/start.test", "packages/kernel/src/postgres"),
  ],
  "2.2": [test("packages/server/test/clients.test"), browser("packages/server/test/clients.browser")],
  "2.3": [long("packages/server/test/kill.long", { KILL_ROUNDS: process.env["KILL_ROUNDS"] ?? "20" })],
  "2.4": [long("packages/server/test/histories.long", { SETS: process.env["SETS"] ?? "200" })],
  "2.5": [test("packages/server/test/poison.test")],
  "2.6": [
    long("packages/modules/src/events/imports/online-retail.long"),
    long("packages/modules/src/events/imports/crash.long"),
  ],
  "2.7": [long("packages/server/test/fuzz.long"), test("packages/server/test/attacker.test")],
  "2.8": [
    test("packages/kernel/src/keep", "packages/server/src/stories/keep"),
    long("packages/kernel/src/keep/upgrade.long"),
  ],
  "2.9": [{ args: ["bench/bench.ts", "collect"] }],
  "2.10": [{ args: ["scripts/screens.ts"] }, browser()],
  "2.11": [long("packages/server/test/tour/new-kind.long"), { args: ["scripts/sabotage.ts"] }],
  "3.1": [
    { ...test("packages/modules/src/identity/test"), env: { SOMLOS_LONG: "1" } },
    { ...test("packages/server/test/histories.test"), env: { SETS: process.env["SETS"] ?? "520" } },
    test("packages/server/src/stories/rulings", "packages/server/src/stories/hubs"),
    test("packages/server/src/stories/permissions-go-home", "packages/server/src/stories/rules"),
    test("packages/server/src/stories/entities", "packages/server/src/stories/corrections"),
  ],
  "3.2": [
    long("packages/modules/src/consent/ledger/no-stays-no.long"),
    long("packages/modules/src/consent/ledger/no-stays-no.real.long"),
    test("packages/server/test/permission-processes", "packages/server/src/stories/permission-import"),
  ],
  "3.3": [test("packages/server/src/stories/never-fuse")],
  "3.4": [
    test("packages/server/src/stories/dial", "packages/server/test/canaries.test"),
    browser("packages/server/test/corner.browser", "packages/server/test/research.browser"),
  ],
  "3.5": [test("packages/server/test/permission-processes", "packages/server/test/dial-processes")],
  "3.6": [
    test("packages/server/src/stories/needles", "packages/server/src/stories/erased-yes"),
    test("packages/server/src/stories/shared-tablet", "packages/server/src/stories/part-erased"),
    test("packages/server/src/stories/others-words", "packages/kernel/src/operate/anew"),
    long("packages/server/test/erased.long"),
    long("packages/server/test/erased-files.long"),
    long("packages/server/test/large-person.long"),
  ],
  "3.7": [{ args: ["bench/bench.ts", "linkage"] }, test("packages/modules/src/identity/linkage")],
  "3.8": [{ args: ["bench/bench.ts", "recognise"] }],
  "3.9": [
    test("packages/server/src/stories/erasure", "packages/modules/src/corner"),
    test("packages/server/src/http/endpoints", "packages/server/src/stories/wall"),
  ],
  "4.1": [test("packages/rules/src/gs1")],
  "4.2": [{ args: ["bench/bench.ts", "catalog"] }],
  "4.3": [test("packages/modules/src/ledger/by-hand.test"), long("packages/server/test/last-unit.long")],
  "4.4": [
    test("packages/modules/src/catalog", "packages/modules/src/stores"),
    test("packages/server/src/stories/feeds", "packages/server/src/stories/hooks"),
    test("packages/server/test/feed-kills.test"),
    long("packages/server/test/vendure.long"),
    long("packages/server/test/medusa.long"),
  ],
  "4.5": [test("packages/rules/src/prices")],
  "4.6": [long("packages/modules/src/ledger/histories.long")],
};

const [wish = ""] = process.argv.slice(2);
const lines = Object.keys(proofs).filter((line) => line === wish || line.startsWith(`${wish}.`));
if (lines.length === 0) {
  console.error(`Say which line or issue: npm run proof -- 2 | 3 | 4 | ${Object.keys(proofs).join(" | ")}`);
  process.exit(1);
}
const runs = (line: string, { args, env }: Step): boolean => {
  console.log(
    `\n== ${line}: node ${args.join(" ")}${env === undefined ? "" : ` with ${JSON.stringify(env)}`}`,
  );
  return (
    spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0
  );
};
let passed = 0;
let broken = 0;
for (const line of lines)
  for (const step of proofs[line] ?? [])
    if (runs(line, step)) passed++;
    else broken++;
console.log(`\n${passed} passed, ${broken} failed`);
process.exit(broken > 0 ? 1 : 0);
