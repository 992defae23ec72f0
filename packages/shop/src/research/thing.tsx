// One thing in words, wherever it stands: what it is, what she did with it, and whether it fits.
import type { Formats } from "@somlos/look/format";
import { useFormats, useText } from "@somlos/look/language";
import { placesOf } from "@somlos/rules/currency";
import type { Thing } from "@somlos/rules/research";
import type { Fit } from "@somlos/rules/sizes";
import type { ReactNode } from "react";
import { researchTexts } from "./research-texts.ts";

type Shown = Pick<Thing, "how" | "name" | "brand" | "variant" | "size" | "price" | "lastOn">;

export const priceIn = (
  money: Formats["money"],
  { amountMinor, currency }: NonNullable<Thing["price"]>,
): string => money(amountMinor / 10 ** placesOf(currency), currency);

/** A day without a time: noon, so that it is that day on every clock. */
export const dayIn = (date: Formats["date"], day: string): string => date(`${day}T12:00:00`);

export function ThingWords({
  thing,
  fit,
  more = [],
}: {
  readonly thing: Shown;
  readonly fit: Fit;
  readonly more?: readonly (string | null)[];
}) {
  const text = useText(researchTexts);
  const { date, money } = useFormats();
  const { how, name, brand, variant, size, price, lastOn } = thing;
  const [first = "viewed"] = how;
  const what = [
    variant,
    size === null ? null : text.size(size),
    price === null ? null : priceIn(money, price),
    ...more,
  ].filter((part) => part !== null);
  return (
    <>
      {brand === null ? name : `${name}, ${brand}`}
      <small>
        {text.how[first]} {dayIn(date, lastOn)}
      </small>
      {what.length === 0 ? null : <small>{what.join(", ")}</small>}
      {fit === "unknown" ? null : (
        <small className={`fit fit-${fit}`}>
          <span className="fit-sign" aria-hidden="true" />
          {text.fit[fit]}
        </small>
      )}
    </>
  );
}

export function SizeWords({
  name,
  value,
  before,
}: {
  readonly name: string;
  readonly value: string;
  /** What stands here now, when it is another. */
  readonly before?: string | undefined;
}) {
  const text = useText(researchTexts);
  return (
    <>
      {sizeNameIn(text.sizeNames, name)}: {value}
      {before === undefined || before === value ? null : <small>{text.instead(before)}</small>}
    </>
  );
}

const sizeNameIn = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;

export function Tick({
  on,
  turn,
  children,
}: {
  readonly on: boolean;
  readonly turn: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="line tick">
      <input type="checkbox" checked={on} onChange={turn} />
      <span>{children}</span>
    </label>
  );
}
