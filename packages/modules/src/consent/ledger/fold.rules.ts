// What a person's ledger comes to for one purpose, channel and legal entity. A permission belongs to an identifier; a no on
// any identifier that the person holds counts for all of them. Pure, and the same for every order of the entries.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { type Entry, missingIn } from "./entries.rules.ts";

export type Scope = {
  readonly purpose: string;
  readonly channel: PermissionChannel;
  readonly entityId: string;
};

/** A yes that stands. */
export type Standing = {
  readonly fp: string;
  readonly basis: "consent" | "soft";
  readonly entry: Entry;
  /** When it was last said: a confirmation counts for sleep, not against a no. */
  readonly freshAt: Date;
};

export type Folded = {
  readonly standing: readonly Standing[];
  /** The latest no on any identifier held. */
  readonly lastNo: Date | undefined;
  /** Some identifier's no was not lifted since. To a yes every no counts. */
  readonly objected: boolean;
  /** Identifiers with a yes that waits to be confirmed. */
  readonly pending: readonly string[];
  /** A yes that would stand, were its evidence complete. */
  readonly incomplete: readonly { readonly fp: string; readonly missing: readonly string[] }[];
};

export const covers = (entry: Entry, scope: Scope): boolean =>
  (entry.purpose === null || entry.purpose === scope.purpose) &&
  (entry.channel === null || entry.channel === scope.channel) &&
  (entry.entityId === null || entry.entityId === scope.entityId);

/** A yes that was said of all that somebody held goes with what they had come in by. A no is everybody's who holds it. */
export const isTheirs = ({ fp, saidBy }: Entry, held: ReadonlySet<string>): boolean =>
  held.has(fp) && (saidBy === null || held.has(saidBy));

const latestOf = (times: readonly Date[]): Date | undefined =>
  times.reduce<Date | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined);

/**
 * Of a moment with a no and a yes the no holds. A yes that was taken over from another system holds only where there never
 * was a no, whatever its date. What was confirmed counts from when it was asked, so that a no in between holds. What a sale
 * allows lifts no no: it stands where there never was one, or where the person has said yes of that identifier since.
 */
export function foldLedger(entries: readonly Entry[], held: ReadonlySet<string>, scope: Scope): Folded {
  const own = entries.filter((entry) => isTheirs(entry, held) && covers(entry, scope));
  const noes = own.filter(({ state }) => state === "withdrawn");
  const lastNo = latestOf(noes.map(({ at }) => at));
  const alive = own.filter(
    ({ state, at, imported }) =>
      state !== "withdrawn" && state !== "lifted" && (lastNo === undefined || (!imported && at > lastNo)),
  );
  const complete = alive.filter((entry) => missingIn(entry).length === 0);
  const confirmations = own.filter((e) => e.state === "confirmed" && !e.imported);
  const confirmed = new Map(confirmations.map((entry) => [`${entry.fp} ${entry.confirms}`, entry]));
  const confirmationOf = (entry: Entry) => confirmed.get(`${entry.fp} ${entry.actId}`);
  const said = complete.flatMap((entry): Standing[] => {
    if (entry.state === "confirmed") return [];
    const by = entry.state === "pending" ? confirmationOf(entry) : entry;
    if (by === undefined) return [];
    return [{ fp: entry.fp, basis: entry.state === "soft" ? "soft" : "consent", entry, freshAt: by.at }];
  });
  const wasSaidBy = (yes: Entry, at: Date): boolean =>
    yes.state === "pending"
      ? confirmations.some(
          ({ fp, confirms, at: when }) => fp === yes.fp && confirms === yes.actId && when <= at,
        )
      : yes.at <= at;
  const isLifted = ({ fp, entry }: Standing): boolean =>
    said.some((yes) => yes.basis === "consent" && yes.fp === fp && wasSaidBy(yes.entry, entry.at));
  const standing = said.filter((yes) => lastNo === undefined || yes.basis === "consent" || isLifted(yes));
  return {
    standing: standing.sort(inOrder),
    lastNo,
    objected: noes.some((one) => !isTakenBack(one, own)),
    pending: complete
      .filter((entry) => entry.state === "pending" && confirmationOf(entry) === undefined)
      .map(({ fp }) => fp),
    incomplete: alive
      .filter((entry) => entry.state !== "confirmed" && missingIn(entry).length > 0)
      .map((entry) => ({ fp: entry.fp, missing: missingIn(entry) })),
  };
}

/** Of the same identifier and later: of one moment the no holds. */
const isTakenBack = (no: Entry, own: readonly Entry[]): boolean =>
  own.some(({ state, fp, at }) => state === "lifted" && fp === no.fp && at > no.at);

/** A sale allows nothing to somebody who said no and has not said yes since. */
export const isHeldBack = (soft: Entry, before: readonly Entry[], held: ReadonlySet<string>): boolean => {
  if (soft.purpose === null || soft.channel === null || soft.entityId === null) return false;
  const { purpose, channel, entityId } = soft;
  const { standing, lastNo } = foldLedger([...before, soft], held, { purpose, channel, entityId });
  return lastNo !== undefined && !standing.some(({ entry }) => entry === soft);
};

/** Newest first; consent before soft opt-in of the same moment. */
const inOrder = (a: Standing, b: Standing): number =>
  b.entry.at.getTime() - a.entry.at.getTime() ||
  (a.basis === b.basis ? 0 : a.basis === "consent" ? -1 : 1) ||
  (a.entry.id < b.entry.id ? -1 : 1);
