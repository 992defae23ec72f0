import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigitOf } from "../gtin.ts";
import { digitalLinkOf, parseDigitalLink } from "./digital-link.ts";
import { parseElementString } from "./element-string.ts";
import { readCode } from "./read-code.ts";

const gtin14 = fc
  .stringMatching(/^\d{13}$/)
  .filter((body) => /^\d(?!0000)\d{4}/.test(body) && /[1-9]/.test(body))
  .map((body) => `${body}${checkDigitOf(body)}`);
const text = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
const FNC1 = "\u001d";

test("COM-H13 one product is the same, whichever of its codes is scanned", () => {
  const same = [
    ...["7350000000016", "07350000000016", "735 0000 000016", "]E07350000000016"],
    ...["(01)07350000000016", "0107350000000016", "]C10107350000000016", `]d20107350000000016`],
    ...["https://id.gs1.org/01/07350000000016", "https://butik.example/p/01/7350000000016?utm=1#mera"],
  ];
  expect(same.map((code) => readCode(code)?.gtin)).toEqual(same.map(() => "07350000000016"));
});

test("what a code says besides comes along: batch, serial, last day", () => {
  const whole = { gtin: "07350000000016", batch: "A1/2", serial: "77", expires: "270131" };
  expect(readCode(`]d201073500000000161727013110A1/2${FNC1}2177`)).toEqual(whole);
  expect(readCode("https://a.example/01/07350000000016/10/A1%2F2/21/77?17=270131")).toEqual(whole);
  expect(readCode("(01)07350000000016(17)270131(10)A1/2(21)77")).toEqual(whole);
});

test("short codes of small packs are read too", () => {
  expect(readCode("96385074")?.gtin).toBe("00000096385074"); // EAN-8
  expect(readCode("036000291452")?.gtin).toBe("00036000291452"); // UPC-A
  expect(readCode("04252614")?.gtin).toBe("00042100005264"); // UPC-E
  expect(readCode("01278907")?.gtin).toBe("00012000007897"); // UPC-E, zeros before the last digits
});

test("what names no goods is no code: a wrong digit, a day that is none, a link to elsewhere, nothing", () => {
  const none = [
    ...["7350000000017", "", "   ", "0000000000000", "abc", "https://butik.example/produkt/12", "https://"],
    ...["(01)07350000000016(17)271331", "(00)006141411234567890", "(01)", "()", "0107350000000017"],
    ...["https://a.example/01/07350000000017", "1".repeat(5000)],
  ];
  expect(none.filter((code) => readCode(code) !== undefined)).toEqual([]);
});

test("a link that is written is read back whole, whatever its values", () => {
  fc.assert(
    fc.property(gtin14, text, text, (gtin, batch, serial) => {
      const elements = [
        { ai: "01", value: gtin },
        { ai: "10", value: batch },
        { ai: "21", value: serial },
      ];
      const link = digitalLinkOf(elements, "https://butik.example");
      expect(link === undefined ? undefined : parseDigitalLink(link)).toEqual(elements);
      const scanned = `01${gtin}10${batch}${FNC1}21${serial}`;
      expect(parseElementString(scanned)).toEqual(elements);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is scanned, reading it ends and throws nothing", () => {
  const odd = fc.oneof(fc.string(), fc.webUrl(), text, fc.stringMatching(/^[0-9()]{0,40}$/));
  fc.assert(
    fc.property(odd, (code) => {
      const found = readCode(code);
      expect(found === undefined || /^\d{14}$/.test(found.gtin)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
