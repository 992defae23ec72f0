import type { DialLevel } from "@somlos/contract/rooms/dial";
import type { DialPlace } from "@somlos/contract/rooms/dial-places";
import { texts } from "@somlos/look/language";

type Said = Readonly<Record<DialLevel, string>>;

/** Where a channel stands in a sentence: "In the store we know …". */
type Where = Readonly<Record<DialPlace, string>>;

export const dialTexts = texts({
  en: {
    title: "When may we know that it is you?",
    levels: {
      never: "Never",
      asked: "When I say so",
      visit: "This visit",
      today: "Today",
      always: "Always",
    } satisfies Said as Said,
    names: {
      store: "Store",
      web: "Web",
      app: "App",
      mail: "Mail, text",
      desk: "Calls, help",
      device: "Things you own",
    } satisfies Where as Where,
    where: {
      store: "In the store",
      web: "On the web",
      app: "In the app",
      mail: "In mail and text messages",
      desk: "At customer service",
      device: "From things you own",
    } satisfies Where as Where,
    told: {
      never: (where: string) => `${where} we do not know who you are.`,
      asked: (where: string) => `${where} we know who you are only when you say so.`,
      visit: (where: string) => `${where} we know who you are during this visit.`,
      today: (where: string) => `${where} we know who you are until midnight.`,
      always: (where: string) => `${where} we know who you are.`,
    },
    less: "Otherwise nothing about who you are is kept. You can always buy, return and ask anyway.",
    more: "So that what you began elsewhere goes on here. You can always buy, return and ask without it.",
    until: (time: string) => `Until ${time}, then as before.`,
    how: "How you say so",
    ways: {
      any: "Any way you like",
      club_card: "The club card",
      phone: "Your phone number",
      email: "Your e-mail address",
      login: "Signing in",
    },
    saved: "In force everywhere.",
  },
  sv: {
    title: "När får vi veta att det är du?",
    levels: {
      never: "Aldrig",
      asked: "När jag säger till",
      visit: "Det här besöket",
      today: "I dag",
      always: "Alltid",
    },
    names: {
      store: "Butik",
      web: "Webb",
      app: "App",
      mail: "Mejl, sms",
      desk: "Samtal, hjälp",
      device: "Saker du äger",
    },
    where: {
      store: "I butiken",
      web: "På webben",
      app: "I appen",
      mail: "I mejl och sms",
      desk: "Hos kundtjänst",
      device: "Från saker du äger",
    },
    told: {
      never: (where: string) => `${where} vet vi inte vem du är.`,
      asked: (where: string) => `${where} vet vi vem du är först när du säger till.`,
      visit: (where: string) => `${where} vet vi vem du är under det här besöket.`,
      today: (where: string) => `${where} vet vi vem du är till midnatt.`,
      always: (where: string) => `${where} vet vi vem du är.`,
    },
    less: "Annars sparas inget om vem du är. Du kan alltid handla, lämna tillbaka och fråga ändå.",
    more: "Så att det du började någon annanstans fortsätter här. Du kan alltid handla, lämna tillbaka och fråga utan det.",
    until: (time: string) => `Till ${time}, sedan som förut.`,
    how: "Så säger du till",
    ways: {
      any: "Vilket sätt du vill",
      club_card: "Klubbkortet",
      phone: "Ditt telefonnummer",
      email: "Din e-postadress",
      login: "Genom att logga in",
    },
    saved: "Gäller överallt.",
  },
  da: {
    title: "Hvornår må vi vide, at det er dig?",
    levels: {
      never: "Aldrig",
      asked: "Når jeg siger til",
      visit: "Dette besøg",
      today: "I dag",
      always: "Altid",
    },
    names: {
      store: "Butik",
      web: "Web",
      app: "App",
      mail: "Mail, sms",
      desk: "Opkald, hjælp",
      device: "Ting, du ejer",
    },
    where: {
      store: "I butikken",
      web: "På nettet",
      app: "I appen",
      mail: "I mails og sms'er",
      desk: "Hos kundeservice",
      device: "Fra ting, du ejer,",
    },
    told: {
      never: (where: string) => `${where} ved vi ikke, hvem du er.`,
      asked: (where: string) => `${where} ved vi først, hvem du er, når du siger til.`,
      visit: (where: string) => `${where} ved vi, hvem du er, under dette besøg.`,
      today: (where: string) => `${where} ved vi, hvem du er, indtil midnat.`,
      always: (where: string) => `${where} ved vi, hvem du er.`,
    },
    less: "Ellers gemmes intet om, hvem du er. Du kan altid handle, returnere og spørge alligevel.",
    more: "Så det, du begyndte et andet sted, fortsætter her. Du kan altid handle, returnere og spørge uden det.",
    until: (time: string) => `Indtil ${time}, derefter som før.`,
    how: "Sådan siger du til",
    ways: {
      any: "På den måde, du vil",
      club_card: "Klubkortet",
      phone: "Dit telefonnummer",
      email: "Din e-mailadresse",
      login: "Ved at logge ind",
    },
    saved: "Gælder overalt.",
  },
});
