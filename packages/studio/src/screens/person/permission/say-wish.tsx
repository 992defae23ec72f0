// A wish that a person said to a colleague: only what is changed is written.
import { contactChannels, setWishes, type WishesAnswer, WORD_LENGTH } from "@somlos/contract/rooms/wishes";
import { newActId } from "@somlos/look/act-id";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../../../api.ts";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { useNow } from "../../../now.ts";
import { permissionTexts } from "../../../permissions.tsx";
import {
  ALL,
  type Draft,
  limitOf,
  NONE,
  nothing,
  OWN,
  SAME,
  type Stances,
  saidOf,
  week,
} from "./say-wish.rules.ts";
import { wishTexts } from "./wish-texts.ts";

const pauses = ["7", "30", "90"] as const;
const limits = ["1 week", "2 week", "3 week", "7 week", "1 month", "2 month"] as const;
const stances3 = ["chosen", "declined", "none"] as const;

type Props = {
  readonly id: string;
  readonly wishes: WishesAnswer;
  readonly close: () => void;
  readonly done: () => void;
};

export function SayWish({ id, wishes, close, done }: Props) {
  const text = useText(wishTexts);
  const client = useQueryClient();
  const act = useRef(newActId());
  const [draft, set] = useState<Draft>(nothing);
  const [stances, setStances] = useState<Stances>({});
  const now = useNow();
  const said = saidOf(draft, stances, now);
  const saying = useMutation({
    mutationFn: () => call(setWishes, { params: { id }, body: { actId: act.current, ...said } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["wishes", id] });
      done();
    },
  });
  const same = { value: SAME, word: text.same };
  return (
    <Dialog title={text.write} opened close={close}>
      <Form
        act={text.save}
        go={() => saying.mutate()}
        running={saying.isPending}
        error={saying.error}
        close={close}
        disabled={said === undefined}
      >
        <p className="form-text">{text.writeLead}</p>
        <SelectField
          label={text.names.pause}
          value={draft.pause}
          set={(pause) => set({ ...draft, pause })}
          options={[
            same,
            ...pauses.map((value) => ({ value, word: text.days(Number(value)) })),
            { value: NONE, word: text.end },
          ]}
        />
        <SelectField
          label={text.names.hours}
          value={draft.hours}
          set={(hours) => set({ ...draft, hours })}
          options={[
            same,
            { value: "night", word: text.nights.night },
            { value: OWN, word: text.nights.own },
            { value: NONE, word: text.nights.off },
          ]}
        />
        {draft.hours === OWN ? <Hours draft={draft} set={set} /> : null}
        <SelectField
          label={text.most}
          value={draft.most}
          set={(most) => set({ ...draft, most })}
          options={[
            same,
            ...limits.map((value) => ({
              value,
              word: text.limit(limitOf(value) ?? { times: 1, per: "week" }),
            })),
            { value: NONE, word: text.any },
          ]}
        />
        {draft.most === SAME ? null : <MostWhere draft={draft} set={set} />}
        {wishes.topics.map(({ code, name }) => (
          <SelectField
            key={code}
            label={name}
            value={stances[code] ?? SAME}
            set={(chosen) => setStances({ ...stances, [code]: chosen })}
            options={[
              same,
              ...stances3.map((value) => ({
                value,
                word: text.stance[value],
              })),
            ]}
          />
        ))}
        <Word draft={draft} set={set} />
      </Form>
    </Dialog>
  );
}

type PartProps = { readonly draft: Draft; readonly set: (draft: Draft) => void };

function Hours({ draft, set }: PartProps) {
  const text = useText(wishTexts);
  const { weekday } = useFormats();
  const { span } = draft;
  const turn = (day: number): readonly number[] =>
    span.days.includes(day) ? span.days.filter((one) => one !== day) : [...span.days, day].sort();
  return (
    <>
      <TextField
        label={text.from}
        type="time"
        value={span.from}
        set={(from) => set({ ...draft, span: { ...span, from } })}
      />
      <TextField
        label={text.to}
        type="time"
        value={span.to}
        set={(to) => set({ ...draft, span: { ...span, to } })}
      />
      <fieldset className="wish-days">
        <legend>{text.onDays}</legend>
        {week.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={span.days.includes(day)}
              onChange={() => set({ ...draft, span: { ...span, days: turn(day) } })}
            />
            {weekday(day, "short")}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function MostWhere({ draft, set }: PartProps) {
  const text = useText(wishTexts);
  const { channels } = useText(permissionTexts);
  return (
    <SelectField<Draft["channel"]>
      label={text.where}
      value={draft.channel}
      set={(channel) => set({ ...draft, channel })}
      options={[
        { value: ALL, word: text.everywhere },
        ...contactChannels.map((value) => ({ value, word: channels[value] })),
      ]}
    />
  );
}

function Word({ draft, set }: PartProps) {
  const text = useText(wishTexts);
  return (
    <>
      <TextField
        label={text.names.word}
        hint={text.wordHint}
        value={draft.word}
        set={(word) => set({ ...draft, word })}
        most={WORD_LENGTH}
      />
      {draft.word.trim() === "" ? null : (
        <SelectField
          label={text.ofWord}
          value={draft.stance}
          set={(stance) => set({ ...draft, stance })}
          options={stances3.map((value) => ({ value, word: text.stance[value] }))}
        />
      )}
    </>
  );
}
