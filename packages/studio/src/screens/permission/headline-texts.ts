import { texts } from "@somlos/look/language";

export const headlineTexts = texts({
  en: {
    title: "Two figures of the day",
    recognisable: (one: boolean) =>
      `${one ? "customer" : "customers"} whom we recognised in two channels or more within a year`,
    reachable: (one: boolean) =>
      `${one ? "customer" : "customers"} to whom we may write or whom we may call on our own initiative`,
    change: (n: string, days: string) => `${n} in ${days} days`,
    since: "counted each day from now on",
    where: "Recognised within a year, by channel",
    nobody: "Nobody has been recognised anywhere yet: it begins with a sign-in, or a card in the store.",
  },
  sv: {
    title: "Dagens två siffror",
    recognisable: (one: boolean) =>
      `${one ? "kund" : "kunder"} som vi har känt igen i två kanaler eller fler inom ett år`,
    reachable: (one: boolean) =>
      `${one ? "kund" : "kunder"} som vi får skriva till eller ringa på eget initiativ`,
    change: (n: string, days: string) => `${n} på ${days} dagar`,
    since: "räknas varje dag från och med nu",
    where: "Igenkända inom ett år, kanal för kanal",
    nobody:
      "Ingen har blivit igenkänd någonstans än: det börjar med en inloggning, eller ett kort i butiken.",
  },
  da: {
    title: "Dagens to tal",
    recognisable: (one: boolean) =>
      `${one ? "kunde" : "kunder"}, som vi har genkendt i to kanaler eller flere inden for et år`,
    reachable: (one: boolean) =>
      `${one ? "kunde" : "kunder"}, som vi må skrive til eller ringe til på eget initiativ`,
    change: (n: string, days: string) => `${n} på ${days} dage`,
    since: "tælles hver dag fra nu af",
    where: "Genkendt inden for et år, kanal for kanal",
    nobody:
      "Ingen er blevet genkendt nogen steder endnu: det begynder med et login eller et kort i butikken.",
  },
});
