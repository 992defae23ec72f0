import type { Restriction } from "@somlos/contract/rooms/restriction";
import { texts } from "@somlos/look/language";

type Grounds = Readonly<Record<Restriction["ground"], string>>;

export const restrictionTexts = texts({
  en: {
    title: "Only keep it",
    lead: "We keep what we have and do nothing else with it: no advertising, no recognition, no suggestions. Messages about your own orders come as before.",
    holds: "What we know about you is only kept now.",
    why: "Why",
    grounds: {
      accuracy: "Something is wrong, and you are looking into it",
      unlawful: "You may not use it, but do not erase it",
      claim: "I need it for a claim of mine",
      objection: "I have objected, and wait for the answer",
    } satisfies Grounds as Grounds,
    ask: "Only keep it",
    since: (time: string) => `since ${time}`,
    byStaff: (time: string) => `written down by our staff ${time}`,
    lifting: (time: string) => `our staff lift it ${time}`,
    lifted: (time: string) => `lifted ${time}`,
    takeBack: "Take it back",
    keep: "Do not lift it",
  },
  sv: {
    title: "Bara spara det",
    lead: "Vi sparar det vi har och gör inget annat med det: ingen reklam, ingen igenkänning, inga förslag. Meddelanden om dina egna beställningar kommer som förut.",
    holds: "Det vi vet om dig sparas bara just nu.",
    why: "Varför",
    grounds: {
      accuracy: "Något stämmer inte, och ni ser över det",
      unlawful: "Ni får inte använda det, men radera det inte",
      claim: "Jag behöver det för ett anspråk jag har",
      objection: "Jag har invänt och väntar på svar",
    },
    ask: "Spara det bara",
    since: (time: string) => `sedan ${time}`,
    byStaff: (time: string) => `nedskrivet av personalen ${time}`,
    lifting: (time: string) => `personalen låter det upphöra ${time}`,
    lifted: (time: string) => `upphörde ${time}`,
    takeBack: "Ta tillbaka",
    keep: "Låt det gälla",
  },
  da: {
    title: "Kun opbevare det",
    lead: "Vi opbevarer det, vi har, og gør ikke andet med det: ingen reklame, ingen genkendelse, ingen forslag. Beskeder om dine egne bestillinger kommer som før.",
    holds: "Det, vi ved om dig, opbevares kun lige nu.",
    why: "Hvorfor",
    grounds: {
      accuracy: "Noget passer ikke, og I ser på det",
      unlawful: "I må ikke bruge det, men slet det ikke",
      claim: "Jeg har brug for det til et krav, jeg har",
      objection: "Jeg har gjort indsigelse og venter på svar",
    },
    ask: "Opbevar det kun",
    since: (time: string) => `siden ${time}`,
    byStaff: (time: string) => `skrevet ned af personalet ${time}`,
    lifting: (time: string) => `personalet ophæver det ${time}`,
    lifted: (time: string) => `ophørt ${time}`,
    takeBack: "Tag det tilbage",
    keep: "Lad det gælde",
  },
});
