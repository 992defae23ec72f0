// Draws the weave behind the rows it belongs to; the rows are measured, so words may take the room they need.
import { useLayoutEffect, useRef, useState } from "react";
import { type Knot, type WeaveFrame, weave } from "../../thread/weave.ts";

type Place = { readonly column: number; readonly knot: Knot };
type Measured = { readonly height: number; readonly ys: readonly number[] };

const same = (a: Measured, b: Measured): boolean =>
  a.height === b.height && a.ys.length === b.ys.length && a.ys.every((y, at) => y === b.ys[at]);

function measure(root: HTMLElement): Measured {
  const box = root.getBoundingClientRect();
  const ys = [...root.querySelectorAll<HTMLElement>("[data-knot]")].map((mark) => {
    const spot = mark.getBoundingClientRect();
    return Math.round((spot.top - box.top + Math.min(spot.height / 2, 10)) * 10) / 10;
  });
  return { height: Math.round(box.height), ys };
}

type PictureProps = {
  readonly places: readonly Place[];
  readonly frame: Omit<WeaveFrame, "height">;
  readonly tail: boolean;
};

export function WeavePicture({ places, frame, tail }: PictureProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [measured, setMeasured] = useState<Measured>({ height: 0, ys: [] });
  useLayoutEffect(() => {
    const element = svg.current?.parentElement ?? null;
    if (element === null) return;
    const look = (): void => {
      const next = measure(element);
      setMeasured((before) => (same(before, next) ? before : next));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  });
  const points = places.flatMap((place, at) => {
    const y = measured.ys[at];
    return y === undefined ? [] : [{ ...place, y }];
  });
  const picture = weave({ ...frame, height: measured.height }, points, tail);
  const width = frame.left + frame.width * frame.columns;
  return (
    <svg ref={svg} className="weave" width={width} height={measured.height} aria-hidden>
      {picture.lines.map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2={measured.height} stroke="var(--line)" strokeWidth="1" />
      ))}
      <path
        className="weave-thread"
        d={picture.thread}
        fill="none"
        stroke="var(--thread)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {picture.knots.map(({ x, y, knot }) => {
        const r = knot === "now" ? 7 : 5;
        return (
          <g key={y}>
            <circle cx={x} cy={y} r={r + 2.5} fill="var(--sheet)" />
            {knot === "open" ? (
              <circle
                cx={x}
                cy={y}
                r={r - 0.2}
                fill="var(--sheet)"
                stroke="var(--thread)"
                strokeWidth="2.2"
              />
            ) : (
              <circle cx={x} cy={y} r={r} fill={knot === "now" ? "var(--thread)" : "var(--ink)"} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
