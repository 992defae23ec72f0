import { endpoint } from "@somlos/contract";
import { expect, it } from "vitest";
import { z } from "zod";
import { firstLoad } from "./front.ts";
import { plainWordsOf } from "./plain-words.ts";

const door = endpoint({
  ...{ id: "lamps.light", method: "POST", url: "/v1/lamps/:id", who: { anyone: true }, owns: "installation" },
  ...{ summary: "Lights a lamp.", params: z.object({ id: z.string() }), answer: z.object({}) },
} as const);

it("of a door the browser gets where to knock, and of a plain list all of it", () => {
  expect(plainWordsOf({ door, kinds: ["web", "store"], MOST: 500 }, "/lamps.ts")).toBe(
    [
      'export const door = {"id":"lamps.light","method":"POST","url":"/v1/lamps/:id"};',
      'export const kinds = ["web","store"];',
      "export const MOST = 500;\n",
    ].join("\n"),
  );
});

it("a schema, and whatever else JSON cannot say, comes from the file itself, where a page uses it", () => {
  const held = {
    shape: z.string(),
    say: () => "",
    at: new Date(0),
    far: Number.POSITIVE_INFINITY,
    all: [{ z }],
  };
  const code = plainWordsOf(held, "/lamps.ts");
  for (const name of Object.keys(held)) expect(code).toContain(`export { ${name} } from "/lamps.ts?whole";`);
});

it("the first page weighs what its entry needs at once, each part counted once, and nothing that comes later", () => {
  const chunk = (imports: string[], isEntry = false) => ({ code: "a".repeat(10_000), imports, isEntry });
  const one = firstLoad(new Map([["entry", chunk([], true)]]));
  const chunks = { entry: chunk(["a", "b"], true), a: chunk(["b"]), b: chunk(["a"]), later: chunk(["a"]) };
  expect(firstLoad(new Map(Object.entries(chunks)))).toBe(3 * one);
});
