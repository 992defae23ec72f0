import type { WishesAnswer } from "@somlos/contract/rooms/wishes";
import { texts } from "@somlos/look/language";

type Limit = { readonly times: number; readonly per: "week" | "month" };
type Change = WishesAnswer["history"][number];
type By = Readonly<Record<Change["by"], string>>;
type Names = Readonly<Record<Change["name"], string>>;

export const wishTexts = texts({
  en: {
    title: "How often and when",
    lead: "Holds at the next message. What is about an order or your safety always reaches you.",
    pause: "Pause",
    noPause: "Messages come as you have said.",
    paused: (day: string) => `Nothing comes until ${day}.`,
    pauseFor: (days: number) => `${days} days`,
    pauseForLong: (days: number) => `Pause everything for ${days} days`,
    goOn: "End the pause",
    quiet: "Quiet hours",
    noQuiet: "No hours when you want to be left in peace.",
    quietAt: (from: string, to: string, days: string, place: string) =>
      `${from} to ${to}, ${days}, by the clock in ${place}`,
    everyDay: "every day",
    from: "From",
    to: "To",
    days: "Nights that begin on",
    daysShort: "Days",
    save: "Save",
    cancel: "Cancel",
    change: "Change",
    most: "At most",
    inAll: "In all",
    byChannel: "Channel by channel",
    anyNumber: "as many as come",
    limit: ({ times, per }: Limit) =>
      per === "week"
        ? times === 1
          ? "once in 7 days"
          : `${times} in 7 days`
        : times === 1
          ? "once in 30 days"
          : `${times} in 30 days`,
    had: (had: number, times: number) => `${had} of ${times} so far`,
    interests: "What you want to hear about",
    noTopics: "We have no topics to choose among yet. Say it in words of your own.",
    yes: "Yes please",
    no: "No thanks",
    about: (what: string, topic: string) => `${what}: ${topic}`,
    own: "In your own words",
    ownHint: "Anything but health, faith and the like. Ten at most.",
    add: "Add",
    remove: (word: string) => `Take away ${word}`,
    saved: "In force everywhere.",
    undo: "Undo",
    undone: "As it was before.",
    history: "What was changed",
    by: { person: "you", staff: "a colleague of ours", system: "one of our systems" } satisfies By as By,
    changes: {
      hours: "Quiet hours",
      pause: "Pause",
      most: "At most",
      topic: "Topic",
      word: "Own word",
    } satisfies Names as Names,
    off: "taken back",
    rewards: "Rewards",
    noRewards:
      "There is no programme with points or rewards here yet, so nothing is counted. When there is, it stands here.",
  },
  sv: {
    title: "Hur ofta och när",
    lead: "Gäller vid nästa meddelande. Det som rör en beställning eller din säkerhet når dig alltid.",
    pause: "Paus",
    noPause: "Meddelanden kommer som du har sagt.",
    paused: (day: string) => `Inget kommer förrän ${day}.`,
    pauseFor: (days: number) => `${days} dagar`,
    pauseForLong: (days: number) => `Pausa allt i ${days} dagar`,
    goOn: "Avsluta pausen",
    quiet: "Tysta timmar",
    noQuiet: "Inga timmar då du vill vara i fred.",
    quietAt: (from: string, to: string, days: string, place: string) =>
      `${from} till ${to}, ${days}, efter klockan i ${place}`,
    everyDay: "alla dagar",
    from: "Från",
    to: "Till",
    days: "Nätter som börjar på",
    daysShort: "Dagar",
    save: "Spara",
    cancel: "Avbryt",
    change: "Ändra",
    most: "Som mest",
    inAll: "Allt sammanlagt",
    byChannel: "Kanal för kanal",
    anyNumber: "så många som kommer",
    limit: ({ times, per }: Limit) =>
      per === "week"
        ? times === 1
          ? "en gång på 7 dagar"
          : `${times} på 7 dagar`
        : times === 1
          ? "en gång på 30 dagar"
          : `${times} på 30 dagar`,
    had: (had: number, times: number) => `${had} av ${times} hittills`,
    interests: "Vad du vill höra om",
    noTopics: "Vi har inga ämnen att välja bland än. Säg det med egna ord.",
    yes: "Ja tack",
    no: "Nej tack",
    about: (what: string, topic: string) => `${what}: ${topic}`,
    own: "Med egna ord",
    ownHint: "Allt utom hälsa, tro och liknande. Högst tio.",
    add: "Lägg till",
    remove: (word: string) => `Ta bort ${word}`,
    saved: "Gäller överallt.",
    undo: "Ångra",
    undone: "Som det var innan.",
    history: "Vad som har ändrats",
    by: { person: "du", staff: "en medarbetare hos oss", system: "ett av våra system" },
    changes: { hours: "Tysta timmar", pause: "Paus", most: "Som mest", topic: "Ämne", word: "Eget ord" },
    off: "borttaget",
    rewards: "Belöningar",
    noRewards:
      "Här finns inget program med poäng eller belöningar än, så inget räknas. När det finns står det här.",
  },
  da: {
    title: "Hvor ofte og hvornår",
    lead: "Gælder ved næste besked. Det, der handler om en ordre eller din sikkerhed, når dig altid.",
    pause: "Pause",
    noPause: "Beskeder kommer, som du har sagt.",
    paused: (day: string) => `Der kommer intet før ${day}.`,
    pauseFor: (days: number) => `${days} dage`,
    pauseForLong: (days: number) => `Sæt alt på pause i ${days} dage`,
    goOn: "Afslut pausen",
    quiet: "Stille timer",
    noQuiet: "Ingen timer, hvor du vil være i fred.",
    quietAt: (from: string, to: string, days: string, place: string) =>
      `${from} til ${to}, ${days}, efter uret i ${place}`,
    everyDay: "alle dage",
    from: "Fra",
    to: "Til",
    days: "Nætter, der begynder på",
    daysShort: "Dage",
    save: "Gem",
    cancel: "Annullér",
    change: "Ændr",
    most: "Højst",
    inAll: "Alt i alt",
    byChannel: "Kanal for kanal",
    anyNumber: "så mange, der kommer",
    limit: ({ times, per }: Limit) =>
      per === "week"
        ? times === 1
          ? "én gang på 7 dage"
          : `${times} på 7 dage`
        : times === 1
          ? "én gang på 30 dage"
          : `${times} på 30 dage`,
    had: (had: number, times: number) => `${had} af ${times} indtil nu`,
    interests: "Hvad du vil høre om",
    noTopics: "Vi har ingen emner at vælge imellem endnu. Sig det med dine egne ord.",
    yes: "Ja tak",
    no: "Nej tak",
    about: (what: string, topic: string) => `${what}: ${topic}`,
    own: "Med dine egne ord",
    ownHint: "Alt undtagen helbred, tro og lignende. Højst ti.",
    add: "Tilføj",
    remove: (word: string) => `Fjern ${word}`,
    saved: "Gælder overalt.",
    undo: "Fortryd",
    undone: "Som det var før.",
    history: "Hvad der er ændret",
    by: { person: "dig", staff: "en medarbejder hos os", system: "et af vores systemer" },
    changes: { hours: "Stille timer", pause: "Pause", most: "Højst", topic: "Emne", word: "Eget ord" },
    off: "fjernet",
    rewards: "Belønninger",
    noRewards:
      "Her er endnu intet program med point eller belønninger, så intet tælles. Når der er, står det her.",
  },
});
