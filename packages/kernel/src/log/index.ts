// The program's own log (pino, JSON lines). Never a person's data: ids, counts, codes, durations.
import { type Logger, pino } from "pino";

export type { Logger } from "pino";
export const makeLogger = (level: string): Logger =>
  pino({ level, base: null, redact: { paths: ["req.headers", "*.body", "*.value"], censor: "kept out" } });
