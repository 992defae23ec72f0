// How much all of it takes: the figure, its growth, and the disk. Measured solid, forecast stitched.
import type { VolumeAnswer } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { drawGrowth, lineOf } from "./growth.rules.ts";
import { volumeTexts } from "./texts.ts";

const width = 900;
const height = 150;

function Picture({ volume }: { readonly volume: VolumeAnswer }) {
  const text = useText(volumeTexts);
  const formats = useFormats();
  const { measured, forecast, top } = drawGrowth(volume.days, volume.forecast, width, height);
  const last = measured.at(-1);
  const first = measured[0];
  const area =
    last === undefined || first === undefined
      ? ""
      : `${lineOf(measured)} L${last.x} ${height} L${first.x} ${height} Z`;
  const words =
    volume.forecast === null
      ? text.picture(formats.bytes(volume.bytes))
      : text.pictureAhead(
          formats.bytes(volume.bytes),
          formats.bytes(volume.forecast.in30),
          formats.bytes(volume.forecast.in90),
        );
  const share = last === undefined ? 1 : last.x / width;
  return (
    <figure className="vo-figure">
      <span className="vo-top num" aria-hidden>
        {formats.bytes(top)}
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <rect x="0" y="0" width={width} height="1" fill="var(--grid)" />
        <rect x="0" y={height / 2} width={width} height="1" fill="var(--grid)" />
        <rect x="0" y={height - 1} width={width} height="1" fill="var(--line)" />
        <path d={area} fill="var(--d-measured)" opacity="0.14" />
        <path
          d={lineOf(measured)}
          fill="none"
          stroke="var(--d-measured)"
          strokeWidth="2.5"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={lineOf(forecast)}
          fill="none"
          stroke="var(--d-measured)"
          strokeWidth="2.5"
          strokeDasharray="7 5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="vo-axis" aria-hidden>
        <span style={share > 0.9 ? {} : { left: `${share * 100}%` }} data-end={share > 0.9 || undefined}>
          {text.today}
        </span>
        {volume.forecast === null ? null : <span data-end>{text.days90}</span>}
      </figcaption>
    </figure>
  );
}

export function Growth({ volume }: { readonly volume: VolumeAnswer }) {
  const text = useText(volumeTexts);
  const formats = useFormats();
  const { forecast, disk } = volume;
  const grows = forecast === null ? 0 : forecast.bytesADay;
  return (
    <section className="vo-head">
      <div>
        <h1 className="vo-big num">{formats.bytes(volume.bytes)}</h1>
        <p className="mid">
          {forecast === null ? text.tooSoon : grows > 0 ? text.grows(formats.bytes(grows)) : text.still}
        </p>
        <dl className="vo-facts">
          {forecast === null ? null : (
            <>
              <dt>{text.in30}</dt>
              <dd className="num">{formats.bytes(forecast.in30)}</dd>
              <dt>{text.in90}</dt>
              <dd className="num">{formats.bytes(forecast.in90)}</dd>
            </>
          )}
          <dt>{text.free}</dt>
          <dd className="num">
            {disk === null
              ? text.elsewhere
              : text.of(formats.bytes(disk.freeBytes), formats.bytes(disk.totalBytes))}
          </dd>
          {forecast?.fullInDays == null ? null : (
            <>
              <dt>{text.full}</dt>
              <dd className="num">{text.fullIn(formats.number(forecast.fullInDays))}</dd>
            </>
          )}
        </dl>
      </div>
      {volume.days.length > 1 ? <Picture volume={volume} /> : null}
    </section>
  );
}
