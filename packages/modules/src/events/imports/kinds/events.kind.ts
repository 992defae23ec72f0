// Events in the Segment shape already, one JSON object a line.
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { types } from "../../parse/words.rules.ts";
import type { ImportKind } from "./kind.ts";

export const events: ImportKind = {
  kind: "events",
  title: {
    en: "Events (Segment, JSON Lines)",
    sv: "Händelser (Segment, JSON Lines)",
    da: "Hændelser (Segment, JSON Lines)",
  },
  fits({ rows, reader }) {
    if (reader === "csv" || rows.length === 0) return 0;
    return rows.filter((row) => types.some((type) => type === row["type"])).length / rows.length;
  },
  suggest: () => ({ suggestion: mapping.parse({ event: { type: "as_is" } }), unsure: [] }),
};
