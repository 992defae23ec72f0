import type { MyUnasked } from "@somlos/contract/rooms/consent-mine";
import { texts } from "@somlos/look/language";

type Kinds = Readonly<Record<MyUnasked["kind"], string>>;
type States = Readonly<Record<MyUnasked["state"], (day: string) => string>>;

export const unaskedTexts = texts({
  en: {
    title: "What we do without asking",
    lead: "We weighed our reasons against yours and find that we may. You decide: one touch, and we no longer do it with what is yours.",
    because: "Our reason:",
    kinds: {
      service: "To serve you and keep you safe",
      recognition: "To know you again",
      sharing: "To share what we know with others",
      marketing: "To send letters and call",
      analysis: "To learn from what you do",
      health: "To use what concerns your health",
      sensitive: "To use what is sensitive",
      storage: "To store things on your devices",
    } satisfies Kinds as Kinds,
    states: {
      done: () => "we do it; you may say no",
      partly: (day: string) => `you said no to part of it ${day}`,
      ended: (day: string) => `you said no ${day}`,
    } satisfies States as States,
  },
  sv: {
    title: "Det vi gör utan att fråga",
    lead: "Vi har vägt våra skäl mot dina och menar att vi får. Du bestämmer: ett tryck, och vi gör det inte längre med det som är ditt.",
    because: "Vårt skäl:",
    kinds: {
      service: "För att hjälpa dig och hålla dig trygg",
      recognition: "För att känna igen dig",
      sharing: "För att dela det vi vet med andra",
      marketing: "För att skicka brev och ringa",
      analysis: "För att lära av det du gör",
      health: "För att använda det som rör din hälsa",
      sensitive: "För att använda det som är känsligt",
      storage: "För att lagra saker på dina enheter",
    },
    states: {
      done: () => "vi gör det; du får säga nej",
      partly: (day: string) => `du sa nej till en del av det ${day}`,
      ended: (day: string) => `du sa nej ${day}`,
    },
  },
  da: {
    title: "Det, vi gør uden at spørge",
    lead: "Vi har afvejet vores grunde mod dine og mener, at vi må. Du bestemmer: ét tryk, og vi gør det ikke længere med det, der er dit.",
    because: "Vores grund:",
    kinds: {
      service: "For at hjælpe dig og holde dig tryg",
      recognition: "For at kende dig igen",
      sharing: "For at dele det, vi ved, med andre",
      marketing: "For at sende breve og ringe",
      analysis: "For at lære af det, du gør",
      health: "For at bruge det, der angår dit helbred",
      sensitive: "For at bruge det, der er følsomt",
      storage: "For at lagre ting på dine enheder",
    },
    states: {
      done: () => "vi gør det; du må sige nej",
      partly: (day: string) => `du sagde nej til en del af det ${day}`,
      ended: (day: string) => `du sagde nej ${day}`,
    },
  },
});
