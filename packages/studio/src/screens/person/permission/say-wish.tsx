// A wish that a person said to a colleague: only what is changed is written.
import { type Stance, setWishes, type Wish, type WishesAnswer } from "@somlos/contract/rooms/wishes";
import { newActId } from "@somlos/look/act-id";
import { useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../../../api.ts";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField } from "../../../forms/fields.tsx";
import { useNow } from "../../../now.ts";
import { wishTexts } from "./wish-texts.ts";

const SAME = "same";
const NONE = "none";
const DAY_MS = 86_400_000;
const pauses = ["7", "30", "90"] as const;
const limits = ["1 week", "2 week", "3 week", "7 week", "1 month", "2 month"] as const;
const night = { from: "21:00", to: "08:00", days: [1, 2, 3, 4, 5, 6, 7] };

type Draft = { readonly pause: string; readonly hours: string; readonly most: string };
type Stances = Readonly<Record<string, string>>;

const limitOf = (chosen: string) => {
  const [times, per] = chosen.split(" ");
  return per === "week" || per === "month" ? ({ times: Number(times), per } as const) : null;
};
const stanceOf = (chosen: string): Stance | null =>
  chosen === "chosen" || chosen === "declined" ? chosen : null;

/** What is changed, or undefined when nothing is. */
function saidOf({ pause, hours, most }: Draft, stances: Stances, now: Date): Omit<Wish, "actId"> | undefined {
  const topics = Object.entries(stances).filter(([, chosen]) => chosen !== SAME);
  const said = {
    ...(pause === SAME
      ? {}
      : {
          pausedUntil: pause === NONE ? null : new Date(now.getTime() + Number(pause) * DAY_MS).toISOString(),
        }),
    ...(hours === SAME ? {} : { hours: hours === NONE ? null : night }),
    ...(most === SAME ? {} : { most: [{ channel: null, limit: limitOf(most) }] }),
    ...(topics.length === 0
      ? {}
      : { topics: Object.fromEntries(topics.map(([code, chosen]) => [code, stanceOf(chosen)])) }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

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
  const [draft, set] = useState<Draft>({ pause: SAME, hours: SAME, most: SAME });
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
            { value: NONE, word: text.nights.off },
          ]}
        />
        <SelectField
          label={text.names.most}
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
        {wishes.topics.map(({ code, name }) => (
          <SelectField
            key={code}
            label={name}
            value={stances[code] ?? SAME}
            set={(chosen) => setStances({ ...stances, [code]: chosen })}
            options={[
              same,
              ...(["chosen", "declined", "none"] as const).map((value) => ({
                value,
                word: text.stance[value],
              })),
            ]}
          />
        ))}
      </Form>
    </Dialog>
  );
}
