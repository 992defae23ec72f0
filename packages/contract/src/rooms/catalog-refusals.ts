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
} as const satisfies Record<string, RefusalLine>;
export type CatalogRefusal = keyof typeof catalogRefusals;
