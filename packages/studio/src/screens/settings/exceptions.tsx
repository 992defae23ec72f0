// Days that are not like their weekday: the list, one more, one taken away and put back.
import { Button } from "@mantine/core";
import {
  type ExceptionAnswer,
  type LocationAnswer,
  removeException,
  setException,
} from "@somlos/contract/rooms/company-places";
import { useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { formTexts } from "../../forms/texts.ts";
import "./hours.css";
import { readDay, writeDay, wrongDay } from "./hours-text.rules.ts";
import { hoursTexts } from "./hours-texts.ts";
import { useReadAgain } from "./use-company.ts";
import { dayName } from "./when.ts";

type PlaceProps = { readonly place: LocationAnswer };
/** What was done last, and the day as it was before; none: it was like any other. */
type Done = { readonly said: string; readonly date: string; readonly before: ExceptionAnswer | undefined };

function useExceptions({ place }: PlaceProps) {
  const text = useText(hoursTexts);
  const { language } = useLanguage();
  const readAgain = useReadAgain();
  const [done, setDone] = useState<Done>();
  const { id, version, today } = place;
  const finish = async (said: (day: string) => string, date: string): Promise<void> => {
    const before = place.exceptions.find((day) => day.date === date);
    setDone({ said: said(dayName(date, today, language)), date, before });
    await readAgain();
  };
  const put = useMutation({
    mutationFn: ({ date, note, spans }: ExceptionAnswer) =>
      call(setException, { params: { id, date }, body: { version, note, spans } }),
    onSuccess: (_saved, { date }) => finish(text.added, date),
  });
  const remove = useMutation({
    mutationFn: (date: string) => call(removeException, { params: { id, date }, query: { version } }),
    onSuccess: (_saved, date) => finish(text.removed, date),
  });
  const undo = (): void => {
    if (done === undefined) return;
    if (done.before === undefined) remove.mutate(done.date);
    else put.mutate(done.before);
  };
  return { put, remove, undo, done };
}

type RowProps = PlaceProps & { readonly day: ExceptionAnswer; readonly remove: (date: string) => void };

function Row({ place, day, remove }: RowProps) {
  const text = useText(hoursTexts);
  const { language } = useLanguage();
  const name = dayName(day.date, place.today, language);
  const over = day.date < place.today;
  return (
    <li className="ex" data-over={over || undefined}>
      <span className="ex-day">{name}</span>
      <span className="ex-note">{day.note}</span>
      <span className="ex-hours num">
        {day.spans.length === 0 ? text.closed : writeDay(day.spans, language)}
      </span>
      {over ? <span className="dim">{text.over}</span> : null}
      {over || !place.mine ? null : (
        <Button variant="subtle" aria-label={text.removeSays(name)} onClick={() => remove(day.date)}>
          {text.remove}
        </Button>
      )}
    </li>
  );
}

type AddProps = {
  readonly put: ReturnType<typeof useExceptions>["put"];
  readonly error: unknown;
};

function Add({ put, error }: AddProps) {
  const text = useText(hoursTexts);
  const [date, setDate] = useState("");
  const [note, setNote] = useState("");
  const [hours, setHours] = useState("");
  const wrong = wrongDay(hours);
  const add = (): void =>
    put.mutate(
      { date, note, spans: readDay(hours) ?? [] },
      {
        onSuccess: () => {
          setDate("");
          setNote("");
          setHours("");
        },
      },
    );
  return (
    <Form
      act={text.addDay}
      go={add}
      running={put.isPending}
      error={error}
      disabled={date === "" || note.trim() === "" || wrong !== undefined}
    >
      <div className="ex-new">
        <TextField label={text.day} type="date" value={date} set={setDate} required />
        <TextField
          label={text.why}
          value={note}
          set={setNote}
          most={80}
          placeholder={text.whyPlaceholder}
          required
        />
        <TextField
          label={text.hours}
          value={hours}
          set={setHours}
          most={80}
          placeholder={text.closed}
          error={wrong === undefined ? undefined : text.wrong[wrong]}
        />
      </div>
    </Form>
  );
}

export function Exceptions({ place }: PlaceProps) {
  const text = useText(hoursTexts);
  const forms = useText(formTexts);
  const { put, remove, undo, done } = useExceptions({ place });
  return (
    <section className="exs" aria-labelledby="exceptions-title">
      <h2 className="rail-title" id="exceptions-title">
        {text.exceptions}
      </h2>
      <p className="mid">{place.exceptions.length === 0 ? text.none : text.exceptionsLead}</p>
      {place.exceptions.length === 0 ? null : (
        <ul className="ex-list">
          {place.exceptions.map((day) => (
            <Row key={day.date} place={place} day={day} remove={(date) => remove.mutate(date)} />
          ))}
        </ul>
      )}
      <RefusedNote error={remove.error} />
      <div className="form-acts ex-done">
        <p className="form-said" role="status">
          {done?.said ?? ""}
        </p>
        {done === undefined ? null : (
          <Button variant="subtle" onClick={undo} loading={put.isPending || remove.isPending}>
            {forms.undo}
          </Button>
        )}
      </div>
      {place.mine ? <Add put={put} error={put.error} /> : null}
    </section>
  );
}
