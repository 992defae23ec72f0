// A migrated database for scripts that ask the catalog: the embedded server, or DATABASE_URL.
import pg from "pg";
import { setup } from "../packages/kernel/src/testing/global-setup.ts";
import { databaseUrl } from "../packages/kernel/src/testing/index.ts";

export async function withMigratedDatabase<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const stop = await setup();
  const client = new pg.Client(
    databaseUrl(process.env["SOMLOS_TEST_SERVER"] ?? "", process.env["SOMLOS_TEST_TEMPLATE"] ?? ""),
  );
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end();
    await stop();
  }
}
