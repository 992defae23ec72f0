import type { WishesAnswer } from "@somlos/contract/rooms/wishes";
import { texts } from "@somlos/look/language";

type Limit = { readonly times: number; readonly per: "week" | "month" };
type Name = WishesAnswer["history"][number]["name"];
const per = (week: string, month: string) => (limit: Limit) =>
  `${limit.times} ${limit.per === "week" ? week : month}`;

export const wishTexts = texts({
  en: {
    lead: "What the person said of how often and when, the same as in their corner. It keeps messages back, and permits none.",
    none: "Nothing is wished",
    noneSays: "Messages come as often as there is a permission for them, at any hour.",
    write: "Write down a wish",
    writeLead:
      "As the person says it to you. It holds at the next message, and they read that a colleague wrote it.",
    save: "Write it down",
    done: "It is written down, and holds at the next message.",
    same: "as it is",
    off: "taken back",
    names: {
      pause: "Pause",
      hours: "Quiet hours",
      most: "At most, in all",
      topic: "Topic",
      word: "Own word",
    } as Readonly<Record<Name, string>>,
    mostOf: (channel: string | null) => (channel === null ? "At most" : `At most, ${channel.toLowerCase()}`),
    until: (day: string) => `until ${day}`,
    days: (n: number) => `for ${n} days`,
    end: "ends now",
    nights: { off: "none", night: "21:00 to 08:00, every day" },
    limit: per("in 7 days", "in 30 days"),
    had: (had: number, limit: string) => `${limit}, ${had} so far`,
    any: "as many as come",
    stance: { chosen: "wants it", declined: "does not want it", none: "said nothing" },
    by: { person: "the person", staff: "a colleague", system: "one of our systems" },
    history: "What was changed",
  },
  sv: {
    lead: "Vad personen har sagt om hur ofta och när, samma som i hörnan. Det håller tillbaka meddelanden och tillåter inga.",
    none: "Inget är önskat",
    noneSays: "Meddelanden kommer så ofta det finns tillstånd för dem, när som helst.",
    write: "Skriv ner en önskan",
    writeLead:
      "Som personen säger det till dig. Det gäller vid nästa meddelande, och personen läser att en kollega skrev det.",
    save: "Skriv ner det",
    done: "Det är nedskrivet och gäller vid nästa meddelande.",
    same: "som det är",
    off: "borttaget",
    names: {
      pause: "Paus",
      hours: "Tysta timmar",
      most: "Som mest, sammanlagt",
      topic: "Ämne",
      word: "Eget ord",
    },
    mostOf: (channel) => (channel === null ? "Som mest" : `Som mest, ${channel.toLowerCase()}`),
    until: (day) => `till ${day}`,
    days: (n) => `i ${n} dagar`,
    end: "slutar nu",
    nights: { off: "inga", night: "21.00 till 08.00, alla dagar" },
    limit: per("på 7 dagar", "på 30 dagar"),
    had: (had, limit) => `${limit}, ${had} hittills`,
    any: "så många som kommer",
    stance: { chosen: "vill ha", declined: "vill inte ha", none: "har inget sagt" },
    by: { person: "personen", staff: "en kollega", system: "ett av våra system" },
    history: "Vad som har ändrats",
  },
  da: {
    lead: "Hvad personen har sagt om hvor ofte og hvornår, det samme som i hjørnet. Det holder beskeder tilbage og tillader ingen.",
    none: "Intet er ønsket",
    noneSays: "Beskeder kommer så ofte, der er tilladelse til dem, når som helst.",
    write: "Skriv et ønske ned",
    writeLead:
      "Som personen siger det til dig. Det gælder ved næste besked, og personen læser, at en kollega skrev det.",
    save: "Skriv det ned",
    done: "Det er skrevet ned og gælder ved næste besked.",
    same: "som det er",
    off: "fjernet",
    names: { pause: "Pause", hours: "Stille timer", most: "Højst, i alt", topic: "Emne", word: "Eget ord" },
    mostOf: (channel) => (channel === null ? "Højst" : `Højst, ${channel.toLowerCase()}`),
    until: (day) => `til ${day}`,
    days: (n) => `i ${n} dage`,
    end: "slutter nu",
    nights: { off: "ingen", night: "21.00 til 08.00, alle dage" },
    limit: per("på 7 dage", "på 30 dage"),
    had: (had, limit) => `${limit}, ${had} indtil nu`,
    any: "så mange, der kommer",
    stance: { chosen: "vil have det", declined: "vil ikke have det", none: "har intet sagt" },
    by: { person: "personen", staff: "en kollega", system: "et af vores systemer" },
    history: "Hvad der er ændret",
  },
});
