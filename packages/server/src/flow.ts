// What an event does on its way through Sömlös. Read this first.
//
//  HTTP, SDK, webhook, MQTT, mail, file              log (one table, one order)
//       │                                               ▲      │ checkpoints
//       ▼                                               │      ▼
//  1 collect ──► 2 recognise ──► 3 remember ────────────┘   4 decide ──► 5 deliver ──► 6 measure
//  └──── beat 1: one short transaction a batch ─────┘      └─ beat 2: workers, exactly once in our tables ─┘
//                                                             what delivery reports goes back in at 1
//
// Beat 1 is a group commit: what queued while the previous commits were in flight shares one transaction and is answered
// after it. An acknowledged event is durable, recognised and visible. Beat 2 has no rooms yet. Before 1 stands a shield: what
// is about somebody who must be left alone there goes no further, and an hour and a sum without a person are kept of it.
import { type Database, GroupCommit, type Tx } from "@somlos/kernel/db";
import { meter } from "@somlos/kernel/meter";
import { span, step } from "@somlos/kernel/trace";
import {
  type Accepted,
  type Arrival,
  type Collected,
  collect,
  isMinded,
  type Outcome,
  putAway,
  type Shielded,
  type Shielding,
  shield,
} from "@somlos/modules/events";
import type { Heard, Recognise } from "@somlos/modules/identity";
import { remember } from "@somlos/modules/profiles";

/** Commits in flight: a third brought nothing when it was measured. */
const LINES = 2;
/** Events a commit: larger ones gain nothing and wait longer. */
const MOST = 700;
const QUEUE_MOST = 20_000;

/** `identity` remembers, in this process, what it has seen committed. */
export function beat1(
  db: Database,
  identity: Recognise,
  shielding: Shielding,
): GroupCommit<Arrival, Outcome, First> {
  const begin = (tx: Tx, arrivals: readonly Arrival[]) =>
    Promise.all([collect(tx, arrivals), identity.ahead(tx, [...fitsOf(arrivals)])]);
  return new GroupCommit({
    db,
    actor: { kind: "system", id: "flow" },
    lines: LINES,
    most: MOST,
    queueMost: QUEUE_MOST,
    // 1 collect: the message id once for ever, envelope, body, parked. With it leaves what 2 will ask.
    async first(tx, arrivals) {
      if (!isMinded(shielding.shields, arrivals)) return [...(await begin(tx, arrivals)), undefined];
      const shielded = await shield(tx, arrivals, shielding); // 0 who must be left alone
      return [...(await begin(tx, shielded.open)), shielded];
    },
    async flush(work, _arrivals, [{ outcomes, fresh }, heard, shielded]) {
      step("remember", { events: fresh.length }, () => remember(work, fresh)); // 3 facts, each with its origin
      // 2 who they are: the one lock of identity is held to the commit
      const learn = () => identity.learn(work, fresh, heard);
      const { committed } = await span("recognise", { events: fresh.length }, learn);
      return { outcomes: shielded?.weave(outcomes) ?? outcomes, committed };
    },
    // Events of people whom we know and who say nothing of themselves: 1 is all there is to do.
    alone: (arrivals) =>
      arrivals.every(saysNothing) &&
      identity.knows(fitsOf(arrivals)) &&
      !isMinded(shielding.shields, arrivals)
        ? async (tx) => (await collect(tx, arrivals)).outcomes
        : undefined,
    async putAway(work, arrival, error) {
      const shielded = await shield(work.tx, [arrival], shielding);
      return shielded.weave([])[0] ?? putAway(work, arrival, error);
    },
    observe(events, seconds) {
      meter.flushEvents.observe(events);
      meter.flushSeconds.observe(seconds);
    },
  });
}

type First = readonly [Collected, Heard, Shielded | undefined];

const saysNothing = ({ parsed }: Arrival): boolean => "fit" in parsed && parsed.fit.traits === undefined;

function* fitsOf(arrivals: readonly Arrival[]): Iterable<Accepted> {
  for (const { parsed } of arrivals) if ("fit" in parsed) yield parsed.fit;
}
