// For tests: a house with a database of its own, a folder of its own and beat 1 as far as this room goes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportState, ImportView } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { type Database, GroupCommit } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { hmac } from "@somlos/kernel/ids";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { insertRecorded } from "../append.store.ts";
import { type Arrival, collect, type Outcome, putAway } from "../collect.actions.ts";
import { makeCollector } from "../collector.ts";
import type { Naming } from "../parse/identifiers.rules.ts";
import { ensureSources } from "../sources.store.ts";
import { makeImporter } from "./importer.ts";
import { askImport, mapFile, uploadFile } from "./imports.actions.ts";
import type { WorkingHouse } from "./imports.house.ts";
import { findImport, type ImportRow } from "./imports.store.ts";
import { showImport } from "./imports.view.ts";

export const ACTOR = { kind: "staff", id: "tester" } as const;
export const CALLER: Caller = {
  kind: "staff",
  staffId: "tester",
  by: "session",
  role: "marketing",
  may: ["imports.run", "imports.read"],
};
export const NAMING: Naming = { print: (space, text) => hmac("test", `${space}\0${text}`), country: "SE" };

export type TestHouse = WorkingHouse & {
  readonly commit: GroupCommit<Arrival, Outcome>;
  close(): Promise<void>;
};

/** Beat 1 of this room alone: collect. */
export function openTestHouse(db: Database, home: string): TestHouse {
  db.recordWith(insertRecorded);
  const commit = new GroupCommit({
    db,
    actor: { kind: "system", id: "flow" },
    lines: 2,
    most: 1200,
    queueMost: 20_000,
    first: collect,
    flush: async (_work, _arrivals, { outcomes }) => ({ outcomes }),
    putAway,
  });
  return {
    db,
    home,
    naming: NAMING,
    shields: [],
    termsOf: () => undefined,
    audit: { note: async () => undefined, look: async () => undefined },
    commit,
    collector: makeCollector(NAMING, commit),
    close: () => commit.close(),
  };
}

export type ImportBench = {
  readonly t: TestDatabase;
  readonly house: TestHouse;
  upload(name: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<ImportRow>;
  /** Uploads, maps and runs to the end. */
  bring(name: string, content: string | Uint8Array, mapping: Mapping): Promise<ImportRow>;
  /** Tries or starts, and works until it stands in one of the states. */
  until(id: string, ask: "try" | "start" | "resume", states: readonly ImportState[]): Promise<ImportRow>;
  view(row: ImportRow): ImportView;
  query<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
};

export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function openBench(): Promise<ImportBench> {
  const t = await testDatabase();
  const home = await mkdtemp(join(tmpdir(), "somlos-imports-"));
  await t.db.work(ACTOR, (work) => ensureSources(work));
  const house = openTestHouse(t.db, home);
  const stream = (content: string | Uint8Array | AsyncIterable<Uint8Array>) =>
    typeof content === "string" || content instanceof Uint8Array
      ? inPieces(Buffer.from(content as string))
      : content;
  const bench: ImportBench = {
    t,
    house,
    upload: (name, content) => uploadFile(house, stream(content), { name, reader: undefined, actor: ACTOR }),
    async bring(name, content, mapping) {
      const { id } = await bench.upload(name, content);
      await mapFile(house, ACTOR, id, mapping);
      return bench.until(id, "start", ["done", "failed"]);
    },
    async until(id, ask, states) {
      await askImport(house, ACTOR, id, ask);
      const importer = makeImporter(house);
      importer.start();
      const row = await waitFor(t.db, id, (r) => states.includes(r.state));
      await importer.stop();
      return row;
    },
    view: (row) => showImport(row, { language: "en", seesRows: true, now: new Date(0) }),
    async query<R extends object>(text: string, values: unknown[] = []) {
      const client = await t.db.connect();
      try {
        return (await client.query<R>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    async close() {
      await house.close();
      await t.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
  return bench;
}

/** Waits until an import fits; a test that waits too long fails and says where it stood. */
export async function waitFor(
  db: Database,
  id: string,
  fits: (row: ImportRow) => boolean,
  ms = 300_000,
): Promise<ImportRow> {
  const end = performance.now() + ms;
  for (;;) {
    const row = await db.read((tx) => findImport(tx, id));
    if (row !== undefined && fits(row)) return row;
    if (performance.now() > end)
      throw new Error(
        `the import stands at ${JSON.stringify({ ...row, seen: undefined, tried: undefined })}`,
      );
    await new Promise((tell) => setTimeout(tell, 50));
  }
}
