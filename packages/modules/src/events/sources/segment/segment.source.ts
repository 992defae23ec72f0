// Segment's HTTP API, as its node and browser clients and all of RudderStack's use it.
import { list, record, text } from "../json.ts";
import { basicUser } from "../keys.ts";
import { picture, pixelBody } from "../pixel.ts";
import { type Door, type Knock, lastPart, type SourceKind } from "../source.ts";
import { batchLetter, calls, specLetter } from "../spec.ts";
import { settings } from "./segment.settings.ts";

const batches: ReadonlySet<string> = new Set(["batch", "b", "import"]);

const doors: readonly Door[] = [
  // With a slash at the end too: a client whose host ends with one writes it so.
  ...[...batches, ...calls.keys()].flatMap((call) => [
    { method: "POST", url: `/v1/${call}` } as const,
    { method: "POST", url: `/v1/${call}/` } as const,
  ]),
  // RudderStack's browser client leaves a page with sendBeacon, which cannot set headers: the key is in the query.
  { method: "POST", url: "/beacon/v1/batch" },
  // The browser client's own counters; we read nothing from them, but a 404 makes it complain.
  { method: "POST", url: "/v1/m" },
  { method: "GET", url: "/v1/projects/:key/settings" },
  ...["track", "page", "screen", "identify", "group", "alias"].map(
    (call) => ({ method: "GET", url: `/v1/pixel/${call}` }) as const,
  ),
  { method: "GET", url: "/pixel/v1/track" },
  { method: "GET", url: "/pixel/v1/page" },
];

function isPixel(knock: Knock): boolean {
  return knock.method === "GET" && /^\/(v1\/pixel|pixel\/v1)\//.test(knock.url);
}

function isSettings(knock: Knock): boolean {
  return knock.method === "GET" && lastPart(knock.url) === "settings";
}

function keyIn(body: unknown): string | undefined {
  const outer = record(body);
  const first = record(list(outer?.["batch"])?.[0] ?? list(body)?.[0]);
  return text(outer?.["writeKey"]) ?? text(first?.["writeKey"]);
}

export const segment: SourceKind = {
  kind: "segment",
  doors,

  keyOf(knock, body) {
    if (isSettings(knock)) return text(knock.params["key"]);
    return (
      basicUser(knock.headers["authorization"]) ??
      text(knock.headers["x-write-key"]) ??
      text(knock.query["writeKey"]) ??
      keyIn(isPixel(knock) ? pixelBody(knock.query) : body)
    );
  },

  read(knock, body) {
    const call = lastPart(knock.url);
    if (isSettings(knock) || call === "m") return { messages: [], came: [] };
    if (isPixel(knock)) return specLetter(pixelBody(knock.query), calls.get(call));
    return batches.has(call) ? batchLetter(body) : specLetter(body, calls.get(call));
  },

  answer(_outcome, knock) {
    if (isSettings(knock)) return settings(knock);
    return isPixel(knock) ? picture() : undefined;
  },
};
