// The peer of one-event requests: a handler that does nothing but wait for the same kind of group commit.
import { GroupCommit, openDatabase, room } from "@somlos/kernel/db";
import Fastify from "fastify";

const [url = "", port = "0"] = process.argv.slice(2);
const db = openDatabase(url);
const { sql } = room("bench");
const ONE_ROW = sql`insert into bench.commits (n) values ($1)`;
const commit = new GroupCommit<Buffer, true>({
  db,
  actor: { kind: "system", id: "bench" },
  lines: 2,
  most: 1200,
  queueMost: 20_000,
  first: async () => undefined,
  async flush(work, items) {
    await work.tx.run(ONE_ROW, [items.length]);
    return { outcomes: items.map(() => true as const) };
  },
  putAway: (_work, _item, error) => Promise.reject(error),
});
const app = Fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
app.post("/empty", async (request) => {
  await commit.submit([request.body as Buffer]);
  return { success: true };
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("listening");
