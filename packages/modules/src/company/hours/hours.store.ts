// The SQL of opening hours.
import { room, smallints, type Tx } from "@somlos/kernel/db";
import type { Span, WeekSpan } from "@somlos/rules/opening-hours";

const { sql } = room("company");

const noWeek = sql`delete from company.opening_hours where location_id = $1`;
const week = sql`
  insert into company.opening_hours (location_id, weekday, opens_minute, closes_minute)
  select $1, w.weekday, w.opens, w.closes from unnest($2::int2[], $3::int2[], $4::int2[]) as w (weekday, opens, closes)`;
const except = sql`
  insert into company.exceptions (location_id, on_date, note, opens_minutes, closes_minutes) values ($1, $2, $3, $4, $5)
  on conflict (location_id, on_date) do update set note = $3, opens_minutes = $4, closes_minutes = $5`;
const unexcept = sql`delete from company.exceptions where location_id = $1 and on_date = $2`;
const coming = sql<{ count: number }>`
  select count(*)::int as count from company.exceptions where location_id = $1 and on_date >= $2::date`;

/** The ordinary week, whole. */
export async function saveWeek(tx: Tx, locationId: string, spans: readonly WeekSpan[]): Promise<void> {
  await tx.run(noWeek, [locationId]);
  if (spans.length === 0) return;
  await tx.run(week, [
    locationId,
    smallints(spans.map((span) => span.weekday)),
    smallints(spans.map((span) => span.opens)),
    smallints(spans.map((span) => span.closes)),
  ]);
}

export const saveException = (
  tx: Tx,
  locationId: string,
  day: { readonly date: string; readonly note: string; readonly spans: readonly Span[] },
) =>
  tx.run(except, [
    locationId,
    day.date,
    day.note,
    day.spans.map((span) => span.opens),
    day.spans.map((span) => span.closes),
  ]);

/** False when that day had none. */
export const deleteException = async (tx: Tx, locationId: string, date: string): Promise<boolean> =>
  (await tx.run(unexcept, [locationId, date])) === 1;
export const countComing = async (tx: Tx, locationId: string, today: string): Promise<number> =>
  (await tx.one(coming, [locationId, today])).count;
