import { texts } from "@somlos/look/language";

export const resetTexts = texts({
  en: {
    title: "A new password",
    lead: "Choose it here. Everywhere you are signed in ends, and you sign in with the new one.",
    password: "New password",
    act: "Set the password",
    doneTitle: "The password is new",
    done: "Every session has ended, also on other devices. Sign in with the new password.",
    deadAgain: "Ask for a new link under “Forgot the password?”.",
  },
  sv: {
    title: "Ett nytt lösenord",
    lead: "Välj det här. Överallt där du är inloggad loggas du ut, och du loggar in med det nya.",
    password: "Nytt lösenord",
    act: "Byt lösenordet",
    doneTitle: "Lösenordet är nytt",
    done: "Alla inloggningar är avslutade, också på andra enheter. Logga in med det nya lösenordet.",
    deadAgain: "Be om en ny länk under ”Glömt lösenordet?”.",
  },
  da: {
    title: "En ny adgangskode",
    lead: "Vælg den her. Overalt, hvor du er logget ind, logges du ud, og du logger ind med den nye.",
    password: "Ny adgangskode",
    act: "Sæt adgangskoden",
    doneTitle: "Adgangskoden er ny",
    done: "Alle sessioner er slut, også på andre enheder. Log ind med den nye adgangskode.",
    deadAgain: "Bed om et nyt link under ”Glemt adgangskoden?”.",
  },
});
