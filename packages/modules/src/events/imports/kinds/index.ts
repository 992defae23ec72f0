// The kinds of files: one line each. The one that fits best is suggested unless staff choose another.
import { customers } from "./customers.kind.ts";
import { events } from "./events.kind.ts";
import type { ImportKind, Sample, Suggestion } from "./kind.ts";
import { onlineRetail } from "./online-retail.kind.ts";
import { orders } from "./orders.kind.ts";

export type { ImportKind, Sample, Suggestion } from "./kind.ts";
export const importKinds: readonly ImportKind[] = [onlineRetail, events, orders, customers];

/** A mapping for a file, of the kind asked for or of the one that fits best. */
export function suggest(sample: Sample, asked: string | undefined): Suggestion & { readonly kind: string } {
  const best = importKinds.reduce((a, b) => (b.fits(sample) > a.fits(sample) ? b : a));
  const kind = importKinds.find((k) => k.kind === asked) ?? best;
  return { kind: kind.kind, ...kind.suggest(sample) };
}
