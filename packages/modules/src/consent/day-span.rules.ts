import { Refusal } from "@somlos/contract";

const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** Days of a question, the first and the last; no such day is refused as well. */
export function refuseWideSpan(from: string, to: string): void {
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS || !(Date.parse(from) <= Date.parse(to)))
    throw new Refusal("door.bad_request", { problems: [`query: from and to, at most ${MOST_DAYS} days`] });
}
