// A mended body: the text of the editor, if it is one JSON object.

export type Mended =
  | { readonly ok: true; readonly body: Record<string, unknown>; readonly changed: boolean }
  | { readonly ok: false; readonly why: "not_json" | "not_object"; readonly at: string };

export const pretty = (body: unknown): string => JSON.stringify(body, null, 2) ?? "null";

export function mendedFrom(text: string, original: unknown): Mended {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // The engine's own words say where: "… at line 3 column 5".
    return { ok: false, why: "not_json", at: cause instanceof Error ? cause.message : "" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { ok: false, why: "not_object", at: "" };
  return {
    ok: true,
    body: Object.fromEntries(Object.entries(value)),
    changed: pretty(value) !== pretty(original),
  };
}
