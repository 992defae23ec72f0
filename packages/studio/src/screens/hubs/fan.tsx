// The value that is looked at: the threads of those tied to it, and what it leads to. The sentence beside it says the same.

import { useText } from "@somlos/look/language";
import { IconScissors } from "@tabler/icons-react";
import { FAN, fanOf, type Says } from "./fan.rules.ts";
import { hubTexts } from "./texts.ts";

type FanProps = {
  readonly neighbours: number;
  readonly count: string;
  readonly says: Says;
  /** It would be so, after a ruling that is not made yet: stitched. */
  readonly planned: boolean;
  readonly rest: string | undefined;
};

export function FanPicture({ neighbours, count, says, planned, rest }: FanProps) {
  const text = useText(hubTexts);
  const fan = fanOf(neighbours, says);
  const middle = FAN.height / 2;
  return (
    <figure className="hb-fan" data-says={says} data-planned={planned || undefined}>
      <div className="hb-many">
        <b className="num">{count}</b>
        <span>{text.others}</span>
        {rest === undefined ? null : <span className="hb-rest num">{rest}</span>}
      </div>
      <svg viewBox={`0 0 ${FAN.width} ${FAN.height}`} aria-hidden>
        {fan.threads.map(({ from, d }) => (
          <path key={from} d={d} className="hb-thread" data-stitched={fan.stitched || undefined} />
        ))}
        {fan.onward === undefined ? null : <path d={fan.onward} className="hb-onward" />}
        {fan.threads.map(({ from }) => (
          <circle key={from} cx="6" cy={from} r="3.5" className="hb-end" />
        ))}
        {fan.cut && fan.threads.length > 0 ? (
          <>
            <circle cx={FAN.cut + 8} cy={middle} r="13" className="hb-cut" />
            <IconScissors
              x={FAN.cut}
              y={middle - 8}
              width={16}
              height={16}
              stroke={1.6}
              className="hb-snip"
            />
          </>
        ) : null}
        <circle cx={FAN.knot} cy={middle} r="7" className="hb-knot" />
        {fan.onward === undefined ? null : <circle cx={FAN.end} cy={middle} r="5" className="hb-to" />}
      </svg>
      <figcaption className="hb-one">{text.leads[says]}</figcaption>
    </figure>
  );
}
