// Every "no" of differences between channels.
import type { RefusalLine } from "../refusal.ts";

export const differencesRefusals = {
  "differences.unknown": {
    status: 404,
    en: "This difference is not here any longer. Load the list again.",
    sv: "Den här skillnaden finns inte längre. Ladda listan igen.",
    da: "Denne forskel er her ikke længere. Indlæs listen igen.",
  },
  "differences.over": {
    status: 409,
    en: "The two say the same by now, so there is nothing to explain. Load the list again.",
    sv: "De två säger samma sak nu, så det finns inget att förklara. Ladda listan igen.",
    da: "De to siger det samme nu, så der er intet at forklare. Indlæs listen igen.",
  },
  "differences.source_unknown": {
    status: 404,
    en: "There is no such source. Load the list again.",
    sv: "Det finns ingen sådan källa. Ladda listan igen.",
    da: "Der er ingen sådan kilde. Indlæs listen igen.",
  },
  "differences.colleague_unknown": {
    status: 404,
    en: "There is no such colleague any longer. Choose one of the list.",
    sv: "Det finns ingen sådan kollega längre. Välj en i listan.",
    da: "Der er ingen sådan kollega længere. Vælg en på listen.",
  },
} as const satisfies Record<string, RefusalLine>;
