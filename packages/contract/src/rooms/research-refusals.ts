// What a customer may be told about the file that they carry from shop to shop: plain words.
import type { RefusalLine } from "../refusal.ts";

export const researchRefusals = {
  "research.too_large": {
    status: 413,
    en: "The file is too large. It may be 256 kB, which is more than such a file ever needs.",
    sv: "Filen är för stor. Den får vara 256 kB, mer än en sådan fil någonsin behöver.",
    da: "Filen er for stor. Den må fylde 256 kB, mere end sådan en fil nogensinde har brug for.",
  },
  "research.not_json": {
    status: 400,
    en: "The file cannot be read. It may have been cut off: fetch it once more from the other shop.",
    sv: "Filen går inte att läsa. Den kan ha blivit avklippt: hämta den en gång till från den andra butiken.",
    da: "Filen kan ikke læses. Den kan være blevet klippet af: hent den en gang til fra den anden butik.",
  },
  "research.not_research": {
    status: 400,
    en: "This is some other file. Choose the one that you took with you from “What you looked at” in the other shop.",
    sv: "Det här är en annan fil. Välj den som du tog med dig från ”Det du tittat på” i den andra butiken.",
    da: "Det er en anden fil. Vælg den, du tog med fra “Det, du har kigget på” i den anden butik.",
  },
  "research.newer": {
    status: 400,
    en: "The file is made in a newer way than we can read. Ask the other shop for version 1.",
    sv: "Filen är gjord på ett nyare sätt än vi kan läsa. Be den andra butiken om version 1.",
    da: "Filen er lavet på en nyere måde, end vi kan læse. Bed den anden butik om version 1.",
  },
  "research.too_many": {
    status: 400,
    en: "There are more than 500 things or 50 sizes in the file. Take fewer with you.",
    sv: "Det är fler än 500 saker eller 50 storlekar i filen. Ta med dig färre.",
    da: "Der er flere end 500 ting eller 50 størrelser i filen. Tag færre med.",
  },
  "research.empty": {
    status: 400,
    en: "There is nothing in it. Choose at least one thing or one size.",
    sv: "Det finns inget i den. Välj minst en sak eller en storlek.",
    da: "Der er intet i den. Vælg mindst én ting eller én størrelse.",
  },
} as const satisfies Record<string, RefusalLine>;
