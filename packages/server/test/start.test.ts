import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDirOf, listMajors } from "@somlos/kernel/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lookUp, timelineOf } from "./asking.ts";
import { endOf, freshKeys, launch, type Server, startServer } from "./harness.ts";
import { countPostgres } from "./killing.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer({ database: "embedded" });
});
afterAll(() => server?.free());

const events = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    type: "track",
    event: "Product Viewed",
    userId: "starter",
    messageId: `${prefix}-${i}`,
  }));

/** Sends batches one after the other until the server is gone; notes the ids of what it acknowledged. */
async function sendUntilGone(prefix: string, acknowledged: string[]): Promise<{ statuses: Set<number> }> {
  const statuses = new Set<number>();
  for (let round = 0; ; round++) {
    const batch = events(`${prefix}-${round}`, 20);
    const answer = await server.send(batch).catch(() => undefined);
    if (answer === undefined) return { statuses };
    statuses.add(answer.status);
    if (answer.status === 200) acknowledged.push(...batch.map((event) => event.messageId));
  }
}

describe("starting and stopping", () => {
  it("a stop takes in what was under way, acknowledges it, ends PostgreSQL and leaves with code 0", async () => {
    const ids: string[] = [];
    const senders = ["a", "b", "c", "d"].map((prefix) => sendUntilGone(prefix, ids));
    await vi.waitFor(() => expect(ids.length).toBeGreaterThan(100), { timeout: 30_000 });
    expect(await server.stop()).toBe(0);
    const sent = await Promise.all(senders);
    for (const { statuses } of sent) expect([...statuses].filter((s) => s !== 200 && s !== 503)).toEqual([]);
    expect(await countPostgres(server.home)).toBe(0);
    await server.start();
    const person = await lookUp(server, "login", "starter");
    const kept = new Set((await timelineOf(server, person?.id ?? "")).map((item) => item.messageId));
    expect(ids.filter((id) => !kept.has(id))).toEqual([]);
    expect(kept.size).toBeGreaterThanOrEqual(ids.length);
  });

  it("while it stops, health says so with 503 to whoever is still connected", async () => {
    const { Agent, request } = await import("node:http");
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const health = () =>
      new Promise<{ status: number; text: string }>((done, failed) => {
        request(`${server.url}/health`, { agent }, (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (part: string) => {
            text += part;
          });
          answer.on("end", () => done({ status: answer.statusCode ?? 0, text }));
        })
          .on("error", failed)
          .end();
      });
    expect((await health()).status).toBe(200);
    const said: { status: number; text: string }[] = [];
    const stopped = server.stop();
    for (;;) {
      const answer = await health().catch(() => undefined);
      if (answer === undefined) break;
      said.push(answer);
    }
    expect(await stopped).toBe(0);
    for (const { status, text } of said.filter((answer) => answer.status !== 200))
      expect({ status, text }).toEqual({ status: 503, text: expect.stringContaining("stopping") });
    agent.destroy();
    await server.start();
  });

  it("a second start on the same home is refused in one sentence, and the first goes on", async () => {
    const second = launch({
      SOMLOS_HOME: server.home,
      PORT: "0",
      SOMLOS_SECRET: server.secret,
    });
    expect(await endOf(second.child)).toBe(1);
    expect(second.said().trim()).toMatch(
      /^Another Sömlös runs on this home \(pid \d+\)\. Stop it, or set SOMLOS_HOME/,
    );
    expect(second.said().trim().split("\n")).toHaveLength(1);
    expect((await server.ask("/health")).status).toBe(200);
  });

  it("a port that is taken gives one sentence and code 1, and the home can be started again at once", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as { port: number };
    const home = await mkdtemp(join(tmpdir(), "somlos-proof-"));
    const refused = launch({ SOMLOS_HOME: home, PORT: String(port) });
    expect(await endOf(refused.child)).toBe(1);
    expect(refused.said().trim()).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or start with PORT=<another number> npm start.`,
    );
    other.close();
    const again = launch({
      SOMLOS_HOME: home,
      PORT: String(port),
      DATABASE_URL: "postgres://127.0.0.1:1/none",
    });
    expect(await endOf(again.child)).toBe(1);
    expect(again.said()).not.toContain("Another Sömlös");
    await rm(home, { recursive: true, force: true });
  });

  it("a bad setting is refused with its name and what it may be", async () => {
    const home = await mkdtemp(join(tmpdir(), "somlos-proof-"));
    const refused = launch({ SOMLOS_HOME: home, PORT: "ninety", SOMLOS_SECRET: "short" });
    expect(await endOf(refused.child)).toBe(1);
    expect(refused.said()).toContain("PORT:");
    expect(refused.said()).toContain("SOMLOS_SECRET: must have at least 32 characters");
    expect(refused.said()).not.toMatch(/^\s+at /m);
    await rm(home, { recursive: true, force: true });
  });

  it("a database that is not there is told in a sentence, without passwords", async () => {
    const home = await mkdtemp(join(tmpdir(), "somlos-proof-"));
    const refused = launch({
      SOMLOS_HOME: home,
      PORT: "0",
      DATABASE_URL: "postgres://someone:topsecret@127.0.0.1:1/none",
    });
    expect(await endOf(refused.child)).toBe(1);
    expect(refused.said()).not.toContain("topsecret");
    expect(refused.said().trim().split("\n").length).toBeLessThan(4);
    await rm(home, { recursive: true, force: true });
  });

  it("a lock and a postmaster.pid that name other living processes after a power cut do not keep it from starting", async () => {
    await server.kill();
    const major = (await listMajors(server.home)).at(-1) ?? 0;
    const pidFile = join(await dataDirOf(server.home, major), "postmaster.pid");
    const lines = (await readFile(pidFile, "utf8")).split("\n");
    await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
    await server.start();
    expect((await server.ask("/health")).body).toEqual({ status: "ok" });
  });

  it("a stop in the middle of a start leaves no PostgreSQL behind, and the next start is an ordinary one", async () => {
    await server.stop();
    const early = launch({ SOMLOS_HOME: server.home, PORT: "0", SOMLOS_SECRET: server.secret });
    while ((await countPostgres(server.home)) === 0) await sleep(5);
    early.child.kill("SIGTERM");
    expect(await endOf(early.child)).toBe(0);
    expect(await countPostgres(server.home)).toBe(0);
    expect(early.said()).not.toContain("Error");
    await server.start();
  });

  it("a restart keeps everything: people, timeline, keys, secrets", async () => {
    const before = await lookUp(server, "login", "starter");
    const items = await timelineOf(server, before?.id ?? "");
    await server.restart();
    expect(await lookUp(server, "login", "starter")).toEqual(before);
    expect(await timelineOf(server, before?.id ?? "")).toEqual(items);
    expect((await server.send(events("again", 1), "server")).body.accepted).toBe(1);
  });

  it("another secret than the database was made with is refused in a sentence, and nothing is left running", async () => {
    await server.stop();
    const other = launch({ SOMLOS_HOME: server.home, PORT: "0", SOMLOS_SECRET: freshKeys().secret });
    expect(await endOf(other.child)).toBe(1);
    expect(other.said()).toContain("SOMLOS_SECRET: this database was made with another secret");
    expect(other.said()).not.toMatch(/^\s+at /m);
    expect(await countPostgres(server.home)).toBe(0);
    await server.start();
    expect((await server.send(events("own-secret", 1), "server")).body.accepted).toBe(1);
  });

  it("keys and secrets that nobody set are made once and stay the same", async () => {
    const home = await mkdtemp(join(tmpdir(), "somlos-proof-"));
    const own = { ...freshKeys() };
    const blank = { SOMLOS_WRITE_KEY: "", SOMLOS_SERVER_KEY: "", SOMLOS_ADMIN_TOKEN: "", SOMLOS_SECRET: "" };
    const first = await startServer({ home, keys: own, env: blank });
    const made = await readFile(join(home, "secrets.json"), "utf8");
    const { writeKey } = JSON.parse(made) as { writeKey: string };
    expect((await first.send(events("x", 1))).status).toBe(401);
    await vi.waitFor(() => expect(first.said()).toContain("Set-up link:"), 10_000);
    expect(first.said()).toContain(writeKey);
    expect(first.said()).not.toContain((JSON.parse(made) as { serverKey: string }).serverKey);
    await first.restart();
    expect(await readFile(join(home, "secrets.json"), "utf8")).toBe(made);
    await first.free();
    await rm(home, { recursive: true, force: true });
  });
});
