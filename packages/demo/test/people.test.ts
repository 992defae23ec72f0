import { normalEmail, normalPhone } from "@somlos/rules/identifiers";
import { describe, expect, it } from "vitest";
import { products } from "../src/catalog.rules.ts";
import { isGtin } from "../src/gtin.rules.ts";
import { isNobodysNumber } from "../src/numbers.rules.ts";
import { makePeople } from "../src/people.rules.ts";

const people = makePeople(1, 3000);
const told = <T>(values: readonly (T | undefined)[]): T[] => values.filter((v) => v !== undefined);
const countOf = (values: readonly unknown[]): number => new Set(values).size;

describe("the customers of the made-up chain", () => {
  it("are the same people whenever the same seed is asked, and the first ones stay when more are asked for", () => {
    expect(makePeople(1, 3000)).toEqual(people);
    expect(makePeople(1, 400)).toEqual(people.slice(0, 400));
    expect(makePeople(2, 50)).not.toEqual(people.slice(0, 50));
  });

  it("have telephone numbers that no subscriber can have, each number once", () => {
    const phones = told(people.map((p) => p.phone));
    expect(phones.length).toBeGreaterThan(300);
    for (const phone of phones) {
      expect(isNobodysNumber(phone)).toBe(true);
      expect(normalPhone(phone, "SE")).toBe(phone);
    }
    expect(countOf(phones)).toBe(phones.length);
    expect(isNobodysNumber("+46701740604")).toBe(false);
    expect(isNobodysNumber("+46701740700")).toBe(false);
    expect(isNobodysNumber("+4520123456")).toBe(false);
  });

  it("have mail addresses under a domain that nobody can own, each address once", () => {
    const mails = people.map((p) => p.email);
    for (const mail of mails) {
      expect(mail).toMatch(/^[a-z]+\.?[a-z]+\d*@post\.example$/);
      expect(normalEmail(mail)).toBe(mail);
    }
    expect(countOf(mails)).toBe(people.length);
  });

  it("have club cards, logins and devices that nobody else has, and share the tablet with those at home only", () => {
    expect(countOf(people.map((p) => p.clubCard))).toBe(people.length);
    const logins = told(people.map((p) => p.login));
    expect(countOf(logins)).toBe(logins.length);
    expect(countOf(people.flatMap((p) => [p.devices.phone, p.devices.app]))).toBe(people.length * 2);
    const owners = Map.groupBy(
      people.filter((p) => p.devices.tablet !== undefined),
      (p) => p.devices.tablet,
    );
    const shared = [...owners.values()].filter((home) => home.length > 1);
    expect(shared.length).toBeGreaterThan(100);
    for (const home of shared) expect(countOf(home.map((p) => p.household))).toBe(1);
  });

  it("are named after the time and the country they were born in", () => {
    const share = (some: typeof people, names: string) =>
      some.filter((p) => names.split(" ").includes(p.firstName)).length / some.length;
    const old = people.filter((p) => p.country === "SE" && p.woman && p.born < 1950);
    const young = people.filter((p) => p.country === "SE" && p.woman && p.born >= 2000);
    const names = "Birgitta Karin Margareta Ingrid Kerstin Inger Ulla Gunilla";
    expect(share(old, names)).toBeGreaterThan(0.35);
    expect(share(young, names)).toBe(0);
    const danish = people.filter((p) => p.country === "DK");
    expect(danish.filter((p) => p.lastName.endsWith("sen")).length / danish.length).toBeGreaterThan(0.6);
  });
});

describe("the assortment", () => {
  it("has about sixty products, each with a number that is valid inside the chain only", () => {
    expect(products.length).toBeGreaterThanOrEqual(55);
    for (const { gtin } of products) {
      expect(isGtin(gtin)).toBe(true);
      expect(Number(gtin.slice(0, 2))).toBeGreaterThanOrEqual(20);
      expect(Number(gtin.slice(0, 2))).toBeLessThanOrEqual(29);
    }
    expect(countOf(products.map((p) => p.gtin))).toBe(products.length);
    expect(isGtin("2000000010015")).toBe(false);
  });

  it("has a name in three languages and a price in two currencies for every product", () => {
    for (const { name, price, category } of products) {
      for (const word of [name.sv, name.da, name.en, category.name.sv, category.name.da, category.name.en])
        expect(word.trim()).toMatch(/\p{L}{2}/u);
      expect(price.SE).toBeGreaterThan(price.DK);
      expect(price.DK).toBeGreaterThan(0);
    }
  });
});
