// For tests: the house of imports of permissions, on a database and a home of one's own.
import type { Database } from "@somlos/kernel/db";
import type { Journal } from "@somlos/kernel/journal";
import { naming, nobodyYoung } from "../test/house.ts";
import type { ImportHouse } from "./imports.actions.ts";

export const houseOn = (db: Database, home: string, noes: Journal): ImportHouse => ({
  ...{ db, home, noes, naming },
  log: { error: (...told: unknown[]) => process.stderr.write(`${JSON.stringify(told)}\n`) },
  audit: { note: async () => undefined, look: async () => undefined } as unknown as ImportHouse["audit"],
  mail: { send: async () => undefined } as unknown as ImportHouse["mail"],
  installation: { name: "Almvik" },
  access: { place: { url: "http://almvik.example" }, secret: "of the test" },
  reachOf: async () => [],
  erasedAmong: async () => new Map(),
  ages: nobodyYoung,
});
