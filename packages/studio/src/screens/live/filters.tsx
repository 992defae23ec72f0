// Channels with what came in the last minute; one of them, or all. The parked stand to the right, in yellow.
import type { Channel } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { ChannelSign, channelTexts, inOrder } from "../../channels.tsx";
import { asChannel } from "./address.ts";
import type { Figures } from "./stream.ts";
import { liveTexts } from "./texts.ts";

const always: readonly Channel[] = [
  "store",
  "web",
  "app",
  "mail",
  "sms",
  "desk",
  "device",
  "letter",
  "social",
];

type FiltersProps = {
  readonly figures: Figures;
  readonly chosen: Channel | undefined;
  readonly choose: (channel: Channel | undefined) => void;
};

export function Filters({ figures, chosen, choose }: FiltersProps) {
  const text = useText(liveTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const seen = Object.keys(figures.channels)
    .map(asChannel)
    .filter((one): one is Channel => one !== undefined);
  const shown = inOrder([...always, ...seen, ...(chosen === undefined ? [] : [chosen])]);
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className="filters-row" role="group" aria-label={text.filters}>
        <button
          type="button"
          className="tg"
          aria-pressed={chosen === undefined}
          onClick={() => choose(undefined)}
        >
          {text.all}
        </button>
        {shown.map((channel) => {
          const count = figures.channels[channel] ?? 0;
          return (
            <button
              key={channel}
              type="button"
              className="tg"
              data-off={count === 0 || undefined}
              aria-pressed={channel === chosen}
              onClick={() => choose(channel === chosen ? undefined : channel)}
            >
              <ChannelSign channel={channel} silent />
              {words[channel]} <span className="tg-n num">{formats.number(count)}</span>
            </button>
          );
        })}
      </div>
      {figures.parked === 0 ? null : (
        <Link className="chip chip-alarm filters-parked" to="/live/parked">
          {text.parked(formats.number(figures.parked), figures.parked === 1)}
        </Link>
      )}
    </div>
  );
}
