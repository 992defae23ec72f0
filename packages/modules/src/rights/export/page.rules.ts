// A copy as one page that can be read anywhere: no script, nothing from elsewhere, every value as text. Pure.
import type { Language } from "@somlos/contract";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const rooms: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  mail: { en: "Mails we sent you", sv: "Mejl vi har skickat dig", da: "Mails, vi har sendt dig" },
  access: {
    en: "When our staff looked at you",
    sv: "När vår personal har sett på dig",
    da: "Hvornår vores personale har set på dig",
  },
  events: { en: "What happened", sv: "Vad som har hänt", da: "Hvad der er sket" },
  identity: { en: "How we know you again", sv: "Hur vi känner igen dig", da: "Hvordan vi genkender dig" },
  consent: {
    en: "What you allowed and refused",
    sv: "Vad du har tillåtit och nekat",
    da: "Hvad du har tilladt og afvist",
  },
  profiles: { en: "What we know about you", sv: "Vad vi vet om dig", da: "Hvad vi ved om dig" },
  corner: { en: "How you signed in", sv: "Hur du har loggat in", da: "Hvordan du har logget ind" },
  rights: { en: "What you asked for", sv: "Vad du har bett om", da: "Hvad du har bedt om" },
};
const titles: Readonly<Record<Language, string>> = {
  en: "Everything we know about you",
  sv: "Allt vi vet om dig",
  da: "Alt, vi ved om dig",
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;color:#12191b;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:3rem}dl{border-top:1px solid #d5dcde;padding:.75rem 0;margin:0;display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem}
dt{color:#5d676a}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}`;

export const headOf = (language: Language, house: string, at: Date): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${titles[language]}</title><style>${STYLE}</style></head><body><h1>${titles[language]}</h1>
<p>${text(house)} · <time>${at.toISOString()}</time></p>
`;

export const headingOf = (language: Language, room: string): string =>
  `<h2>${text(rooms[room]?.[language] ?? room)}</h2>\n`;

const shown = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value, null, 1) ?? "");

/** One row: what is empty is left out. */
export const rowOf = (item: Readonly<Record<string, unknown>>): string =>
  `<dl>${Object.entries(item)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(shown(value))}</dd>`)
    .join("")}</dl>\n`;

export const FOOT = "</body></html>\n";
