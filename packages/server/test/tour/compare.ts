// Whether an answer is the one that a chapter shows. `…` in a text is anything on the line; a line of `…` alone is any
// lines. In JSON the value "…" is anything, the field "…" further fields, a last element "…" further elements.
import type { Shown } from "./chapter.ts";

const ANY = "…";
type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);
const written = (v: unknown): string => JSON.stringify(v) ?? "nothing";

const escaped = (text: string) =>
  text
    .split(ANY)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^\\n]*?");

function textMatches(shown: string, got: string): boolean {
  const lines = shown
    .split("\n")
    .map((line) => (line.trim() === ANY ? "(?:[^\\n]*\\n)*?" : `${escaped(line)}\\n`));
  return new RegExp(`^${lines.join("")}$`).test(`${got}\n`);
}

/** Every difference between what is shown and what came, with its place. */
function* differences(shown: unknown, got: unknown, at: string): Generator<string> {
  if (shown === ANY && got !== undefined) return;
  if (Array.isArray(shown) && Array.isArray(got)) return yield* listDifferences(shown, got, at);
  if (isObject(shown) && isObject(got)) return yield* fieldDifferences(shown, got, at);
  const same = typeof shown === "string" && typeof got === "string" ? textMatches(shown, got) : shown === got;
  if (!same) yield `${at}: shown ${written(shown)}, came ${written(got)}`;
}

function* listDifferences(shown: readonly unknown[], got: readonly unknown[], at: string): Generator<string> {
  const open = shown.at(-1) === ANY;
  const named = open ? shown.slice(0, -1) : shown;
  if (open ? got.length < named.length : got.length !== named.length)
    yield `${at}: shown ${named.length} elements, came ${got.length}: ${written(got)}`;
  for (const [i, one] of named.entries()) yield* differences(one, got[i], `${at}[${i}]`);
}

function* fieldDifferences(shown: Json, got: Json, at: string): Generator<string> {
  for (const [name, value] of Object.entries(shown))
    if (name !== ANY) yield* differences(value, got[name], `${at}.${name}`);
  if (ANY in shown) return;
  for (const name of Object.keys(got))
    if (!(name in shown)) yield `${at}.${name}: not shown, came ${written(got[name])}`;
}

export function differencesTo(shown: Shown, got: string): string[] {
  if (shown.kind === "text")
    return textMatches(shown.text, got) ? [] : [`shown:\n${shown.text}\ncame:\n${got}`];
  try {
    return [...differences(JSON.parse(shown.text), JSON.parse(got), "answer")];
  } catch (error) {
    return [`${(error as Error).message}; came: ${got}`];
  }
}
