import { Client } from "pg";
import { codeOf } from "./refusal.ts";

export type Answer = "yes" | "wrong_password" | "busy" | "no";

export function urlOf(password: string, port: number): string {
  return `postgres://somlos:${password}@127.0.0.1:${port}/somlos`;
}

/** Does the server on this port answer to our password, and is it the one that works in this data folder? */
export async function answers(password: string, port: number, dataDir: string): Promise<Answer> {
  const client = new Client({
    connectionString: urlOf(password, port),
    // Said here, or the driver takes them from the caller's PG* environment.
    ssl: false,
    options: "-c search_path=pg_catalog",
    application_name: "somlos start",
    client_encoding: "UTF8",
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    return rows[0]?.folder === dataDir ? "yes" : "no";
  } catch (error) {
    return answerOf(codeOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function answerOf(code: string | undefined): Answer {
  // invalid_password, invalid_authorization_specification
  if (code === "28P01" || code === "28000") return "wrong_password";
  // too_many_connections, cannot_connect_now: a live server all the same
  return code === "53300" || code === "57P03" ? "busy" : "no";
}
