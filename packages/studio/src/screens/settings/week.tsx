// The hours of an ordinary week: a line a day, its bar beside it, and a day copied to others.
import { Button, Menu } from "@mantine/core";
import { type LocationAnswer, setHours } from "@somlos/contract/rooms/company-places";
import { useLanguage, useText } from "@somlos/look/language";
import { IconAlertTriangle, IconCopy } from "@tabler/icons-react";
import { useId } from "react";
import { call } from "../../api.ts";
import { SavedForm } from "../../forms/save-bar.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import "./hours.css";
import {
  barsOf,
  type DayText,
  linesOf,
  readDay,
  readWeek,
  weekOverlaps,
  writeDay,
  wrongDay,
} from "./hours-text.rules.ts";
import { hoursTexts } from "./hours-texts.ts";
import { zoneWord } from "./names.ts";
import { useReadAgain } from "./use-company.ts";
import { capital, weekdayNames } from "./when.ts";

const DAY = 1440;
const share = (minute: number): string => `${(minute / DAY) * 100}%`;

/** The day as a line from midnight to midnight: drawn for the eye, the words stand beside it. */
function Bars({ week, weekday }: { readonly week: readonly DayText[]; readonly weekday: number }) {
  return (
    <div className="wk-bars" aria-hidden>
      {barsOf(week, weekday).map(({ from, to }) => (
        <i key={from} style={{ left: share(from), width: share(to - from) }} />
      ))}
    </div>
  );
}

type CopyProps = { readonly weekday: number; readonly copy: (days: readonly number[]) => void };

function Copy({ weekday, copy }: CopyProps) {
  const text = useText(hoursTexts);
  const { language } = useLanguage();
  const names = weekdayNames(language);
  const next = (weekday % 7) + 1;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          className="wk-copy"
          aria-label={text.copyFrom(names[weekday - 1] ?? "")}
          leftSection={<IconCopy size={15} stroke={1.6} aria-hidden />}
        >
          <span className="wk-copy-word">{text.copy}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy([1, 2, 3, 4, 5])}>{text.toWeekdays}</Menu.Item>
        <Menu.Item onClick={() => copy([1, 2, 3, 4, 5, 6, 7])}>{text.toAll}</Menu.Item>
        <Menu.Item onClick={() => copy([next])}>{text.toNext(names[next - 1] ?? "")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type DayProps = {
  readonly weekday: number;
  readonly lines: readonly string[];
  readonly set: (lines: string[]) => void;
  readonly mine: boolean;
};

/** What cannot be read yet draws no bar; the other days do. */
const readable = (lines: readonly string[]): readonly DayText[] =>
  readWeek(lines.map((line) => (readDay(line) === undefined ? "" : line))) ?? [];

function Day({ weekday, lines, set, mine }: DayProps) {
  const text = useText(hoursTexts);
  const { language } = useLanguage();
  const id = useId();
  const line = lines[weekday - 1] ?? "";
  const wrong = wrongDay(line);
  const write = (days: readonly number[], value: string): void =>
    set(lines.map((one, at) => (days.includes(at + 1) ? value : one)));
  const tidy = (): void => {
    const spans = readDay(line);
    if (spans !== undefined) write([weekday], writeDay(spans, language));
  };
  return (
    <li className="wk-day">
      <label className="wk-name" htmlFor={id}>
        {capital(weekdayNames(language)[weekday - 1] ?? "", language)}
      </label>
      <span className="field ff-box wk-field" data-wrong={wrong !== undefined || undefined}>
        <input
          id={id}
          className="num"
          value={line}
          placeholder={text.closed}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          disabled={!mine}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
          onChange={(change) => write([weekday], change.target.value)}
          onBlur={tidy}
        />
      </span>
      <Bars week={readable(lines)} weekday={weekday} />
      {mine ? <Copy weekday={weekday} copy={(days) => write(days, line)} /> : <span />}
      {wrong === undefined ? null : (
        <p className="ff-error wk-wrong" id={`${id}-wrong`} role="status">
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden className="icon" />
          {text.wrong[wrong]}
        </p>
      )}
    </li>
  );
}

export function Week({ place }: { readonly place: LocationAnswer }) {
  const text = useText(hoursTexts);
  const { language } = useLanguage();
  const readAgain = useReadAgain();
  const saving = useSaving<string[]>(
    { value: linesOf(place.week, language), version: place.version },
    (lines, version) =>
      call(setHours, { params: { id: place.id }, body: { version, week: readWeek(lines) ?? [] } }),
    readAgain,
  );
  const week = readWeek(saving.draft);
  const wrongDays = saving.draft.some((line) => wrongDay(line) !== undefined);
  const overlaps = !wrongDays && week !== undefined && weekOverlaps(week);
  return (
    <section className="wk" aria-labelledby="week-title">
      <h2 className="rail-title" id="week-title">
        {text.title}
      </h2>
      <p className="mid">
        {place.mine ? text.lead : text.readOnly} {text.clock(zoneWord(place.zone))}
      </p>
      <SavedForm saving={saving} manages={place.mine} readAgain={readAgain} wrong={wrongDays || overlaps}>
        <ol className="wk-days">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <Day key={weekday} weekday={weekday} lines={saving.draft} set={saving.set} mine={place.mine} />
          ))}
        </ol>
        <div className="wk-day wk-under" aria-hidden>
          <div className="wk-scale">
            {[0, 6, 12, 18, 24].map((hour) => (
              <span key={hour}>{String(hour).padStart(2, "0")}</span>
            ))}
          </div>
        </div>
        {overlaps ? (
          <p className="ff-error" role="status">
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden className="icon" />
            {text.weekOverlaps}
          </p>
        ) : null}
      </SavedForm>
    </section>
  );
}
