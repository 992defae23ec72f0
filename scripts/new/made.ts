// What `npm run new` writes: files, and lines in lists that exist.
export type Made = {
  readonly files: Readonly<Record<string, string>>;
  readonly registry?: { readonly path: string; add(text: string): string };
};

export const camel = (name: string) =>
  name.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
export const pascal = (name: string) => camel(name).replace(/^./, (letter) => letter.toUpperCase());

/** Adds an import before the first one (the formatter puts them in order) and an entry to the end of the list. */
export function withLine(text: string, importLine: string, entry: string): string {
  const first = text.search(/^import /m);
  const imported = `${text.slice(0, first)}${importLine}\n${text.slice(first)}`;
  const list = imported.replace(/,?\s*\];\s*$/, "");
  return `${list}${list.endsWith("[") ? "" : ","}\n  ${entry},\n];\n`;
}
