// When what people ask for begins, and how it is shown. Pure.
import type { RightsRequest } from "@somlos/contract/rooms/rights";

type Shown = Pick<RightsRequest, "id" | "kind" | "state" | "share"> & {
  readonly scope: { readonly kind: RightsRequest["of"] };
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
};

const HOUR = 3_600_000;
/** An erasure cannot be taken back: whoever did not ask for it has this long to say so. */
export const ERASURE_WAITS_MS = 24 * HOUR;
export const EXPORT_KEPT_MS = 7 * 24 * HOUR;

export const dueAfter = (kind: RightsRequest["kind"], now: Date): Date =>
  new Date(now.getTime() + (kind === "erasure" ? ERASURE_WAITS_MS : 0));

export const showRequest = (r: Shown): RightsRequest => ({
  id: r.id,
  kind: r.kind,
  state: r.state,
  of: r.scope.kind,
  askedAt: r.askedAt.toISOString(),
  dueAt: r.dueAt.toISOString(),
  endedAt: r.endedAt?.toISOString() ?? null,
  share: r.share,
});

export type Line = { readonly room: string; readonly removed: Readonly<Record<string, number>> };

/** Adds what one call removed to what its room removed before. */
export function addTo(receipt: readonly Line[], { room, removed }: Line): Line[] {
  const before = receipt.find((line) => line.room === room)?.removed ?? {};
  const sum: Record<string, number> = { ...before };
  for (const [table, rows] of Object.entries(removed)) sum[table] = (sum[table] ?? 0) + rows;
  const others = receipt.filter((line) => line.room !== room);
  return [...others, { room, removed: sum }];
}
