// What a customer may be told at the door of their corner: plain words.
import type { RefusalLine } from "../refusal.ts";

export const cornerRefusals = {
  "me.link_dead": {
    status: 410,
    en: "This link or code no longer works. Ask for a new one.",
    sv: "Länken eller koden gäller inte längre. Be om en ny.",
    da: "Linket eller koden gælder ikke længere. Bed om en ny.",
  },
  "me.other_browser": {
    status: 409,
    en: "This link was asked for in another browser. Open it there, or type the code from the mail there.",
    sv: "Länken beställdes i en annan webbläsare. Öppna den där, eller skriv koden från mejlet där.",
    da: "Linket blev bestilt i en anden browser. Åbn det dér, eller skriv koden fra mailen dér.",
  },
  "me.sign_in_refused": {
    status: 401,
    en: "That did not work. Try again, or ask for a link by mail.",
    sv: "Det gick inte. Försök igen, eller be om en länk med mejl.",
    da: "Det lykkedes ikke. Prøv igen, eller bed om et link på mail.",
  },
  "me.token_refused": {
    status: 401,
    en: "The identity token is not ours to trust: check its key, audience, times, and that it is used once.",
    sv: "Identitetsbeviset går inte att lita på: kontrollera nyckel, mottagare, tider och att det används en gång.",
    da: "Identitetsbeviset kan ikke godtages: kontrollér nøgle, modtager, tider, og at det kun bruges én gang.",
  },
  "me.sign_in_again": {
    status: 403,
    en: "Sign in again first. It must be less than ten minutes ago.",
    sv: "Logga in igen först. Det får ha gått högst tio minuter.",
    da: "Log ind igen først. Der må højst være gået ti minutter.",
  },
  "me.proof_needed": {
    status: 403,
    en: "We must be sure that it is you. Sign in with a confirmed passkey, or confirm with a code that we mail you.",
    sv: "Vi måste vara säkra på att det är du. Logga in med en bekräftad lösennyckel, eller bekräfta med en kod som vi mejlar dig.",
    da: "Vi skal være sikre på, at det er dig. Log ind med en bekræftet adgangsnøgle, eller bekræft med en kode, som vi mailer dig.",
  },
  "me.passkey_young": {
    status: 403,
    en: "This passkey was added with a link only, less than three days ago. Confirm with a code to another of your addresses, or come back after three days for a code to this one.",
    sv: "Lösennyckeln lades till enbart med en länk för mindre än tre dygn sedan. Bekräfta med en kod till en annan av dina adresser, eller kom tillbaka efter tre dygn för en kod till den här.",
    da: "Adgangsnøglen blev tilføjet kun med et link for mindre end tre døgn siden. Bekræft med en kode til en anden af dine adresser, eller kom tilbage efter tre døgn for en kode til denne.",
  },
  "me.no_second_address": {
    status: 409,
    en: "We know no other address of yours. Use a passkey, or ask our staff.",
    sv: "Vi känner ingen annan adress till dig. Använd en lösennyckel, eller fråga vår personal.",
    da: "Vi kender ingen anden adresse til dig. Brug en adgangsnøgle, eller spørg vores personale.",
  },
  "me.not_found": {
    status: 404,
    en: "There is no such thing among yours.",
    sv: "Det finns inget sådant bland dina.",
    da: "Der findes ikke noget sådant blandt dine.",
  },
} as const satisfies Record<string, RefusalLine>;
