// How a place promises what it has, where nobody said anything else. Pure.
import type { Terms } from "@somlos/rules/stock/promise";

export type Zone = { readonly code: string; readonly name: string };
export type Settings = Terms & { readonly holdMinutes: number; readonly zones: readonly Zone[] };

/** Nothing is kept back, a hold lasts twenty minutes, and a count is good for three days. */
export const usual: Settings = { margin: 0, holdMinutes: 20, staleMinutes: 4320, zones: [] };
