import { normalAddress } from "@somlos/rules/identifiers";
import { describe, expect, it } from "vitest";
import { homeOf, keysOfLine, keysSought } from "./homes.rules.ts";

type Written = readonly [street: string, land?: string];
const home = ([street, country = "SE"]: Written) => {
  const found = homeOf(normalAddress({ street, postalCode: "211 00", country }, country) ?? "");
  if (found === undefined) throw new Error(street);
  return found;
};
const isOn = (line: Written, sought: Written): boolean => {
  const keys = new Set(keysOfLine(home(line)));
  return keysSought(home(sought)).some((key) => keys.has(key));
};

describe("a home on a register of those who want no letters", () => {
  const same: readonly (readonly [Written, Written])[] = [
    [["Storgatan 1 lgh 1102"], ["Storgatan 1, lgh. 1102"]],
    [["Storgatan 1 LGH 1102"], ["Storgatan 1, lägenhet 1102"]],
    [["Storgatan 1 B lgh 1102"], ["Storgatan 1B, 1102"]],
    [["Storgatan 1 A 2 tr"], ["Storgatan 1A, 2 trappor"]],
    [["Storgatan 1 A 2 tr"], ["Storgatan 1 uppg A, 2tr."]],
    [
      ["Vej 2, 3. tv", "DK"],
      ["Vej 2 3.sal tv.", "DK"],
    ],
    [
      ["Vej 2, st. th", "DK"],
      ["Vej 2, stuen th", "DK"],
    ],
    [
      ["Bakken 4 H0201", "NO"],
      ["Bakken 4, h 0201", "NO"],
    ],
    [["Box 123"], ["Box 123"]],
  ];
  it.each(same)("is one, however the flat is written: %j %j", (line, sought) => {
    expect([isOn(line, sought), isOn(sought, line)]).toEqual([true, true]);
  });

  const perhaps: readonly (readonly [Written, Written])[] = [
    [["Storgatan 1"], ["Storgatan 1 lgh 1102"]],
    [["Storgatan 1 A 1 tr"], ["Storgatan 1 A lgh 1102"]],
    [
      ["Vej 2", "DK"],
      ["Vej 2, 3. tv", "DK"],
    ],
    [
      ["Bakken 4 2. etg", "NO"],
      ["Bakken 4 H0201", "NO"],
    ],
  ];
  it.each(perhaps)("may be the same, where one of them tells less: %j %j", (line, sought) => {
    expect([isOn(line, sought), isOn(sought, line)]).toEqual([true, true]);
  });

  const others: readonly (readonly [Written, Written])[] = [
    [["Storgatan 1 lgh 1102"], ["Storgatan 1 lgh 1103"]],
    [["Storgatan 1 A 2 tr"], ["Storgatan 1 B 2 tr"]],
    [["Storgatan 1 A 2 tr"], ["Storgatan 1 A lgh 1102"]],
    [["Storgatan 1"], ["Storgatan 11"]],
    [
      ["Vej 2, 3. tv", "DK"],
      ["Vej 2, 3. th", "DK"],
    ],
    [
      ["Vej 2, 3. tv", "DK"],
      ["Vej 2, 4. tv", "DK"],
    ],
    [
      ["Bakken 4 H0201", "NO"],
      ["Bakken 4 H0202", "NO"],
    ],
  ];
  it.each(others)("is another: %j %j", (line, sought) => {
    expect([isOn(line, sought), isOn(sought, line)]).toEqual([false, false]);
  });
});
