// Pairs for the review: people who stand there twice, and the wait until the house has found them by itself.
import { setTimeout as sleep } from "node:timers/promises";
import { twins } from "../../packages/server/test/likely-one.ts";
import type { PictureHouse } from "./house.ts";

/** The id of the pair that weighs least: its waterfall goes both ways. */
export async function likelyOne(house: PictureHouse): Promise<string> {
  for (const batch of twins()) await house.send(batch);
  for (let i = 0; i < 240; i++, await sleep(500)) {
    const { items } = await house.ask<{ items: { id: string }[] }>("/api/matches");
    const last = items.at(-1);
    if (last !== undefined && items.length > 5) return last.id;
  }
  throw new Error("no pair was found within two minutes");
}
