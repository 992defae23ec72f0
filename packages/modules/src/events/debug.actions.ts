// Listening to a source: on for an hour, its requests kept for two, read by whoever may change it.
import { Refusal } from "@somlos/contract";
import { machineNow } from "@somlos/kernel/clock";
import type { Database, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { AuditBook } from "../access/index.ts";
import { shownBody, shownHeaders } from "./debug.rules.ts";
import { deleteTap, insertTapped, saveTap } from "./debug.store.ts";
import { lockSource } from "./schemas/schemas.store.ts";
import { record, text } from "./sources/json.ts";
import { bumpRevision } from "./sources.store.ts";

export async function turnListening(
  work: Work,
  audit: AuditBook,
  sourceId: number,
  on: boolean,
): Promise<void> {
  if ((await lockSource(work.tx, sourceId)) === undefined) throw new Refusal("sources.unknown");
  if (on) await saveTap(work.tx, sourceId, work.now, work.actor.id);
  else await deleteTap(work.tx, sourceId);
  await bumpRevision(work.tx);
  const what = on ? "sources.listen" : "sources.listen_end";
  await audit.note(work, { who: work.actor.id, what, object: String(sourceId) });
}

export type Heard = {
  readonly sourceId: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Its first message in our shape: it tells what sent it. */
  readonly first: unknown;
  readonly body: unknown;
  /** Why nothing was taken; none: something was. */
  readonly code?: string;
  readonly outcomes: readonly string[];
};

/** What sent it: the client's name and version, where its first message tells them. */
function libraryIn(message: unknown): string | null {
  const library = record(record(record(message)?.["context"])?.["library"]);
  const name = text(library?.["name"]);
  return name === undefined ? null : [name, text(library?.["version"])].join(" ").trim().slice(0, 100);
}

/** Keeps one request. After the answer: the sender waits for nobody who listens. */
export function keepHeard(db: Database, heard: Heard): Promise<void> {
  const now = machineNow();
  return db.work({ kind: "system", id: "events" }, ({ tx }) =>
    insertTapped(tx, {
      id: uuid7(now),
      source_id: heard.sourceId,
      at: new Date(now),
      path: heard.path.slice(0, 200),
      headers: shownHeaders(heard.headers),
      library: libraryIn(heard.first),
      body: shownBody(heard.body),
      answer: { code: heard.code ?? null, outcomes: heard.outcomes },
    }),
  );
}
