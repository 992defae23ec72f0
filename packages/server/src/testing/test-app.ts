// For tests of the server: the whole house on a database of one's own, listening on a free port of this machine.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepSecrets, readConfig } from "@somlos/kernel/config";
import { makeLogger } from "@somlos/kernel/log";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { type App, openApp } from "../app.ts";
import { type OpenHouse, openHouse, type Secrets } from "../house.ts";

export type Answer = {
  readonly status: number;
  readonly body: Record<string, never> & { readonly [name: string]: unknown };
};

export type TestApp = {
  readonly base: string;
  readonly app: App;
  readonly house: OpenHouse;
  readonly secrets: Secrets;
  readonly database: TestDatabase;
  /** Sends messages through the door of the Segment protocol. */
  send(messages: readonly object[], key?: "public" | "server"): Promise<Answer>;
  /** Asks our own API with the admin token. */
  ask(path: string, body?: object, method?: string): Promise<Answer>;
  close(): Promise<void>;
};

export async function openTestApp(given?: {
  readonly database?: TestDatabase;
  readonly secrets?: Secrets;
  readonly metricsToken?: string;
  readonly testClock?: boolean;
  readonly host?: string;
  readonly role?: "api" | "all";
  readonly smtpUrl?: string;
  readonly publicUrl?: string;
  readonly fetchInner?: string;
  /** A home that stays when it is closed. */
  readonly home?: string;
}): Promise<TestApp> {
  const database = given?.database ?? (await testDatabase());
  const home = given?.home ?? (await mkdtemp(join(tmpdir(), "somlos-app-")));
  const config = readConfig({
    PORT: "0",
    HOST: given?.host,
    SOMLOS_HOME: home,
    SOMLOS_LOG: "silent",
    SOMLOS_ROLE: given?.role ?? "api",
    SOMLOS_METRICS_TOKEN: given?.metricsToken,
    SMTP_URL: given?.smtpUrl,
    SOMLOS_URL: given?.publicUrl,
    SOMLOS_FETCH_INNER: given?.fetchInner,
    SOMLOS_TEST_CLOCK: given?.testClock === true ? "1" : undefined,
  });
  const secrets = given?.secrets ?? (await keepSecrets(home));
  const state: { current: "starting" | "ok"; reason: string } = { current: "starting", reason: "" };
  const log = makeLogger("silent");
  const app = await openApp(config, log, state);
  await app.listen();
  const base = `http://127.0.0.1:${app.port()}`;
  const house = await openHouse({ ...config, port: app.port() }, secrets, database.url, log).catch(
    async (error: unknown) => {
      await app.close();
      throw error;
    },
  );
  app.furnish(house);
  state.current = "ok";
  const call = async (
    path: string,
    headers: Record<string, string>,
    body?: object,
    method = body === undefined ? "GET" : "POST",
  ): Promise<Answer> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer["body"] };
  };
  return {
    base,
    app,
    house,
    secrets,
    database,
    send: (messages, key = "public") => {
      const text = key === "public" ? secrets.writeKey : secrets.serverKey;
      return call(
        "/v1/batch",
        { authorization: `Basic ${Buffer.from(`${text}:`).toString("base64")}` },
        { batch: messages },
      );
    },
    ask: (path, body, method) => call(path, { authorization: `Bearer ${secrets.adminToken}` }, body, method),
    async close() {
      await app.close();
      await house.close();
      if (given?.database === undefined) await database.drop();
      if (given?.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
