// A copy as one page that can be read anywhere and printed: no script, nothing from elsewhere, every value as text. Pure.
import type { Language } from "@somlos/contract";
import { type Field, fieldsOf, momentIn, type Speech } from "../words/speak.rules.ts";
import { roomSaid, tableSaid } from "../words/tables.rules.ts";
import { PAGE_STYLE } from "./page-style.rules.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Said = { title: string; made: (by: string, at: string) => string; lead: (zone: string) => string };
const said: Readonly<Record<Language, Said>> = {
  en: {
    title: "Everything we know about you",
    made: (by, at) => `From ${by}, ${at}`,
    lead: (zone) =>
      `This is all that we hold about you, part by part, with where each of it came from. Times are by the clock in ${zone}. Is something not right? You can put it right, or have it erased, on your own page with us.`,
  },
  sv: {
    title: "Allt vi vet om dig",
    made: (by, at) => `Från ${by}, ${at}`,
    lead: (zone) =>
      `Det här är allt vi har om dig, del för del, med var varje sak kommer ifrån. Tiderna är enligt klockan i ${zone}. Är något fel? Du kan rätta det, eller få det raderat, på din egen sida hos oss.`,
  },
  da: {
    title: "Alt, vi ved om dig",
    made: (by, at) => `Fra ${by}, ${at}`,
    lead: (zone) =>
      `Det her er alt, vi har om dig, del for del, med hvor hver ting kommer fra. Tiderne er efter uret i ${zone}. Er noget forkert? Du kan rette det eller få det slettet på din egen side hos os.`,
  },
};

const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

export function headOf(house: string, at: Date, speech: Speech): string {
  const { language, names } = speech;
  const words = said[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title}</title><style>${PAGE_STYLE}</style></head><body><header><h1>${words.title}</h1>
<p class="made">${text(words.made(house, momentIn(at, speech)))}</p>
<p>${text(words.lead(cityOf(names.zone)))}</p></header>
`;
}

export const headingOf = (language: Language, room: string): string =>
  `<h2>${text(roomSaid(room, language) ?? room)}</h2>\n`;
export const subheadingOf = (language: Language, table: string): string =>
  `<h3>${text(tableSaid(table, language) ?? table)}</h3>\n`;

const listOf = (fields: readonly Field[]): string =>
  `<dl>${fields
    .map(
      ({ name, said: one }) =>
        `<div><dt>${text(name)}</dt><dd>${typeof one === "string" ? text(one) : listOf(one)}</dd></div>`,
    )
    .join("")}</dl>`;

export const rowOf = (item: Readonly<Record<string, unknown>>, speech: Speech): string =>
  `<article>${listOf(fieldsOf(item, speech))}</article>\n`;

export const FOOT = "</body></html>\n";
