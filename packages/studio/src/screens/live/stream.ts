// What is on the screen while events come in: pure, so that holding and letting go can be tested.
import type { LiveItem, ParkedItem } from "@somlos/contract/rooms/events";

/** More rows than anybody reads, few enough to draw every second. */
export const mostRows = 200;

export type Figures = {
  readonly rate: readonly number[];
  readonly channels: Readonly<Record<string, number>>;
  readonly parked: number;
  readonly duplicates: number;
  readonly recognised: number | null;
  readonly ackMs: { readonly p50: number; readonly p99: number } | null;
};

export type LiveAnswer = Figures & { readonly items: readonly LiveItem[]; readonly cursor: number };

export type Stream = {
  readonly items: readonly LiveItem[];
  /** Came while the list was held. */
  readonly waiting: readonly LiveItem[];
  readonly cursor: number | undefined;
  readonly figures: Figures | undefined;
};

export const nothingYet: Stream = { items: [], waiting: [], cursor: undefined, figures: undefined };

export function came(stream: Stream, answer: LiveAnswer, held: boolean): Stream {
  const known = new Set([...stream.waiting, ...stream.items].map((item) => item.seq));
  const fresh = answer.items.filter((item) => !known.has(item.seq));
  const { items: _, cursor, ...figures } = answer;
  const holds = held && stream.cursor !== undefined;
  const waiting = [...fresh, ...stream.waiting];
  if (holds) return { items: stream.items, waiting: waiting.slice(0, mostRows * 5), cursor, figures };
  return { items: [...waiting, ...stream.items].slice(0, mostRows), waiting: [], cursor, figures };
}

export const released = (stream: Stream): Stream => ({
  ...stream,
  items: [...stream.waiting, ...stream.items].slice(0, mostRows),
  waiting: [],
});

export type Row =
  | { readonly kind: "event"; readonly id: string; readonly at: string; readonly event: LiveItem }
  | { readonly kind: "parked"; readonly id: string; readonly at: string; readonly parked: ParkedItem };

/** Parked events stand where they came in, among the others; those older than the list stay in their own. */
export function mixed(items: readonly LiveItem[], parked: readonly ParkedItem[]): Row[] {
  const rows: Row[] = items.map((event) => ({
    kind: "event",
    id: String(event.seq),
    at: event.receivedAt,
    event,
  }));
  const oldest = items.length < mostRows ? "" : (items.at(-1)?.receivedAt ?? "");
  for (const one of parked) {
    if (one.replayedAt !== null || one.receivedAt < oldest) continue;
    const place = rows.findIndex((row) => row.at <= one.receivedAt);
    const row: Row = { kind: "parked", id: `parked-${one.id}`, at: one.receivedAt, parked: one };
    rows.splice(place === -1 ? rows.length : place, 0, row);
  }
  return rows.slice(0, mostRows);
}

export type Bar = { readonly x: number; readonly y: number; readonly height: number; readonly age: number };
export type Bars = {
  readonly bars: readonly Bar[];
  readonly step: number;
  readonly low: number;
  readonly high: number;
  /** Where the highest bar stands, 0 to 1. */
  readonly highAt: number;
};

/** Bars from zero; a silence is a gap, not a low bar. */
export function rateBars(rate: readonly number[], width: number, height: number): Bars {
  const step = rate.length === 0 ? width : width / rate.length;
  const high = Math.max(0, ...rate);
  const low = rate.length === 0 ? 0 : Math.min(...rate);
  const bars = rate.map((value, at) => {
    const tall = high === 0 || value === 0 ? 0 : Math.max(1, (value / high) * height);
    return {
      x: at * step,
      y: height - tall,
      height: tall,
      age: rate.length < 2 ? 1 : at / (rate.length - 1),
    };
  });
  const place = rate.indexOf(high);
  return { bars, step, low, high, highAt: rate.length === 0 ? 0 : (place + 0.5) / rate.length };
}
