// The fields of a place: what it is called, where it is, whom to call.
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { type LocationAnswer, locationKinds } from "@somlos/contract/rooms/company-places";
import { useLanguage, useText } from "@somlos/look/language";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { countryChoices, zoneChoices, zoneWord } from "./names.ts";
import { storeTexts } from "./store-texts.ts";

export type StoreDraft = Pick<
  LocationAnswer,
  "name" | "kind" | "street" | "postalCode" | "city" | "country" | "timeZone" | "phone" | "firstDay"
> & {
  /** As it is written: 55.6050, 13.0038. */
  readonly position: string;
};

type Position = LocationAnswer["position"];

/** Undefined: it cannot be read. */
export function readPosition(text: string): Position | undefined {
  if (text.trim() === "") return null;
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
  return found === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180
    ? undefined
    : { latitude, longitude };
}

export const draftOf = (place: LocationAnswer): StoreDraft => {
  const { name, kind, street, postalCode, city, country, timeZone, phone, firstDay, position } = place;
  return {
    name,
    kind,
    street,
    postalCode,
    city,
    country,
    timeZone,
    phone,
    firstDay,
    position: position === null ? "" : `${position.latitude}, ${position.longitude}`,
  };
};

export const wishOf = (draft: StoreDraft) => ({ ...draft, position: readPosition(draft.position) ?? null });
export const isWrong = (draft: StoreDraft): boolean =>
  draft.name.trim() === "" || readPosition(draft.position) === undefined;

const given = (text: string): string | null => (text === "" ? null : text);

type FieldsProps = {
  readonly draft: StoreDraft;
  readonly set: (draft: StoreDraft) => void;
  readonly entity: EntityAnswer | undefined;
};

export function StoreFields({ draft, set, entity }: FieldsProps) {
  const text = useText(storeTexts);
  const { language } = useLanguage();
  const asEntity = { value: "", word: text.zoneAsEntity(zoneWord(entity?.timeZone ?? "")) };
  return (
    <>
      <TextField
        label={text.name}
        value={draft.name}
        set={(name) => set({ ...draft, name })}
        most={80}
        required
      />
      <SelectField
        label={text.kind}
        value={draft.kind}
        set={(kind) => set({ ...draft, kind })}
        options={locationKinds.map((value) => ({ value, word: text.kinds[value] }))}
      />
      <TextField
        label={text.street}
        value={draft.street ?? ""}
        set={(street) => set({ ...draft, street: given(street) })}
        most={120}
      />
      <div className="se-two">
        <TextField
          label={text.postalCode}
          value={draft.postalCode ?? ""}
          set={(postalCode) => set({ ...draft, postalCode: given(postalCode) })}
          most={20}
        />
        <TextField
          label={text.city}
          value={draft.city ?? ""}
          set={(city) => set({ ...draft, city: given(city) })}
          most={80}
        />
      </div>
      <SelectField
        label={text.country}
        value={draft.country}
        set={(country) => set({ ...draft, country })}
        options={countryChoices(language)}
      />
      <TextField
        label={text.phone}
        value={draft.phone ?? ""}
        set={(phone) => set({ ...draft, phone: given(phone) })}
        most={30}
      />
      {draft.kind === "online" ? null : (
        <SelectField
          label={text.zone}
          value={draft.timeZone ?? ""}
          set={(zone) => set({ ...draft, timeZone: given(zone) })}
          options={[asEntity, ...zoneChoices()]}
        />
      )}
      <TextField
        label={text.position}
        hint={text.positionHint}
        error={readPosition(draft.position) === undefined ? text.positionWrong : undefined}
        value={draft.position}
        set={(position) => set({ ...draft, position })}
        most={60}
      />
      <TextField
        label={text.firstDay}
        hint={text.firstDayHint}
        type="date"
        value={draft.firstDay ?? ""}
        set={(firstDay) => set({ ...draft, firstDay: given(firstDay) })}
      />
    </>
  );
}
