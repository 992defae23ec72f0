import { readdirSync } from "node:fs";
import type { Endpoint } from "@somlos/contract";
import { languages } from "@somlos/look/language";
import { expect, it } from "vitest";
import { seenTexts } from "./seen-texts.ts";

const ROOMS = new URL("../../../contract/src/rooms/", import.meta.url);

it("whatever of a person can be opened has words in each language", async () => {
  const rooms = await Promise.all(
    readdirSync(ROOMS).map((name) => import(new URL(name, ROOMS).href) as Promise<Record<string, unknown>>),
  );
  const opening = rooms
    .flatMap((room) => Object.values(room) as Partial<Endpoint>[])
    .filter((one) => one?.opensPerson === true);
  expect(opening.length).toBeGreaterThan(15);
  for (const { id = "" } of opening)
    for (const language of languages)
      expect(seenTexts[language].did.get(id), `${id} ${language}`).toBeTruthy();
});
