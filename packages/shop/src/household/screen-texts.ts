import { texts } from "@somlos/look/language";

export const screenTexts = texts({
  en: {
    here: (who: string) => `On this screen: ${who}`,
    handOver: "Hand over to",
    other: "Somebody else",
    sure: (who: string | null) =>
      `${who ?? "The next one"} signs in with a link, a code or a passkey of their own. You are signed out here first, and nothing of yours stays.`,
    yes: "Sign out and hand over",
    no: "Stay",
    log: "What was shown of yours",
    logNone: "Nothing of yours was shown to anybody.",
    shown: (who: string | null) => `seen by ${who ?? "somebody who is forgotten"}`,
    removed: "You were taken out by the one who made it.",
  },
  sv: {
    here: (who: string) => `På den här skärmen: ${who}`,
    handOver: "Lämna över till",
    other: "Någon annan",
    sure: (who: string | null) =>
      `${who ?? "Nästa"} loggar in själv, med länk, kod eller lösennyckel. Du loggas ut här först, och inget av ditt blir kvar.`,
    yes: "Logga ut och lämna över",
    no: "Stanna kvar",
    log: "Det som visats av ditt",
    logNone: "Inget av ditt har visats för någon.",
    shown: (who: string | null) => `sett av ${who ?? "någon som är glömd"}`,
    removed: "Du togs bort av den som skapade hushållet.",
  },
  da: {
    here: (who: string) => `På denne skærm: ${who}`,
    handOver: "Giv videre til",
    other: "En anden",
    sure: (who: string | null) =>
      `${who ?? "Den næste"} logger selv ind, med link, kode eller adgangsnøgle. Du logges ud her først, og intet af dit bliver tilbage.`,
    yes: "Log ud og giv videre",
    no: "Bliv her",
    log: "Det, der er vist af dit",
    logNone: "Intet af dit er vist for nogen.",
    shown: (who: string | null) => `set af ${who ?? "en, der er glemt"}`,
    removed: "Du blev fjernet af den, der oprettede husstanden.",
  },
});
