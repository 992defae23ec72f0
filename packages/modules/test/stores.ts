// Every store of every room, loaded, so that its statements are known.
import { readdir } from "node:fs/promises";

const places = [new URL("../src/", import.meta.url), new URL("../../kernel/src/", import.meta.url)];

export async function loadStores(): Promise<void> {
  for (const place of places)
    for (const file of await readdir(place, { recursive: true }))
      if (file.endsWith(".store.ts")) await import(new URL(file, place).href);
}
