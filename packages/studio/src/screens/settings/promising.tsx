// Settings, one place: how it promises what it has, and what its parts are called.
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { readStoreSettings, saveStoreSettings } from "@somlos/contract/rooms/stores-settings";
import { useText } from "@somlos/look/language";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { TextField } from "../../forms/fields.tsx";
import { SavedForm } from "../../forms/save-bar.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import { Answered } from "../../states/answered.tsx";
import "./hours.css";
import { type PromiseDraft, type PromiseSettings, promiseDraftOf, promiseOf } from "./promise.rules.ts";
import { promiseTexts } from "./promise-texts.ts";

type There = PromiseSettings & { readonly version: number; readonly mine: boolean };
type FieldsProps = { readonly id: string; readonly there: There; readonly readAgain: () => Promise<unknown> };

function Fields({ id, there, readAgain }: FieldsProps) {
  const text = useText(promiseTexts);
  const saving = useSaving<PromiseDraft>(
    { value: promiseDraftOf(there), version: there.version },
    (draft, version) => {
      const { zones, ...numbers } = promiseOf(draft) ?? there;
      return call(saveStoreSettings, { params: { id }, body: { version, ...numbers, zones: [...zones] } });
    },
    readAgain,
  );
  const { draft, set } = saving;
  const wrong = promiseOf(draft) === undefined;
  return (
    <SavedForm saving={saving} manages={there.mine} readAgain={readAgain} wrong={wrong}>
      <TextField
        label={text.margin}
        hint={text.marginHint}
        value={draft.margin}
        set={(margin) => set({ ...draft, margin })}
        most={5}
      />
      <TextField
        label={text.hold}
        hint={text.holdHint}
        value={draft.hold}
        set={(hold) => set({ ...draft, hold })}
        most={4}
      />
      <TextField
        label={text.stale}
        hint={text.staleHint}
        value={draft.staleHours}
        set={(staleHours) => set({ ...draft, staleHours })}
        most={7}
      />
      <TextArea
        label={text.zones}
        hint={text.zonesHint}
        value={draft.zones}
        set={(zones) => set({ ...draft, zones })}
        error={wrong ? text.wrong : undefined}
      />
    </SavedForm>
  );
}

export function Promising({ place }: { readonly place: LocationAnswer }) {
  const text = useText(promiseTexts);
  const client = useQueryClient();
  const queryKey = ["goods", "settings", place.id];
  const asked = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(readStoreSettings, { params: { id: place.id } }, signal),
  });
  return (
    <section className="exs" aria-labelledby="promise-title">
      <h2 className="rail-title" id="promise-title">
        {text.title}
      </h2>
      <p className="mid">{text.says}</p>
      <Answered asked={asked} rows={3}>
        {(there) => (
          <Fields
            id={place.id}
            there={there}
            readAgain={() => client.invalidateQueries({ queryKey: ["goods"] })}
          />
        )}
      </Answered>
    </section>
  );
}
