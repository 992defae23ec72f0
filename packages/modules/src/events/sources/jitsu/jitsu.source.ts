// Jitsu's client: Segment's messages on its own paths, one message a request.
import { present, record, text } from "../json.ts";
import { basic } from "../keys.ts";
import { type Knock, lastPart, type SourceKind } from "../source.ts";
import { batchLetter, calls, specLetter } from "../spec.ts";

/** The body's copy of the key has its secret replaced by stars: that is no key. */
function unmasked(key: unknown): string | undefined {
  const found = text(key);
  return found?.endsWith("***") ? undefined : found;
}

/** What the sender asked us to do with the address it called from. */
function ipPolicy(knock: Knock): Record<string, unknown> {
  const policy = text(knock.headers["x-ip-policy"]);
  return present({ ipPolicy: policy === "keep" ? undefined : policy });
}

export const jitsu: SourceKind = {
  kind: "jitsu",
  doors: [
    // `:type` is a call, its letter, `event` (the body names its type) or `batch`; s2s is the same from a server.
    { method: "POST", url: "/api/s/:type" },
    { method: "POST", url: "/api/s/s2s/:type" },
  ],

  // A Jitsu key is `id:secret`. The whole is returned: the part before the colon says which key, both say that it is meant.
  keyOf(knock, body) {
    return (
      text(basic(knock.headers["authorization"])?.replace(/:$/, "")) ??
      text(knock.headers["x-write-key"]) ??
      text(knock.query["writekey"] ?? knock.query["writeKey"]) ??
      unmasked(record(body)?.["writeKey"])
    );
  },

  read(knock, body) {
    const call = lastPart(knock.url);
    const added = ipPolicy(knock);
    return call === "batch" ? batchLetter(body, added) : specLetter(body, calls.get(call), added);
  },
};
