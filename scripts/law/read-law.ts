// Each row of the law: which test proves it, by which version it is decided, and which files call what holds it. A row whose room
// is not built yet waits for it; when the room is there and neither a test names the row nor the room calls, that is wrong. Pure.
import { ownPolicy } from "../../packages/modules/src/consent/law/policy.rules.ts";
import { type RuleSet, ruleSets } from "../../packages/modules/src/consent/law/sets.rules.ts";
import { callsIn, type Made } from "./callers.ts";
import type { Source } from "./module-parts.ts";

type SetField = "ownConsentAge" | "companiesToo" | "call" | "letter";
type PolicyField = Exclude<keyof typeof ownPolicy, "number">;
/**
 * What decides it. `set`: a field of the rule sets of its countries; `policy`: what counsel decided; `every`: any decision, alike
 * in all sets; `text`: the published words; `code`: no decision is stored.
 */
export type Decided = `set ${SetField}` | `policy ${PolicyField}` | "every" | "text" | "code";

export type Row = {
  readonly id: string;
  readonly where: string;
  readonly rule: string;
  readonly basis: string;
  /** The room whose business it is. */
  readonly room: string;
  /** Functions that hold it, `file#name` in the rooms: whoever calls one asks. */
  readonly asks: readonly string[];
  /** Tests that prove it without naming it. */
  readonly proof: readonly string[];
  readonly decided: readonly Decided[];
  /** What of it does not hold yet, where something does. */
  readonly lacks?: string;
};
export type Read = {
  readonly row: Row;
  readonly version: string;
  readonly proven: readonly string[];
  readonly callers: readonly string[];
  readonly waits: boolean;
};

const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path);
const isOfTests = (path: string): boolean => /\/test(ing)?\//.test(path);
const roomOf = (path: string): string | undefined => /modules\/src\/(\w+)\//.exec(path)?.[1];

/** Sets of the countries that a row names, in the order of their days. */
function setsFor(row: Row, field: SetField): string {
  const countries: readonly string[] = row.where.match(/\b[A-Z]{2}\b/g) ?? [];
  const own = (set: RuleSet): boolean => countries.includes(set.country);
  const lacks = countries.find((country) => !ruleSets.some((set) => set.country === country));
  if (lacks !== undefined) throw new Error(`${row.id}: no rule set of ${lacks} says ${field}`);
  return ruleSets
    .filter(own)
    .map(({ version }) => version)
    .join(", ");
}

const FIRST = ruleSets.map(({ from }) => from).sort()[0] ?? "";
function versionOf(row: Row): string {
  const told = row.decided.map((one) => {
    const [how, field = ""] = one.split(" ");
    if (how === "set") return `${setsFor(row, field as SetField)} (${field})`;
    if (how === "policy")
      return `policy in force (${field}); until one is decided, policy ${ownPolicy.number}: ${ownPolicy[field as PolicyField]}`;
    if (how === "every") return `every set since ${FIRST}, alike in each`;
    return how === "text" ? "the published text, by its number" : "the code alone";
  });
  return told.join("; ") || "none yet";
}

/** Who may import a room; a file that only tests use asks nobody. */
const codeIn = (sources: readonly Source[]): Source[] =>
  sources.filter(
    (source) =>
      /^packages\/(modules|server)\/.*\.ts$/.test(source.path) && !isTest(source) && !isOfTests(source.path),
  );

export function readLaw(
  rows: readonly Row[],
  sources: readonly Source[],
  hasRoom: (room: string) => boolean,
): { readonly read: readonly Read[]; readonly wrong: readonly string[] } {
  const tests = sources.filter(isTest);
  const paths = new Set(sources.map(({ path }) => path));
  const calls = callsIn(codeIn(sources));
  const made = (row: Row): Made[] => row.asks.map((name) => `packages/modules/src/${name}` as Made);
  const read = rows.map((row) => ({
    ...{ row, version: versionOf(row), waits: !hasRoom(row.room) },
    callers: [...new Set(made(row).flatMap(calls.callersOf))].sort(),
    proven: [
      ...tests
        .filter(({ text }) => text.includes(`${row.id} `) || text.includes(`${row.id},`))
        .map(({ path }) => path),
      ...row.proof,
    ],
  }));
  const unmade = rows.flatMap((row) =>
    made(row)
      .filter((one) => !calls.makes(one))
      .map((one) => `${row.id}: ${one} is not there`),
  );
  return { read, wrong: [...unmade, ...read.flatMap((one) => wrongWith(one, paths))] };
}

function wrongWith({ row, proven, callers, waits }: Read, paths: ReadonlySet<string>): string[] {
  const wrong = row.proof
    .filter((path) => !paths.has(path))
    .map((path) => `${row.id}: there is no test ${path}`);
  if (waits) return wrong;
  const own = row.room === "consent" ? callers : callers.filter((path) => roomOf(path) === row.room);
  if (row.asks.length > 0 && own.length === 0)
    wrong.push(`${row.id}: the room ${row.room} is there, and nobody in it calls ${row.asks.join(" or ")}`);
  if (proven.length === 0) wrong.push(`${row.id}: the room ${row.room} is there, and no test names the row`);
  if (row.decided.length === 0)
    wrong.push(`${row.id}: the room ${row.room} is there, and what decides it is not said`);
  return wrong;
}
