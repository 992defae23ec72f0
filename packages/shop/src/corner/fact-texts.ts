import type { Myself } from "@somlos/contract/rooms/people";
import { texts } from "@somlos/look/language";

type Told = Readonly<Record<Myself["facts"][number]["trust"], string>>;

export const factTexts = texts({
  en: {
    title: "What we believe about you",
    none: "Nothing yet.",
    toldBy: {
      person: "you said so",
      staff: "a colleague wrote it down",
      proven: "from what you did with us",
      stated: "from a visit on the web",
      inferred: "what we guess",
    } satisfies Told as Told,
    notRight: (what: string) => `Not right: ${what}`,
    right: "What is right?",
    save: "Save",
    drop: "Do not keep this",
    cancel: "Never mind",
    yes: "Yes",
    no: "No",
  },
  sv: {
    title: "Det vi tror om dig",
    none: "Inget än.",
    toldBy: {
      person: "du sa det själv",
      staff: "en medarbetare skrev upp det",
      proven: "utifrån det du gjort hos oss",
      stated: "från ett besök på webben",
      inferred: "det vi gissar",
    },
    notRight: (what: string) => `Stämmer inte: ${what}`,
    right: "Vad stämmer?",
    save: "Spara",
    drop: "Spara inte det här",
    cancel: "Avbryt",
    yes: "Ja",
    no: "Nej",
  },
  da: {
    title: "Det, vi tror om dig",
    none: "Intet endnu.",
    toldBy: {
      person: "du sagde det selv",
      staff: "en medarbejder skrev det ned",
      proven: "ud fra det, du har gjort hos os",
      stated: "fra et besøg på nettet",
      inferred: "det, vi gætter på",
    },
    notRight: (what: string) => `Passer ikke: ${what}`,
    right: "Hvad er rigtigt?",
    save: "Gem",
    drop: "Gem det ikke",
    cancel: "Fortryd",
    yes: "Ja",
    no: "Nej",
  },
});
