// The pairs that wait, the surest first, and those that were decided.
import type { MatchAnswer } from "@somlos/contract/rooms/matches";
import { useFormats, useText } from "@somlos/look/language";
import { CERTAIN_BITS, roundOdds } from "./fall.rules.ts";
import { type ReviewWords, reviewTexts } from "./texts.ts";
import type { MatchState } from "./use-review.ts";

export const nameOf = (side: { readonly name: string | null }, text: ReviewWords): string =>
  side.name ?? text.nameless;

/** 3 000 to 1. */
export function useOdds(): (bits: number) => string {
  const text = useText(reviewTexts);
  const { number } = useFormats();
  return (bits) => {
    if (bits >= CERTAIN_BITS) return text.certain;
    return bits >= 0 ? text.odds(number(roundOdds(bits))) : text.against(number(roundOdds(bits)));
  };
}

export function States({ state, choose }: { state: MatchState; choose: (state: MatchState) => void }) {
  const text = useText(reviewTexts);
  return (
    <fieldset className="rv-states">
      <legend className="vh">{text.show}</legend>
      {(["open", "accepted", "rejected", "never"] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={each === state ? "chip chip-on" : "chip chip-line"}
          aria-pressed={each === state}
          onClick={() => choose(each)}
        >
          {text.states[each]}
        </button>
      ))}
    </fieldset>
  );
}

type KeysProps = { readonly on: boolean; readonly turn: (on: boolean) => void };

/** Which keys decide, and a switch for who cannot have that. */
export function Keys({ on, turn }: KeysProps) {
  const text = useText(reviewTexts);
  return (
    <label className="rv-keys">
      <input
        type="checkbox"
        checked={on}
        aria-describedby="rv-keys"
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      <span>{text.keysOn}</span>
      <span id="rv-keys" hidden={!on}>
        {text.keys}
      </span>
    </label>
  );
}

type QueueProps = {
  readonly items: readonly MatchAnswer[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
};

export function Queue({ items, chosen, choose }: QueueProps) {
  const text = useText(reviewTexts);
  const odds = useOdds();
  return (
    <ul className="rv-queue" aria-label={text.queue}>
      {items.map((item) => (
        <li key={item.id} data-chosen={item.id === chosen || undefined}>
          <button
            type="button"
            className="plain rv-item"
            aria-current={item.id === chosen || undefined}
            data-match={item.id}
            onClick={() => choose(item.id)}
          >
            <span className="rv-two">
              <b>{nameOf(item.a, text)}</b>
              <b>{nameOf(item.b, text)}</b>
            </span>
            <span className="rv-odds num">{odds(item.bits)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
