// The lines of the recognition log as one reads them: what one colleague did in one visit is one line. Pure.
import type { SeenLine } from "@somlos/contract/rooms/seen";

/** A colleague who comes back later than this comes again. */
const VISIT_MS = 30 * 60_000;

export type Visit = {
  /** The newest line of it. */
  readonly line: SeenLine;
  readonly from: string;
  readonly to: string;
  /** Ids of what was opened, each once, as it went. */
  readonly did: readonly string[];
};

const who = ({ colleague, function: role, name, location, reason }: SeenLine): string =>
  JSON.stringify([colleague, role, name, location, reason]);

const isNear = ({ from }: Visit, at: string): boolean => Date.parse(from) - Date.parse(at) <= VISIT_MS;

const goesOn = (visit: Visit, { at, what }: SeenLine): Visit => ({
  ...visit,
  from: at,
  did: what === null ? visit.did : [what, ...visit.did.filter((one) => one !== what)],
});

/** Lines come newest first, and so do the visits. */
export function visitsOf(lines: readonly SeenLine[]): Visit[] {
  const visits: Visit[] = [];
  for (const line of lines) {
    const at = visits.findLastIndex(
      (one) => line.kind === "opened" && one.line.kind === "opened" && who(one.line) === who(line),
    );
    const last = visits[at];
    if (last !== undefined && isNear(last, line.at)) visits[at] = goesOn(last, line);
    else
      visits.push({
        line,
        from: line.at,
        to: line.until ?? line.at,
        did: line.what === null ? [] : [line.what],
      });
  }
  return visits;
}
