// One channel over time: a column a day, all of it one height; what we knew from below, what chose to be unknown from above.
import { useFormats, useText } from "@somlos/look/language";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { type Column, FEW, type Row } from "./recognition.rules.ts";
import { recognitionTexts } from "./recognition-texts.ts";

const width = 300;
const height = 56;

/** What a column is made of, from below; nothing at all is a gap with only its foot. */
function Bar({ column, x, wide }: { readonly column: Column; readonly x: number; readonly wide: number }) {
  if (column.all === 0)
    return <rect x={x} y={height - 1} width={wide} height={1} fill="var(--line-strong)" opacity={0.5} />;
  const known = (column.recognised / column.all) * height;
  const hushed = (column.hushed / column.all) * height;
  return (
    <g opacity={column.all < FEW ? 0.5 : 1}>
      <rect x={x} y={0} width={wide} height={height} fill="var(--pressed)" />
      <rect x={x} y={height - known} width={wide} height={known} fill="var(--d-measured)" />
      {hushed === 0 ? null : <rect x={x} y={0} width={wide} height={hushed} fill="url(#pm-hushed)" />}
    </g>
  );
}

/** The stitches of those who chose to be unknown; once on a page. */
export function HushedCloth() {
  return (
    <svg width="0" height="0" aria-hidden className="pm-cloth">
      <defs>
        <pattern
          id="pm-hushed"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="4" height="4" fill="var(--sheet)" />
          <rect width="1.6" height="4" fill="var(--ink-2)" />
        </pattern>
      </defs>
    </svg>
  );
}

export function RatePicture({ row }: { readonly row: Row }) {
  const text = useText(recognitionTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const { channel, columns, total } = row;
  const step = width / columns.length;
  const wide = step > 4 ? step - 2 : step * 0.75;
  const gaps = columns.filter((column) => column.all === 0).length;
  const says = text.picture(
    words[channel],
    formats.percent(total.rate),
    formats.percent(total.unknown / total.all),
    formats.percent(total.hushed / total.all),
  );
  return (
    <li className="pm-rate">
      <div className="pm-rate-head">
        <span className="pm-rate-name">
          <ChannelSign channel={channel} silent />
          {words[channel]}
        </span>
        <b className="pm-rate-figure num" data-few={total.all < FEW || undefined}>
          {total.all < FEW
            ? text.fewOf(formats.number(total.recognised), formats.number(total.all))
            : formats.percent(total.rate)}
        </b>
      </div>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
        {columns.map((column, i) => (
          <Bar key={column.from} column={column} x={i * step} wide={wide} />
        ))}
      </svg>
      <p className="pm-rate-under num">
        {text.events(formats.number(total.all), total.all === 1)}
        {total.hushed === 0 ? "" : ` · ${formats.percent(total.hushed / total.all)} ${text.hushed}`}
        {gaps === 0 ? "" : ` · ${text.gaps(formats.number(gaps), formats.number(columns.length))}`}
      </p>
    </li>
  );
}
