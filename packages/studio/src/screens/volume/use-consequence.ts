// A consequence in words: what goes, how many, how much room it gives back.
import type { Consequence, LifetimeKind } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { kindTexts } from "./kind-texts.ts";
import { volumeTexts } from "./texts.ts";

/** The first of the month in which the border lies: what goes by whole months goes up to there. */
const monthOf = (before: string): string => `${before.slice(0, 7)}-01T00:00:00Z`;

export function useConsequence(kind: LifetimeKind, found: Consequence | undefined): string {
  const text = useText(volumeTexts);
  const names = useText(kindTexts);
  const formats = useFormats();
  if (found === undefined) return "";
  const day = formats.date(found.wholeMonths ? monthOf(found.before) : found.before);
  const what = names.lifetimes[kind].them;
  if (found.rows === 0) return text.removesNothing(day);
  const count = formats.number(Math.round(found.rows));
  return found.bytes === null
    ? text.removes(what, day, count)
    : text.removesRoom(what, day, count, formats.bytes(found.bytes));
}
