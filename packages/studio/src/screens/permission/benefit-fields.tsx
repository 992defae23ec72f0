// What one gets for a yes, in each language, and the event that tells that it came.
import { languages, useText } from "@somlos/look/language";
import { TextField } from "../../forms/fields.tsx";
import { benefitTexts } from "./benefit-texts.ts";
import { type Draft, isProofWrong } from "./publish.rules.ts";

type BenefitFieldsProps = { readonly draft: Draft; readonly set: (draft: Draft) => void };

export function BenefitFields({ draft, set }: BenefitFieldsProps) {
  const text = useText(benefitTexts);
  const wrong = isProofWrong(draft);
  return (
    <fieldset className="pm-gets">
      <legend className="ff-label">{text.legend}</legend>
      <p className="ff-hint">{text.lead}</p>
      <div className="pm-gets-tongues">
        {languages.map((language) => (
          <TextField
            key={language}
            label={`${text.gets} · ${language.toUpperCase()}`}
            value={draft.benefits[language]}
            set={(benefit) => set({ ...draft, benefits: { ...draft.benefits, [language]: benefit } })}
            placeholder={text.example[language]}
            most={300}
          />
        ))}
      </div>
      <div className="pm-gets-proof">
        <TextField
          label={text.event}
          value={draft.event}
          set={(event) => set({ ...draft, event })}
          hint={text.eventHint}
          most={100}
        />
        <TextField
          label={text.days}
          value={draft.days}
          set={(days) => set({ ...draft, days })}
          error={wrong ? text.daysWrong : undefined}
          most={3}
        />
      </div>
    </fieldset>
  );
}
