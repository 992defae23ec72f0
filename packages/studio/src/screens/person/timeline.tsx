// The weave: a column a channel, the thread crossing between them; for screen readers an ordered list.
import { Button } from "@mantine/core";
import type { Channel, TimelineItem } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { byDay, type Day, knotOf, openEnds, placesOf, seamOf } from "../../thread/story.ts";
import type { WeaveFrame } from "../../thread/weave.ts";
import { EventLine } from "./event-line.tsx";
import { personTexts } from "./texts.ts";
import "./timeline.css";
import { WeavePicture } from "./weave-picture.tsx";

type FilterProps = {
  readonly channels: readonly Channel[];
  readonly chosen: Channel | undefined;
  readonly choose: (channel: Channel | undefined) => void;
};

function ChannelFilter({ channels, chosen, choose }: FilterProps) {
  const text = useText(personTexts);
  const words = useText(channelTexts);
  if (channels.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className="tl-filter" role="group" aria-label={text.channels}>
      <button
        type="button"
        className={chosen === undefined ? "chip chip-on" : "chip chip-line"}
        aria-pressed={chosen === undefined}
        onClick={() => choose(undefined)}
      >
        {text.everything}
      </button>
      {channels.map((channel) => (
        <button
          key={channel}
          type="button"
          className={channel === chosen ? "chip chip-on" : "chip chip-line"}
          aria-pressed={channel === chosen}
          onClick={() => choose(channel === chosen ? undefined : channel)}
        >
          {words[channel]}
        </button>
      ))}
    </div>
  );
}

function DayHead({ day, now }: { readonly day: Day; readonly now: Date }) {
  const formats = useFormats();
  const first = day.items.at(-1);
  const last = day.items[0];
  const from = first === undefined ? "" : formats.time(first.at);
  const to = last === undefined ? "" : formats.time(last.at);
  const places = placesOf(day.items);
  return (
    <h2 className="gh" id={`day-${day.key}`}>
      <b>{formats.day(day.at, now)}</b>
      {places.length === 0 ? null : <span className="mid">{places.join(", ")}</span>}
      <span className="dim num">{from === to ? from : `${from}–${to}`}</span>
    </h2>
  );
}

export type TimelineProps = {
  readonly items: readonly TimelineItem[];
  readonly channels: readonly Channel[];
  readonly frame: Omit<WeaveFrame, "height">;
  readonly chosen: Channel | undefined;
  readonly choose: (channel: Channel | undefined) => void;
  readonly now: Date;
  readonly traces: boolean;
  readonly earlier: { readonly load: () => void; readonly loading: boolean } | undefined;
};

export function Timeline({ items, channels, frame, chosen, choose, now, traces, earlier }: TimelineProps) {
  const text = useText(personTexts);
  const open = chosen === undefined ? openEnds(items) : new Set<string>();
  const older = new Map(items.map((item, at) => [item, items[at + 1]]));
  const places = items.map((item) => ({
    column: Math.max(0, channels.indexOf(item.channel)),
    knot: knotOf(item, items[0], open),
  }));
  return (
    <section
      className="tl"
      aria-label={text.timeline}
      style={{
        ["--weave" as string]: `${frame.left + frame.width * frame.columns}px`,
        ["--gutter" as string]: `${frame.left}px`,
      }}
    >
      <WeavePicture places={places} frame={frame} tail={earlier !== undefined} />
      <div className="tl-bar">
        <div
          className="tl-cols"
          style={{ gridTemplateColumns: `repeat(${channels.length}, ${frame.width}px)` }}
        >
          {channels.map((channel) => (
            <span key={channel}>
              <ChannelSign channel={channel} size={frame.width < 18 ? 12 : 16} />
            </span>
          ))}
        </div>
        <ChannelFilter channels={channels} chosen={chosen} choose={choose} />
      </div>
      {byDay(items).map((day) => (
        <div key={day.key}>
          <DayHead day={day} now={now} />
          <ol aria-labelledby={`day-${day.key}`}>
            {day.items.map((item) => (
              <EventLine
                key={item.messageId}
                item={item}
                seam={chosen === undefined ? seamOf(item, older.get(item)) : undefined}
                open={open.has(item.messageId)}
                traces={traces}
              />
            ))}
          </ol>
        </div>
      ))}
      {earlier === undefined ? null : (
        <div className="tl-earlier">
          <Button loading={earlier.loading} onClick={earlier.load}>
            {text.earlier}
          </Button>
        </div>
      )}
    </section>
  );
}
