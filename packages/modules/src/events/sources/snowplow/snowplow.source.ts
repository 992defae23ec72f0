// Snowplow's tracker protocol: many events in a POST, one in the address of a pixel.
import { list, record, text } from "../json.ts";
import { picture } from "../pixel.ts";
import type { Knock, Letter, SourceKind } from "../source.ts";
import { readEvent } from "./snowplow.event.ts";

function eventsIn(knock: Knock, body: unknown): readonly unknown[] {
  if (knock.method === "GET") return [knock.query];
  return list(record(body)?.["data"]) ?? list(body) ?? [body];
}

export const snowplow: SourceKind = {
  kind: "snowplow",
  packs: true,
  doors: [
    { method: "POST", url: "/com.snowplowanalytics.snowplow/tp2" },
    { method: "GET", url: "/i" },
  ],

  // The protocol has no key: the app id stands for it. A tracker with custom headers may send a real one.
  keyOf(knock, body) {
    return text(knock.headers["x-write-key"]) ?? text(record(eventsIn(knock, body)[0])?.["aid"]);
  },

  read(knock, body): Letter {
    // `SP-Anonymous` asks the receiver not to keep the address the request came from.
    const added = text(knock.headers["sp-anonymous"]) ? { ipPolicy: "remove" } : {};
    const came = eventsIn(knock, body);
    const messages = came.map((raw) => readEvent(raw, added));
    const first = record(messages[0]);
    const library = text(record(record(first?.["context"])?.["library"])?.["name"]);
    const sentAt = first?.["sentAt"];
    return { messages, came, ...(sentAt !== undefined && { sentAt }), ...(library && { library }) };
  },

  answer(_outcome, knock) {
    return knock.method === "GET" ? picture() : undefined;
  },
};
