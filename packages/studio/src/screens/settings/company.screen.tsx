// Settings, the company: name, currency, languages, and the logo beside them.
import { changeSettings, type SettingsAnswer } from "@somlos/contract/rooms/company";
import { useLanguage, useText } from "@somlos/look/language";
import { call } from "../../api.ts";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { SavedForm } from "../../forms/save-bar.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { SettingsFrame } from "./frame.tsx";
import { LanguagesField } from "./languages-field.tsx";
import { Logo } from "./logo.tsx";
import { countryChoices, currencyChoices, languageNamer } from "./names.ts";
import { settingsTexts } from "./texts.ts";
import { useReadAgain, useSettings } from "./use-company.ts";

const none = "";
type Draft = Pick<
  SettingsAnswer,
  "name" | "defaultCurrency" | "defaultCountry" | "defaultLanguage" | "languages"
>;
const draftOf = (of: SettingsAnswer): Draft => {
  const { name, defaultCurrency, defaultCountry, defaultLanguage, languages } = of;
  return { name, defaultCurrency, defaultCountry, defaultLanguage, languages };
};

type PartProps = { readonly settings: SettingsAnswer; readonly manages: boolean };

function Company({ settings, manages }: PartProps) {
  const text = useText(settingsTexts);
  const { language } = useLanguage();
  const readAgain = useReadAgain();
  const saving = useSaving<Draft>(
    { value: draftOf(settings), version: settings.version },
    (value, version) => call(changeSettings, { body: { version, ...value } }),
    readAgain,
  );
  const { draft, set } = saving;
  const nameOf = languageNamer(language);
  return (
    <SavedForm saving={saving} manages={manages} readAgain={readAgain} wrong={draft.name.trim() === ""}>
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={draft.name}
        set={(name) => set({ ...draft, name })}
        most={60}
        required
      />
      <SelectField
        label={text.currency}
        hint={text.currencyHint}
        value={draft.defaultCurrency ?? none}
        set={(code) => set({ ...draft, defaultCurrency: code === none ? null : code })}
        options={[{ value: none, word: text.noCurrency }, ...currencyChoices(language)]}
      />
      <SelectField
        label={text.country}
        hint={text.countryHint}
        value={draft.defaultCountry ?? none}
        set={(code) => set({ ...draft, defaultCountry: code === none ? null : code })}
        options={[{ value: none, word: text.noCountry }, ...countryChoices(language)]}
      />
      <LanguagesField
        label={text.languages}
        hint={text.languagesHint}
        values={draft.languages}
        held={draft.defaultLanguage}
        set={(languages) => set({ ...draft, languages: [...languages] })}
      />
      <SelectField
        label={text.defaultLanguage}
        hint={text.defaultLanguageHint}
        value={draft.defaultLanguage}
        set={(defaultLanguage) => set({ ...draft, defaultLanguage })}
        options={draft.languages.map((value) => ({ value, word: nameOf(value) }))}
      />
    </SavedForm>
  );
}

export function CompanySettings() {
  const text = useText(settingsTexts);
  const { data: session } = useSession();
  const settings = useSettings();
  const readAgain = useReadAgain();
  const manages = may(session, "settings.manage");
  return (
    <SettingsFrame>
      <Answered asked={settings} shape="lines">
        {(there) => (
          <div className="se-one">
            <Railed
              label={text.logo}
              rail={<Logo settings={there} manages={manages} readAgain={readAgain} />}
            >
              <div className="se-form">
                {manages ? null : <p className="mid">{text.readOnly}</p>}
                <Company settings={there} manages={manages} />
              </div>
            </Railed>
          </div>
        )}
      </Answered>
    </SettingsFrame>
  );
}
