import { expect, it } from "vitest";
import { pageOf } from "./place.rules.ts";

const token = "Ab3-".repeat(8);

it("a link from a mail opens the page that it is for, with its token out of the fragment", () => {
  expect(pageOf("/corner/sign-in", `#${token}`)).toEqual({ name: "arrived", token });
  expect(pageOf("/corner/undo", `#token=${token}`)).toEqual({ name: "undo", token });
  expect(pageOf("/corner/receipt", `#${token}`)).toEqual({ name: "receipt", token });
  const code = "K7M2-9QXT-4HNB";
  expect(pageOf("/corner/household", `#${code}`)).toEqual({ name: "invited", token: code });
});

it("anything else is the corner: a token in another place, a broken one, none", () => {
  for (const [path, hash] of [
    ["/corner", `#${token}`],
    ["/corner/sign-in", ""],
    ["/corner/sign-in", "#short"],
    ["/corner/household", "#K7M2-9QXT"],
    ["/corner", "#K7M2-9QXT-4HNB"],
    ["/corner/undo", `#${token}<script>`],
  ] as const)
    expect(pageOf(path, hash)).toEqual({ name: "corner" });
});
