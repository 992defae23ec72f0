// The browser's side of every door: what is sent, and what a "no" that came back says. Studio and shop knock with it.
import type { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import type { Language } from "./refusal.ts";

/** A "no" that came back: `code` and `sentence` are the server's, in the language of the page. Status 0: nobody answered. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  /** Empty when no server said anything (no network). */
  readonly sentence: string;
  readonly details: unknown;
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, sentence: string, details?: unknown, retryAfter?: number) {
    super(code);
    this.name = "Refused";
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

type Empty = Record<never, never>;
/** Absent when the endpoint declares none; optional when everything in it is; else required. */
type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { readonly [K in Name]?: undefined }
    : Empty extends z.input<Schema>
      ? { readonly [K in Name]?: z.input<Schema> }
      : { readonly [K in Name]: z.input<Schema> };

export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<"params", P> &
  Part<"query", Q> &
  Part<"body", B>;

export type Loose = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

const entries = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

/** `/api/people/:id` with its params filled in and its query behind it. */
export function addressOf(url: string, input: Loose): string {
  const given = new Map(entries(input.params));
  const path = url.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(given.get(name) ?? "")),
  );
  const query = new URLSearchParams();
  for (const [name, value] of entries(input.query)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

export type Knock = {
  readonly body?: unknown;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
};

/** With the cookies of our own origin. Throws what `fetch` throws when nobody answers. */
export function knock(method: string, url: string, { body, language, signal }: Knock): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": language };
  if (body !== undefined) headers["content-type"] = "application/json";
  return fetch(url, {
    method,
    headers,
    credentials: "same-origin",
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** What a refused answer says; a page from something in between (a proxy) has no code of ours. */
export async function refusedFrom(response: Response): Promise<Refused> {
  const told = new Map(entries(await response.json().catch(() => undefined)));
  const code = told.get("code");
  const sentence = told.get("sentence");
  const wait = Number(response.headers.get("retry-after"));
  return new Refused(
    response.status,
    typeof code === "string" ? code : `http.${response.status}`,
    typeof sentence === "string" ? sentence : "",
    told.get("details"),
    Number.isFinite(wait) && wait > 0 ? wait : undefined,
  );
}

/** The typed answer of an endpoint, or its "no". The server has proven its shape. */
export async function answerOf<A extends z.ZodType>(
  _endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, A>,
  response: Response,
): Promise<z.output<A>> {
  if (!response.ok) throw await refusedFrom(response);
  if (response.status === 204) return undefined as z.output<A>;
  return (await response.json()) as z.output<A>;
}
