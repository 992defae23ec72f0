import type { Language } from "@somlos/contract";
import { expect, test } from "vitest";
import { refuseText } from "./texts.rules.ts";

const tells = (language: Language, sentence: string, name = "Almvik AB"): boolean => {
  try {
    refuseText({ basis: "soft", language, body: `Almvik AB skriver om lampor. ${sentence}` }, [name]);
    return true;
  } catch {
    return false;
  }
};

test("that it can be taken back is understood in the words that shops use", () => {
  const said: readonly (readonly [Language, string])[] = [
    ["sv", "Du kan tacka nej när som helst."],
    ["sv", "Vill du inte ha fler? Då tackar du nej i mejlet."],
    ["sv", "Det går alltid att säga nej."],
    ["sv", "Du kan avböja, eller avanmäla dig."],
    ["sv", "Jag kan när som helst ta det tillbaka."],
    ["sv", "Det kan återkallas.".normalize("NFD")],
    ["da", "Du kan altid takke nej."],
    ["da", "Du kan melde dig fra når som helst."],
    ["da", "Du kan til enhver tid trække det tilbage."],
    ["en", "You may opt-out at any time."],
    ["en", "You can say no at any time."],
    ["en", "It can be taken back."],
    ["en", "This may be revoked whenever you like."],
  ];
  expect(said.filter(([language, sentence]) => !tells(language, sentence))).toEqual([]);
});

test("words that only sound like it do not count", () => {
  const silent: readonly (readonly [Language, string])[] = [
    ["sv", "Du kan tacka ja när som helst."],
    ["sv", "Vi tar gärna emot dig i butiken."],
    ["da", "Vi melder nyheder fra butikken."],
    ["da", "Takket være dig."],
    ["en", "You will say nothing but good of it."],
    ["en", "We are back in May."],
  ];
  expect(silent.filter(([language, sentence]) => tells(language, sentence))).toEqual([]);
});
