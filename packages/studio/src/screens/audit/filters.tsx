import { Button } from "@mantine/core";
import type { ColleagueAnswer } from "@somlos/contract/rooms/access-staff";
import { useText } from "@somlos/look/language";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { type Filter, isFilter, isPersonId, nothing } from "./filter.rules.ts";
import { auditTexts } from "./texts.ts";

type FiltersProps = {
  readonly filter: Filter;
  readonly set: (filter: Filter) => void;
  readonly colleagues: readonly ColleagueAnswer[];
};

export function Filters({ filter, set, colleagues }: FiltersProps) {
  const text = useText(auditTexts);
  const people = colleagues.map((one) => ({ value: one.id, word: one.name }));
  const known = ["", "admin-token", ...colleagues.map((one) => one.id)].includes(filter.who);
  const bad = filter.person !== "" && !isPersonId(filter.person);
  return (
    <fieldset className="au-filters">
      <legend className="vh">{text.filters}</legend>
      <SelectField
        label={text.who}
        value={filter.who}
        set={(who) => set({ ...filter, who })}
        options={[
          { value: "", word: text.everyone },
          ...people,
          { value: "admin-token", word: text.token },
          ...(known ? [] : [{ value: filter.who, word: filter.who }]),
        ]}
      />
      <TextField label={text.from} type="date" value={filter.from} set={(from) => set({ ...filter, from })} />
      <TextField label={text.to} type="date" value={filter.to} set={(to) => set({ ...filter, to })} />
      <TextField
        label={text.personId}
        placeholder="0197a3c2-…"
        value={filter.person}
        set={(person) => set({ ...filter, person })}
        error={bad ? text.badId : undefined}
      />
      {isFilter(filter) ? (
        <Button className="au-clear" variant="subtle" onClick={() => set(nothing)}>
          {text.clear}
        </Button>
      ) : null}
    </fieldset>
  );
}
