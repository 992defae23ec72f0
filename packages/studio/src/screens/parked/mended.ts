// A mended body: the text of the editor, if it is one JSON object.

export type Mended =
  | { readonly ok: true; readonly body: Record<string, unknown>; readonly changed: boolean }
  | { readonly ok: false; readonly why: "not_json"; readonly line: number; readonly column: number }
  | { readonly ok: false; readonly why: "not_object" };

/** Where the engine stopped reading; its words are English, its position is not. */
function placeOf(cause: unknown, text: string): { line: number; column: number } {
  const found = /position (\d+)/.exec(cause instanceof Error ? cause.message : "");
  const before = text.slice(0, found === null ? text.length : Number(found[1])).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export const pretty = (body: unknown): string => JSON.stringify(body, null, 2) ?? "null";

export function mendedFrom(text: string, original: unknown): Mended {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { ok: false, why: "not_json", ...placeOf(cause, text) };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { ok: false, why: "not_object" };
  return {
    ok: true,
    body: Object.fromEntries(Object.entries(value)),
    changed: pretty(value) !== pretty(original),
  };
}
