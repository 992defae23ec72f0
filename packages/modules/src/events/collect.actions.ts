// Step 1, collect: many requests' messages in one transaction. Each message gets its outcome; none fails its neighbours.
import type { ParkedReason } from "@somlos/contract/rooms/events";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7, uuidOf } from "@somlos/kernel/ids";
import { findDigests, insertNew, insertParked, type ToPark } from "./append.store.ts";
import type { Accepted, Envelope, Parsed, Unfit } from "./parse/parse.rules.ts";
import type { Broken } from "./schemas/held.rules.ts";
import { countBreaks } from "./schemas/schemas.store.ts";

/** One message on its way in. */
export type Arrival = { readonly parsed: Parsed; readonly envelope: Envelope };

/** What became of a message. `hushed`: taken in, and nothing of it that tells who it was. */
export type Outcome =
  | { readonly kind: "accepted" | "duplicate" | "hushed" }
  | { readonly kind: "duplicate"; readonly hushed: true }
  | { readonly kind: "parked" | "dropped"; readonly code: ParkedReason };

/** Nothing of it may be kept anywhere, also not by whoever listens. */
export const isHushed = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && (outcome.kind === "hushed" || "hushed" in outcome);

const ACCEPTED: Outcome = { kind: "accepted" };
const DUPLICATE: Outcome = { kind: "duplicate" };

/** What became of the arrivals, and the new events, sorted by key. */
export type Collected = { readonly outcomes: readonly Outcome[]; readonly fresh: readonly Accepted[] };

/** Takes arrivals in: dedupes, writes envelope and body, parks what does not fit. Each statement may stand alone. */
export async function collect(tx: Tx, arrivals: readonly Arrival[]): Promise<Collected> {
  const first = new Map<string, Accepted>();
  for (const { parsed } of arrivals)
    if ("fit" in parsed && !first.has(parsed.fit.key)) first.set(parsed.fit.key, parsed.fit);
  const sorted = [...first.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const { fresh, old } = sorted.length === 0 ? { fresh: [], old: [] } : await insertNew(tx, sorted);
  const stored =
    old.length === 0
      ? new Map<string, number>()
      : await findDigests(
          tx,
          old.map((e) => e.key),
        );
  const isFresh = new Set<Accepted>(fresh);
  const parked: ToPark[] = [];
  const outcomes = arrivals.map(({ parsed, envelope }): Outcome => {
    const verdict = judge(parsed, first, isFresh, stored);
    if (verdict === ACCEPTED || verdict === DUPLICATE) return verdict;
    const unfit = verdict as Unfit;
    if (unfit.breaks?.outcome === "dropped") return { kind: "dropped", code: unfit.code };
    parked.push(toPark(unfit, envelope));
    return { kind: "parked", code: unfit.code };
  });
  await insertParked(tx, parked);
  await countBreaks(tx, arrivals[0]?.envelope.receivedAt ?? 0, breaksOf(arrivals, isFresh));
  return { outcomes, fresh };
}

/** The schemas that new events broke: most events break none. */
function breaksOf(arrivals: readonly Arrival[], fresh: ReadonlySet<Accepted>): readonly Broken[] {
  const found: Broken[] = [];
  for (const { parsed } of arrivals) {
    const { breaks } = "fit" in parsed ? parsed.fit : parsed.unfit;
    if (breaks !== undefined && ("unfit" in parsed || fresh.has(parsed.fit))) found.push(breaks);
  }
  return found;
}

function judge(
  parsed: Parsed,
  first: ReadonlyMap<string, Accepted>,
  fresh: ReadonlySet<Accepted>,
  stored: ReadonlyMap<string, number>,
): Outcome | Unfit {
  if ("unfit" in parsed) return parsed.unfit;
  const event = parsed.fit;
  if (fresh.has(event)) return ACCEPTED;
  const kept = first.get(event.key);
  const digest = kept !== undefined && fresh.has(kept) ? kept.digest : stored.get(uuidOf(event.key));
  if (digest === event.digest || digest === undefined) return DUPLICATE;
  return { code: "event.other_body", body: event.body, name: event.name, digest: event.digest };
}

/** Puts away one event that the database itself refused. */
export async function putAway(work: Work, arrival: Arrival, error: unknown): Promise<Outcome> {
  const unfit: Unfit =
    "unfit" in arrival.parsed
      ? arrival.parsed.unfit
      : {
          code: "event.unwritable",
          detail: sqlState(error),
          body: arrival.parsed.fit.body,
          name: arrival.parsed.fit.name,
          digest: arrival.parsed.fit.digest,
        };
  await insertParked(work.tx, [toPark(unfit, arrival.envelope)]);
  return { kind: "parked", code: unfit.code };
}

const sqlState = (error: unknown): string =>
  `database ${(error as { code?: string } | null)?.code ?? "error"}`;

const toPark = (unfit: Unfit, envelope: Envelope): ToPark => ({
  id: envelope.parkedAs ?? uuid7(envelope.receivedAt),
  receivedAt: envelope.receivedAt,
  sourceId: envelope.sourceId,
  proven: envelope.trust === "proven",
  sentAt: envelope.sentAt,
  code: unfit.code,
  detail: unfit.detail,
  name: unfit.name,
  messageId: unfit.messageId ?? messageIdIn(unfit.body),
  body: unfit.body,
  digest: unfit.digest,
});

function messageIdIn(body: string): string | undefined {
  const parsed: unknown = JSON.parse(body);
  const id =
    typeof parsed === "object" && parsed !== null ? (parsed as { messageId?: unknown }).messageId : undefined;
  return typeof id === "string" && id !== "" ? id.slice(0, 200) : undefined;
}
