import { texts } from "@somlos/look/language";

export const passkeyTexts = texts({
  en: {
    title: "Passkeys",
    none: "Go in with your finger, face or the code of your device, and prove that it is you when it matters.",
    since: (day: string) => `since ${day}`,
    provesFrom: (time: string) => `good for copies and erasure from ${time}`,
    add: "Add this device",
    remove: "Remove",
    closed: "No passkey was made. Try again.",
  },
  sv: {
    title: "Lösennycklar",
    none: "Gå in med ditt finger, ansikte eller enhetens kod, och visa att det är du när det gäller.",
    since: (day: string) => `sedan ${day}`,
    provesFrom: (time: string) => `gäller för kopior och radering från ${time}`,
    add: "Lägg till den här enheten",
    remove: "Ta bort",
    closed: "Ingen lösennyckel skapades. Försök igen.",
  },
  da: {
    title: "Adgangsnøgler",
    none: "Gå ind med din finger, dit ansigt eller enhedens kode, og vis, at det er dig, når det gælder.",
    since: (day: string) => `siden ${day}`,
    provesFrom: (time: string) => `gælder for kopier og sletning fra ${time}`,
    add: "Tilføj denne enhed",
    remove: "Fjern",
    closed: "Der blev ikke oprettet nogen adgangsnøgle. Prøv igen.",
  },
});
