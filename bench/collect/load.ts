// The load generator, a process of its own: node load.ts URL KEY batches|singles EVENTS CONNECTIONS BATCH RUN SEED
import { Agent, request } from "node:http";
import { dice, makeEvent } from "./events.ts";

const [
  url = "",
  key = "",
  mode = "batches",
  events = "1000",
  connections = "16",
  size = "100",
  run = "r",
  seed = "1",
] = process.argv.slice(2);
const target = new URL(url);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = {
  "content-type": "application/json",
  authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
};

function post(path: string, body: Buffer): Promise<number> {
  const start = performance.now();
  return new Promise((done, fail) => {
    const asked = request(
      {
        agent,
        host: target.hostname,
        port: target.port,
        path,
        method: "POST",
        headers: { ...headers, "content-length": body.length },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          answer.statusCode === 200
            ? done(performance.now() - start)
            : fail(new Error(`answered ${answer.statusCode}`)),
        );
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}

const roll = dice(Number(seed));
const perRequest = mode === "batches" ? Number(size) : 1;
const start = Date.now() - 86_400_000;
const bodies = Array.from({ length: Math.ceil(Number(events) / perRequest) }, (_, i) => {
  const list = Array.from({ length: perRequest }, (_, j) => makeEvent(roll, run, start + i * 20 + j));
  return Buffer.from(JSON.stringify(mode === "batches" ? { batch: list } : list[0]));
});
const path = mode === "empty" ? "/empty" : mode === "batches" ? "/v1/batch" : "/v1/track";
const sentTo = (i: number) =>
  mode === "singles" && bodies[i]?.includes('"type":"identify"') ? "/v1/identify" : path;
const times: number[] = [];
let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    for (let i = next++; i < bodies.length; i = next++)
      times.push(await post(sentTo(i), bodies[i] ?? Buffer.alloc(0)));
  }),
);
const seconds = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
console.log(
  JSON.stringify({
    events: bodies.length * perRequest,
    seconds,
    rate: (bodies.length * perRequest) / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }),
);
process.exit(0);
