import { texts } from "@somlos/look/language";

const through = (source: string, said: (source: string) => string): string =>
  source === "" ? "" : said(source);

export const identifierTexts = texts({
  en: {
    title: "Your addresses and numbers",
    kinds: new Map([
      ["login", "Login"],
      ["email", "E-mail"],
      ["phone", "Phone"],
      ["club_card", "Club card"],
      ["address", "Home address"],
      ["card_token", "Payment card"],
      ["order", "Order"],
      ["receipt", "Receipt"],
      ["device", "Device"],
      ["distinct_id", "App"],
      ["visitor", "Browser"],
    ]),
    other: "Number",
    since: (source: string, day: string) => `${through(source, (one) => `from ${one}, `)}known since ${day}`,
    notRight: (what: string) => `Not right: ${what}`,
    what: "Is it wrong, or not yours? We take it away, with all that we keep by it. That begins in 24 hours, and we tell all your addresses; until then you can stop it. The right one comes here when you use it with us.",
    take: "Take it away",
    cancel: "Never mind",
    asked:
      "It is taken away in 24 hours; you can stop it under It is yours. Keep this link, it shows what was removed:",
    receipt: "the receipt",
  },
  sv: {
    title: "Dina adresser och nummer",
    kinds: new Map([
      ["login", "Inloggning"],
      ["email", "E-post"],
      ["phone", "Telefon"],
      ["club_card", "Klubbkort"],
      ["address", "Hemadress"],
      ["card_token", "Betalkort"],
      ["order", "Order"],
      ["receipt", "Kvitto"],
      ["device", "Enhet"],
      ["distinct_id", "App"],
      ["visitor", "Webbläsare"],
    ]),
    other: "Nummer",
    since: (source: string, day: string) => `${through(source, (one) => `från ${one}, `)}känt sedan ${day}`,
    notRight: (what: string) => `Stämmer inte: ${what}`,
    what: "Är det fel, eller inte ditt? Vi tar bort det, med allt som vi har under det. Det börjar om 24 timmar, och vi skriver det till alla dina adresser; till dess kan du stoppa det. Det rätta kommer hit när du använder det hos oss.",
    take: "Ta bort det",
    cancel: "Avbryt",
    asked:
      "Det tas bort om 24 timmar; du kan stoppa det under Det är ditt. Spara den här länken, den visar vad som togs bort:",
    receipt: "kvittot",
  },
  da: {
    title: "Dine adresser og numre",
    kinds: new Map([
      ["login", "Login"],
      ["email", "E-mail"],
      ["phone", "Telefon"],
      ["club_card", "Klubkort"],
      ["address", "Hjemmeadresse"],
      ["card_token", "Betalingskort"],
      ["order", "Ordre"],
      ["receipt", "Kvittering"],
      ["device", "Enhed"],
      ["distinct_id", "App"],
      ["visitor", "Browser"],
    ]),
    other: "Nummer",
    since: (source: string, day: string) => `${through(source, (one) => `fra ${one}, `)}kendt siden ${day}`,
    notRight: (what: string) => `Passer ikke: ${what}`,
    what: "Er det forkert, eller ikke dit? Vi fjerner det, med alt det, vi har under det. Det begynder om 24 timer, og vi skriver det til alle dine adresser; indtil da kan du stoppe det. Det rigtige kommer her, når du bruger det hos os.",
    take: "Fjern det",
    cancel: "Fortryd",
    asked:
      "Det fjernes om 24 timer; du kan stoppe det under Det er dit. Gem dette link, det viser, hvad der blev fjernet:",
    receipt: "kvitteringen",
  },
});
