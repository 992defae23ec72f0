// The dial of one person: place by place when we may know that it is them, by what, and who said so. A colleague turns it
// as the person says it.
import type { DialAnswer } from "@somlos/contract/rooms/dial";
import { readDial } from "@somlos/contract/rooms/dial";
import { type DialPlace, dialPlaceNames, dialPlaces, standingOf } from "@somlos/contract/rooms/dial-places";
import type { Channel } from "@somlos/contract/rooms/events";
import { dialSigns } from "@somlos/look/dial-signs";
import { useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../../api.ts";
import { channelTexts } from "../../../channels.tsx";
import { identifierTexts } from "../../../identifiers.tsx";
import { may, useSession } from "../../../session.ts";
import { Answered } from "../../../states/answered.tsx";
import { PersonFrame } from "../frame.tsx";
import type { SectionProps } from "../sections.ts";
import { DialActs } from "./acts.tsx";
import "./dial.css";
import { Steps } from "./steps.tsx";
import { dialTexts } from "./texts.ts";
import { Turning } from "./turning.tsx";

/** Channels of a place that stand otherwise than the place as a whole, by how they stand. */
const othersIn = (dial: DialAnswer, place: DialPlace) => {
  const levelOf = (channel: Channel) => dial.channels[channel]?.level ?? "always";
  const { level } = standingOf(dial, place);
  const others = dialPlaces[place].filter((channel) => levelOf(channel) !== level);
  return [...Map.groupBy(others, levelOf)];
};

type LineProps = {
  readonly id: string;
  readonly dial: DialAnswer;
  readonly place: DialPlace;
  readonly sets: boolean;
  readonly open: boolean;
  readonly turn: (open: boolean) => void;
};

function Under({ dial, place }: Pick<LineProps, "dial" | "place">) {
  const text = useText(dialTexts);
  const channels = useText(channelTexts);
  const kinds = useText(identifierTexts).kinds;
  const formats = useFormats();
  const standing = standingOf(dial, place);
  const parts = [
    standing.kinds === null ? null : text.by(standing.kinds.map((kind) => kinds[kind] ?? kind).join(", ")),
    standing.since === null ? text.nobodyChose : text.since(formats.date(standing.since)),
    standing.until === null ? null : text.until(formats.moment(standing.until)),
    ...othersIn(dial, place).map(([level, of]) =>
      text.other(of.map((channel) => channels[channel]).join(", "), text.levels[level]),
    ),
  ];
  return <span className="ps-small num">{parts.filter((part) => part !== null).join(" · ")}</span>;
}

function PlaceLine({ id, dial, place, sets, open, turn }: LineProps) {
  const text = useText(dialTexts);
  const region = useId();
  const { level } = standingOf(dial, place);
  const Sign = dialSigns[place];
  const said = (
    <>
      <Sign size={20} stroke={1.5} aria-hidden className="icon" />
      <span className="pd-words">
        <span className="pd-name">{text.places[place]}</span>
        <b>{text.told[level](text.where[place])}</b>
        <Under dial={dial} place={place} />
      </span>
      <Steps level={level} />
    </>
  );
  return (
    <li data-open={open || undefined}>
      {sets ? (
        <button
          type="button"
          className="plain pd-line"
          aria-expanded={open}
          aria-controls={region}
          onClick={() => turn(!open)}
        >
          {said}
        </button>
      ) : (
        <div className="pd-line">{said}</div>
      )}
      <div id={region}>
        {open ? (
          <Turning id={id} place={place} standing={standingOf(dial, place)} close={() => turn(false)} />
        ) : null}
      </div>
    </li>
  );
}

export function Dial({ person, asked }: SectionProps) {
  const text = useText(dialTexts);
  const { data: session } = useSession();
  const [open, setOpen] = useState<DialPlace>();
  const dial = useQuery({
    queryKey: ["dial", person.id],
    queryFn: ({ signal }) => call(readDial, { params: { id: person.id } }, signal),
    staleTime: 30_000,
  });
  const sets = may(session, "dial.set");
  return (
    <PersonFrame person={person} asked={asked}>
      <section className="ps" aria-labelledby="pd-finding">
        <Answered asked={dial} shape="lines">
          {(found) => {
            const known = dialPlaceNames.filter(
              (place) => standingOf(found, place).level === "always",
            ).length;
            return (
              <>
                <header>
                  <h2 className="ps-finding" id="pd-finding">
                    {text.finding[known === dialPlaceNames.length ? "all" : known === 0 ? "none" : "some"]}
                  </h2>
                  <p className="mid ps-lead">{sets ? text.lead : text.readOnly}</p>
                </header>
                <ul className="pd-places">
                  {dialPlaceNames.map((place) => (
                    <PlaceLine
                      key={place}
                      id={person.id}
                      dial={found}
                      place={place}
                      sets={sets}
                      open={place === open}
                      turn={(to) => setOpen(to ? place : undefined)}
                    />
                  ))}
                </ul>
                <DialActs acts={found.history} />
              </>
            );
          }}
        </Answered>
      </section>
    </PersonFrame>
  );
}
