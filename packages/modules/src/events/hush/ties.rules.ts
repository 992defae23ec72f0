// What a batch itself tells of who belongs together: identity hears of it only after the shield, and what was chosen for one
// of them holds for the others already here. A device is no tie: several people use one. Pure.
import type { Envelope, Parsed } from "../parse/parse.rules.ts";
import type { Identifier } from "../told.rules.ts";

type Arrival = { readonly parsed: Parsed; readonly envelope: Envelope };

/** What is named beside more than this says nothing of one person any more. */
const MOST_TIED = 100;

const namesIn = ({ parsed }: Arrival): readonly Identifier[] => {
  if (!("fit" in parsed)) return [];
  const { login, ids } = parsed.fit;
  return (login === undefined ? ids : [login, ...ids]).filter(({ kind }) => kind !== "visitor");
};

type Tie = { readonly one: Identifier; proven: boolean; readonly requests: Set<Envelope> };
/** By fingerprint: what is named beside it, each once, and by whom. */
type Ties = Map<string, Map<string, Tie>>;

function note(ties: Ties, fp: string, one: Identifier, { envelope }: Arrival): void {
  const beside = ties.get(fp) ?? new Map<string, Tie>();
  ties.set(fp, beside);
  const tie = beside.get(one.fp) ?? { one, proven: false, requests: new Set() };
  beside.set(one.fp, tie);
  if (envelope.trust === "proven") tie.proven = true;
  else tie.requests.add(envelope);
}

function tiesOf(arrivals: readonly Arrival[]): Ties {
  const ties: Ties = new Map();
  for (const arrival of arrivals) {
    const names = namesIn(arrival);
    for (const { fp } of names) for (const one of names) if (one.fp !== fp) note(ties, fp, one, arrival);
  }
  return ties;
}

function tiedTo(arrival: Arrival, ties: Ties): readonly Identifier[] {
  const own = namesIn(arrival);
  const found = new Map(own.map((one) => [one.fp, one]));
  for (const { fp } of found.values()) {
    const beside = ties.get(fp);
    if (beside === undefined || beside.size > MOST_TIED) continue;
    for (const { one, proven, requests } of beside.values())
      if (proven || requests.has(arrival.envelope)) found.set(one.fp, one); // and what it is tied to comes in its turn
    if (found.size > MOST_TIED) break;
  }
  return [...found.values()].slice(own.length);
}

/**
 * Gives for each arrival the identifiers that are tied to its own by others of the batch. A browser's word ties what came with
 * it in one request, and nothing of other people's.
 */
export function tiesIn(arrivals: readonly Arrival[]): (arrival: Arrival) => readonly Identifier[] {
  const ties = tiesOf(arrivals);
  return (arrival) => (ties.size === 0 ? [] : tiedTo(arrival, ties));
}
