// The load generator, a process of its own: node load.ts URL KEY batches|singles EVENTS CONNECTIONS BATCH RUN SEED MIX
// It speaks HTTP over bare sockets, so that what is measured on a small machine is the server and not its client: one request
// in flight a connection, every answer read to its end, anything but a 200 ends the run.
import { connect } from "node:net";
import { dice, mixes } from "./events.ts";

const [
  url = "",
  key = "",
  mode = "batches",
  events = "1000",
  connections = "16",
  size = "100",
  run = "r",
  seed = "1",
  mix = "plain",
] = process.argv.slice(2);
const target = new URL(url);

function requestOf(path: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${target.host}`,
    "content-type: application/json",
    `authorization: Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    `content-length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]);
}

/** The length of the whole answer, once its head is there. */
function lengthOf(answer: string): number | undefined {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  if (!answer.startsWith("HTTP/1.1 200") || length === undefined)
    throw new Error(`answered ${answer.slice(0, 200)}`);
  return head + 4 + Number(length);
}

/** One connection: asks for the next request until there is none. */
function pump(next: () => Buffer | undefined, times: number[]): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(Number(target.port), target.hostname).setNoDelay(true);
    let began = 0;
    let answer = "";
    const ask = () => {
      const request = next();
      if (request === undefined) return void socket.end(done);
      began = performance.now();
      socket.write(request);
    };
    socket.on("connect", ask).on("error", fail);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      const length = lengthOf(answer);
      if (length === undefined || answer.length < length) return;
      answer = "";
      times.push(performance.now() - began);
      ask();
    });
  });
}

const makeEvent = mixes[mix];
if (makeEvent === undefined) throw new Error(`there is no mix ${mix}`);
const roll = dice(Number(seed));
const perRequest = mode === "batches" ? Number(size) : 1;
const start = Date.now() - 86_400_000;
const requests = Array.from({ length: Math.ceil(Number(events) / perRequest) }, (_, i) => {
  const list = Array.from({ length: perRequest }, (_, j) =>
    makeEvent(roll, run, start + i * 20 + j, i * perRequest + j),
  );
  const body = JSON.stringify(mode === "batches" ? { batch: list } : list[0]);
  const call = mode === "batches" ? "batch" : body.includes('"type":"identify"') ? "identify" : "track";
  return requestOf(mode === "empty" || mode === "nothing" ? `/${mode}` : `/v1/${call}`, body);
});
const times: number[] = [];
let at = 0;
const began = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, () => pump(() => requests[at++], times)));
const seconds = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
const sent = requests.length * perRequest;
console.log(
  JSON.stringify({
    events: sent,
    seconds,
    rate: sent / seconds,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
  }),
);
process.exit(0);
