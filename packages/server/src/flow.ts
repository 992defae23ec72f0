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
// after it. An acknowledged event is durable, recognised and visible. Beat 2 has no rooms yet.
import { stopwatch } from "@somlos/kernel/clock";
import { type Database, GroupCommit } from "@somlos/kernel/db";
import { meter } from "@somlos/kernel/meter";
import { type Arrival, collect, type Outcome, putAway } from "@somlos/modules/events";
import { openRecognise } from "@somlos/modules/identity";
import { remember } from "@somlos/modules/profiles";

/** Commits in flight: a third brought nothing when it was measured. */
const LINES = 2;
/** Events a commit: larger ones gain nothing and wait longer. */
const MOST = 1200;
const QUEUE_MOST = 20_000;

export function beat1(db: Database): GroupCommit<Arrival, Outcome> {
  const recognise = openRecognise(); // remembers, in this process, what it has seen committed
  return new GroupCommit<Arrival, Outcome>({
    db,
    actor: { kind: "system", id: "flow" },
    lines: LINES,
    most: MOST,
    queueMost: QUEUE_MOST,
    async flush(work, arrivals) {
      const took = stopwatch();
      const { outcomes, fresh } = await collect(work, arrivals); // 1 the message id once for ever, envelope, body, parked
      await remember(work, fresh); //                               3 facts, each with its origin
      const { committed } = await recognise(work, fresh); //        2 last: it holds the one lock of identity to the commit
      return {
        outcomes,
        committed() {
          committed?.();
          meter.flushEvents.observe(arrivals.length);
          meter.flushSeconds.observe(took() / 1000);
        },
      };
    },
    putAway,
  });
}
