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
  /** A write nobody waits for: it leaves with the next question or the end of the work, which fails when it fails. */
  send(statement: Statement, values?: readonly unknown[]): void;
  /** Questions that `ask` puts before it first waits leave in one piece: one way there and back for all of them. */
  together<T>(ask: () => Promise<T>): Promise<T>;
};

/** A transaction with what its beginning and its end must know. */
export type OpenTx = Tx & {
  /** Lets go what is held, and resolves when everything sent is done. */
  settled(): Promise<void>;
  /** The error that broke the transaction: those after it only say that it is broken. */
  cause(error: unknown): unknown;
};

type Corked = { readonly connection: { readonly stream: { cork(): void; uncork(): void } } };

export function txOn(client: pg.ClientBase): OpenTx {
  const { stream } = (client as unknown as Corked).connection;
  const sent: Promise<unknown>[] = [];
  let corked = false;
  let gathering = 0;
  let broken: { readonly by: unknown } | undefined;
  const hold = () => {
    if (!corked) stream.cork();
    corked = true;
  };
  const leave = () => {
    if (!corked || gathering > 0) return;
    corked = false;
    stream.uncork();
  };
  const put = (s: Statement, values: readonly unknown[]) => {
    const answer = client.query({ name: s.name, text: s.text, values: values as unknown[] });
    answer.catch((by: unknown) => {
      broken ??= { by };
    });
    return answer;
  };
  const ask = (s: Statement, values: readonly unknown[]) => {
    const answer = put(s, values);
    leave();
    return answer;
  };
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
    send(s, values = []) {
      hold();
      sent.push(put(s, values));
    },
    together(ask) {
      hold();
      gathering++;
      try {
        return ask();
      } finally {
        gathering--;
        leave();
      }
    },
    async settled() {
      leave();
      await Promise.all(sent.splice(0));
    },
    cause: (error) => broken?.by ?? error,
  };
}
