// How the dial came to stand as it does: who turned what, where, newest first.
import type { DialAnswer } from "@somlos/contract/rooms/dial";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { channelTexts } from "../../../channels.tsx";
import { dialTexts } from "./texts.ts";

type Act = DialAnswer["history"][number];
type Turn = { readonly act: Act; readonly channels: readonly Act["channel"][] };
const FIRST = 8;

/** What was said at once stands as one: a place is several channels. */
function turnsOf(acts: readonly Act[]): Turn[] {
  const said = Map.groupBy(acts, ({ at, level, by, only }) => `${at} ${level} ${by} ${only}`);
  return [...said.values()].flatMap((own) => {
    const [act] = own;
    return act === undefined ? [] : [{ act, channels: [...new Set(own.map(({ channel }) => channel))] }];
  });
}

export function DialActs({ acts }: { readonly acts: readonly Act[] }) {
  const text = useText(dialTexts);
  const channels = useText(channelTexts);
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const turns = turnsOf(acts);
  const shown = all ? turns : turns.slice(0, FIRST);
  return (
    <section className="pd-acts" aria-labelledby="pd-acts">
      <h3 className="h" id="pd-acts">
        {text.history}
      </h3>
      {turns.length === 0 ? <p className="mid">{text.historyNone}</p> : null}
      <ol>
        {shown.map(({ act, channels: of }) => (
          <li key={act.id + of.join()}>
            <i className="knot" aria-hidden />
            <div>
              <p>
                <b>{act.only === null ? text.levels[act.level] : text.once}</b>{" "}
                <span className="mid">{of.map((channel) => channels[channel]).join(", ")}</span>
              </p>
              <p className="ps-small num">
                {[
                  formats.moment(act.at),
                  text.who[act.by],
                  act.saidIn === "unknown" ? null : text.saidAt(channels[act.saidIn]),
                  act.only ?? act.location,
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {turns.length > FIRST ? (
        <button type="button" className="chip chip-line" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.more(formats.number(turns.length - FIRST))}
        </button>
      ) : null}
    </section>
  );
}
