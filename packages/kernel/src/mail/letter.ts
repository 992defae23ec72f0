// The one layout of all transactional mails: no tables, no pictures from elsewhere, readable in light and dark, with
// a plain text beside it that says the same.
import type { Language } from "@somlos/contract";

export type Letter = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly button?: { readonly label: string; readonly url: string };
  readonly language: Language;
  /** Who writes: the retailer's name, above the title. */
  readonly sender?: string;
  /** Small print under the line: why this mail came. */
  readonly note?: string;
};

const ifButtonFails: Readonly<Record<Language, string>> = {
  en: "If the button does not work, copy this address into your browser:",
  sv: "Om knappen inte fungerar, kopiera adressen till din webbläsare:",
  da: "Hvis knappen ikke virker, så kopiér adressen til din browser:",
};

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
const lines = (text: string): string => escapeHtml(text).replace(/\r?\n/g, "<br>");

function checkedUrl(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new Error("a letter links to http(s) only");
  return href;
}

const FONT = "'Hanken Grotesk',system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
// Mail readers that know dark mode take these; the others keep the inline colours.
const DARK = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.ground{background:#0a0e0f!important}.sheet{background:#181e20!important;border-color:#363e41!important}
.ink{color:#f0f4f4!important}.quiet{color:#a5adaf!important}.line{border-color:#363e41!important}
.act{background:#f0f4f4!important;color:#12191b!important}.link{color:#8cc5e4!important}}`;

const paragraph = (text: string): string =>
  `<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:#12191b">${lines(text)}</p>`;

const button = (label: string, url: string, language: Language): string => `
<p style="margin:28px 0"><a class="act" href="${escapeHtml(url)}" style="display:inline-block;padding:14px 24px;border-radius:6px;background:#12191b;color:#ffffff;font-size:16px;line-height:20px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p class="quiet" style="margin:0;font-size:13px;line-height:18px;color:#5d676a">${ifButtonFails[language]}<br><a class="link" href="${escapeHtml(url)}" style="color:#155d7c;word-break:break-all">${escapeHtml(url)}</a></p>`;

const small = (text: string, style: string): string =>
  `<p class="quiet line" style="font-size:13px;line-height:18px;color:#5d676a;${style}">${lines(text)}</p>`;

export function letter(l: Letter): { html: string; text: string } {
  const url = l.button === undefined ? undefined : checkedUrl(l.button.url);
  const html = `<!doctype html>
<html lang="${l.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(l.title)}</title><style>${DARK}</style></head>
<body class="ground" style="margin:0;padding:0;background:#f0f4f4"><div class="ground" lang="${l.language}" style="padding:32px 16px;background:#f0f4f4;font-family:${FONT}">
<div class="sheet" role="article" style="max-width:520px;margin:0 auto;padding:32px 28px;background:#ffffff;border:1px solid #e0e6e7;border-radius:10px">
${l.sender === undefined ? "" : small(l.sender, "margin:0 0 20px;font-weight:600")}
<h1 class="ink" style="margin:0 0 20px;font-size:24px;line-height:30px;font-weight:600;color:#12191b">${lines(l.title)}</h1>
${l.paragraphs.map(paragraph).join("\n")}${l.button === undefined || url === undefined ? "" : button(l.button.label, url, l.language)}
${l.note === undefined ? "" : small(l.note, "margin:28px 0 0;padding-top:16px;border-top:1px solid #e0e6e7")}
</div></div></body></html>
`;
  const act = l.button === undefined ? [] : [`${l.button.label}:\n${url}`];
  const parts = [
    l.sender,
    l.title,
    ...l.paragraphs,
    ...act,
    l.note === undefined ? undefined : `--\n${l.note}`,
  ];
  return { html, text: `${parts.filter((part) => part !== undefined).join("\n\n")}\n` };
}
