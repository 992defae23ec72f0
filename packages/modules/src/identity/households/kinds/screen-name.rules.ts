import type { ShareKind } from "./kind.rules.ts";

export const screenNameKind = {
  name: "screen_name",
  opens: false,
  title: {
    en: "My name on shared screens",
    sv: "Mitt namn på delade skärmar",
    da: "Mit navn på fælles skærme",
  },
  theirs: { en: "Name on shared screens", sv: "Namn på delade skärmar", da: "Navn på fælles skærme" },
  sees: {
    en: "Sees your name where they are signed in, to hand the screen over to you. You always sign in yourself.",
    sv: "Ser ditt namn där de är inloggade, för att lämna över skärmen till dig. Du loggar alltid in själv.",
    da: "Ser dit navn, hvor de er logget ind, for at give skærmen videre til dig. Du logger altid selv ind.",
  },
} as const satisfies ShareKind;
