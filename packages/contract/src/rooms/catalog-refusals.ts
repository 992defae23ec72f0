// Every "no" of the catalogue.
import type { RefusalLine } from "../refusal.ts";

export const catalogRefusals = {
  "catalog.unknown": {
    status: 404,
    en: "We sell nothing by this code. Check it, or look for the goods by name.",
    sv: "Vi säljer inget med den här koden. Kontrollera den, eller sök varan med namn.",
    da: "Vi sælger intet med denne kode. Tjek den, eller søg varen på navn.",
  },
  "catalog.price_bad": {
    status: 400,
    en: "A price is an amount with no more decimals than its currency has, like 1249.00 SEK. Nothing of this product was stored.",
    sv: "Ett pris är ett belopp med högst så många decimaler som valutan har, som 1249.00 SEK. Inget av produkten sparades.",
    da: "En pris er et beløb med højst så mange decimaler, som valutaen har, som 1249.00 SEK. Intet af produktet blev gemt.",
  },
  "catalog.gtin_bad": {
    status: 400,
    en: "This is no GTIN: 8, 12, 13 or 14 digits of which the last is the check digit. Leave it out if there is none.",
    sv: "Det här är inget GTIN: 8, 12, 13 eller 14 siffror där den sista är kontrollsiffra. Utelämna det om det inte finns.",
    da: "Dette er ikke et GTIN: 8, 12, 13 eller 14 cifre, hvor det sidste er kontrolciffer. Udelad det, hvis der ikke er et.",
  },
  "catalog.ahead": {
    status: 400,
    en: "This was said at a time that has not come yet. Check the clock of the sender.",
    sv: "Det här sades vid en tid som inte har kommit än. Kontrollera avsändarens klocka.",
    da: "Dette blev sagt på et tidspunkt, der ikke er kommet endnu. Tjek afsenderens ur.",
  },
  "catalog.picture_not_one": {
    status: 400,
    en: "This is no picture that we can show. Send a PNG, JPEG, WebP, AVIF or SVG, whole, as the body.",
    sv: "Det här är ingen bild som vi kan visa. Skicka en PNG, JPEG, WebP, AVIF eller SVG, hel, som innehåll.",
    da: "Dette er ikke et billede, vi kan vise. Send en PNG, JPEG, WebP, AVIF eller SVG, hel, som indhold.",
  },
  "catalog.picture_active": {
    status: 400,
    en: "This SVG does more than draw: it runs something, loads something from elsewhere, or brings a DOCTYPE. Save it as plain SVG.",
    sv: "Den här SVG-bilden gör mer än att rita: den kör något, hämtar något utifrån eller har en DOCTYPE. Spara den som vanlig SVG.",
    da: "Dette SVG-billede gør mere end at tegne: det kører noget, henter noget udefra eller har en DOCTYPE. Gem det som almindelig SVG.",
  },
  "catalog.picture_too_large": {
    status: 413,
    en: "The picture is over 2 MB. Make it smaller: on a screen 1,600 pixels are plenty.",
    sv: "Bilden är större än 2 MB. Gör den mindre: på en skärm räcker 1 600 bildpunkter gott.",
    da: "Billedet er over 2 MB. Gør det mindre: på en skærm er 1.600 pixels rigeligt.",
  },
  "catalog.picture_unknown": {
    status: 404,
    en: "There is no such picture here.",
    sv: "Den bilden finns inte här.",
    da: "Det billede findes ikke her.",
  },
} as const satisfies Record<string, RefusalLine>;
export type CatalogRefusal = keyof typeof catalogRefusals;
