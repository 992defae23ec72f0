import type { ShareKind } from "./kind.rules.ts";

export const lookedKind = {
  name: "looked",
  opens: true,
  title: { en: "What I looked at", sv: "Det jag tittat på", da: "Det, jeg har kigget på" },
  theirs: { en: "What they looked at", sv: "Det som tittats på", da: "Det, der er kigget på" },
  sees: {
    en: "Sees the things you looked at in the last ninety days. Not what you bought or searched for.",
    sv: "Ser sakerna du tittat på de senaste nittio dagarna. Inte vad du köpt eller sökt efter.",
    da: "Ser tingene, du har kigget på de seneste halvfems dage. Ikke hvad du har købt eller søgt efter.",
  },
} as const satisfies ShareKind;
