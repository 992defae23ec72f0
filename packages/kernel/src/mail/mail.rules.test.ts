import { expect, test } from "vitest";
import { cleanSubject, hideLinks, isAddress, MOST_TRIES, readFailure, waitAfter } from "./mail.rules.ts";

test("a mail is tried again after a minute, then ever more seldom, at last after a day", () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, i) => waitAfter(i + 1));
  expect(waits[0]).toBe(60);
  expect(waits.at(-1)).toBe(86_400);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
});

test("only one plain address is an address", () => {
  for (const good of ["a@b.se", "åsa.öst+kvitto@exempel.example", "o'hara@x.dk", "x@localhost"])
    expect(isAddress(good), good).toBe(true);
  const bad = [
    "",
    "a",
    "a@b@c",
    "a@b, c@d",
    "a@b;c@d",
    "A <a@b>",
    "a@b\r\nBcc: c@d",
    "a b@c",
    `${"a".repeat(320)}@b`,
  ];
  for (const one of bad) expect(isAddress(one), one).toBe(false);
});

test("a subject cannot begin a second header line", () => {
  expect(cleanSubject("Hej\r\nBcc: x@y.se\u2028 då\0")).toBe("Hej Bcc: x@y.se  då\u{fffd}");
});

test("a hidden link still says where it leads, and nothing more", () => {
  const text = `<a href="https://a.example/in?x=1&amp;y=2#tok-en">https://a.example/in#tok</a> see http://b.example`;
  expect(hideLinks(text)).toBe(
    `<a href="https://a.example/…">https://a.example/…</a> see http://b.example/…`,
  );
});

test("a refused receiver is final; refused settings, a full server and a cut line are not", () => {
  expect(readFailure({ responseCode: 550, command: "RCPT TO", response: "550 nobody" }).final).toBe(true);
  expect(readFailure({ responseCode: 554, command: "DATA" }).final).toBe(true);
  expect(readFailure({ responseCode: 451, command: "RCPT TO" }).final).toBe(false);
  expect(readFailure({ responseCode: 535, command: "AUTH PLAIN" }).final).toBe(false);
  expect(readFailure({ responseCode: 553, command: "MAIL FROM" }).final).toBe(false);
  expect(readFailure(new Error("cut"))).toEqual({ final: false, code: "unknown", answer: "cut" });
});
