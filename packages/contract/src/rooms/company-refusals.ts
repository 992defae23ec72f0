// Every "no" of the room company.
import type { RefusalLine } from "../refusal.ts";

export const companyRefusals = {
  "company.saved_by_other": {
    status: 409,
    en: "Somebody else saved this while you worked. Look at what it says now, then make your change again.",
    sv: "Någon annan har sparat det här medan du arbetade. Se vad som står nu och gör din ändring igen.",
    da: "En anden har gemt dette, mens du arbejdede. Se, hvad der står nu, og lav din ændring igen.",
  },
  "company.code_taken": {
    status: 409,
    en: "This code is taken, perhaps by one that is closed. Codes are never given twice: choose another.",
    sv: "Koden är upptagen, kanske av en som är stängd. En kod ges aldrig två gånger: välj en annan.",
    da: "Koden er optaget, måske af en, der er lukket. En kode gives aldrig to gange: vælg en anden.",
  },
  "company.code_fixed": {
    status: 409,
    en: "A code never changes, since events carry it. Close this one and make a new one with the right code.",
    sv: "En kod ändras aldrig, eftersom händelser bär den. Stäng den här och skapa en ny med rätt kod.",
    da: "En kode ændres aldrig, da hændelser bærer den. Luk denne, og opret en ny med den rigtige kode.",
  },
  "company.entity_unknown": {
    status: 404,
    en: "There is no such legal entity. See the list under Settings.",
    sv: "Det finns ingen sådan juridisk person. Se listan under Inställningar.",
    da: "Der er ingen sådan juridisk enhed. Se listen under Indstillinger.",
  },
  "company.entity_closed": {
    status: 409,
    en: "This legal entity is closed, or its last day is set. Take that day away first, or choose another.",
    sv: "Den juridiska personen är stängd, eller har en sista dag. Ta först bort den dagen, eller välj en annan.",
    da: "Den juridiske enhed er lukket, eller har en sidste dag. Fjern først den dag, eller vælg en anden.",
  },
  "company.entity_has_locations": {
    status: 409,
    en: "Some of its locations stay open after that day. Close them first, then the legal entity.",
    sv: "Några av dess platser är öppna längre än så. Stäng dem först, sedan den juridiska personen.",
    da: "Nogle af dens lokationer er åbne længere end det. Luk dem først, derefter den juridiske enhed.",
  },
  "company.sharing_alone": {
    status: 400,
    en: "Sharing takes two legal entities or more. Choose at least two.",
    sv: "Att dela kunder kräver minst två juridiska personer. Välj två eller fler.",
    da: "At dele kunder kræver mindst to juridiske enheder. Vælg to eller flere.",
  },
  "company.sharing_taken": {
    status: 409,
    en: "One of them shares customers on another basis already. End that one first, then record one for them all.",
    sv: "En av dem delar redan kunder på en annan grund. Avsluta den först och för sedan in en som gäller alla.",
    da: "En af dem deler allerede kunder på et andet grundlag. Afslut det først, og registrér så ét for dem alle.",
  },
  "company.sharing_unknown": {
    status: 404,
    en: "There is no such basis for sharing. See the list under Settings.",
    sv: "Det finns ingen sådan grund för att dela kunder. Se listan under Inställningar.",
    da: "Der er ikke noget sådant grundlag for at dele kunder. Se listen under Indstillinger.",
  },
  "company.sharing_ended": {
    status: 409,
    en: "This sharing has ended already, and an end is never changed. To share again, record a new basis.",
    sv: "Delningen är redan avslutad, och ett avslut ändras aldrig. För in en ny grund för att dela igen.",
    da: "Delingen er allerede afsluttet, og en afslutning ændres aldrig. Registrér et nyt grundlag for at dele igen.",
  },
  "company.location_unknown": {
    status: 404,
    en: "There is no such location. See the list under Settings.",
    sv: "Det finns ingen sådan plats. Se listan under Inställningar.",
    da: "Der er ingen sådan lokation. Se listen under Indstillinger.",
  },
  "company.location_not_yours": {
    status: 403,
    en: "Your role does not reach this location. Ask an owner to grant it.",
    sv: "Din roll når inte den här platsen. Be en ägare om behörighet.",
    da: "Din rolle når ikke denne lokation. Bed en ejer om adgang.",
  },
  "company.closes_before_opening": {
    status: 400,
    en: "The last day lies before the first. Choose a later last day.",
    sv: "Sista dagen ligger före den första. Välj en senare sista dag.",
    da: "Den sidste dag ligger før den første. Vælg en senere sidste dag.",
  },
  "company.hours_overlap": {
    status: 400,
    en: "Two opening times overlap, counting the night before. Move one of them or join them.",
    sv: "Två öppettider går in i varandra, natten före medräknad. Flytta en av dem eller slå ihop dem.",
    da: "To åbningstider overlapper, natten før medregnet. Flyt en af dem, eller læg dem sammen.",
  },
  "company.hours_empty": {
    status: 400,
    en: "An opening time opens and closes at the same minute. Write the whole day as 00:00 to 24:00.",
    sv: "En öppettid öppnar och stänger samma minut. Skriv hela dygnet som 00.00 till 24.00.",
    da: "En åbningstid åbner og lukker i samme minut. Skriv hele døgnet som 00.00 til 24.00.",
  },
  "company.exception_past": {
    status: 409,
    en: "That day is over at this location, and it was as it was. Choose today or a later day.",
    sv: "Den dagen är över på platsen, och den var som den var. Välj i dag eller en senare dag.",
    da: "Den dag er forbi på lokationen, og den var, som den var. Vælg i dag eller en senere dag.",
  },
  "company.exception_unknown": {
    status: 404,
    en: "That day has no special hours here. It may have been removed just now.",
    sv: "Den dagen har inga avvikande tider här. De kan just ha tagits bort.",
    da: "Den dag har ingen særlige tider her. De kan lige være fjernet.",
  },
  "company.exceptions_many": {
    status: 409,
    en: "A location takes 400 coming days with special hours. Change the weekly hours instead.",
    sv: "En plats rymmer 400 kommande dagar med avvikande tider. Ändra veckans öppettider i stället.",
    da: "En lokation rummer 400 kommende dage med særlige tider. Ret ugens åbningstider i stedet.",
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
