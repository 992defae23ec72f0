import type { ShareKind } from "./kind.rules.ts";

export const sizesKind = {
  name: "sizes",
  opens: true,
  title: { en: "My sizes", sv: "Mina storlekar", da: "Mine størrelser" },
  theirs: { en: "Sizes", sv: "Storlekar", da: "Størrelser" },
  sees: {
    en: "Sees your sizes for clothes and shoes. Not what you bought or looked at.",
    sv: "Ser dina storlekar i kläder och skor. Inte vad du köpt eller tittat på.",
    da: "Ser dine størrelser i tøj og sko. Ikke hvad du har købt eller kigget på.",
  },
} as const satisfies ShareKind;
