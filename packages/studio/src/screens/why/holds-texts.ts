import type { HoldState, Holds } from "@somlos/contract/rooms/identity-holds";
import { texts } from "@somlos/look/language";

type Wish = Holds["wishes"][number]["name"];
type Own = Exclude<HoldState, "granted" | "soft" | "waiting" | "asleep" | "incomplete" | "withdrawn">;
type Words = {
  readonly title: string;
  readonly same: string;
  readonly now: (who: string | undefined) => string;
  readonly everything: string;
  readonly states: Readonly<Record<Own, string>>;
  readonly minor: string;
  readonly young: Readonly<Record<"yes" | "no", string>>;
  readonly dial: (channels: string) => string;
  readonly by: (kinds: string) => string;
  readonly wishes: Readonly<Record<Wish, (item: string) => string>>;
  readonly nothing: string;
  readonly stances: Readonly<Record<"chosen" | "declined", string>>;
  readonly per: (times: string, per: string) => string;
  readonly until: (when: string) => string;
  readonly household: string;
  readonly home: (others: number, shares: number, rests: number, sees: number) => string;
  readonly notIn: string;
  readonly left: (lines: string) => string;
  readonly people: (n: string) => string;
};

export const holdsTexts = texts<Words>({
  en: {
    title: "What holds otherwise",
    same: "Permissions, dial, wishes and households stay as they are.",
    now: (who) => (who === undefined ? "Now" : `Now, ${who}`),
    everything: "No to everything",
    states: { none: "Nothing said", done: "Done unasked", partly: "No to part of it", ended: "No" },
    minor: "Under eighteen",
    young: { yes: "Yes, no advertising", no: "Not told" },
    dial: (channels) => `Dial: ${channels}`,
    by: (kinds) => `by ${kinds}`,
    wishes: {
      hours: () => "Quiet hours",
      pause: () => "Pause",
      most: (item) => (item === "" ? "At most, in all" : `At most, ${item}`),
      topic: (item) => `Topic ${item}`,
      word: (item) => `Own word: ${item}`,
    },
    nothing: "None",
    stances: { chosen: "Yes", declined: "No" },
    per: (times, per) => `${times} a ${per}`,
    until: (when) => `until ${when}`,
    household: "Household",
    home: (others, shares, rests, sees) =>
      `${others} others; lets them see ${shares}, ${rests} rest; sees ${sees}`,
    notIn: "Not in it",
    left: (lines) => `${lines} more differ and are not told here.`,
    people: (n) => `${n} more people are concerned and not told of here.`,
  },
  sv: {
    title: "Vad som gäller annorlunda",
    same: "Tillstånd, reglage, önskemål och hushåll blir som de är.",
    now: (who) => (who === undefined ? "Nu" : `Nu, ${who}`),
    everything: "Nej till allt",
    states: { none: "Inget sagt", done: "Görs oombett", partly: "Nej till en del", ended: "Nej" },
    minor: "Under arton år",
    young: { yes: "Ja, ingen reklam", no: "Inte sagt" },
    dial: (channels) => `Reglage: ${channels}`,
    by: (kinds) => `med ${kinds}`,
    wishes: {
      hours: () => "Tysta timmar",
      pause: () => "Paus",
      most: (item) => (item === "" ? "Högst, totalt" : `Högst, ${item}`),
      topic: (item) => `Ämne ${item}`,
      word: (item) => `Eget ord: ${item}`,
    },
    nothing: "Inga",
    stances: { chosen: "Ja", declined: "Nej" },
    per: (times, per) => `${times} per ${per === "week" ? "vecka" : "månad"}`,
    until: (when) => `till ${when}`,
    household: "Hushåll",
    home: (others, shares, rests, sees) =>
      `${others} andra; låter dem se ${shares}, ${rests} vilar; ser ${sees}`,
    notIn: "Inte med",
    left: (lines) => `${lines} till skiljer sig och står inte här.`,
    people: (n) => `${n} personer till berörs och står inte här.`,
  },
  da: {
    title: "Hvad der gælder anderledes",
    same: "Tilladelser, skydeknapper, ønsker og husstande bliver, som de er.",
    now: (who) => (who === undefined ? "Nu" : `Nu, ${who}`),
    everything: "Nej til alt",
    states: { none: "Intet sagt", done: "Gøres uopfordret", partly: "Nej til en del", ended: "Nej" },
    minor: "Under atten år",
    young: { yes: "Ja, ingen reklame", no: "Ikke oplyst" },
    dial: (channels) => `Skydeknap: ${channels}`,
    by: (kinds) => `med ${kinds}`,
    wishes: {
      hours: () => "Stille timer",
      pause: () => "Pause",
      most: (item) => (item === "" ? "Højst, i alt" : `Højst, ${item}`),
      topic: (item) => `Emne ${item}`,
      word: (item) => `Eget ord: ${item}`,
    },
    nothing: "Ingen",
    stances: { chosen: "Ja", declined: "Nej" },
    per: (times, per) => `${times} pr. ${per === "week" ? "uge" : "måned"}`,
    until: (when) => `til ${when}`,
    household: "Husstand",
    home: (others, shares, rests, sees) =>
      `${others} andre; lader dem se ${shares}, ${rests} hviler; ser ${sees}`,
    notIn: "Ikke med",
    left: (lines) => `${lines} mere er anderledes og står ikke her.`,
    people: (n) => `${n} personer mere er berørt og står ikke her.`,
  },
});
