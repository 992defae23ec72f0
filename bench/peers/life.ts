// What the lives of goods in all peers have in common.

/** What is sold, for how much and how many, as the shop has it after a step: by SKU. */
export type Sold = Readonly<Record<string, { readonly amountMinor: number; readonly left: number | null }>>;
export type Step = { readonly name: string; readonly act: () => Promise<void>; readonly sold: Sold };
export const step = (name: string, sold: Sold, act: () => Promise<unknown>): Step => ({
  ...{ name, sold },
  act: async () => void (await act()),
});

/** A peer as a shop that tells a feed of its goods. */
export type Shopkeeping<Shop> = {
  /** Code of our location by what the shop calls it. */
  readonly places: Readonly<Record<string, string>>;
  /** Environment in which its server tells that address. */
  settings(url: string, secret: string): Readonly<Record<string, string>>;
  /** Asks its server; `said` is what the server printed. */
  open(url: string, said: string): Promise<Shop>;
  lifeOf(shop: Shop): readonly Step[];
};
