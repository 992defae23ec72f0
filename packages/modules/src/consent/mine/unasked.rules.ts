// What is done unasked, on a legitimate interest: a customer is told of it and may say no to each, and take that back. Pure.
import { permissionChannels } from "@somlos/contract/rooms/consent";
import type { MyUnasked } from "@somlos/contract/rooms/consent-mine";
import { demandOf, type RuleSet } from "../law/sets.rules.ts";
import type { Entry } from "../ledger/entries.rules.ts";
import { covers, foldLedger, isTheirs, type Scope } from "../ledger/fold.rules.ts";
import type { Purpose } from "../purposes/texts.rules.ts";

type Unasked = Omit<MyUnasked, "since"> & { readonly since: Date | null };
/** A legal entity that the customer is one of, with the law of its country. */
export type Near = { readonly id: string; readonly set: RuleSet };

/** Where it needs nobody's yes: what the law asks a yes for is never done on an interest. */
const channelsOf = (set: RuleSet, { kind, basis }: Purpose) =>
  permissionChannels.filter((channel) => {
    const demand = demandOf(set, { kind, basis, channel, recipientKind: "person" });
    return demand.need === "no_objection" || demand.need === "register";
  });

export function unaskedOf(
  purposes: readonly Purpose[],
  near: readonly Near[],
  entries: readonly Entry[],
  held: ReadonlySet<string>,
): Unasked[] {
  const noes = entries.filter((entry) => entry.state === "withdrawn" && isTheirs(entry, held));
  return purposes.flatMap(({ code, kind, basis, balance, ...rest }) => {
    if (basis !== "legitimate_interest") return [];
    const scopes = near.flatMap(({ id, set }) =>
      channelsOf(set, { code, kind, basis, balance, ...rest }).map(
        (channel): Scope => ({ purpose: code, channel, entityId: id }),
      ),
    );
    if (scopes.length === 0) return [];
    const ended = scopes.filter((scope) => foldLedger(entries, held, scope).objected);
    const state = ended.length === 0 ? "done" : ended.length === scopes.length ? "ended" : "partly";
    const last = noes.filter((no) => ended.some((scope) => covers(no, scope))).map(({ at }) => at.getTime());
    const since = last.length === 0 ? null : new Date(Math.max(...last));
    return [{ purpose: code, kind, balance: balance ?? "", state, since }];
  });
}
