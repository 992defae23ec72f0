// PostHog's capture wire: /batch/ and /e/ with the key in the body, and the newer one with a bearer key.
import { fromBase64, fromJson, isoOfMillis, type Json, list, present, record, text } from "../json.ts";
import { bearer } from "../keys.ts";
import { type Door, type Knock, type Letter, lastPart, type SourceKind } from "../source.ts";
import { asked } from "./posthog.answers.ts";
import { readEvent } from "./posthog.event.ts";

const post = (url: string): Door => ({ method: "POST", url });
const get = (url: string): Door => ({ method: "GET", url });

/** Newer clients end the path with a slash, older ones and proxies do not. */
const doors: readonly Door[] = [
  ...[
    "/batch",
    "/capture",
    "/e",
    "/i/v0/e",
    "/i/v0/ai/batch",
    "/i/v1/analytics/events",
    "/flags",
    "/decide",
  ].flatMap((url) => [post(url), post(`${url}/`)]),
  get("/flags/definitions"),
  get("/array/:token/config"),
  get("/api/surveys/"),
];

/** The newer wire has no key in the body and names its client and its hour in headers. */
function isBearerWire(knock: Knock): boolean {
  return knock.url.startsWith("/i/v1/");
}

function eventsIn(body: unknown): readonly unknown[] {
  const outer = record(body);
  const sealed =
    outer && outer["event"] === undefined && outer["batch"] === undefined ? text(outer["data"]) : undefined;
  const opened = sealed === undefined ? undefined : (fromJson(fromBase64(sealed)) ?? fromJson(sealed));
  const inner = opened === undefined ? body : opened;
  return list(inner) ?? list(record(inner)?.["batch"]) ?? [inner];
}

function keyIn(part: Json | undefined): string | undefined {
  return text(part?.["api_key"]) ?? text(part?.["token"]) ?? text(part?.["$token"]);
}

function sentAtOf(knock: Knock, outer: Json | undefined): unknown {
  const stamped = knock.headers["posthog-request-timestamp"] ?? outer?.["created_at"];
  return outer?.["sent_at"] ?? stamped ?? isoOfMillis(text(knock.query["_"]));
}

/** The newer wire says the client's name once, in a header: `posthog-node/5.70.0`. */
function libraryOf(knock: Knock): Json | undefined {
  const [name, version] = (knock.headers["posthog-sdk-info"] ?? "").split("/");
  return name ? present({ name, version }) : undefined;
}

export const posthog: SourceKind = {
  kind: "posthog",
  packs: true,
  doors,

  keyOf(knock, body) {
    if (isBearerWire(knock)) return bearer(knock.headers["authorization"]) ?? keyIn(record(body));
    const first = record(eventsIn(body)[0]);
    return (
      keyIn(record(body)) ??
      keyIn(first) ??
      text(record(first?.["properties"])?.["token"]) ??
      text(knock.query["api_key"]) ??
      text(knock.query["token"]) ??
      text(knock.params["token"])
    );
  },

  read(knock, body): Letter {
    if (asked(knock)) return { messages: [], came: [] };
    const outer = record(body);
    const sentAt = sentAtOf(knock, outer);
    const given = { sentAt, library: libraryOf(knock), migration: outer?.["historical_migration"] === true };
    const came = eventsIn(body);
    const messages = came.map((raw) => readEvent(raw, given));
    const library = text(record(record(record(messages[0])?.["context"])?.["library"])?.["name"]);
    return { messages, came, ...present({ sentAt }), ...(library && { library }) };
  },

  answer(_outcome, knock) {
    // The newer wire asks for one verdict an event; one left out counts as taken, and parked ones are taken.
    if (lastPart(knock.url) === "events") return { status: 200, body: { results: {} } };
    const body = asked(knock);
    return body && { status: 200, body };
  },
};
