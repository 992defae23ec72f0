// Every "no" of the ledger of what can be held and moved.
import type { RefusalLine } from "../refusal.ts";

export const ledgerRefusals = {
  "ledger.not_enough": {
    status: 409,
    en: "There is not that much left. Ask for less, or somewhere else.",
    sv: "Så mycket finns inte kvar. Be om mindre, eller någon annanstans.",
    da: "Så meget er der ikke tilbage. Bed om mindre, eller et andet sted.",
  },
  "ledger.other_input": {
    status: 409,
    en: "This id was used for something else. Use a new id for a new wish.",
    sv: "Det här id:t har använts till något annat. Använd ett nytt id för en ny begäran.",
    da: "Dette id er brugt til noget andet. Brug et nyt id til et nyt ønske.",
  },
  "ledger.amount_bad": {
    status: 400,
    en: "An amount is a whole number from 1 up, and no more than was held.",
    sv: "En mängd är ett heltal från 1 och uppåt, och inte mer än det som hölls.",
    da: "En mængde er et helt tal fra 1 og op, og ikke mere end der blev holdt.",
  },
  "ledger.unknown": {
    status: 404,
    en: "There is no such hold. It may have been made elsewhere; make it anew.",
    sv: "Det finns inget sådant håll. Det kan ha gjorts någon annanstans; gör det på nytt.",
    da: "Der er ingen sådan reservation. Den kan være lavet et andet sted; lav den på ny.",
  },
  "ledger.over": {
    status: 410,
    en: "It is over: given up, used or out of time. Make it anew.",
    sv: "Det är över: släppt, använt eller för sent. Gör det på nytt.",
    da: "Det er slut: opgivet, brugt eller for sent. Lav det på ny.",
  },
} as const satisfies Record<string, RefusalLine>;
export type LedgerRefusal = keyof typeof ledgerRefusals;
