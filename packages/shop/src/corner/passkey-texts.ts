import { texts } from "@somlos/look/language";

export const passkeyTexts = texts({
  en: {
    title: "Passkeys",
    none: "Go in with your finger, face or the code of your device, and prove that it is you when it matters.",
    since: (day: string) => `since ${day}`,
    unconfirmed: (time: string) =>
      `Added with a link only: for copies and erasure, confirm it with a code to your mail from ${time}.`,
    add: "Add this device",
    remove: "Remove",
    closed: "No passkey was made. Try again.",
  },
  sv: {
    title: "Lösennycklar",
    none: "Gå in med ditt finger, ansikte eller enhetens kod, och visa att det är du när det gäller.",
    since: (day: string) => `sedan ${day}`,
    unconfirmed: (time: string) =>
      `Tillagd enbart med en länk: för kopior och radering, bekräfta den med en kod till din e-post från ${time}.`,
    add: "Lägg till den här enheten",
    remove: "Ta bort",
    closed: "Ingen lösennyckel skapades. Försök igen.",
  },
  da: {
    title: "Adgangsnøgler",
    none: "Gå ind med din finger, dit ansigt eller enhedens kode, og vis, at det er dig, når det gælder.",
    since: (day: string) => `siden ${day}`,
    unconfirmed: (time: string) =>
      `Tilføjet kun med et link: til kopier og sletning skal den bekræftes med en kode til din e-mail fra ${time}.`,
    add: "Tilføj denne enhed",
    remove: "Fjern",
    closed: "Der blev ikke oprettet nogen adgangsnøgle. Prøv igen.",
  },
});
