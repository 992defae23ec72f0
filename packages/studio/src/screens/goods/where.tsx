// How many there are and where: counted when, held, left since, and what can still be promised.
import type { StockSpot } from "@somlos/contract/rooms/stores";
import { useFormats, useText } from "@somlos/look/language";
import { useNow } from "../../now.ts";
import { productTexts } from "./product-texts.ts";

function Free({ spot }: { readonly spot: StockSpot }) {
  const text = useText(productTexts);
  const formats = useFormats();
  return (
    <>
      {spot.promisable === null ? (
        <span className="gd-old">{text.unknown}</span>
      ) : (
        <b>{formats.number(spot.promisable)}</b>
      )}
      {spot.short > 0 ? (
        <span className="pm-under gd-old">{text.short(formats.number(spot.short))}</span>
      ) : null}
    </>
  );
}

function Counted({ spot }: { readonly spot: StockSpot }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <>
      {formats.number(spot.onHand)}
      <span className={spot.promisable === null ? "pm-under gd-old" : "pm-under"}>
        {formats.ago(spot.countedAt, now)}
      </span>
    </>
  );
}

/** What each line about stock ends in; the heads of these columns are `useSpotHeads`. */
export function SpotCells({ spot }: { readonly spot: StockSpot }) {
  const text = useText(productTexts);
  const formats = useFormats();
  return (
    <>
      <td className="num" data-label={text.counted}>
        <Counted spot={spot} />
      </td>
      <td className="num" data-label={text.held}>
        {formats.number(spot.held)}
      </td>
      <td className="num" data-label={text.left}>
        {formats.number(spot.left)}
      </td>
      <td className="num" data-label={text.free}>
        <Free spot={spot} />
      </td>
    </>
  );
}
export function useSpotHeads(): readonly string[] {
  const { counted, held, left, free } = useText(productTexts);
  return [counted, held, left, free];
}

export function Where({ items }: { readonly items: readonly StockSpot[] }) {
  const text = useText(productTexts);
  const heads = useSpotHeads();
  if (items.length === 0) return <p>{text.nowhere}</p>;
  return (
    <table className="pm-table">
      <caption className="vh">{text.where}</caption>
      <thead>
        <tr>
          {[text.place, text.sku, ...heads].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((spot) => (
          <tr key={`${spot.location} ${spot.sku}`}>
            <th scope="row">
              <b>{spot.name}</b>
              {spot.zones.map(({ zone, name, shelf }) => (
                <span key={zone} className="pm-under">
                  {text.shelf(name, shelf)}
                </span>
              ))}
            </th>
            <td data-label={text.sku}>
              <code className="mono">{spot.sku}</code>
            </td>
            <SpotCells spot={spot} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
