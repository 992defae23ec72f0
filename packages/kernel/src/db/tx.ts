// What a store may do inside a transaction or a read: run named statements of its room, nothing else.
import type pg from "pg";
import type { Statement } from "./sql.ts";

export type Tx = {
  /** All rows. */
  rows<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** The one row, if there is one. */
  maybe<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
  /** The one row that must be there. */
  one<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row>;
  /** Number of rows changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
};

export function txOn(client: pg.ClientBase): Tx {
  const ask = (s: Statement, values: readonly unknown[]) =>
    client.query({ name: s.name, text: s.text, values: [...values] });
  return {
    async rows<Row>(s: Statement<Row>, values: readonly unknown[] = []) {
      return (await ask(s, values)).rows as Row[];
    },
    async maybe<Row>(s: Statement<Row>, values: readonly unknown[] = []) {
      return (await ask(s, values)).rows[0] as Row | undefined;
    },
    async one<Row>(s: Statement<Row>, values: readonly unknown[] = []) {
      const found = (await ask(s, values)).rows[0] as Row | undefined;
      if (found === undefined) throw new Error(`no row: ${s.text.slice(0, 80)}`);
      return found;
    },
    async run(s: Statement, values: readonly unknown[] = []) {
      return (await ask(s, values)).rowCount ?? 0;
    },
  };
}
