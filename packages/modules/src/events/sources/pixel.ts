// The one-pixel image: clients that cannot post ask for a picture and put the event into its address.
import { fromBase64, fromJson, type Json, record } from "./json.ts";
import type { Answer } from "./source.ts";

const gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Always the picture: a mail or a page must not show a broken image because an event was odd. */
export function picture(): Answer {
  return { status: 200, body: Buffer.from(gif, "base64"), contentType: "image/gif" };
}

/** The event in the address: whole in `data` (base64 or plain JSON), or spread out as `properties.subject=…`. */
export function pixelBody(query: Readonly<Record<string, string>>): Json {
  const whole = record(fromJson(fromBase64(query["data"]))) ?? record(fromJson(query["data"]));
  return whole ?? nest(Object.entries(query), 1);
}

/** `a.b=1` to `{ a: { b: 1 } }`, to a depth nobody needs more than. */
function nest(entries: readonly (readonly [string, unknown])[], depth: number): Json {
  const plain = entries.filter(([key]) => !splits(key, depth));
  const groups = Map.groupBy(
    entries.filter(([key]) => splits(key, depth)),
    ([key]) => key.slice(0, key.indexOf(".")),
  );
  const nested = [...groups].map(([name, inner]) => {
    const tails = inner.map(([key, value]) => [key.slice(name.length + 1), value] as const);
    return [name, nest(tails, depth + 1)] as const;
  });
  return Object.fromEntries([...nested, ...plain]);
}

function splits(key: string, depth: number): boolean {
  return depth < 8 && /^[^.]+\../.test(key);
}
