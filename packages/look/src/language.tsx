// Texts in en, sv and da. Each screen keeps its own; the type checker holds the three to one shape.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Formats, formatsOf } from "./format.ts";

export type Language = "en" | "sv" | "da";
export const languages: readonly Language[] = ["en", "sv", "da"];
/** Each in its own tongue: a colleague must find hers in a foreign menu. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  sv: "Svenska",
  da: "Dansk",
};

export type Texts<Shape> = Readonly<Record<Language, Shape>>;

/** English sets the shape; a missing or surplus line in another language is a type error. */
export const texts = <Shape,>(all: { en: Shape; sv: NoInfer<Shape>; da: NoInfer<Shape> }): Texts<Shape> =>
  all;

const key = "somlos.language";

function remembered(): Language | undefined {
  try {
    const found = localStorage.getItem(key);
    return languages.find((language) => language === found);
  } catch {
    return undefined;
  }
}

/** The first of the browser's languages that we speak. */
export function browserLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (found !== undefined) return found;
  }
  return "en";
}

let current: Language = remembered() ?? browserLanguage(navigator.languages);
/** For the door: refusals come back in the language of the screen. */
export const currentLanguage = (): Language => current;

type Choice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  readonly suggest: (language: Language) => void;
};
const Context = createContext<Choice>({ language: "en", choose: () => undefined, suggest: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(current);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo<Choice>(() => {
    const set = (next: Language): void => {
      current = next;
      setLanguage(next);
    };
    return {
      language,
      choose: (next) => {
        try {
          localStorage.setItem(key, next);
        } catch {
          // Closed storage: holds until the page is left.
        }
        set(next);
      },
      suggest: (next) => {
        if (remembered() === undefined) set(next);
      },
    };
  }, [language]);
  return <Context value={value}>{children}</Context>;
}

export const useLanguage = (): Choice => useContext(Context);
export const useText = <Shape,>(all: Texts<Shape>): Shape => all[useContext(Context).language];
export const useFormats = (): Formats => formatsOf(useContext(Context).language);
