// Whose accounts there are, and which of them a transfer goes between. Pure.
import { fingerprint, uuidOf } from "@somlos/kernel/ids";

/** Kinds of holders. Those that issue may owe, and are split so that no row of theirs is hot. */
export const accountKinds = {
  issuer: { mayOwe: true },
  stock: { mayOwe: false },
  gone: { mayOwe: false },
} as const satisfies Record<string, { readonly mayOwe: boolean }>;
export type AccountKind = keyof typeof accountKinds;

/** One holder of a unit: the shelf of a store, whoever issues. */
export type Holder = { readonly kind: AccountKind; readonly holder: string };
export type Account = Holder & { readonly id: string; readonly unit: string };

const SPLIT = 16;

/** The account of a holder; of one that issues, that of the sixteen that the transfer falls on. */
export function accountOf(unit: string, { kind, holder }: Holder, transferId: string): Account {
  const part = accountKinds[kind].mayOwe ? `${holder}/${Number.parseInt(transferId.slice(-1), 16)}` : holder;
  return { id: idOf(unit, kind, part), unit, kind, holder: part };
}

/** All accounts of a holder. */
export const accountsOf = (unit: string, { kind, holder }: Holder): string[] =>
  accountKinds[kind].mayOwe
    ? Array.from({ length: SPLIT }, (_, i) => idOf(unit, kind, `${holder}/${i}`))
    : [idOf(unit, kind, holder)];

const idOf = (unit: string, kind: AccountKind, holder: string): string =>
  uuidOf(fingerprint("ledger account", JSON.stringify([unit, kind, holder])));

export const mayOwe = ({ kind }: Account): boolean => accountKinds[kind].mayOwe;
