// Kinds of rooms that stand higher up: a channel of messages, a step of journeys, a metric of measure.
import { camel, type Made, pascal, withLine } from "./made.ts";

export type KindPlace = { readonly room: string; readonly folder: string; readonly word: string };

const type = ({
  word,
}: KindPlace) => `// What a ${word} is: it carries its own settings, which the API serves as JSON Schema.
import type { ZodType } from "zod";

export type ${pascal(word)}Kind = { readonly kind: string; readonly settings: ZodType };
`;

const suite = ({
  word,
}: KindPlace) => `// What every ${word} must hold. A kind's test calls this and then tests its own words.
import { expect, it } from "vitest";
import { z } from "zod";
import type { ${pascal(word)}Kind } from "./${word}.ts";

export function ${word}Suite(kind: ${pascal(word)}Kind): void {
  it(\`every ${word}: \${kind.kind} has settings that a form can be drawn from\`, () => {
    expect(z.toJSONSchema(kind.settings)).toMatchObject({ type: "object" });
  });
}
`;

const registry = ({
  folder,
  word,
}: KindPlace) => `// Every ${word}, one line each. Adding one is a folder and a line here; nothing else knows them by name.
import type { ${pascal(word)}Kind } from "./${word}.ts";

export const ${folder}: readonly ${pascal(word)}Kind[] = [];
`;

/** What the kind's room needs once, before its first kind. */
export const ground = (place: KindPlace): Readonly<Record<string, string>> => {
  const at = `packages/modules/src/${place.room}/${place.folder}`;
  return {
    [`${at}/${place.word}.ts`]: type(place),
    [`${at}/${place.word}.suite.ts`]: suite(place),
    [`${at}/index.ts`]: registry(place),
  };
};

export const kind =
  ({ room, folder, word }: KindPlace) =>
  (name: string): Made => ({
    files: {
      [`packages/modules/src/${room}/${folder}/${name}/${name}.${word}.ts`]: `// ${pascal(name)}: a ${word}.
import { z } from "zod";
import type { ${pascal(word)}Kind } from "../${word}.ts";

export const ${camel(name)}: ${pascal(word)}Kind = { kind: "${name}", settings: z.object({}) };
`,
      [`packages/modules/src/${room}/${folder}/${name}/${name}.${word}.test.ts`]: `import { ${word}Suite } from "../${word}.suite.ts";
import { ${camel(name)} } from "./${name}.${word}.ts";

${word}Suite(${camel(name)});
`,
    },
    registry: {
      path: `packages/modules/src/${room}/${folder}/index.ts`,
      add: (text) =>
        withLine(text, `import { ${camel(name)} } from "./${name}/${name}.${word}.ts";`, camel(name)),
    },
  });
