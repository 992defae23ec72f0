import { texts } from "../language.tsx";

export const formTexts = texts({
  en: {
    show: "Show",
    hide: "Hide",
    cancel: "Cancel",
    save: "Save",
    saved: "Saved",
    away: "The server cannot be reached. Nothing was sent; try again.",
    broken: "This did not work. Nothing was changed; try again.",
    wait: (seconds: string) => `Try again in ${seconds} seconds.`,
    newPasswordHint: "At least 12 characters. Four words that have nothing to do with each other are good.",
  },
  sv: {
    show: "Visa",
    hide: "Dölj",
    cancel: "Avbryt",
    save: "Spara",
    saved: "Sparat",
    away: "Servern går inte att nå. Inget skickades; försök igen.",
    broken: "Det här gick inte. Inget ändrades; försök igen.",
    wait: (seconds: string) => `Försök igen om ${seconds} sekunder.`,
    newPasswordHint: "Minst 12 tecken. Fyra ord som inte har med varandra att göra är bra.",
  },
  da: {
    show: "Vis",
    hide: "Skjul",
    cancel: "Annullér",
    save: "Gem",
    saved: "Gemt",
    away: "Serveren kan ikke nås. Intet blev sendt; prøv igen.",
    broken: "Det lykkedes ikke. Intet blev ændret; prøv igen.",
    wait: (seconds: string) => `Prøv igen om ${seconds} sekunder.`,
    newPasswordHint: "Mindst 12 tegn. Fire ord, der ikke har noget med hinanden at gøre, er gode.",
  },
});
