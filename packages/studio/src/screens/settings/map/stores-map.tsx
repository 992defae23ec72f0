// Places on a map beside their list: what is chosen in one is chosen in the other. Outlines are our own: nothing is asked of others.
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Link } from "react-router";
import { Empty } from "../../../states/states.tsx";
import { kindSigns } from "../kind-signs.ts";
import { OpeningSign } from "../opening-sign.tsx";
import "./map.css";
import { mapTexts } from "./map-texts.ts";
import { Picture } from "./picture.tsx";
import { isPlaced } from "./placed.ts";

const addressOf = ({ street, postalCode, city }: LocationAnswer): string =>
  [street, [postalCode, city].filter((one) => one !== null).join(" ")]
    .filter((one) => one !== null && one !== "")
    .join(", ");

type LineProps = { readonly place: LocationAnswer; readonly chosen: boolean; readonly choose: () => void };
function Line({ place, chosen, choose }: LineProps) {
  const text = useText(mapTexts);
  const Sign = kindSigns[place.kind];
  return (
    <li className="mp-line" data-on={chosen || undefined}>
      <button type="button" className="mp-choose" aria-pressed={chosen} onClick={choose}>
        <Sign size={17} stroke={1.6} aria-hidden className="icon" />
        <span className="mp-words">
          <b className="el">{place.name}</b>
          <OpeningSign place={place} />
        </span>
      </button>
      {chosen ? (
        <p className="mp-more">
          {addressOf(place)}
          <Link to={`/settings/stores/${place.id}`} className="link">
            {text.open(place.name)}
          </Link>
        </p>
      ) : null}
    </li>
  );
}

function Unplaced({ places }: { readonly places: readonly LocationAnswer[] }) {
  const text = useText(mapTexts);
  if (places.length === 0) return null;
  return (
    <section className="mp-unplaced">
      <h2>{text.unplaced}</h2>
      <p>{text.unplacedSays}</p>
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/settings/stores/${id}`} className="link">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An online shop is nowhere. */
export function StoresMap({ places }: { readonly places: readonly LocationAnswer[] }) {
  const text = useText(mapTexts);
  const formats = useFormats();
  const [chosen, choose] = useState<string>();
  const placed = places.filter(isPlaced);
  const others = places.filter((place) => !isPlaced(place) && place.kind !== "online" && !place.closed);
  if (placed.length === 0)
    return (
      <>
        <Empty title={text.none}>{text.noneSays}</Empty>
        <Unplaced places={others} />
      </>
    );
  return (
    <div className="mp">
      <Picture places={placed} chosen={chosen} choose={choose} />
      <div className="mp-side">
        <p className="mp-says">
          {text.says(formats.number(placed.length))} {text.line}
        </p>
        <ul className="mp-list">
          {placed.map((place) => (
            <Line
              key={place.id}
              place={place}
              chosen={place.id === chosen}
              choose={() => choose(place.id === chosen ? undefined : place.id)}
            />
          ))}
        </ul>
        <Unplaced places={others} />
      </div>
    </div>
  );
}
