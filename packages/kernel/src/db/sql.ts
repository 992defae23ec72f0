// SQL is visible text in the store of the room that owns the tables. A statement is text with a name: the name is the
// fingerprint of the text, so every connection prepares it once. Statements are registered so that one test can parse
// each of them, hold it against the room's own schema, and prepare it on a migrated database.
import { hash } from "node:crypto";

declare const row: unique symbol;
/** Text to run. `Row` is what one row of the answer looks like; it exists for the type checker only. */
export type Statement<Row = unknown> = {
  readonly room: string;
  readonly name: string;
  readonly text: string;
  readonly [row]?: Row;
};

/** A piece of SQL that stands in several statements of one room. */
export type Fragment = { readonly fragment: string };

const statements = new Map<string, Statement>();
export const listStatements = (): readonly Statement[] => [...statements.values()];

const weave = (parts: TemplateStringsArray, pieces: readonly Fragment[]): string =>
  parts
    .reduce((text, part, i) => text + part + (pieces[i]?.fragment ?? ""), "")
    .replace(/\s+/g, " ")
    .trim();

/** The SQL of one room: `sql` makes a statement, `fragment` a piece. Values never enter the text: `$1`, `$2` … only. */
export function room(name: string) {
  return {
    sql<Row = Record<string, never>>(parts: TemplateStringsArray, ...pieces: Fragment[]): Statement<Row> {
      const text = weave(parts, pieces);
      const statement: Statement<Row> = { room: name, name: hash("sha1", `${name} ${text}`), text };
      statements.set(statement.name, statement);
      return statement;
    },
    fragment(parts: TemplateStringsArray, ...pieces: Fragment[]): Fragment {
      return { fragment: weave(parts, pieces) };
    },
  };
}
