// Generated from the migrated database by npm run generate: a row of each table of the room ledger.

/** keep: for ever, transfers name them; erase: nothing personal; export: no */
export type AccountsRow = {
  /** none: hash of unit, kind and holder */
  id: string;
  /** none: what is counted: sku@location, a currency, a programme */
  unit: string;
  /** none: what kind of holder */
  kind: string;
  /** none: which of them */
  holder: string;
  /** none: it issues, so it may go below zero */
  may_owe: boolean;
  /** none: what it has */
  posted: number;
  /** none: of that, what pending transfers may still take */
  reserved: number;
};

/** keep: for ever, balances are made of them; erase: nothing personal; export: no */
export type TransfersRow = {
  /** none: by the client; said again it changes nothing */
  id: string;
  /** none: hash of what was asked, so that another wish under the same id is found */
  input: string;
  /** none: who gives */
  debit: string;
  /** none: who gets */
  credit: string;
  /** none: how much, or at most how much while it is pending */
  amount: number;
  /** none: how much of it was moved in the end */
  moved: number | null;
  /** none: how much of that was moved back */
  undone: number;
  /** none: how it stands */
  state: string;
  /** none: what it is for */
  cause: string;
  /** none: the transfer that it undoes, whole or in part */
  reverses: string | null;
  /** none: when */
  made_at: Date;
  /** none: when a pending one expires; none: never */
  until: Date | null;
  /** none: when it was moved, given up or expired */
  ended_at: Date | null;
};
