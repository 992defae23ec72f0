// Every expected "no" of Sömlös: a code, a status, a sentence that says what to do, in three languages.
// The list is put together from the rooms (rooms/*.ts); anything else that is thrown is a bug.
export type Language = "en" | "sv" | "da";
export const languages: readonly Language[] = ["en", "sv", "da"];

export type RefusalLine = { readonly status: number } & Readonly<Record<Language, string>>;

/** A "no" that is part of the contract. `details` are shown to the caller: never put a person's data there. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: string, details?: Readonly<Record<string, unknown>>, retryAfter?: number) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

/** The language to answer in, from an Accept-Language header. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().slice(0, 2));
  return wanted.find((code): code is Language => languages.some((l) => l === code)) ?? "en";
}
