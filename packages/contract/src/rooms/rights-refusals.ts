// What somebody may be told who asks for what we hold about them.
import type { RefusalLine } from "../refusal.ts";

export const rightsRefusals = {
  "rights.waiting_already": {
    status: 409,
    en: "You have asked for this already. See when it is done, or cancel it first.",
    sv: "Du har redan bett om det här. Se när det blir klart, eller avbryt det först.",
    da: "Du har allerede bedt om dette. Se, hvornår det er klart, eller annullér det først.",
  },
  "rights.not_ready": {
    status: 409,
    en: "It is not ready yet. Try again in a moment.",
    sv: "Det är inte klart än. Försök igen om en stund.",
    da: "Det er ikke klar endnu. Prøv igen om lidt.",
  },
  "rights.too_late": {
    status: 409,
    en: "It has begun and cannot be cancelled.",
    sv: "Det har börjat och går inte att avbryta.",
    da: "Det er begyndt og kan ikke annulleres.",
  },
  "rights.not_found": {
    status: 404,
    en: "There is no such request.",
    sv: "Det finns ingen sådan begäran.",
    da: "Der findes ingen sådan anmodning.",
  },
  "rights.fact_bad": {
    status: 400,
    en: "This cannot be corrected to that: give a short value.",
    sv: "Uppgiften kan inte rättas till det: ange ett kort värde.",
    da: "Oplysningen kan ikke rettes til det: angiv en kort værdi.",
  },
} as const satisfies Record<string, RefusalLine>;
