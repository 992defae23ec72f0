// Opening hours: the ordinary week, and days that are not like it. Days that are over stay as they were.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { dateAt } from "@somlos/rules/calendar";
import {
  type HoursProblem,
  problemOfDay,
  problemOfWeek,
  type Span,
  type WeekSpan,
} from "@somlos/rules/opening-hours";
import type { Saved } from "../places/entities.actions.ts";
import { beginLocation, endLocation } from "../places/locations.actions.ts";
import { type LocationRow, zoneOf } from "../places/places.rules.ts";
import type { Reach } from "../places/reach.rules.ts";
import { countComing, deleteException, saveException, saveWeek } from "./hours.store.ts";

const MOST_COMING = 400;
type Seen = { readonly id: string; readonly version: number };

function refuseProblem(problem: HoursProblem | undefined): void {
  if (problem !== undefined) throw new Refusal(`company.hours_${problem}`);
}

export async function setHours(
  work: Work,
  grants: readonly Reach[],
  seen: Seen,
  week: readonly WeekSpan[],
): Promise<Saved> {
  refuseProblem(problemOfWeek(week));
  const there = await beginLocation(work, grants, "hours.manage", seen);
  await saveWeek(work.tx, there.id, week);
  return endLocation(work, there);
}

function refusePast(place: LocationRow, date: string, now: Date): string {
  const today = dateAt(now, zoneOf(place));
  if (date < today) throw new Refusal("company.exception_past");
  return today;
}

export async function setException(
  work: Work,
  grants: readonly Reach[],
  seen: Seen,
  day: { readonly date: string; readonly note: string; readonly spans: readonly Span[] },
): Promise<Saved> {
  refuseProblem(problemOfDay(day.spans));
  const there = await beginLocation(work, grants, "hours.manage", seen);
  const today = refusePast(there, day.date, work.now);
  await saveException(work.tx, there.id, day);
  if ((await countComing(work.tx, there.id, today)) > MOST_COMING)
    throw new Refusal("company.exceptions_many");
  return endLocation(work, there);
}

export async function removeException(
  work: Work,
  grants: readonly Reach[],
  seen: Seen,
  date: string,
): Promise<Saved> {
  const there = await beginLocation(work, grants, "hours.manage", seen);
  refusePast(there, date, work.now);
  if (!(await deleteException(work.tx, there.id, date))) throw new Refusal("company.exception_unknown");
  return endLocation(work, there);
}
