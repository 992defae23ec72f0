// The door to the server: takes an endpoint of the contract and its input, gives its typed answer.
import type { Endpoint } from "@somlos/contract";
import { currentLanguage } from "@somlos/look/language";
import type { z } from "zod";
import { networkAnswered, networkFailed } from "./network.ts";
import { sayWhy } from "./why.ts";

/** A "no" that came back: `code` and `sentence` are the server's, in the language of the screen. */
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

type Loose = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

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

export async function ask(
  method: string,
  url: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": currentLanguage(),
  };
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    const response = await fetch(url, {
      method,
      headers,
      credentials: "same-origin",
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
    networkAnswered();
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    networkFailed();
    throw new Refused(0, "network.away", "");
  }
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

const ended = new Set<() => void>();
/** The session ended while somebody worked: told once a refused call. */
export function whenSessionEnds(listener: () => void): () => void {
  ended.add(listener);
  return () => ended.delete(listener);
}

export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, input: Input<P, Q, B>, signal?: AbortSignal): Promise<z.output<A>> {
  const loose: Loose = input;
  const go = () => ask(endpoint.method, addressOf(endpoint.url, loose), loose.body, signal);
  let response = await go();
  if (response.status === 403) response = (await goOn(response.clone(), go)) ?? response;
  if (response.status === 401) for (const tell of ended) tell();
  if (!response.ok) throw await refusedFrom(response);
  if (response.status === 204) return undefined as z.output<A>;
  return (await response.json()) as z.output<A>;
}

/** The same call once more, when only the reason was missing and it was given. */
async function goOn(response: Response, go: () => Promise<Response>): Promise<Response | undefined> {
  const { code, details } = await refusedFrom(response);
  if (code !== "people.reason_needed") return undefined;
  const { personId } = Object(details) as { readonly personId?: unknown };
  return (await sayWhy(personId)) ? go() : undefined;
}
