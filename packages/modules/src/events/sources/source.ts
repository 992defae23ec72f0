// What a source kind is: a pure reader of one client family's requests. It knows no clock, no database, no server.

/** One request as the server saw it. `url` is the path only; header names are lower case. */
export type Knock = {
  method: "GET" | "POST";
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string>>;
  params: Readonly<Record<string, string>>;
};

/**
 * One message in the canonical shape: Segment's own, with these words more. Values are still unchecked JSON.
 * - `distinctId`: PostHog's one id for a device or a person; `distinctIds`: two of them said to be the same.
 * - `traitsOnce`: traits that count only where nothing is known yet.
 * - `claimNeeds: "server"`: what it claims may only be believed from a secret key.
 * - `refuse`: a code of the parked reasons; the message must be parked with it, whatever else it says.
 * - `context.unmapped`: what the client sent and the shape has no place for.
 * - `context.ipPolicy`: "remove" or "stripLastOctet": what the client asked us to do with the address it called from.
 */
export type Message = Record<string, unknown>;

/** What one request carried. A part that is no message at all stays as it came, for the parser to park. */
export type Letter = {
  messages: readonly unknown[];
  /** The messages before they were read, one each, so that a retry is known again when a reader has changed meanwhile. */
  came: readonly unknown[];
  sentAt?: unknown;
  library?: string;
};

export type Door = { method: "GET" | "POST"; url: string };

export type Outcome = { accepted: number; duplicates: number; parked: number };

export type Answer = { status: number; body: unknown; contentType?: string };

export type SourceKind = {
  kind: string;
  /** Fastify url patterns. Some end with a slash and some do not: both are the clients' own. */
  doors: readonly Door[];
  /** Its clients pack events, or parts of them, into a text of their own (base64): the body's text does not show what is inside. */
  packs?: true;
  /** The key, looked for in the order of the client's own server. */
  keyOf(knock: Knock, body: unknown): string | undefined;
  /** Total: any JSON gives a letter, the same one each time; the input is never changed. */
  read(knock: Knock, body: unknown): Letter;
  /** Only where the client needs another answer than ours; undefined means ours. */
  answer?(outcome: Outcome, knock: Knock): Answer | undefined;
};

/** The last part of a path: it names the call in every family we read. */
export function lastPart(url: string): string {
  return url.split("/").findLast((part) => part !== "") ?? "";
}
