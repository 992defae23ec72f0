// The map itself: land, sea and stitched borders under a knot for each place, with names where there is room.
import { useElementSize } from "@mantine/hooks";
import { useFormats, useText } from "@somlos/look/language";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useOpeningWords } from "../opening-sign.tsx";
import { Ground } from "./ground.tsx";
import { type Knot, knotsOf, type Label, labelsOf } from "./knots.rules.ts";
import { mapTexts } from "./map-texts.ts";
import type { Placed } from "./placed.ts";
import {
  centred,
  flat,
  isSeen,
  moved,
  pixelOf,
  type Size,
  scaleBar,
  type View,
  viewOf,
  zoomedTo,
} from "./view.rules.ts";

const APART = 22;
const KNOT_RADIUS = 9;
const MARGIN = { across: 84, down: 56 };
const STEP = 1.8;

const isOpen = ({ opening, closed }: Placed): boolean => opening.state === "open" && !closed;

type KnotProps = {
  readonly knot: Knot<Placed>;
  readonly label: Label | undefined;
  readonly chosen: boolean;
  readonly press: () => void;
};

function One({ knot, label, chosen, press }: KnotProps) {
  const text = useText(mapTexts);
  const formats = useFormats();
  const [first] = knot.places;
  const words = useOpeningWords(first);
  const several = knot.places.length > 1;
  const name = several ? text.several(formats.number(knot.places.length)) : first.name;
  const says = several ? knot.places.map((place) => place.name).join(", ") : words;
  return (
    <>
      <button
        type="button"
        className="mp-knot"
        aria-label={`${name}, ${says}`}
        aria-pressed={chosen}
        data-open={knot.places.some(isOpen) || undefined}
        style={{ left: knot.x, top: knot.y }}
        onClick={press}
      >
        <i aria-hidden>{several ? formats.number(knot.places.length) : ""}</i>
      </button>
      {label === undefined ? null : (
        <span
          className="mp-name"
          data-side={label.side}
          style={{ left: label.left, top: label.top }}
          aria-hidden
        >
          <b>{name}</b>
          {several ? null : <span>{words}</span>}
        </span>
      )}
    </>
  );
}

/** As wide as its longer line, at the size it is written in. */
const sizeOf = (knot: Knot<Placed>): Size => {
  const [first] = knot.places;
  const letters = knot.places.length > 1 ? 10 : Math.max(first.name.length, 20);
  return { width: letters * 6.4 + 8, height: knot.places.length > 1 ? 18 : 34 };
};

function useDrag(view: View, set: (view: View) => void) {
  const from = useRef<{ readonly x: number; readonly y: number; readonly view: View }>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.pointerType !== "mouse" || event.target !== event.currentTarget) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY, view };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const began = from.current;
      if (began === undefined) return;
      set(moved(began.view, event.clientX - began.x, event.clientY - began.y));
    },
    onPointerUp: () => {
      from.current = undefined;
    },
  };
}

type ToolsProps = { readonly zoom: (by: number) => void; readonly all: () => void };
function Tools({ zoom, all }: ToolsProps) {
  const text = useText(mapTexts);
  const sign = { size: 16, stroke: 1.8, "aria-hidden": true } as const;
  return (
    <span className="mp-tools">
      <button type="button" aria-label={text.nearer} title={text.nearer} onClick={() => zoom(STEP)}>
        <IconPlus {...sign} />
      </button>
      <button type="button" aria-label={text.farther} title={text.farther} onClick={() => zoom(1 / STEP)}>
        <IconMinus {...sign} />
      </button>
      <button type="button" aria-label={text.all} title={text.all} onClick={all}>
        <IconFocusCentered {...sign} />
      </button>
    </span>
  );
}

function Scale({ view }: { readonly view: View }) {
  const formats = useFormats();
  const { meters, pixels } = scaleBar(view, 110);
  const word =
    meters >= 1000 ? `${formats.number(meters / 1000)}\u00a0km` : `${formats.number(meters)}\u00a0m`;
  return (
    <span className="mp-scale" style={{ width: pixels }}>
      {word}
    </span>
  );
}

type DrawnProps = {
  readonly places: readonly Placed[];
  readonly size: Size;
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
};
/** All places until somebody looks nearer; what is chosen in the list comes into the picture. */
function useLook(places: readonly Placed[], size: Size, chosen: string | undefined) {
  const all = useMemo(() => places.map(({ position }) => position), [places]);
  const every = useMemo(() => viewOf(all, size, MARGIN), [all, size]);
  const [own, set] = useState<View>();
  const view = own ?? every;
  const spot = places.find(({ id }) => id === chosen)?.position;
  const isAway = spot !== undefined && !isSeen(view, size, spot);
  // Only when another is chosen: whoever drags it out of the picture means to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view moves by itself
  useEffect(() => {
    if (isAway) set(centred(view, spot));
  }, [chosen]);
  return { view, set, zoom: (by: number) => set(zoomedTo(view, by, size, all, spot)) };
}

function Drawn({ places, size, chosen, choose }: DrawnProps) {
  const { view, set: setOwn, zoom } = useLook(places, size, chosen);
  const drag = useDrag(view, setOwn);
  const spots = places.map((place) => ({ ...pixelOf(view, size, flat(place.position)), place }));
  const has = ({ places: some }: Knot<Placed>): boolean => some.some(({ id }) => id === chosen);
  const knots = knotsOf(spots, APART).sort((a, b) => Number(has(b)) - Number(has(a)));
  const labels = labelsOf(
    knots.map((knot) => ({ x: knot.x, y: knot.y, size: sizeOf(knot) })),
    size,
    KNOT_RADIUS,
  );
  const press = (knot: Knot<Placed>): void => {
    const [first, second] = knot.places;
    const nearer = viewOf(
      knot.places.map(({ position }) => position),
      size,
      MARGIN,
    );
    if (second !== undefined && nearer.scale > view.scale) setOwn(nearer);
    else choose(has(knot) ? undefined : first.id);
  };
  return (
    <>
      <Ground view={view} size={size} places={places} />
      <div className="mp-drag" {...drag}>
        {knots.map((knot, i) => (
          <One
            key={knot.places.map(({ id }) => id).join(" ")}
            knot={knot}
            label={labels[i]}
            chosen={has(knot)}
            press={() => press(knot)}
          />
        ))}
      </div>
      <Tools zoom={zoom} all={() => setOwn(undefined)} />
      <Scale view={view} />
    </>
  );
}

export function Picture({ places, chosen, choose }: Omit<DrawnProps, "size">) {
  const text = useText(mapTexts);
  const { ref, width, height } = useElementSize<HTMLElement>();
  const size = useMemo(() => ({ width, height }), [width, height]);
  return (
    <section ref={ref} className="mp-picture" aria-label={text.map}>
      {width === 0 ? null : <Drawn places={places} size={size} chosen={chosen} choose={choose} />}
    </section>
  );
}
