// The dial: five radio buttons that look like a knob. Turning it says when we may know that it is you, channel by channel.
import { type DialLevel, dialLevels } from "@somlos/contract/rooms/dial";
import { useText } from "@somlos/look/language";
import { useId } from "react";
import { arcBetween, marksAround, placeOf } from "./dial.rules.ts";
import { dialTexts } from "./dial-texts.ts";

const centre = { x: 179, y: 172 };
const RING = 110;
const marks = marksAround(centre, 81);

export function Dial({
  level,
  label,
  disabled,
  turn,
}: {
  readonly level: DialLevel;
  readonly label: string;
  readonly disabled: boolean;
  readonly turn: (level: DialLevel) => void;
}) {
  const text = useText(dialTexts);
  const name = useId();
  return (
    <fieldset className="dial" disabled={disabled}>
      <legend className="vh">{label}</legend>
      <Knob level={level} />
      {dialLevels.map((one) => (
        <label key={one} className={`dial-label dial-${one}${one === level ? " is-on" : ""}`}>
          <input type="radio" name={name} value={one} checked={one === level} onChange={() => turn(one)} />
          <span>{text.levels[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Knob({ level }: { readonly level: DialLevel }) {
  const [tip, root] = [placeOf(level, centre, 68), placeOf(level, centre, 44)];
  return (
    <svg viewBox="0 0 358 300" aria-hidden="true">
      <defs>
        <linearGradient id="knob-rim" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="knob-1" />
          <stop offset="1" className="knob-2" />
        </linearGradient>
        <linearGradient id="knob-face" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="knob-3" />
          <stop offset="1" className="knob-4" />
        </linearGradient>
        <filter id="knob-shade" x="-30%" y="-30%" width="160%" height="160%">
          <feGaussianBlur stdDeviation="11" />
        </filter>
      </defs>
      <path className="ring-rest" d={arcBetween("never", "always", centre, RING)} />
      <path className="ring-on" d={arcBetween("never", level, centre, RING)} />
      <ellipse cx="179" cy="184" rx="84" ry="84" className="knob-shadow" filter="url(#knob-shade)" />
      <circle cx="179" cy="172" r="86" fill="url(#knob-rim)" />
      <path d={marks} className="knob-marks" />
      <circle cx="179" cy="172" r="76" fill="url(#knob-face)" className="knob-edge" />
      <path d={`M${root.x} ${root.y}L${tip.x} ${tip.y}`} className="knob-hand" />
      {dialLevels.map((one) => (
        <Stop key={one} one={one} level={level} />
      ))}
    </svg>
  );
}

/** Behind the hand a knot of the thread; before it an open one. */
function Stop({ one, level }: { readonly one: DialLevel; readonly level: DialLevel }) {
  const { x, y } = placeOf(one, centre, RING);
  const ahead = dialLevels.indexOf(one) > dialLevels.indexOf(level);
  return (
    <>
      <circle cx={x} cy={y} r={one === level ? 10 : 7} className="stop-ground" />
      <circle
        cx={x}
        cy={y}
        r={ahead ? 4.5 : one === level ? 7.5 : 5}
        className={ahead ? "stop-open" : "stop-on"}
      />
    </>
  );
}

const small = { x: 18, y: 19 };

/** The same, small, beside a channel's name: a picture only. */
export function SmallDial({ level }: { readonly level: DialLevel }) {
  const [tip, root] = [placeOf(level, small, 8), placeOf(level, small, 2)];
  return (
    <svg className="dial-small" viewBox="0 0 36 34" width="36" height="34" aria-hidden="true">
      <path className="ring-rest" d={arcBetween("never", "always", small, 13)} />
      {level === "never" ? null : <path className="ring-on" d={arcBetween("never", level, small, 13)} />}
      <path className="small-hand" d={`M${root.x} ${root.y}L${tip.x} ${tip.y}`} />
    </svg>
  );
}
