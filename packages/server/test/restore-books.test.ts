// npm run restore: yesterday's backup comes back, and with it nobody who was erased and no yes that was taken back since.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listMigrations } from "@somlos/kernel/db";
import { withHomeDatabase } from "@somlos/kernel/keep";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, startServer } from "./harness.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
let server: Server;
beforeAll(async () => {
  server = await startServer({ database: "embedded" });
}, 120_000);
afterAll(() => server?.free());

async function script(name: string, ...words: string[]): Promise<string> {
  const env = { ...process.env, SOMLOS_HOME: server.home, SOMLOS_SECRET: server.secret, DATABASE_URL: "" };
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(ROOT, "scripts", name), ...words],
    {
      cwd: ROOT,
      env,
    },
  );
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "exit");
  expect(code, said).toBe(0);
  return said;
}

const noesIn = () =>
  listMigrations().then((migrations) =>
    withHomeDatabase(
      { home: server.home, databaseUrl: undefined, migrations, log: () => undefined, alone: true },
      async (db) => {
        const client = await db.connect();
        const found = await client.query(
          "select count(*)::int as n from consent.entries where state = 'withdrawn'",
        );
        await client.end();
        return (found.rows[0] as { n: number }).n;
      },
    ),
  );

test("a no that was said after the backup stands in the restored tables before anything is started", async () => {
  const file = join(server.home, "yesterday.backup");
  await script("backup.ts", file);
  const told = {
    acts: [
      {
        act: "withdraw",
        id: "after",
        purpose: null,
        channel: null,
        entity: null,
        identifiers: [{ kind: "email", value: "eva@exempel.se" }],
      },
    ],
  };
  const answer = await fetch(`${server.url}/v1/permissions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${server.serverKey}:`).toString("base64")}`,
    },
    body: JSON.stringify(told),
  });
  expect(answer.status).toBe(200);
  await server.stop();
  expect(await noesIn()).toBe(1);
  expect(await script("restore.ts", file, "--over")).toContain("erased and withdrawn in it too");
  expect(await noesIn()).toBe(1);
}, 180_000);
