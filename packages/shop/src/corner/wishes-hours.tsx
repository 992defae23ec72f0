// When one wants to be left in peace: from, to, and on which days it begins.
import type { WishesAnswer } from "@somlos/contract/rooms/wishes";
import { useFormats, useText } from "@somlos/look/language";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { placeOf, type SayProps } from "./wishes.rules.ts";
import { wishTexts } from "./wishes-texts.ts";

type Span = Omit<WishesAnswer["hours"][number], "zone">;
const week = [1, 2, 3, 4, 5, 6, 7] as const;
const night: Span = { from: "21:00", to: "08:00", days: [...week] };

export function QuietHours({ wishes: { hours }, busy, say }: SayProps) {
  const text = useText(wishTexts);
  const formats = useFormats();
  const short = (day: number): string => formats.weekday(day, "short");
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const on = hours.length > 0;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section className="wish">
      <div className="wish-head">
        <h3>{text.quiet}</h3>
        <button
          type="button"
          role="switch"
          className="switch"
          aria-checked={on}
          aria-label={text.quiet}
          disabled={busy}
          onClick={() => {
            setOpen(false);
            say(on ? { hours: null } : { hours: night, zone });
          }}
        />
      </div>
      {on ? null : <p>{text.noQuiet}</p>}
      {hours.map(({ from, to, days, zone: of }) => (
        <p key={`${from} ${to} ${days.join()} ${of}`}>
          {text.quietAt(
            from,
            to,
            days.length === week.length ? text.everyDay : days.map(short).join(", "),
            placeOf(of),
          )}
        </p>
      ))}
      {on && !open ? (
        <div className="wish-acts">
          <button ref={opener} type="button" className="button wish-chip" onClick={() => setOpen(true)}>
            {text.change}
          </button>
        </div>
      ) : null}
      {on && open ? (
        <HoursForm
          span={hours[0] ?? night}
          busy={busy}
          save={(span) => {
            say({ hours: span, zone });
            close();
          }}
          close={close}
        />
      ) : null}
    </section>
  );
}

function HoursForm({
  span,
  busy,
  save,
  close,
}: {
  readonly span: Span;
  readonly busy: boolean;
  readonly save: (span: Span) => void;
  readonly close: () => void;
}) {
  const text = useText(wishTexts);
  const { weekday } = useFormats();
  const [{ from, to, days }, set] = useState<Span>({ from: span.from, to: span.to, days: span.days });
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const good = from !== "" && to !== "" && from !== to && days.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (good) save({ from, to, days });
  };
  return (
    <form className="wish-hours" onSubmit={submit}>
      <label className="field">
        <span>{text.from}</span>
        <input
          ref={first}
          type="time"
          required
          value={from}
          onChange={({ target }) => set({ from: target.value, to, days })}
        />
      </label>
      <label className="field">
        <span>{text.to}</span>
        <input
          type="time"
          required
          value={to}
          onChange={({ target }) => set({ from, to: target.value, days })}
        />
      </label>
      <fieldset className="wish-days">
        <legend>{text.days}</legend>
        {week.map((day) => (
          <button
            key={day}
            type="button"
            className="wish-day"
            aria-pressed={days.includes(day)}
            aria-label={weekday(day)}
            onClick={() =>
              set({
                ...{ from, to },
                days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort(),
              })
            }
          >
            {weekday(day, "short")}
          </button>
        ))}
      </fieldset>
      <div className="wish-acts">
        <button type="submit" className="button button-main wish-chip" disabled={busy || !good}>
          {text.save}
        </button>
        <button type="button" className="button wish-chip" onClick={close}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}
