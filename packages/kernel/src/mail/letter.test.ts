import { expect, test } from "vitest";
import { letter } from "./letter.ts";

const base = {
  title: "Välkommen tillbaka",
  paragraphs: ["Hej Åsa.", "Du bad om en länk."],
  button: { label: "Logga in", url: "https://butik.example/in?a=1&b=2#hemligt" },
  language: "sv" as const,
};

test("a letter says the same in HTML and in plain text, in the reader's language", () => {
  const { html, text } = letter({ ...base, sender: "Butiken", note: "Någon bad om det här." });
  expect(html).toContain('<html lang="sv">');
  expect(html).toContain('href="https://butik.example/in?a=1&amp;b=2#hemligt"');
  expect(html).toContain("Om knappen inte fungerar");
  expect(text).toBe(
    "Butiken\n\nVälkommen tillbaka\n\nHej Åsa.\n\nDu bad om en länk.\n\nLogga in:\nhttps://butik.example/in?a=1&b=2#hemligt\n\n--\nNågon bad om det här.\n",
  );
});

test("a letter loads nothing from elsewhere, runs nothing and has no tables", () => {
  const { html } = letter(base);
  expect(html).not.toMatch(/<(img|table|script|link|iframe|form|svg)\b/i);
  expect(html).not.toMatch(/\bsrc=|url\(|@import|@font-face/i);
});

test("a name full of markup is shown as it is written", () => {
  const { html } = letter({ ...base, paragraphs: [`<script>alert("x")</script> & 'co'\nnext line`] });
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;<br>next line");
  expect(html).not.toContain("<script");
});

test("a link that is not a web address is refused", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "not an address"])
    expect(() => letter({ ...base, button: { label: "x", url } })).toThrow();
  expect(letter({ title: "x", paragraphs: [], language: "da" }).html).not.toContain("<a ");
});

test("dark mode changes every colour that stands inline", () => {
  const { html } = letter({ ...base, sender: "Butiken", note: "x" });
  const coloured = [...html.matchAll(/<(\w+)([^>]*style="[^"]*(?:color|background):[^>]*)>/g)];
  expect(coloured.length).toBeGreaterThan(8);
  for (const [tag, , rest] of coloured) expect(`${tag} ${rest}`).toMatch(/class="/);
});
