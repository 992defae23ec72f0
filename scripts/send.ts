// npm run send -- event.json [--url http://localhost:3000] [--key KEY]: sends one event or a batch and says what became of it.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { keepSecrets, readConfig } from "@somlos/kernel/config";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string" }, key: { type: "string" } },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    "Say which file: npm run send -- event.json. It holds one event, a list of events, or { batch: [ … ] }.",
  );
  process.exit(1);
}
const config = readConfig();
const key = values.key ?? config.writeKey ?? (await keepSecrets(config.home)).writeKey;
const content: unknown = JSON.parse(await readFile(file, "utf8"));
const batch = Array.isArray(content) ? content : ((content as { batch?: unknown[] }).batch ?? [content]);
const answer = await fetch(
  `${values.url ?? config.publicUrl ?? `http://localhost:${config.port}`}/v1/batch`,
  {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    },
    body: JSON.stringify({ batch }),
  },
);
console.log(answer.status, JSON.stringify(await answer.json(), null, 2));
process.exit(answer.ok ? 0 : 1);
