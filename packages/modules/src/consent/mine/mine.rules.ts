// What a customer is shown of their own permissions: what stands, and what they can be asked. Pure.
import type { Language } from "@somlos/contract";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { MyPermission } from "@somlos/contract/rooms/consent-mine";
import type { Entry } from "../ledger/entries.rules.ts";
import { covers, type Scope } from "../ledger/fold.rules.ts";
import type { StoredText } from "../purposes/texts.rules.ts";
import type { StandingRow } from "../standing/standing.rules.ts";
import { fitsChannel } from "../use/person.rules.ts";

export type Ask = Pick<
  StoredText,
  "id" | "purpose" | "language" | "version" | "hash" | "body" | "benefit" | "channels" | "entityIds"
>;

/** Of each purpose the newest words, in the language of the page where they exist, else in English, else in any. */
export function wordsFor(texts: readonly Ask[], language: Language): ReadonlyMap<string, Ask> {
  const worth = (ask: Ask): number => (ask.language === language ? 2 : ask.language === "en" ? 1 : 0);
  const best = new Map<string, Ask>();
  for (const ask of texts) {
    const known = best.get(ask.purpose);
    const better =
      known === undefined ||
      worth(ask) > worth(known) ||
      (ask.language === known.language && ask.version > known.version);
    if (better) best.set(ask.purpose, ask);
  }
  return best;
}

export type Mine = Scope &
  Pick<MyPermission, "state"> & { readonly since: Date | null; readonly ask: Ask | null };

const keyOf = ({ purpose, channel, entityId }: Scope): string => `${purpose} ${channel} ${entityId}`;

/** Since when a no to every purpose, channel and legal entity holds. `noes`: newest first. */
export const noToAll = (noes: readonly Entry[]): Date | null =>
  noes.find(({ purpose, channel, entityId }) => purpose === null && channel === null && entityId === null)
    ?.at ?? null;

/**
 * `kinds`: of the identifiers that are proven theirs; `noes`: those that cover more than one thing, newest first. What was said
 * stays shown, also where nobody asks any more.
 */
export function minePlain(
  rows: readonly StandingRow[],
  asks: ReadonlyMap<string, Ask>,
  kinds: readonly string[],
  noes: readonly Entry[],
): Mine[] {
  const reachable = (channel: PermissionChannel) => kinds.some((kind) => fitsChannel(kind, channel));
  const said = new Map(rows.map((row) => [keyOf(row.scope), row]));
  const asked = [...asks.values()].flatMap(({ purpose, channels, entityIds }) =>
    channels
      .filter(reachable)
      .flatMap((channel) => entityIds.map((entityId): Scope => ({ purpose, channel, entityId }))),
  );
  const scopes = new Map([...asked, ...rows.map(({ scope }) => scope)].map((scope) => [keyOf(scope), scope]));
  return [...scopes.values()].map(({ purpose, channel, entityId }) => {
    const row = said.get(keyOf({ purpose, channel, entityId }));
    const ask = asks.get(purpose);
    const names =
      ask?.channels.includes(channel) === true && ask.entityIds.includes(entityId) && reachable(channel);
    const no = noes.find((one) => covers(one, { purpose, channel, entityId }));
    const unsaid = { state: no === undefined ? "none" : "withdrawn", since: no?.at ?? null } as const;
    return {
      ...{ purpose, channel, entityId, state: row?.state ?? unsaid.state, since: row?.since ?? unsaid.since },
      ask: names ? ask : null,
    };
  });
}
