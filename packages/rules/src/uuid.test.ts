import { expect, test } from "vitest";
import { beginsWithUuid, isUuid } from "./uuid.ts";

const ID = "0197a000-0000-7000-8000-0000000000aa";

test("an id is thirty-two hexadecimal digits with four dashes in their places, and nothing around it", () => {
  for (const good of [ID, ID.toUpperCase()]) expect(isUuid(good)).toBe(true);
  for (const bad of ["", ` ${ID}`, `${ID}\n`, `${ID}0`, ID.replaceAll("-", ""), `0197a000${"-".repeat(28)}`])
    expect([bad, isUuid(bad)]).toEqual([bad, false]);
});

test("the name of a file may go on after it", () => {
  expect(beginsWithUuid(`${ID}.sorted`)).toBe(true);
  expect(beginsWithUuid(`x${ID}`)).toBe(false);
});
