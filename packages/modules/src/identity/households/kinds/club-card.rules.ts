import type { ShareKind } from "./kind.rules.ts";

export const clubCardKind = {
  name: "club_card",
  opens: true,
  title: { en: "My club card", sv: "Mitt klubbkort", da: "Mit klubkort" },
  theirs: { en: "Club card", sv: "Klubbkort", da: "Klubkort" },
  sees: {
    en: "Sees the number of your club card, to show it in the store. Not your points or your corner.",
    sv: "Ser numret på ditt klubbkort, för att visa det i butiken. Inte dina poäng eller din hörna.",
    da: "Ser nummeret på dit klubkort, så det kan vises i butikken. Ikke dine point eller dit hjørne.",
  },
} as const satisfies ShareKind;
