import { texts } from "@somlos/look/language";

export const permissionScreenTexts = texts({
  en: {
    title: "Permission",
    lead: "What people said yes and no to, with which words, and what proves it.",
    parts: {
      purposes: "Purposes and texts",
      topics: "Interests",
      reach: "Reach",
      withdrawals: "Withdrawals",
      registers: "Registers",
      import: "Import",
      recognition: "Recognition",
      policies: "What counsel decides",
      looks: "Who looks",
    },
  },
  sv: {
    title: "Tillstånd",
    lead: "Vad människor har sagt ja och nej till, med vilka ord, och vad som styrker det.",
    parts: {
      purposes: "Ändamål och texter",
      topics: "Intressen",
      reach: "Räckvidd",
      withdrawals: "Återkallanden",
      registers: "Register",
      import: "Import",
      recognition: "Igenkänning",
      policies: "Vad juristen avgör",
      looks: "Vem som tittar",
    },
  },
  da: {
    title: "Tilladelser",
    lead: "Hvad folk har sagt ja og nej til, med hvilke ord, og hvad der beviser det.",
    parts: {
      purposes: "Formål og tekster",
      topics: "Interesser",
      reach: "Rækkevidde",
      withdrawals: "Tilbagekaldelser",
      registers: "Registre",
      import: "Import",
      recognition: "Genkendelse",
      policies: "Hvad juristen afgør",
      looks: "Hvem der kigger",
    },
  },
});
