// Open, closed, not told: a knot, a word, and until when.
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import "./opening-sign.css";
import { storeTexts } from "./store-texts.ts";
import { momentThere } from "./when.ts";

type Words = { readonly state: string; readonly word: string; readonly more: string | undefined };

function useWords(place: LocationAnswer): Words {
  const text = useText(storeTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const { opening, lastDay } = place;
  const at = (moment: string): string => momentThere(moment, place, language, text.tomorrow);
  if (place.closed)
    return {
      state: "gone",
      word: text.gone,
      more: lastDay === null ? undefined : formats.date(`${lastDay}T12:00:00`),
    };
  if (opening.state === "unknown") return { state: "unknown", word: text.unset, more: undefined };
  if (opening.state === "open")
    return {
      state: "open",
      word: text.open,
      more: opening.until === null ? text.always : text.openUntil(at(opening.until)),
    };
  return {
    state: "shut",
    word: text.shut,
    more: opening.opens === null ? undefined : text.opens(at(opening.opens)),
  };
}

/** The same in one line of words. */
export function useOpeningWords(place: LocationAnswer): string {
  const { word, more } = useWords(place);
  return more === undefined ? word : `${word} ${more}`;
}

export function OpeningSign({ place }: { readonly place: LocationAnswer }) {
  const { state, word, more } = useWords(place);
  return (
    <span className="op" data-state={state}>
      <i className={state === "open" ? "knot" : "knot knot-open"} aria-hidden />
      <span>
        <b>{word}</b>
        {more === undefined ? null : <span className="op-more"> {more}</span>}
      </span>
    </span>
  );
}
