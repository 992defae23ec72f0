// What one wants to hear about: yes or no to the retailer's topics, and words of one's own.
import { MOST_WORDS, type Stance, WORD_LENGTH } from "@somlos/contract/rooms/wishes";
import { useText } from "@somlos/look/language";
import { IconX } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { type SayProps, wordOf } from "./wishes.rules.ts";
import { wishTexts } from "./wishes-texts.ts";

export function Interests(props: SayProps) {
  const text = useText(wishTexts);
  const { wishes, busy, say } = props;
  return (
    <section className="wish">
      <h3>{text.interests}</h3>
      {wishes.topics.length === 0 ? <p>{text.noTopics}</p> : null}
      <ul>
        {wishes.topics.map(({ code, name, stance }) => (
          <li className="wish-row wish-topic" key={code}>
            <span>{name}</span>
            <span className="wish-stances">
              {(["chosen", "declined"] as const).map((one: Stance) => (
                <button
                  key={one}
                  type="button"
                  className="wish-stance"
                  aria-pressed={stance === one}
                  aria-label={text.about(one === "chosen" ? text.yes : text.no, name)}
                  disabled={busy}
                  onClick={() => say({ topics: { [code]: stance === one ? null : one } })}
                >
                  {one === "chosen" ? text.yes : text.no}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Words {...props} />
    </section>
  );
}

function Words({ wishes: { words }, busy, say }: SayProps) {
  const text = useText(wishTexts);
  const [typed, type] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const word = wordOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (word === "") return;
    say({ words: [{ word, stance: "chosen" }] });
    type("");
    field.current?.focus();
  };
  return (
    <div className="wish-own">
      {words.length === 0 ? null : (
        <ul className="wish-words">
          {words.map(({ word: one }) => (
            <li key={one}>
              <button
                type="button"
                className="wish-word"
                aria-label={text.remove(one)}
                disabled={busy}
                onClick={() => {
                  say({ words: [{ word: one, stance: null }] });
                  field.current?.focus();
                }}
              >
                {one}
                <IconX className="icon" size={16} stroke={1.6} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {words.length >= MOST_WORDS ? (
        <p>{text.ownHint}</p>
      ) : (
        <form onSubmit={submit}>
          <label className="field">
            <span>{text.own}</span>
            <input
              ref={field}
              value={typed}
              maxLength={WORD_LENGTH}
              aria-describedby="own-hint"
              onChange={({ target }) => type(target.value)}
            />
          </label>
          <button type="submit" className="button wish-chip" disabled={busy || word === ""}>
            {text.add}
          </button>
          <p id="own-hint">{text.ownHint}</p>
        </form>
      )}
    </div>
  );
}

/** Until there is a programme: no figure that nobody counted. */
export function RewardsPane() {
  const text = useText(wishTexts);
  return (
    <section className="pane" aria-labelledby="rewards">
      <h2 id="rewards">{text.rewards}</h2>
      <p className="pane-empty">{text.noRewards}</p>
    </section>
  );
}
