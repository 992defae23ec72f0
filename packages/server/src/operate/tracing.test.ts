// What leaves for OpenTelemetry: the way of an event as spans, the figures, and nothing of a person.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { askFiguresOf } from "@somlos/kernel/meter";
import { type OpenTracing, openTracing } from "@somlos/kernel/trace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { readFigures, toldFigures } from "./figures.ts";

type Span = {
  name: string;
  spanId: string;
  traceId: string;
  parentSpanId?: string;
  attributes: { key: string; value: unknown }[];
};
const bodies: { path: string; text: string }[] = [];
const sink = createServer((request, answer) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    bodies.push({ path: request.url ?? "", text: Buffer.concat(parts).toString("utf8") });
    answer.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});
let at: TestApp;
let tracing: OpenTracing;

beforeAll(async () => {
  sink.listen(0, "127.0.0.1");
  await once(sink, "listening");
  at = await openTestApp();
  await at.send([{ type: "track", event: "Before", userId: "u-0", messageId: "before" }]);
  const url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  tracing = await openTracing({ url, role: "all" });
  askFiguresOf(async () => toldFigures(await readFigures(at.house)));
});
afterAll(async () => {
  askFiguresOf(undefined);
  await tracing.close();
  await at.close();
  sink.close();
});

const spans = (): Span[] =>
  bodies
    .filter(({ path }) => path === "/v1/traces")
    .flatMap(({ text }) => {
      const told = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      return told.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans));
    });

describe("OpenTelemetry", () => {
  it("gets an event's way: received, recognised and remembered inside their commit, and the request by its route", async () => {
    await at.send([
      {
        type: "identify",
        userId: "anna-1",
        anonymousId: "visitor-77",
        traits: { email: "anna@example.com", phone: "+46701234567", name: "Anna Ek" },
        messageId: "secret-message",
      },
    ]);
    await at.ask("/api/people/lookup?kind=email&value=anna@example.com");
    await tracing.flush();
    const all = spans();
    const commit = all.find(
      ({ name, attributes }) => name === "commit" && JSON.stringify(attributes).includes("flow"),
    );
    for (const name of ["remember", "recognise"])
      expect(all.find((one) => one.name === name)?.parentSpanId, name).toBe(commit?.spanId);
    expect(all.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["collect", "POST /v1/batch", "GET /api/people/lookup"]),
    );
    expect(all.some(({ name }) => name === "Before")).toBe(false);
  });

  it("gets the figures of /metrics under the same names", () => {
    const sent = bodies.filter(({ path }) => path === "/v1/metrics").map(({ text }) => text);
    for (const name of [
      "somlos_events_total",
      "somlos_ack_seconds_count",
      "somlos_process_resident_memory_bytes",
    ])
      expect(
        sent.some((text) => text.includes(`"${name}"`)),
        name,
      ).toBe(true);
  });

  it("gets the figures that are asked of the database too, though they were not there at the start", async () => {
    await at.send([{ type: "track", messageId: "nameless" }]);
    await tracing.flush();
    const told = () => bodies.findLast(({ path }) => path === "/v1/metrics")?.text ?? "";
    await expect.poll(() => tracing.flush().then(told)).toContain('"somlos_parked_open"');
    for (const name of ["somlos_log_stalled_seconds", "somlos_parked_share", "somlos_database_connections"])
      expect(told()).toContain(`"${name}"`);
    expect(told()).toMatch(/"somlos_parked_open".*?"asDouble":1[,}]/);
  });

  it("gets nothing that tells of a person", () => {
    const everything = bodies.map(({ text }) => text).join("\n");
    expect(everything.length).toBeGreaterThan(1000);
    expect(everything).not.toMatch(/anna|example\.com|46701234567|visitor-77|secret-message|Ek\b/i);
  });
});
