import { texts } from "@somlos/look/language";

export const partTexts = texts({
  en: { copy: "Copy", copied: "Copied", notCopied: "Could not copy", close: "Close" },
  sv: { copy: "Kopiera", copied: "Kopierat", notCopied: "Kunde inte kopiera", close: "Stäng" },
  da: { copy: "Kopiér", copied: "Kopieret", notCopied: "Kunne ikke kopiere", close: "Luk" },
});
