import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashPassword, matchPassword } from "./password.hash.ts";
import { checkPassword } from "./password.rules.ts";

const about = ["ida.lindqvist@butiken.se", "Ida Lindqvist", "Sömlös"];

describe("what a password must hold", () => {
  test.each([
    ["kort", "password.too_short"],
    ["elva tecken", "password.too_short"],
    ["ida.lindqvist@butiken.se", "password.about_you"],
    ["IdaLindqvist", "password.about_you"],
    ["1daL1ndqv1st", "password.about_you"],
    ["Password1234", "password.easy"],
    ["P@ssw0rd2026!", "password.easy"],
    ["123456789012", "password.easy"],
    ["qwertyuiop123", "password.easy"],
    ["aaaaaaaaaaaaaaaa", "password.easy"],
    ["abcabcabcabcabc", "password.easy"],
    ["Sommar2026!!!", "password.easy"],
    ["welcomewelcome", "password.easy"],
    ["Lösenord1234", "password.easy"],
    ["adgangskode12", "password.easy"],
    ["Stockholm2025", "password.easy"],
  ])("%s is refused with %s", (password, code) => {
    expect(() => checkPassword(password, about)).toThrow(code);
  });

  test.each([
    "kabel tröskel lykta mynt",
    "vK7#pQ9wLz2m",
    "snörasvidtisvilde",
    "ångbåt-granit-öppnare",
    "Lampan står på fönstret",
  ])("%s is accepted", (password) => {
    expect(() => checkPassword(password, about)).not.toThrow();
  });

  test("sixteen random signs are accepted, whoever it is", () => {
    const sign = fc.constantFrom(..."bdfghjkmpqtvxyzBDFGHJKMPQTVXYZ2689#%&/=?+");
    const password = fc.array(sign, { minLength: 16, maxLength: 40 }).map((signs) => signs.join(""));
    const varied = password.filter((p) => new Set(p.toLowerCase()).size >= 9);
    fc.assert(
      fc.property(varied, (p) => {
        checkPassword(p, about);
      }),
      { numRuns: 300 },
    );
  });
});

describe("passwords at rest", () => {
  test("the right password matches, another does not, and no hash matches nothing", async () => {
    const stored = await hashPassword("kabel tröskel lykta mynt");
    expect(await matchPassword("kabel tröskel lykta mynt", stored)).toBe(true);
    expect(await matchPassword("kabel tröskel lykta mynt".normalize("NFD"), stored)).toBe(true);
    expect(await matchPassword("kabel tröskel lykta mynt ", stored)).toBe(false);
    expect(await matchPassword("kabel tröskel lykta mynt", null)).toBe(false);
  });

  test("the same password is stored differently twice, and never in clear", async () => {
    const [a, b] = await Promise.all([
      hashPassword("kabel tröskel lykta mynt"),
      hashPassword("kabel tröskel lykta mynt"),
    ]);
    expect(a).not.toBe(b);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toContain("kabel");
  });

  test("a flood of sign-ins is told to wait instead of taking every core", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => matchPassword("x", null)));
    const refused = answers.filter((a) => a.status === "rejected");
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: "door.too_often" } });
  });
});
