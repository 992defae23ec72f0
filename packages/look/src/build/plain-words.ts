// What a browser needs of the contract: for an endpoint its method and address, and the plain lists. The schemas, and zod with
// them, stay on the server; the types are the contract's own, so every word is still said once.
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const WORDS = /\/packages\/contract\/src\/[\w/-]+\.ts$/;
const WHOLE = "?whole";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => {
  if (typeof value !== "object" || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
};

/** Whether JSON says it wholly. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean")
    return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return isObject(value) && Object.values(value).every(isPlain);
}

const isEndpoint = (value: unknown): value is Json =>
  isObject(value) && typeof value["url"] === "string" && "method" in value && "answer" in value;

/** `module` as a browser gets it. What is not plain comes from the file itself, and only where a page really uses it. */
export function plainWordsOf(module: Json, file: string): string {
  const lines = Object.entries(module).map(([name, value]) => {
    if (isEndpoint(value)) {
      const { id, method, url } = value;
      return `export const ${name} = ${JSON.stringify({ id, method, url })};`;
    }
    if (isPlain(value)) return `export const ${name} = ${JSON.stringify(value)};`;
    return `export { ${name} } from ${JSON.stringify(`${file}${WHOLE}`)};`;
  });
  return `${lines.join("\n")}\n`;
}

export const plainWords = (): Plugin => ({
  name: "plain-words",
  enforce: "pre",
  async load(id) {
    if (!WORDS.test(id)) return null;
    const changed = statSync(id).mtimeMs;
    const module: unknown = await import(`${pathToFileURL(id).href}?changed=${changed}`);
    return { code: plainWordsOf(Object(module) as Json, id), moduleSideEffects: false };
  },
  transform: {
    filter: { id: /\/packages\/contract\/src\/.*\?whole$/ },
    handler: (code) => ({ code, map: null, moduleSideEffects: false }),
  },
});
