// Sources of the demo's own, so that everything it sends can be told apart and taken away again: one for what browsers and
// apps say, one for tills, mail and desk.
import type { Door, Json } from "../life/way.rules.ts";
import { CannotGoOn, call, type House, type Keys, keyWorks } from "./doors.ts";

const OURS = {
  public: { name: "Almvik: web and app", channel: "web" },
  server: { name: "Almvik: tills, mail and desk", channel: "server" },
} as const satisfies Record<Door, Json>;

async function must(answer: ReturnType<typeof call>, what: string): Promise<Json> {
  const { status, body } = await answer;
  if (status === 200) return body;
  throw new CannotGoOn(
    `${what} was answered with ${status}: ${String(body["sentence"] ?? "no reason given")}`,
  );
}

/** The number of our source, made when it is not there: its number is part of what counts as the same message. */
async function sourceFor(house: House, door: Door, known: readonly Json[]): Promise<number> {
  const { name, channel } = OURS[door];
  const there = known.find((source) => source["kind"] === "demo" && source["name"] === name);
  const id =
    there?.["id"] ??
    (await must(call(house, "POST", "/api/sources", { name, kind: "demo", channel }), "A new source"))["id"];
  if (typeof id !== "number") throw new CannotGoOn("The server named no number for the demo's source.");
  return id;
}

async function freshKey(house: House, door: Door, known: readonly Json[]): Promise<string> {
  const sourceId = await sourceFor(house, door, known);
  const { text } = await must(
    call(house, "POST", "/api/keys", { sourceId, name: OURS[door].name, trust: door }),
    "A new key",
  );
  if (typeof text !== "string") throw new CannotGoOn("The server named no key for the demo's source.");
  return text;
}

/**
 * Keys for the demo's own sources: those kept, while the house takes them, else fresh ones. Without the admin token, and
 * in a house whose sources cannot be made, the demo comes in by the keys given.
 */
export async function ownKeys(
  house: House,
  kept: Keys | undefined,
  say: (line: string) => void,
): Promise<Keys | undefined> {
  if (
    kept !== undefined &&
    (await keyWorks(house.url, kept.public)) &&
    (await keyWorks(house.url, kept.server))
  )
    return kept;
  const { status, body } = await call(house, "GET", "/api/sources");
  if (status !== 200) {
    say(
      "Without the admin token the demo gets no sources of its own; it comes in by the ordinary keys and cannot be taken away alone.",
    );
    return undefined;
  }
  const known = Array.isArray(body["items"]) ? (body["items"] as Json[]) : [];
  return { public: await freshKey(house, "public", known), server: await freshKey(house, "server", known) };
}
