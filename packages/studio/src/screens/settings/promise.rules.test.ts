import { expect, it } from "vitest";
import { promiseDraftOf, promiseOf } from "./promise.rules.ts";

const settings = {
  ...{ margin: 1, holdMinutes: 20, staleMinutes: 4320 },
  zones: [
    { code: "B", name: "Belysning" },
    { code: "C", name: "C = hörnet" },
  ],
};

it("is read as it was written", () => {
  expect(promiseDraftOf(settings)).toEqual({
    ...{ margin: "1", hold: "20", staleHours: "72", zones: "B = Belysning\nC = C = hörnet" },
  });
  expect(promiseOf(promiseDraftOf(settings))).toEqual(settings);
  const half = { ...promiseDraftOf(settings), staleHours: "0,5", zones: " \nKassa\n" };
  expect(promiseOf(half)).toMatchObject({ staleMinutes: 30, zones: [{ code: "Kassa", name: "Kassa" }] });
});

it("is nothing where a number is none or too large, or a code stands twice", () => {
  const draft = promiseDraftOf(settings);
  for (const wrong of [
    { margin: "" },
    { margin: "1,5" },
    { hold: "0" },
    { hold: "9999" },
    { staleHours: "länge" },
    { zones: "B = a\nB = b" },
  ])
    expect(promiseOf({ ...draft, ...wrong })).toBeUndefined();
});
