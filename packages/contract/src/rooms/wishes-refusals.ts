// Every "no" about wishes: why a message waits, and what the doors refuse.
import type { RefusalLine } from "../refusal.ts";

/** Why a message waits although there is a permission for it. */
export const wishRefusals = {
  "consent.paused": {
    status: 403,
    en: "The person has paused everything. `until` says when it may be sent again.",
    sv: "Personen har pausat allt. `until` säger när det får skickas igen.",
    da: "Personen har sat alt på pause. `until` siger, hvornår det må sendes igen.",
  },
  "consent.quiet_hours": {
    status: 403,
    en: "The person wants to be left in peace at this hour. `until` says when it may be sent.",
    sv: "Personen vill vara i fred den här tiden. `until` säger när det får skickas.",
    da: "Personen vil være i fred på dette tidspunkt. `until` siger, hvornår det må sendes.",
  },
  "consent.often_enough": {
    status: 403,
    en: "The person has heard from you as often as they want. `until` says when it may be sent.",
    sv: "Personen har hört av er så ofta som den vill. `until` säger när det får skickas.",
    da: "Personen har hørt fra jer så ofte, som de ønsker. `until` siger, hvornår det må sendes.",
  },
  "consent.not_interested": {
    status: 403,
    en: "The person has declined one of these topics. Leave it out, or do not send.",
    sv: "Personen har valt bort något av de här ämnena. Utelämna det, eller skicka inte.",
    da: "Personen har fravalgt et af disse emner. Udelad det, eller send ikke.",
  },
} as const satisfies Record<string, RefusalLine>;
export type WishRefusal = keyof typeof wishRefusals;

export const wishDoorRefusals = {
  "consent.pause_bad": {
    status: 400,
    en: "A pause ends within a year from now. To stop for good, say no.",
    sv: "En paus slutar inom ett år från nu. Säg nej om det ska vara för alltid.",
    da: "En pause slutter inden for et år fra nu. Sig nej, hvis det skal være for altid.",
  },
  "consent.topic_unknown": {
    status: 400,
    en: "There is no such topic. Use the codes as they stand under Permission, Interests.",
    sv: "Det finns inget sådant ämne. Använd koderna som de står under Tillstånd, Intressen.",
    da: "Der er intet sådant emne. Brug koderne, som de står under Tilladelse, Interesser.",
  },
  "consent.words_full": {
    status: 409,
    en: "Ten words of one's own are the most. Take one away first.",
    sv: "Tio egna ord är flest. Ta bort ett först.",
    da: "Ti egne ord er det meste. Fjern et først.",
  },
} as const satisfies Record<string, RefusalLine>;
