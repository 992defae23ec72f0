// The table of the law says who asks: by what is imported and called, never by a name that only stands there.
import { describe, expect, it } from "vitest";
import { callsIn } from "../../../scripts/law/callers.ts";
import { type Row, readLaw } from "../../../scripts/law/read-law.ts";

const MADE = "packages/modules/src/consent/use/use.actions.ts";
const maker = { path: MADE, text: "export async function mayUse(): Promise<boolean> { return true; }" };
const door = {
  path: "packages/modules/src/consent/index.ts",
  text: 'export { mayUse as usePermission } from "./use/use.actions.ts";\nexport * from "./other.ts";',
};
const file = (name: string, text: string) => ({ path: `packages/modules/src/${name}`, text });
const callersIn = (...files: { path: string; text: string }[]): readonly string[] =>
  callsIn([maker, door, ...files]).callersOf(`${MADE}#mayUse`);

describe("who calls a function", () => {
  it("is found through the door of its room, by another name and as part of a whole module", () => {
    const callers = [
      file("a/a.ts", 'import { usePermission } from "../consent/index.ts";\nawait usePermission();'),
      file(
        "a/b.ts",
        'import { mayUse as may } from "../consent/use/use.actions.ts";\nexport const b = { c: [may] };',
      ),
      file("a/c.ts", 'import * as room from "../consent/index.ts";\nroom.usePermission();'),
      file(
        "a/d.ts",
        'import { usePermission } from "@somlos/modules/consent";\nexport const d = () => usePermission();',
      ),
    ];
    expect(callersIn(...callers)).toEqual(callers.map(({ path }) => path));
  });

  it("is nobody who only names it: in a comment, a text, a type, a field, a variable of their own, or passed on", () => {
    const one = 'import { mayUse } from "../consent/use/use.actions.ts";\n';
    const others = [
      file("a/a.ts", "// mayUse() is asked elsewhere\nexport const a = 'mayUse()';"),
      file("a/b.ts", `${one}export type B = typeof mayUse;`),
      file("a/c.ts", `${one}export const c = { mayUse: 1 };\nconsole.log(c.mayUse);`),
      file("a/d.ts", `${one}export function d(mayUse: () => void): void { mayUse(); }`),
      file("a/e.ts", `${one}export const e = (): void => { const { mayUse } = window as never; mayUse(); };`),
      file("a/f.ts", 'export { mayUse } from "../consent/use/use.actions.ts";'),
      file("a/g.ts", `${one}export { mayUse };`),
    ];
    expect(callersIn(...others)).toEqual([]);
  });

  it("is nobody who calls another function of the same name", () => {
    const other = file("b/may.ts", "export const mayUse = (): boolean => false;");
    const caller = file("b/b.ts", 'import { mayUse } from "./may.ts";\nmayUse();');
    const words = file("b/c.ts", 'import * as words from "@somlos/contract/rooms/consent";\nwords.mayUse();');
    expect(callersIn(other, caller, words)).toEqual([]);
  });
});

describe("a row of the law", () => {
  const row: Row = {
    ...{ id: "LAW-01", where: "SE DK", rule: "r", basis: "b", room: "messages", proof: [] },
    ...{ asks: ["consent/use/use.actions.ts#mayUse"], decided: ["set call", "policy coldCalls"] },
  };
  const test = file("consent/use/decide.test.ts", 'it("LAW-01 holds", () => {});');
  const caller = file(
    "messages/send.ts",
    'import { usePermission } from "../consent/index.ts";\nusePermission();',
  );
  const named = file(
    "messages/send.ts",
    "// usePermission() and mayUse() are asked before\nexport const send = 1;",
  );
  const read = (rooms: string[], ...files: { path: string; text: string }[]) =>
    readLaw([row], [maker, door, test, ...files], (room) => rooms.includes(room));

  it("waits for a room that is not there, and names the versions that decide it", () => {
    const { read: rows, wrong } = read([]);
    expect(wrong).toEqual([]);
    expect(rows[0]).toMatchObject({ waits: true, callers: [] });
    expect(rows[0]?.version).toBe(
      "SE 2018-05-25, DK 2018-05-25, DK 2024-01-01 (call); policy in force (coldCalls); until one is decided, policy 0: true",
    );
  });

  it("is wrong when its room is there and nobody in it calls, though one names it and another room calls", () => {
    const elsewhere = { ...caller, path: "packages/modules/src/board/ask.ts" };
    expect(read(["messages"], named, elsewhere).wrong).toEqual([
      "LAW-01: the room messages is there, and nobody in it calls consent/use/use.actions.ts#mayUse",
    ]);
    expect(read(["messages"], caller).wrong).toEqual([]);
  });

  it("is wrong when what should be called is gone, no test names it, or nobody says what decides it", () => {
    const bare = { ...row, decided: [], asks: ["consent/use/use.actions.ts#mayNot"] };
    expect(readLaw([bare], [maker, door, caller], () => true).wrong).toEqual([
      "LAW-01: packages/modules/src/consent/use/use.actions.ts#mayNot is not there",
      "LAW-01: the room messages is there, and nobody in it calls consent/use/use.actions.ts#mayNot",
      "LAW-01: the room messages is there, and no test names the row",
      "LAW-01: the room messages is there, and what decides it is not said",
    ]);
  });
});
