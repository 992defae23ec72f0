// How often and when: a pause, quiet hours, the most messages, and what one wants to hear about. Each change can be undone.
import { readMyWishes, setMyWishes, type WishesAnswer } from "@somlos/contract/rooms/wishes";
import { newActId } from "@somlos/look/act-id";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api.ts";
import { contactTexts } from "./contact-texts.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { QuietHours } from "./wishes-hours.tsx";
import { Interests } from "./wishes-interests.tsx";
import { Most } from "./wishes-most.tsx";
import { wishTexts } from "./wishes-texts.ts";
import "./wishes.css";
import { type Said, type SayProps, undoOf } from "./wishes.rules.ts";

type Turn = { readonly said: Said; readonly back?: boolean };

function useSaying() {
  const client = useQueryClient();
  const { language } = useLanguage();
  const key = ["wishes", language];
  return useMutation({
    scope: { id: "wishes" }, // one after the other: what was said last holds last
    mutationFn: ({ said }: Turn) => call(setMyWishes, { body: { actId: newActId(), ...said } }),
    onMutate: () => client.getQueryData<WishesAnswer>(key),
    onSuccess: (answer) => client.setQueryData(key, answer),
  });
}

export function WishesPane() {
  const text = useText(wishTexts);
  const { language } = useLanguage();
  const asked = useQuery({ queryKey: ["wishes", language], queryFn: () => call(readMyWishes) });
  const saying = useSaying();
  const say = (said: Said) => saying.mutate({ said });
  const before = saying.context;
  const undo =
    saying.isSuccess && before !== undefined && saying.variables.back !== true
      ? undoOf(before, saying.variables.said)
      : undefined;
  return (
    <Pane title={text.title} asked={asked} className="wishes">
      {(wishes) => {
        const props: SayProps = { wishes, say, busy: saying.isPending };
        return (
          <>
            <p className="wishes-lead">{text.lead}</p>
            <div className="wishes-two">
              <div>
                <Pause {...props} />
                <QuietHours {...props} />
                <Most {...props} />
              </div>
              <Interests {...props} />
            </div>
            <div className="wishes-foot">
              <RefusedNote error={saying.error} />
              <p className="pane-done" aria-live="polite">
                {saying.isSuccess ? (saying.variables.back === true ? text.undone : text.saved) : ""}
              </p>
              {undo === undefined ? null : (
                <button
                  type="button"
                  className="line-act"
                  onClick={() => saying.mutate({ said: undo, back: true })}
                >
                  {text.undo}
                </button>
              )}
            </div>
            <History wishes={wishes} />
          </>
        );
      }}
    </Pane>
  );
}

const DAY_MS = 86_400_000;
const pauses = [7, 30, 90] as const;

function Pause({ wishes, busy, say }: SayProps) {
  const text = useText(wishTexts);
  const { date } = useFormats();
  const { pausedUntil } = wishes;
  return (
    <section className="wish">
      <h3>{text.pause}</h3>
      <p>{pausedUntil === null ? text.noPause : text.paused(date(pausedUntil))}</p>
      <div className="wish-acts">
        {pausedUntil === null ? (
          pauses.map((days) => (
            <button
              key={days}
              type="button"
              className="button wish-chip"
              aria-label={text.pauseForLong(days)}
              disabled={busy}
              onClick={() => say({ pausedUntil: new Date(Date.now() + days * DAY_MS).toISOString() })}
            >
              {text.pauseFor(days)}
            </button>
          ))
        ) : (
          <button
            type="button"
            className="button wish-chip"
            disabled={busy}
            onClick={() => say({ pausedUntil: null })}
          >
            {text.goOn}
          </button>
        )}
      </div>
    </section>
  );
}

function History({ wishes: { history, topics } }: Pick<SayProps, "wishes">) {
  const text = useText(wishTexts);
  const contact = useText(contactTexts);
  const { moment, date } = useFormats();
  if (history.length === 0) return null;
  const names = new Map(topics.map(({ code, name }) => [code, name]));
  const whatOf = ({ name, item, hours, until, limit, stance }: (typeof history)[number]): string => {
    const about = name === "topic" ? (names.get(item) ?? item) : item;
    const channel = Object.entries(contact.channels).find(([one]) => name === "most" && one === item)?.[1];
    const set =
      (hours !== null && `${hours.from}–${hours.to}`) ||
      (until !== null && date(until)) ||
      (limit !== null && text.limit(limit)) ||
      (stance !== null && (stance === "chosen" ? text.yes : text.no)) ||
      text.off;
    return [channel ?? about, set].filter((part) => part !== "").join(", ");
  };
  return (
    <details className="wishes-history">
      <summary className="wish-more">{text.history}</summary>
      <ul>
        {history.map((one) => (
          <li className="line" key={`${one.id} ${one.name} ${one.item}`}>
            <div>
              {text.changes[one.name]}: {whatOf(one)}
              <small>
                {moment(one.at)}, {text.by[one.by]}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
