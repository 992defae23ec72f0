// What a kind of shop must do: say whether a webhook is really the shop's, and what it tells.
import type { Language } from "@somlos/contract";
import type { Heard } from "./standard.rules.ts";

export type { Heard } from "./standard.rules.ts";

export type HookTerms = {
  readonly language: Language;
  /** Code of the legal entity. */
  readonly entity: string;
  readonly currency: string;
  readonly taxPercent: number | null;
  /** Our location of the shop's. */
  readonly placeOf: (theirs: string) => string | undefined;
};
/** What the shop counts stock by, where that is no sku. */
export type NamedItem = { readonly item: string; readonly sku: string };
export type Level = {
  readonly item: string;
  /** Code of our location. */
  readonly location: string;
  readonly onHand: number;
};
export type Told = {
  /** When it was so. */
  readonly at: string;
  /** As `POST /v1/products` takes them. */
  readonly products: readonly object[];
  /** As `POST /v1/stock` takes them. */
  readonly figures: readonly object[];
  readonly items: readonly NamedItem[];
  readonly levels: readonly Level[];
  /** Locations of the shop that are none of ours. */
  readonly unknownPlaces: readonly string[];
};
export const nothing = (at: string): Told => ({
  ...{ at, products: [], figures: [], items: [], levels: [], unknownPlaces: [] },
});

export type HookKind = {
  readonly kind: string;
  /** Whether whoever knows the secret sent these bytes, lately. */
  isSigned(heard: Heard, secret: string, now: Date): boolean;
  /** Undefined: this says nothing of goods. The body was read as JSON. */
  read(heard: Heard, body: unknown, terms: HookTerms, now: Date): Told | undefined;
};
