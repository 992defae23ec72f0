import { texts } from "@somlos/look/language";

export const doorTexts = texts({
  en: {
    language: "Language",
    slogan: "Goes on where you were",
    sloganUnder: "One customer, one thread, through every channel.",
    trouble: {
      cancelled: "No passkey was given. Try once more, or use the password.",
      known: "This device has a passkey here already.",
      elsewhere:
        "Passkeys do not work at this web address. Open the address that the installation was given.",
      unable: "This device could not do it. Try another device, or use a password.",
    },
    noLinkTitle: "There is no link here",
    noLink: "For safety a link works only from where it was sent. Open it there once more.",
    deadTitle: "This link is over",
    toSignIn: "To sign-in",
  },
  sv: {
    language: "Språk",
    slogan: "Fortsätt där du var",
    sloganUnder: "En kund, en tråd, genom alla kanaler.",
    trouble: {
      cancelled: "Ingen lösennyckel gavs. Försök en gång till, eller använd lösenordet.",
      known: "Den här enheten har redan en lösennyckel här.",
      elsewhere:
        "Lösennycklar fungerar inte på den här webbadressen. Öppna den adress som installationen har fått.",
      unable: "Enheten klarade det inte. Pröva en annan enhet, eller använd ett lösenord.",
    },
    noLinkTitle: "Det finns ingen länk här",
    noLink: "För säkerhets skull fungerar länken bara därifrån den skickades. Öppna den där en gång till.",
    deadTitle: "Länken gäller inte längre",
    toSignIn: "Till inloggningen",
  },
  da: {
    language: "Sprog",
    slogan: "Fortsæt hvor du slap",
    sloganUnder: "Én kunde, én tråd, gennem alle kanaler.",
    trouble: {
      cancelled: "Der kom ingen adgangsnøgle. Prøv en gang til, eller brug adgangskoden.",
      known: "Denne enhed har allerede en adgangsnøgle her.",
      elsewhere:
        "Adgangsnøgler virker ikke på denne webadresse. Åbn den adresse, som installationen har fået.",
      unable: "Enheden kunne ikke. Prøv en anden enhed, eller brug en adgangskode.",
    },
    noLinkTitle: "Der er intet link her",
    noLink: "For sikkerhedens skyld virker linket kun derfra, hvor det blev sendt. Åbn det dér en gang til.",
    deadTitle: "Linket gælder ikke længere",
    toSignIn: "Til log ind",
  },
});
