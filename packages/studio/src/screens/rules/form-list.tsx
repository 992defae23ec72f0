// The shop's own list in the form: patterns that can be read again, and exact values that cannot.
import { Button } from "@mantine/core";
import type { RuleBody } from "@somlos/contract/rooms/identity-rules";
import { useFormats, useText } from "@somlos/look/language";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { useKindWord } from "./holds.tsx";
import { ruleTexts } from "./texts.ts";
import type { Blocked } from "./use-rules.ts";

type Pattern = RuleBody["blocked"]["patterns"][number];
type How = Pattern["how"] | "is";
const kinds: readonly Pattern["kind"][] = [
  "email",
  "phone",
  "club_card",
  "card_token",
  "distinct_id",
  "address",
];
const ways: readonly Pattern["how"][] = ["suffix", "prefix", "contains", "glob"];
const LEAST = 3;

type ListProps = {
  readonly body: RuleBody;
  readonly set: (body: RuleBody) => void;
  readonly block: readonly Blocked[];
  readonly setBlock: (block: readonly Blocked[]) => void;
};

function Entry({ word, remove }: { readonly word: string; readonly remove: () => void }) {
  const text = useText(ruleTexts);
  return (
    <li>
      <span>{word}</span>
      <button type="button" className="plain ru-x" aria-label={text.remove(word)} onClick={remove}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </button>
    </li>
  );
}

function Entries({ body, set, block, setBlock }: ListProps) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const word = useKindWord();
  const { values, patterns } = body.blocked;
  const keep = (blocked: Partial<RuleBody["blocked"]>) =>
    set({ ...body, blocked: { ...body.blocked, ...blocked } });
  return (
    <ul className="ru-list">
      {patterns.map((one) => (
        <Entry
          key={`${one.kind} ${one.how} ${one.text}`}
          word={`${word(one.kind)} ${text.ways[one.how]} ${one.text}`}
          remove={() => keep({ patterns: patterns.filter((other) => other !== one) })}
        />
      ))}
      {block.map((one) => (
        <Entry
          key={`${one.kind} ${one.value}`}
          word={`${word(one.kind)} ${one.value}`}
          remove={() => setBlock(block.filter((other) => other !== one))}
        />
      ))}
      {values.length === 0 ? null : (
        <Entry
          word={text.values(number(values.length), values.length === 1)}
          remove={() => keep({ values: [] })}
        />
      )}
    </ul>
  );
}

export function ListFields(props: ListProps) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  const { body, set, block, setBlock } = props;
  const [kind, setKind] = useState<Pattern["kind"]>("email");
  const [how, setHow] = useState<How>("is");
  const [value, setValue] = useState("");
  const said = value.trim();
  const add = (): void => {
    if (how === "is") setBlock([...block, { kind, value: said }]);
    else {
      const patterns = [...body.blocked.patterns, { kind, how, text: said.toLowerCase() }];
      set({ ...body, blocked: { ...body.blocked, patterns } });
    }
    setValue("");
  };
  return (
    <section className="ru-part">
      <h3>{text.list}</h3>
      <p className="mid ru-small">{text.listSays}</p>
      <Entries {...props} />
      <div className="ru-add">
        <SelectField<Pattern["kind"]>
          label={text.kind}
          value={kind}
          set={setKind}
          options={kinds.map((one) => ({ value: one, word: word(one) }))}
        />
        <SelectField<How>
          label={text.how}
          value={how}
          set={setHow}
          options={[
            { value: "is", word: text.value },
            ...ways.map((one) => ({ value: one, word: text.ways[one] })),
          ]}
        />
        <TextField
          label={how === "is" ? text.value : text.pattern}
          value={value}
          set={setValue}
          most={how === "is" ? 320 : 64}
          hint={how === "is" ? undefined : text.patternHint}
        />
        <Button onClick={add} disabled={said.length < (how === "is" ? 1 : LEAST)}>
          {text.add}
        </Button>
      </div>
    </section>
  );
}
