// Many statements in one request: each is read by itself, so that one that is wrong refuses itself only. Pure.
import { type Language, Refusal, sentenceOf } from "@somlos/contract";
import type { z } from "zod";

/** How far the clock of a sender may be ahead. */
const AHEAD_MS = 300_000;
const MOST_PROBLEMS = 5;

export type Refused = {
  readonly index: number;
  readonly code: string;
  readonly problems?: readonly string[];
};

/** Of a time that has not come yet nothing is told. */
export function refuseAhead(at: string, now: Date): void {
  if (Date.parse(at) > now.getTime() + AHEAD_MS) throw new Refusal("catalog.ahead");
}

const problemsOf = (error: z.ZodError): string[] =>
  error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => `${path.join(".")}: ${message}`);

/** What `make` makes of those that can be read; it throws a refusal of what is wrong with one. */
export function readEach<T extends { readonly at: string }, R>(
  raw: readonly unknown[],
  schemaOf: (one: unknown) => z.ZodType<T>,
  now: Date,
  make: (told: T) => R,
): { readonly good: readonly R[]; readonly refused: readonly Refused[] } {
  const good: R[] = [];
  const refused: Refused[] = [];
  for (const [index, one] of raw.entries()) {
    const found = schemaOf(one).safeParse(one);
    if (!found.success) {
      refused.push({ index, code: "door.bad_request", problems: problemsOf(found.error) });
      continue;
    }
    try {
      refuseAhead(found.data.at, now);
      good.push(make(found.data));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ index, code: error.code });
    }
  }
  return { good, refused };
}

/** As whoever told it reads it. */
export const sayOne = ({ code, problems }: Omit<Refused, "index">, language: Language) => ({
  ...{ code, sentence: sentenceOf(code, language) },
  ...(problems === undefined ? {} : { problems: [...problems] }),
});
export const sayRefused = (refused: readonly Refused[], language: Language) =>
  refused.map((one) => ({ index: one.index, ...sayOne(one, language) }));
