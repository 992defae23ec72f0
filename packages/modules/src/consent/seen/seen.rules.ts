// Which events are lines of the recognition log, and when one goes on with the line before it. Pure.
import type { Channel } from "@somlos/contract/rooms/events";
import { VISIT_MS } from "../dial/dial.rules.ts";

/** Where people meet people: there each visit is a line. Elsewhere a line is a sign-in. */
export const metChannels: readonly Channel[] = ["store", "till", "desk", "tablet", "kiosk", "call"];

/** Where nobody is met: a system or a file tells of somebody. */
export const toldChannels: readonly Channel[] = ["server", "import"];
/** A till that was offline for some days still met people; what comes later than this is history. */
const HISTORY_MS = 7 * 86_400_000;

/** Whether somebody met us in it. Only of that is it counted whether we knew them: files and history tell of people, and all known. */
export const isMeeting = (event: {
  readonly sourceKind: string;
  readonly channel: Channel;
  readonly at: Date;
  readonly receivedAt: Date;
}): boolean =>
  event.sourceKind !== "import" &&
  !toldChannels.includes(event.channel) &&
  event.receivedAt.getTime() - event.at.getTime() <= HISTORY_MS;

/** What one event says of being recognised. */
export type Sight = {
  readonly subject: string;
  readonly channel: Channel;
  readonly place: string;
  readonly at: Date;
  readonly key: string;
  readonly byKind: string;
  readonly signIn: boolean;
  readonly function: string | null;
};

export type Line = Omit<Sight, "at"> & { readonly beganAt: Date; readonly lastAt: Date };

const nameOf = (of: Pick<Sight, "subject" | "channel" | "place">): string =>
  `${of.subject} ${of.channel} ${of.place}`;

/** Within four hours of its begin or end. */
const isNear = (line: Line, at: Date): boolean =>
  at.getTime() >= line.beganAt.getTime() - VISIT_MS && at.getTime() <= line.lastAt.getTime() + VISIT_MS;

/** The lines that these sights make, or make longer; those that stay as they were are left out. */
export function foldSights(there: readonly Line[], sights: readonly Sight[]): Line[] {
  const lines = new Map(Map.groupBy(there, nameOf));
  const changed = new Set<Line>();
  for (const sight of [...sights].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const own = lines.get(nameOf(sight)) ?? [];
    const line = own.findLast((one) => isNear(one, sight.at));
    const next = goOn(line, sight);
    if (next === line) continue;
    if (line !== undefined) changed.delete(line);
    changed.add(next);
    lines.set(nameOf(sight), [...own.filter((one) => one !== line), next]);
  }
  return [...changed];
}

/** The line with this in it; the same one when it says nothing new. */
function goOn(line: Line | undefined, { at, ...sight }: Sight): Line {
  if (line === undefined) return { ...sight, beganAt: at, lastAt: at };
  const signIn = line.signIn || sight.signIn;
  if (line.lastAt >= at && line.signIn === signIn) return line;
  return { ...line, lastAt: line.lastAt >= at ? line.lastAt : at, signIn };
}

const STRENGTH = [
  "login",
  "club_card",
  "email",
  "phone",
  "card_token",
  "receipt",
  "order",
  "device",
  "distinct_id",
];

/** By the strongest of what it carried. */
export const strongestKind = (kinds: readonly string[]): string =>
  STRENGTH.find((kind) => kinds.includes(kind)) ?? "visitor";

/** What the colleague is, where the event names it: a word, never a name. */
export function functionIn(body: Readonly<Record<string, unknown>>, known: readonly string[]): string | null {
  const context = body["context"] as { staff?: unknown } | undefined;
  const staff = (context?.staff ?? undefined) as { function?: unknown; role?: unknown } | undefined;
  const said = staff?.function ?? staff?.role;
  return typeof said === "string" && known.includes(said) ? said : null;
}
