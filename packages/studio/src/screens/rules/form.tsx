// A new version, written from what holds: limits, strengths, hubs, ties and the shop's own list.
import { Button } from "@mantine/core";
import type { RuleBody, RuleKind } from "@somlos/contract/rooms/identity-rules";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { useUnsaved } from "../../forms/unsaved.tsx";
import { ListFields } from "./form-list.tsx";
import { useKindWord } from "./holds.tsx";
import { ruleTexts } from "./texts.ts";
import { askedPairs, numberIn, type Says, saysOf, withTie } from "./ties.rules.ts";
import { type Blocked, useDraft } from "./use-rules.ts";

const limited = ["login", "club_card", "email", "phone"] as const;
const says: readonly Says[] = ["full", "stated", "nothing"];

type PartProps = { readonly body: RuleBody; readonly set: (body: RuleBody) => void };

type NumberProps = {
  readonly label: string;
  readonly value: number;
  readonly bounds: readonly [number, number];
  readonly set: (value: number) => void;
};

/** Text while it is written, a number when it is left. */
function NumberField({ label, value, bounds, set }: NumberProps) {
  const [text, setText] = useState<string>();
  return (
    <label className="ru-number">
      <span>{label}</span>
      <span className="field ff-box">
        <input
          inputMode="numeric"
          value={text ?? String(value)}
          onChange={(change) => setText(change.target.value)}
          onBlur={() => {
            if (text !== undefined) set(numberIn(text, bounds, value));
            setText(undefined);
          }}
        />
      </span>
    </label>
  );
}

function Limits({ body, set }: PartProps) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  const setWindow = (kind: (typeof limited)[number], most: number, days: number) =>
    set({ ...body, window: { ...body.window, [kind]: days === 0 ? null : { most, days } } });
  return (
    <section className="ru-part">
      <h3>{text.limits}</h3>
      {limited.map((kind) => {
        const { most, days } = body.window[kind] ?? { most: body.limit[kind], days: 0 };
        return (
          <fieldset key={kind} className="ru-row">
            <legend>{word(kind)}</legend>
            <NumberField
              label={text.most}
              value={body.limit[kind]}
              bounds={[1, 50]}
              set={(value) => set({ ...body, limit: { ...body.limit, [kind]: value } })}
            />
            <NumberField
              label={text.windowDays}
              value={days}
              bounds={[0, 3660]}
              set={(value) => setWindow(kind, most, value)}
            />
            {days === 0 ? null : (
              <NumberField
                label={text.windowMost}
                value={most}
                bounds={[1, 50]}
                set={(value) => setWindow(kind, value, days)}
              />
            )}
          </fieldset>
        );
      })}
    </section>
  );
}

function Hubs({ body, set }: PartProps) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  const pairs = Object.entries(body.hub).flatMap(([kind, near]) =>
    Object.entries(near).map(([other, most]) => ({ kind: kind as RuleKind, other, most })),
  );
  return (
    <section className="ru-part">
      <h3>{text.hubs}</h3>
      <div className="ru-numbers">
        {pairs
          .filter(({ other }) => other !== "any")
          .map(({ kind, other, most }) => (
            <NumberField
              key={`${kind} ${other}`}
              label={text.hubOf(word(kind), word(other).toLowerCase())}
              value={most}
              bounds={[1, 1000]}
              set={(value) =>
                set({ ...body, hub: { ...body.hub, [kind]: { ...body.hub[kind], [other]: value } } })
              }
            />
          ))}
      </div>
    </section>
  );
}

function Strengths({ body, set }: PartProps) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  return (
    <section className="ru-part">
      <h3>{text.strengths}</h3>
      <p className="mid ru-small">{text.strengthHint}</p>
      <div className="ru-numbers">
        {(Object.keys(body.rank) as RuleKind[])
          .sort((x, y) => body.rank[y] - body.rank[x])
          .map((kind) => (
            <NumberField
              key={kind}
              label={word(kind)}
              value={body.rank[kind]}
              bounds={[1, 99]}
              set={(value) => set({ ...body, rank: { ...body.rank, [kind]: value } })}
            />
          ))}
        <NumberField
          label={text.signed}
          value={body.signed}
          bounds={[1, 99]}
          set={(value) => set({ ...body, signed: value })}
        />
      </div>
    </section>
  );
}

function Ties({ body, set }: PartProps) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  return (
    <section className="ru-part">
      <h3>{text.ties}</h3>
      <div className="ru-selects">
        {askedPairs.map(([a, b]) => (
          <SelectField<Says>
            key={`${a} ${b}`}
            label={text.tie(word(a), word(b).toLowerCase())}
            value={saysOf(body.ties, [a, b])}
            set={(value) => set({ ...body, ties: withTie(body.ties, [a, b], value) })}
            options={says.map((value) => ({ value, word: text.says[value] }))}
          />
        ))}
      </div>
    </section>
  );
}

type FormProps = { readonly held: RuleBody; readonly close: () => void };

export function RuleForm({ held, close }: FormProps) {
  const text = useText(ruleTexts);
  const [body, set] = useState(held);
  const [block, setBlock] = useState<readonly Blocked[]>([]);
  const [why, setWhy] = useState("");
  const draft = useDraft(close);
  const isOther = block.length > 0 || JSON.stringify(body) !== JSON.stringify(held);
  useUnsaved(isOther && !draft.isSuccess);
  const part = { body, set };
  return (
    <form
      className="ru-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        draft.mutate({ why: why.trim(), body, block });
      }}
    >
      <h2>{text.form}</h2>
      <Limits {...part} />
      <Hubs {...part} />
      <Ties {...part} />
      <Strengths {...part} />
      <ListFields {...part} block={block} setBlock={setBlock} />
      <RefusedNote error={draft.error} />
      <TextField label={text.reason} value={why} set={setWhy} most={500} hint={text.reasonHint} required />
      <div className="ru-acts">
        <Button onClick={close}>{text.cancel}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={draft.isPending}
          disabled={!isOther || why.trim().length < 3}
        >
          {text.save}
        </Button>
      </div>
    </form>
  );
}
