// Languages in their order: chosen ones as chips that can be taken away, the rest in a list.

import { useLanguage, useText } from "@somlos/look/language";
import { IconX } from "@tabler/icons-react";
import { useId } from "react";
import { languageChoices, languageNamer } from "./names.ts";
import { settingsTexts } from "./texts.ts";

type LanguagesProps = {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly string[];
  readonly set: (values: readonly string[]) => void;
  /** Cannot be taken away: something else leans on it. */
  readonly held?: string;
};

export function LanguagesField({ label, hint, values, set, held }: LanguagesProps) {
  const text = useText(settingsTexts);
  const { language } = useLanguage();
  const id = useId();
  const nameOf = languageNamer(language);
  const rest = languageChoices(language).filter((one) => !values.includes(one.value));
  return (
    <div className="ff">
      <label className="ff-label" htmlFor={id}>
        {label}
      </label>
      <ul className="se-tongues">
        {values.map((code) => (
          <li key={code} className="chip">
            {nameOf(code)}
            {code === held || values.length === 1 ? null : (
              <button
                type="button"
                className="plain se-tongue-x"
                aria-label={text.removeLanguage(nameOf(code))}
                onClick={() => set(values.filter((one) => one !== code))}
              >
                <IconX size={13} stroke={2} aria-hidden />
              </button>
            )}
          </li>
        ))}
        <li className="se-tongue-add">
          <span className="field ff-select">
            <select
              id={id}
              value=""
              onChange={(change) => set([...values, change.target.value])}
              aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            >
              <option value="" disabled>
                {text.addLanguage}
              </option>
              {rest.map(({ value, word }) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </span>
        </li>
      </ul>
      {hint === undefined ? null : (
        <p className="ff-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
