// When may we know that it is you: place by place, one knob, and what it means in words.
import { type DialKind, type DialLevel, readMyDial, setMyDial } from "@somlos/contract/rooms/dial";
import {
  type DialPlace,
  type DialStanding,
  dialPlaceNames,
  dialPlaces,
  standingOf,
} from "@somlos/contract/rooms/dial-places";
import { dialSigns } from "@somlos/look/dial-signs";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { Dial, SmallDial } from "./dial.tsx";
import { dialTexts } from "./dial-texts.ts";
import { Pane, RefusedNote } from "./pane.tsx";

const key = ["dial"];

function useTurning() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: "dial" }, // one after the other: what was turned last holds last
    mutationFn: ({ place, level, kinds }: { place: DialPlace; level: DialLevel; kinds: DialKind[] | null }) =>
      call(setMyDial, {
        body: { channels: Object.fromEntries(dialPlaces[place].map((one) => [one, { level, kinds }])) },
      }),
    onSuccess: (answer) => {
      client.setQueryData(key, answer);
      void client.invalidateQueries({ queryKey: ["seen"] });
    },
  });
}

export function DialPane() {
  const text = useText(dialTexts);
  const [place, choose] = useState<DialPlace>("store");
  const asked = useQuery({ queryKey: key, queryFn: () => call(readMyDial) });
  const turning = useTurning();
  return (
    <Pane title={text.title} asked={asked} className="dial-pane">
      {(dial) => {
        const standing = standingOf(dial, place);
        const level =
          turning.isPending && turning.variables.place === place ? turning.variables.level : standing.level;
        const turn = (to: DialLevel, kinds: DialKind[] | null) => turning.mutate({ place, level: to, kinds });
        return (
          <>
            <ul className="dial-channels">
              {dialPlaceNames.map((one) => (
                <PlaceLine
                  key={one}
                  place={one}
                  level={standingOf(dial, one).level}
                  chosen={one === place}
                  choose={() => choose(one)}
                />
              ))}
            </ul>
            <div className="dial-turn">
              <Dial
                level={level}
                label={text.where[place]}
                disabled={false}
                turn={(to) => turn(to, standing.kinds)}
              />
              <Told place={place} level={level} standing={standing} turn={turn} />
              <p className="dial-saved" aria-live="polite">
                {turning.isSuccess ? text.saved : ""}
              </p>
              <RefusedNote error={turning.error} />
            </div>
          </>
        );
      }}
    </Pane>
  );
}

function PlaceLine(line: {
  readonly place: DialPlace;
  readonly level: DialLevel;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const text = useText(dialTexts);
  const Sign = dialSigns[line.place];
  return (
    <li>
      <button type="button" className="dial-channel" aria-pressed={line.chosen} onClick={line.choose}>
        <Sign className="icon" size={20} stroke={1.5} aria-hidden="true" />
        <span>
          {text.names[line.place]}
          <small>{text.levels[line.level]}</small>
        </span>
        <SmallDial level={line.level} />
      </button>
    </li>
  );
}

/** The ways to say so that a shop understands; any other is "any". */
const ways = ["any", "club_card", "phone", "email", "login"] as const;
type Way = (typeof ways)[number];
const wayOf = (kinds: readonly DialKind[] | null): Way =>
  ways.find((way) => kinds?.length === 1 && kinds[0] === way) ?? "any";

function Told({
  place,
  level,
  standing,
  turn,
}: {
  readonly place: DialPlace;
  readonly level: DialLevel;
  readonly standing: DialStanding;
  readonly turn: (level: DialLevel, kinds: DialKind[] | null) => void;
}) {
  const text = useText(dialTexts);
  const { time } = useFormats();
  return (
    <div className="dial-told">
      <div aria-live="polite">
        <b>{text.told[level](text.where[place])}</b>
        <p>{level === "always" || level === "today" || level === "visit" ? text.more : text.less}</p>
        {level === "today" && standing.until !== null ? <p>{text.until(time(standing.until))}</p> : null}
      </div>
      {level === "asked" ? (
        <label className="dial-how">
          <span>{text.how}</span>
          <select
            value={wayOf(standing.kinds)}
            onChange={({ target }) => {
              const way = target.value as Way;
              turn(level, way === "any" ? null : [way]);
            }}
          >
            {ways.map((way) => (
              <option key={way} value={way}>
                {text.ways[way]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}
