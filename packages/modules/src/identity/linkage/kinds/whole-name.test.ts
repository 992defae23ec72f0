import { expect, test } from "vitest";
import { kindOf, rawColumn } from "../columns.rules.ts";
import { wholeNameKind } from "./whole-name.rules.ts";

const levelOf = (one: string, other: string): string => {
  const [a, b] = [one, other].map((each) => wholeNameKind.prepare(wholeNameKind.normalise(each)));
  return a && b ? (wholeNameKind.levels[wholeNameKind.compare(a, b)] ?? "") : "";
};

test("Svensson, Anna is Fru Anna Svensson; with a middle name, an initial or a short form it is nearly her", () => {
  expect(levelOf("Svensson, Anna", "Fru Anna Svensson")).toBe("same");
  expect(levelOf("SØRENSEN Åse", "Aase Soerensen")).toBe("same spelled otherwise");
  expect(levelOf("Anna Svensson", "Anna Svenson")).toBe("same spelled otherwise");
  expect(levelOf("Petersen, Karin", "Karin Petresen")).toBe("one or two characters");
  expect(levelOf("Svensson, Anna Maria", "Anna Svensson")).toBe("most words");
  expect(levelOf("A. Svensson", "Anna Svensson")).toBe("nickname, initial or part");
  expect(levelOf("Svensson Kalle", "Karl Svensson")).toBe("nickname, initial or part");
});

test("A surname in common makes nobody one, nor does nothing at all", () => {
  expect(levelOf("Anna Svensson", "Erik Svensson")).toBe("half the words");
  expect(levelOf("Anna Svensson", "Anna Berg")).toBe("half the words");
  expect(levelOf("Anna Svensson", "Erik Berg")).toBe("different");
});

test("A column of whole names is read as one by its values or its head; streets, firms and given names are not", () => {
  const kindAt = (name: string, texts: readonly string[]): string => kindOf(rawColumn(name, texts)).name;
  const people = ["Svensson, Anna Maria", "Lars Berg", "Fru Karin Lind", "Nilsson Per"];
  expect(kindAt("c1", people)).toBe("whole name");
  expect(kindAt("Nom complet", ["Théo Girard", "Manon Leroy", "Petit, Inès"])).toBe("whole name");
  expect(kindAt("Förnamn", ["Anna Maria", "Karl Erik", "Lars Per"])).not.toBe("whole name");
  expect(kindAt("Adresse", ["Storgatan 4", "Annas väg 12", "Kvarnvägen 9"])).not.toBe("whole name");
  expect(kindAt("name", ["Nord Bygg AB", "Skog Fisk A/S", "Tak Plåt AB"])).not.toBe("whole name");
});
