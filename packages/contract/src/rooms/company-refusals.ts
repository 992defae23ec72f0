// Every "no" of the room company.
import type { RefusalLine } from "../refusal.ts";

export const companyRefusals = {
  "company.saved_by_other": {
    status: 409,
    en: "Somebody else saved this while you worked. Look at what it says now, then make your change again.",
    sv: "Någon annan har sparat det här medan du arbetade. Se vad som står nu och gör din ändring igen.",
    da: "En anden har gemt dette, mens du arbejdede. Se, hvad der står nu, og lav din ændring igen.",
  },
  "company.language_not_offered": {
    status: 400,
    en: "The default language must be one of those offered. Offer it too, or choose another.",
    sv: "Standardspråket måste vara ett av dem som erbjuds. Erbjud det också, eller välj ett annat.",
    da: "Standardsproget skal være et af dem, der tilbydes. Tilbyd det også, eller vælg et andet.",
  },
  "company.logo_missing": {
    status: 404,
    en: "There is no logo. Put one there under Settings.",
    sv: "Det finns ingen logotyp. Lägg dit en under Inställningar.",
    da: "Der er intet logo. Læg et op under Indstillinger.",
  },
  "company.logo_too_large": {
    status: 413,
    en: "The logo is over 512 kB or 4,096 pixels a side. Save it smaller and try again.",
    sv: "Logotypen är större än 512 kB eller 4 096 pixlar per sida. Spara den mindre och försök igen.",
    da: "Logoet er over 512 kB eller 4.096 pixel pr. side. Gem det mindre, og prøv igen.",
  },
  "company.logo_not_a_picture": {
    status: 400,
    en: "This file is not the picture it says it is. Choose a PNG, SVG or WebP file.",
    sv: "Filen är inte den bild den säger sig vara. Välj en PNG-, SVG- eller WebP-fil.",
    da: "Filen er ikke det billede, den siger, den er. Vælg en PNG-, SVG- eller WebP-fil.",
  },
  "company.logo_active": {
    status: 400,
    en: "This SVG does more than draw: it holds scripts, foreign content or links outside itself. Export it as plain SVG.",
    sv: "SVG-filen gör mer än ritar: den har skript, främmande innehåll eller länkar utåt. Exportera den som ren SVG.",
    da: "SVG-filen gør mere end at tegne: den har scripts, fremmed indhold eller links udad. Eksportér den som ren SVG.",
  },
} as const satisfies Record<string, RefusalLine>;
