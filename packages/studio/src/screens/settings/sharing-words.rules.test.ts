import { sharingGrounds } from "@somlos/contract/rooms/company-sharings";
import { languages } from "@somlos/look/language";
import { describe, expect, test } from "vitest";
import { proposeWords } from "./sharing-words.rules.ts";

describe("the words that are proposed to customers", () => {
  test("name everybody who shares, in the language they are in", () => {
    const names = ["Almvik AB", "Almvik A/S", "Almvik AS"];
    expect(proposeWords("merger", names, "en")).toMatch(/^Almvik AB, Almvik A\/S and Almvik AS are becoming/);
    expect(proposeWords("merger", names, "sv")).toMatch(/^Almvik AB, Almvik A\/S och Almvik AS blir/);
    expect(proposeWords("merger", names, "da")).toMatch(/^Almvik AB, Almvik A\/S og Almvik AS bliver/);
  });

  test("are there for every ground in every language, and wait for two who share", () => {
    for (const ground of sharingGrounds)
      for (const language of languages) {
        expect(proposeWords(ground, ["A", "B"], language).length).toBeGreaterThan(40);
        expect(proposeWords(ground, ["A"], language)).toBe("");
      }
  });
});
