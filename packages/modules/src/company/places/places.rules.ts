// Locations by their own calendar: which day it is there, whether they are closed for good, whether they are open now. Pure.
import type { LocationAnswer, LocationKind } from "@somlos/contract/rooms/company-places";
import { dateAt } from "@somlos/rules/calendar";
import { type Opening, openingAt, type Span, textOf, type WeekSpan } from "@somlos/rules/opening-hours";

export type LocationRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly entityId: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly timeZone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly phone: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly entityZone: string;
  readonly entityLastDay: string | null;
  readonly week: readonly WeekSpan[];
  readonly exceptions: readonly {
    readonly date: string;
    readonly note: string;
    readonly spans: readonly Span[];
  }[];
};

/** "Today" is by the clock of the place; online it is by that of the legal entity, wherever the customer sits. */
export const zoneOf = (place: Pick<LocationRow, "kind" | "timeZone" | "entityZone">): string =>
  place.kind === "online" ? place.entityZone : (place.timeZone ?? place.entityZone);

export const isOver = (lastDay: string | null, zone: string, now: Date): boolean =>
  lastDay !== null && dateAt(now, zone) > lastDay;

/** An online shop without hours never closes; any other place without hours has not told them. */
export function openingOf(place: LocationRow, now: Date): Opening {
  const zone = zoneOf(place);
  const { week, exceptions, firstDay, lastDay } = place;
  if (isOver(lastDay, zone, now)) return { state: "closed", opens: undefined };
  const found = openingAt({ zone, week, exceptions, firstDay, lastDay }, now);
  return found.state === "unknown" && place.kind === "online" ? { state: "open", until: undefined } : found;
}

function openingShown(opening: Opening): LocationAnswer["opening"] {
  const until = opening.state === "open" ? opening.until : undefined;
  const opens = opening.state === "closed" ? opening.opens : undefined;
  return {
    state: opening.state,
    until: until?.toISOString() ?? null,
    opens: opens?.toISOString() ?? null,
  };
}

/** Its hours as everybody reads them: the week, the days that are not like it, and whether it is open now. */
export const hoursShown = (
  place: LocationRow,
  now: Date,
): Pick<LocationAnswer, "week" | "exceptions" | "opening"> => ({
  week: place.week.map((span) => ({ weekday: span.weekday, ...textOf(span) })),
  exceptions: place.exceptions.map((day) => ({ ...day, spans: day.spans.map(textOf) })),
  opening: openingShown(openingOf(place, now)),
});
