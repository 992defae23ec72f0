// The last ones of something: fifty clients on two processes want one each at the same moment, each saying so to both.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Server } from "./harness.ts";
import type { TwoProcesses } from "./two-processes.ts";

const CLIENTS = 50;
type Held = { readonly id: string; readonly state: string | null; readonly refused: { code: string } | null };

/** A store that both processes know, holding for so many minutes; tells goods and counts to either. */
export async function openShelf({ a, b, post }: TwoProcesses, holdMinutes: number) {
  const { body: entities } = await a.ask<{ items: { id: string }[] }>("/api/entities");
  const { body: place } = await a.ask<{ id: string }>("/api/locations", {
    ...{ code: "malmo", name: "Malmö", kind: "store", entityId: entities.items[0]?.id, country: "SE" },
  });
  const settings = { margin: 0, holdMinutes, staleMinutes: 4320, zones: [], version: 0 };
  const saved = await a.ask(`/api/stores/${place.id}/settings`, settings, "PUT");
  expect(saved.status).toBe(200);
  /** A process learns of a new store within a second. */
  await expect.poll(() => count(b, "known", 1), { timeout: 10_000 }).toBe(1);

  /** A new product of which so many are there. */
  async function stock(sku: string, onHand: number): Promise<void> {
    const at = new Date().toISOString();
    const texts = [{ language: "sv", name: sku }];
    await post(a, "/v1/products", { products: [{ code: sku, at, texts, variants: [{ sku }] }] });
    expect(await count(b, sku, onHand)).toBe(1);
  }
  /** How many of this one count were taken in. */
  async function count(to: Server, sku: string, onHand: number): Promise<unknown> {
    const figure = { sku, location: "malmo", onHand, at: new Date().toISOString() };
    return (await post(to, "/v1/stock", { figures: [figure] }))["accepted"];
  }
  const hold = async (to: Server, sku: string, id: string): Promise<Held> => {
    const answer = await post(to, "/v1/holds", { holds: [{ id, sku, location: "malmo", quantity: 1 }] });
    const [one] = answer["items"] as Held[];
    if (one === undefined) throw new Error("no answer");
    return one;
  };
  /** Ids of those who got one; of everybody both processes must say the same. */
  async function race(sku: string): Promise<string[]> {
    const ids = Array.from({ length: CLIENTS }, () => randomUUID());
    const answers = await Promise.all(
      ids.flatMap((id, i) => {
        const [first, second] = i % 2 === 0 ? [a, b] : [b, a];
        return [hold(first, sku, id), hold(second, sku, id)];
      }),
    );
    const states = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
    for (const { id, state, refused } of answers) states.get(id)?.add(state ?? refused?.code ?? "");
    for (const said of states.values()) expect([...said]).toHaveLength(1);
    const held = ids.filter((id) => states.get(id)?.has("held"));
    const others = ids.filter((id) => states.get(id)?.has("stores.not_enough"));
    expect(held.length + others.length).toBe(CLIENTS);
    return held;
  }
  return { stock, hold, race };
}
