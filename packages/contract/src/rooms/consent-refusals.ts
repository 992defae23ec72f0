// Every "no" that the doors of permission say besides those of the ledger itself.
import type { RefusalLine } from "../refusal.ts";

export const consentDoorRefusals = {
  "consent.nothing_to_reach": {
    status: 409,
    en: "We have no proven address of yours for this channel. Add one first.",
    sv: "Vi har ingen bekräftad adress till dig för den här kanalen. Lägg till en först.",
    da: "Vi har ingen bekræftet adresse til dig for denne kanal. Tilføj en først.",
  },
  "consent.text_unknown": {
    status: 404,
    en: "No text was published with this id or hash for this purpose. Publish the words first, exactly as they are shown.",
    sv: "Ingen text har publicerats med detta id eller denna hash för ändamålet. Publicera orden först, precis som de visas.",
    da: "Ingen tekst er udgivet med dette id eller denne hash til formålet. Udgiv ordene først, præcis som de vises.",
  },
  "consent.identifier_bad": {
    status: 400,
    en: "This is no address or number of that kind. Check the kind and the value.",
    sv: "Det här är ingen adress eller nummer av den typen. Kontrollera typ och värde.",
    da: "Dette er ingen adresse eller nummer af den slags. Kontrollér type og værdi.",
  },
  "consent.policy_past": {
    status: 400,
    en: "What was decided for days that are over stays as it is. Choose today or a later day.",
    sv: "Det som gällde dagar som varit står kvar. Välj i dag eller en senare dag.",
    da: "Det, der gjaldt for dage, der er gået, står ved magt. Vælg i dag eller en senere dag.",
  },
  "consent.entity_not_yours": {
    status: 403,
    en: "Your grants do not reach this legal entity. Ask a colleague whose grants do.",
    sv: "Dina behörigheter når inte den juridiska personen. Be en kollega vars behörighet gör det.",
    da: "Dine rettigheder når ikke denne juridiske enhed. Bed en kollega, hvis rettigheder gør.",
  },
  "consent.soft_channel": {
    status: 400,
    en: "A purchase allows mail and text messages only. Leave the other channels out, or ask for consent.",
    sv: "Ett köp ger bara rätt till mejl och sms. Utelämna de andra kanalerna, eller be om samtycke.",
    da: "Et køb giver kun ret til mail og sms. Udelad de andre kanaler, eller bed om samtykke.",
  },
  "consent.link_dead": {
    status: 400,
    en: "The link is not whole. Open it again from the message, or write to us.",
    sv: "Länken är inte hel. Öppna den igen från meddelandet, eller skriv till oss.",
    da: "Linket er ikke helt. Åbn det igen fra beskeden, eller skriv til os.",
  },
  "consent.link_over": {
    status: 410,
    en: "The link has been open for too long. Sign up again to get a new one.",
    sv: "Länken har gått ut. Anmäl dig igen, så får du en ny.",
    da: "Linket er udløbet. Tilmeld dig igen, så får du et nyt.",
  },
  "consent.nothing_waits": {
    status: 404,
    en: "No yes of this number or device waits to be confirmed for this purpose. Tell of the yes first.",
    sv: "Inget ja från numret eller enheten väntar på bekräftelse för ändamålet. Berätta om jaet först.",
    da: "Intet ja fra nummeret eller enheden venter på bekræftelse til formålet. Fortæl om jaet først.",
  },
  "consent.codes_enough": {
    status: 429,
    en: "Three codes a day is the most for one number or device. Ask again tomorrow.",
    sv: "Tre koder om dagen är det mesta för ett nummer eller en enhet. Fråga igen i morgon.",
    da: "Tre koder om dagen er det meste for et nummer eller en enhed. Spørg igen i morgen.",
  },
  "consent.code_wrong": {
    status: 400,
    en: "The code is not right. Look at the message again; after five wrong codes it ends.",
    sv: "Koden stämmer inte. Titta i meddelandet igen; efter fem fel slutar den gälla.",
    da: "Koden passer ikke. Se på beskeden igen; efter fem forkerte udløber den.",
  },
  "consent.code_over": {
    status: 410,
    en: "There is no code left to answer: it ended or was tried too often. Ask for a new one.",
    sv: "Det finns ingen kod kvar att svara på: den har gått ut eller prövats för ofta. Be om en ny.",
    da: "Der er ingen kode tilbage at svare på: den er udløbet eller prøvet for ofte. Bed om en ny.",
  },
  "consent.reply_unread": {
    status: 400,
    en: "The reply says neither the code nor a clear yes or no, or several codes wait. Ask the person to reply with the code.",
    sv: "Svaret säger varken koden eller ett tydligt ja eller nej, eller så väntar flera koder. Be personen svara med koden.",
    da: "Svaret siger hverken koden eller et klart ja eller nej, eller flere koder venter. Bed personen svare med koden.",
  },
  "consent.list_unreadable": {
    status: 400,
    en: "No line of the file could be read as this register writes it. Check that it is the right file. Nothing was changed.",
    sv: "Ingen rad i filen kunde läsas så som registret skriver dem. Kontrollera att det är rätt fil. Inget har ändrats.",
    da: "Ingen linje i filen kunne læses, som registret skriver dem. Kontrollér, at det er den rigtige fil. Intet er ændret.",
  },
  "consent.list_half": {
    status: 400,
    en: "Too many lines of the file could not be read: a register with holes protects nobody. The details say which. Nothing was changed.",
    sv: "För många rader i filen kunde inte läsas: ett register med hål skyddar ingen. Detaljerna säger vilka. Inget har ändrats.",
    da: "For mange linjer i filen kunne ikke læses: et register med huller beskytter ingen. Detaljerne siger hvilke. Intet er ændret.",
  },
  "consent.import_unknown": {
    status: 404,
    en: "There is no such import of permissions. Look in the list.",
    sv: "Det finns ingen sådan import av tillstånd. Titta i listan.",
    da: "Der er ingen sådan import af tilladelser. Se på listen.",
  },
  "consent.columns_missing": {
    status: 400,
    en: "The file lacks columns that every permission needs. The details name them. Nothing was taken.",
    sv: "Filen saknar kolumner som varje tillstånd behöver. Detaljerna namnger dem. Inget har tagits in.",
    da: "Filen mangler kolonner, som hver tilladelse kræver. Detaljerne nævner dem. Intet er taget ind.",
  },
  "consent.told_ahead": {
    status: 400,
    en: "The day of birth or the customer relation lies ahead of now. Correct its date.",
    sv: "Födelsedagen eller kundrelationen ligger framåt i tiden. Rätta datumet.",
    da: "Fødselsdagen eller kundeforholdet ligger ude i fremtiden. Ret datoen.",
  },
  "consent.row_unreadable": {
    status: 400,
    en: "The row cannot be read. Check quotes, separators and encoding.",
    sv: "Raden kan inte läsas. Kontrollera citattecken, skiljetecken och teckenkodning.",
    da: "Rækken kan ikke læses. Kontrollér anførselstegn, skilletegn og tegnkodning.",
  },
  "consent.row_value_bad": {
    status: 400,
    en: "A value of the row is not what its column holds. The details name the column.",
    sv: "Ett värde på raden är inte det som kolumnen ska hålla. Detaljerna namnger kolumnen.",
    da: "En værdi i rækken er ikke det, kolonnen skal indeholde. Detaljerne nævner kolonnen.",
  },
} as const satisfies Record<string, RefusalLine>;
export type ConsentDoorRefusal = keyof typeof consentDoorRefusals;
