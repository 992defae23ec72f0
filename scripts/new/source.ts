import { camel, type Made, pascal, withLine } from "./made.ts";

const code = (
  name: string,
) => `// ${pascal(name)}: what its clients send, in the canonical shape. It begins as the Segment specification at an address of
// its own: change doors, key and reading to what they really speak.
import { text } from "../json.ts";
import { basicUser } from "../keys.ts";
import { lastPart, type SourceKind } from "../source.ts";
import { batchLetter, calls, specLetter } from "../spec.ts";

export const ${camel(name)}: SourceKind = {
  kind: "${name}",
  doors: [{ method: "POST", url: "/${name}/:call" }],

  keyOf(knock) {
    return basicUser(knock.headers["authorization"]) ?? text(knock.headers["x-write-key"]);
  },

  read(knock, body) {
    const call = lastPart(knock.url);
    return call === "batch" ? batchLetter(body) : specLetter(body, calls.get(call));
  },
};
`;

const test = (name: string) => `import { describe, expect, it } from "vitest";
import { knockAt, sourceSuite } from "../source.suite.ts";
import { ${camel(name)} } from "./${name}.source.ts";

// Recordings of the real client go to fixtures/wire and are named in the list.
sourceSuite(${camel(name)}, []);

describe("the source ${name}", () => {
  it("reads one message a request and takes its type from the address", () => {
    const knock = knockAt("POST", "/${name}/track", { "x-write-key": "k" });
    expect(${camel(name)}.keyOf(knock, {})).toBe("k");
    expect(${camel(name)}.read(knock, { event: "Product Viewed" }).messages).toEqual([{ type: "track", event: "Product Viewed" }]);
  });
});
`;

export const source = (name: string): Made => ({
  files: {
    [`packages/modules/src/events/sources/${name}/${name}.source.ts`]: code(name),
    [`packages/modules/src/events/sources/${name}/${name}.source.test.ts`]: test(name),
  },
  registry: {
    path: "packages/modules/src/events/sources/index.ts",
    add: (text) =>
      withLine(text, `import { ${camel(name)} } from "./${name}/${name}.source.ts";`, camel(name)),
  },
});
