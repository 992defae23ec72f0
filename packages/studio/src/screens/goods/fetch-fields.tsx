// Where the file of a feed is fetched and how often, as it is entered in a new feed and in one that is there.
import type { FeedFetch, FetchTerms } from "@somlos/contract/rooms/feeds-fetch";
import { useFormats, useText } from "@somlos/look/language";
import { SomeOf } from "../../forms/choices.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { fetchTexts } from "./fetch-texts.ts";

export type FetchDraft = {
  readonly address: string;
  readonly every: string;
  readonly whole: boolean;
  readonly name: string;
  readonly password: string;
};
export const draftOf = (fetch: FeedFetch | null): FetchDraft => ({
  address: fetch?.address ?? "",
  every: String(fetch?.everyMinutes ?? 1440),
  whole: fetch?.whole ?? false,
  ...{ name: "", password: "" },
});
/** Without a name the login stays as it is. */
export const termsIn = ({ address, every, whole, name, password }: FetchDraft): FetchTerms => ({
  ...{ address: address.trim(), everyMinutes: Number(every), whole },
  ...(name.trim() === "" ? {} : { login: { name: name.trim(), password } }),
});

type FieldsProps = {
  readonly draft: FetchDraft;
  readonly set: (draft: FetchDraft) => void;
  readonly hasLogin: boolean;
};
export function FetchFields({ draft, set, hasLogin }: FieldsProps) {
  const text = useText(fetchTexts);
  const formats = useFormats();
  const words: Readonly<Record<string, string>> = text.everyWords;
  const often = Object.keys(words).includes(draft.every) ? [] : [draft.every];
  return (
    <>
      <TextField
        label={text.address}
        hint={text.addressHint}
        value={draft.address}
        set={(address) => set({ ...draft, address })}
        most={2000}
        required
      />
      <SelectField
        label={text.every}
        value={draft.every}
        set={(every) => set({ ...draft, every })}
        options={[...often, ...Object.keys(words)].map((value) => ({
          value,
          word: words[value] ?? text.everyOther(formats.number(Number(value))),
        }))}
      />
      <SomeOf
        label={text.whole}
        values={draft.whole ? ["whole"] : []}
        set={(values) => set({ ...draft, whole: values.length > 0 })}
        options={[{ value: "whole", word: text.whole, says: text.wholeSays }]}
      />
      <TextField
        label={text.login}
        hint={hasLogin ? text.loginKept : text.loginHint}
        value={draft.name}
        set={(name) => set({ ...draft, name })}
      />
      {draft.name.trim() === "" ? null : (
        <TextField
          label={text.password}
          type="password"
          value={draft.password}
          set={(password) => set({ ...draft, password })}
        />
      )}
    </>
  );
}
