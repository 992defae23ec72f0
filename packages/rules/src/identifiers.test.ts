import { expect, test } from "vitest";
import { addressIn, normalAddress, normalEmail } from "./identifiers.ts";

test("an address is one, whoever wrote it and wherever it was pasted from", () => {
  const anna = [
    "anna@example.se",
    " Anna@Example.SE ",
    "mailto:anna@example.se",
    "<anna@example.se>",
    "Anna Ek <anna@example.se>",
    "anna@example.se.",
    "an\u200bna@example.se",
    "\u202aanna@example.se\u202c",
    "anna@ｅｘample。se",
    ...["anna@example.se;", "anna@example.se,", "'anna@example.se'", '"anna@example.se"', "'anna@example.se"],
    ...[
      "<anna@example.se>;",
      "Anna Ek <anna@example.se>,",
      '"Ek, Anna" <anna@example.se>',
      "(anna@example.se)",
    ],
    ...["[anna@example.se]", "“anna@example.se”", "<mailto:anna@example.se>", "mailto:'anna@example.se'"],
  ];
  expect(anna.map(normalEmail)).toEqual(anna.map(() => "anna@example.se"));
});

test("a domain with Nordic letters is the same as mail servers write it", () => {
  for (const [written, same] of [
    ["åsa@xn--bjrk-6qa.se", "åsa@björk.se"],
    ["åsa@BJÖRK.se", "åsa@björk.se"],
    ["li@xn--fiqs8s.example", "li@中国.example"],
    ["eva@post.xn--mgba3a4f16a.ir", "eva@post.ایران.ir"],
  ] as const)
    expect(normalEmail(written)).toBe(same);
  for (const domain of ["smörgåsbord.se", "æøå.dk", "straße.de", "ελλάδα.gr", "москва.ru", "日本語.jp"]) {
    expect(normalEmail(`x@${domain}`)).toBe(`x@${domain}`);
    expect(normalEmail(`x@${new URL(`http://${domain}`).hostname}`)).toBe(`x@${domain}`);
  }
});

test("what only looks alike stays two addresses, and what is no domain is left alone", () => {
  for (const [one, other] of [
    ["anna@example.se", "аnna@example.se"],
    ["anna+a@example.se", "anna+b@example.se"],
    ["an.na@example.se", "anna@example.se"],
    ["ole@example.dk", "øle@example.dk"],
    ["anna@bjork.se", "anna@björk.se"],
  ] as const)
    expect(normalEmail(one)).not.toBe(normalEmail(other));
  for (const odd of ["x@xn--.se", "x@xn--99999999.se", "x@xn--a-.se"]) expect(normalEmail(odd)).toBe(odd);
  for (const pictures of ["x@💩.la", "x@xn--ls8h.la"]) expect(normalEmail(pictures)).toBe("x@💩.la");
  expect(normalEmail("'o'neil@example.se'")).toBe("o'neil@example.se");
  expect(normalEmail("a\u030asa@bjo\u0308rk.se")).toBe("åsa@björk.se");
  const two = ["a@example.se;b@example.se", "a@example.se,b@example.se", "a@exa;mple.se", "a@example.se；"];
  for (const none of [...two, "a@example.se?subject=x", "a@ex'ample.se", "a@example..se", "a@<example.se"])
    expect([none, normalEmail(none)]).toEqual([none, undefined]);
  for (const none of ["", "anna", "@", "<>", "mailto:", "<email>", "a@b", "a b@example.se", "x".repeat(2000)])
    expect([none, normalEmail(none)]).toEqual([none, undefined]);
});

test("a postal code is the same with its country before it, and one with letters of its own stays", () => {
  const at = (postalCode: string, country = "SE") =>
    normalAddress({ street: "Storgatan 5", postalCode, country }, "SE");
  for (const written of ["211 45", "21145", "SE-211 45", "S-21145"])
    expect(at(written)).toBe("storgatan 5|21145|se");
  expect(at("DK-2100", "DK")).toBe("storgatan 5|2100|dk");
  expect(at("EC1A 1BB", "GB")).toBe("storgatan 5|ec1a1bb|gb");
});

test("an address in one line is the same as the one in parts", () => {
  const at = (line: string) => normalAddress(addressIn(line), "SE");
  for (const line of [
    "Storgatan 1, 211 45 Malmö",
    "storgatan 1 21145",
    "Storgatan 1\n211 45 MALMÖ",
    "Storgatan 1, SE-211 45 Malmö, SE",
    "storgatan 1|21145|se",
  ])
    expect(at(line)).toBe(normalAddress({ street: "Storgatan 1", postalCode: "211 45" }, "SE"));
  expect(at("Nørregade 5, 2. tv, 1165 København K, DK")).toBe(
    normalAddress({ street: "Nørregade 5, 2. tv", postalCode: "1165", country: "DK" }, "SE"),
  );
  for (const none of ["Storgatan 1", "211 45 Malmö", "", "x".repeat(600)])
    expect(addressIn(none)).toBeUndefined();
});
