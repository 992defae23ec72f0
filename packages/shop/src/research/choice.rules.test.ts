import type { MyResearch, MyThing } from "@somlos/contract/rooms/research";
import { type Research, readResearch, type Thing } from "@somlos/rules/research";
import { expect, it } from "vitest";
import { besideHere, fitsThen, isOld, keepAll, partOf, sizesThen, turned } from "./choice.rules.ts";

const thing = (name: string, size: string | null, more: Partial<Thing> = {}): Thing => ({
  ...{ how: ["viewed"], name, brand: null, category: "Shoes", gtin: null, productId: null, price: null },
  ...{ size, variant: null, sizes: [], url: null, firstOn: "2026-11-01", lastOn: "2026-11-20", ...more },
});
const research: Research = {
  ...{ shop: "Almvik", madeOn: "2026-11-28", things: [thing("Boots", "39"), thing("Sandals", "38")] },
  sizes: [
    { name: "shoe_size", value: "39" },
    { name: "hat_size", value: "57" },
  ],
};
const mine: MyResearch["sizes"] = [
  { name: "shoe_size", value: "38", byMe: false },
  { name: "ring_size", value: "17", byMe: true },
];

it("everything in the file is kept until she leaves something out; what she leaves out is not in what is sent", () => {
  const all = keepAll(research);
  const kept = { things: turned(all.things, 1), sizes: turned(all.sizes, "hat_size") };
  const sent = JSON.stringify(partOf(research, kept));
  expect(sent).not.toMatch(/Sandals|hat_size/);
  expect(readResearch(sent)).toMatchObject({ ok: true, skipped: 0, research: { shop: "Almvik" } });
  expect(partOf(research, { ...kept, things: turned(kept.things, 1) })["things"]).toHaveLength(2);
});

it("whether a thing fits is said with the sizes that she would have here", () => {
  const all = keepAll(research);
  expect(fitsThen(research, sizesThen(mine, research, all))).toEqual(["fits", "not"]);
  const without = { ...all, sizes: turned(all.sizes, "shoe_size") };
  expect(fitsThen(research, sizesThen(mine, research, without))).toEqual(["not", "fits"]);
  expect(sizesThen(mine, research, all).map(({ name, value }) => `${name} ${value}`)).toEqual([
    ...["shoe_size 39", "hat_size 57", "ring_size 17"],
  ]);
});

it("a file of more than a year ago is called old, one without a day is not", () => {
  expect(isOld(research, new Date("2027-11-27"))).toBe(false);
  expect(isOld(research, new Date("2027-12-01"))).toBe(true);
  expect(isOld({ ...research, madeOn: null }, new Date("2040-01-01"))).toBe(false);
});

it("a price is laid beside the same product here only in the same money", () => {
  const sek = { gtin: "07350000000016", price: { amountMinor: 79900, currency: "SEK" } };
  const here: MyThing[] = [
    { ...thing("Boots", null, sek), how: ["viewed"], sizes: [], id: "one", fit: "unknown" },
  ];
  expect(besideHere(sek, here)?.id).toBe("one");
  expect(besideHere({ ...sek, price: { amountMinor: 79900, currency: "DKK" } }, here)).toBeUndefined();
  expect(besideHere({ ...sek, gtin: null }, here)).toBeUndefined();
});
