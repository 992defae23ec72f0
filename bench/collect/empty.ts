// The peers of one-event requests: handlers that read nothing of what comes and answer after a group commit of the same kind.
// POST /empty commits the same rows for each request as an event does; POST /nothing one number for the whole flush.
import { GroupCommit, openDatabase, room, type Tx } from "@somlos/kernel/db";
import Fastify from "fastify";
import { PRODUCTION, rowsOf } from "./limit.ts";

const [url = "", port = "0"] = process.argv.slice(2);
const db = openDatabase(url);
const { sql } = room("bench");
const ONE_ROW = sql`insert into bench.commits (n) values ($1)`;
let flush = 50_000_000; // far from the numbers of the limit

const committing = (write: (tx: Tx, bodies: readonly Buffer[]) => Promise<unknown>) =>
  new GroupCommit<Buffer, true>({
    db,
    actor: { kind: "system", id: "bench" },
    lines: 2,
    most: 700,
    queueMost: 20_000,
    first: async () => undefined,
    flush: () => Promise.reject(new Error("never: it stands alone")),
    alone: (bodies) => async (tx) => {
      await write(tx, bodies);
      return bodies.map(() => true as const);
    },
    putAway: (_work, _item, error) => Promise.reject(error),
  });

const rows = committing((tx, bodies) => {
  const texts = bodies.map((body) => body.toString("utf8"));
  return tx.run(PRODUCTION, rowsOf(++flush, texts));
});
const one = committing((tx, bodies) => tx.run(ONE_ROW, [bodies.length]));

const app = Fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
for (const [path, commit] of [
  ["/empty", rows],
  ["/nothing", one],
] as const)
  app.post(path, async (request) => {
    await commit.submit([request.body as Buffer]);
    return { success: true };
  });
await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("listening");
