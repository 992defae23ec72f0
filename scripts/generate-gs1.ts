// The application identifiers of GS1 as the pure rules read them, out of the published dictionary.
import { readFile } from "node:fs/promises";

const DICTIONARY = new URL("../fixtures/gs1/gs1-syntax-dictionary.txt", import.meta.url);

/** `01 *?  N14,csum,gcppos2  ex=255,37 dlpkey=22,10,21|235  # GTIN` as one tuple. */
function lineOf(line: string): string | undefined {
  const body = line.split("#")[0]?.trim() ?? "";
  const [ais = "", ...rest] = body.split(/\s+/);
  if (ais === "") return undefined;
  const flags = /^[*?]+$/.test(rest[0] ?? "") ? (rest.shift() ?? "") : "";
  const isSpec = (part: string): boolean => /^\[?[NXYZ][\d.]/.test(part);
  const spec = rest.filter(isSpec).join(" ");
  const attributes = rest.filter((part) => !isSpec(part)).join(" ");
  return `  ${JSON.stringify([ais, flags, spec, attributes])},`;
}

export async function gs1Dictionary(): Promise<string> {
  const text = await readFile(DICTIONARY, "utf8");
  const lines = text.split("\n").flatMap((line) => (line.startsWith("#") ? [] : (lineOf(line) ?? [])));
  return `// Generated from fixtures/gs1/gs1-syntax-dictionary.txt ((c) GS1 AISBL, Apache-2.0) by npm run generate: identifiers, flags
// (* its length is fixed, ? it may stand in the query of a Digital Link), components, attributes.

export const dictionary: readonly (readonly [ais: string, flags: string, spec: string, attributes: string])[] = [
${lines.join("\n")}
];
`;
}
