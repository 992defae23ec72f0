// The door to the server: an endpoint of the contract and its input in, its typed answer out.
import type { Endpoint } from "@somlos/contract";
import { currentLanguage } from "@somlos/look/language";
import type { z } from "zod";

/** A "no" that came back, in the language of the page; status 0: nobody answered. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  readonly details: unknown;
  constructor(status: number, code: string, sentence: string, details?: unknown) {
    super(code);
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.details = details;
  }
}

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params?: z.input<P>;
  readonly query?: z.input<Q>;
  readonly body?: z.input<B>;
};

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

export function addressOf(url: string, params: unknown, query: unknown): string {
  const given = new Map(entriesOf(params));
  const path = url.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(given.get(name) ?? "")),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) if (value !== undefined) asked.set(name, String(value));
  return asked.size === 0 ? path : `${path}?${asked}`;
}

async function refusedFrom(response: Response): Promise<Refused> {
  const told = new Map(entriesOf(await response.json().catch(() => undefined)));
  const text = (name: string) => (typeof told.get(name) === "string" ? String(told.get(name)) : "");
  return new Refused(
    response.status,
    text("code") || `http.${response.status}`,
    text("sentence"),
    told.get("details"),
  );
}

export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, input: Input<P, Q, B> = {}): Promise<z.output<A>> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": currentLanguage(),
  };
  if (input.body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(addressOf(endpoint.url, input.params, input.query), {
    method: endpoint.method,
    headers,
    credentials: "same-origin",
    body: input.body === undefined ? null : JSON.stringify(input.body),
  }).catch(() => {
    throw new Refused(0, "network.away", "");
  });
  if (!response.ok) throw await refusedFrom(response);
  if (response.status === 204) return undefined as z.output<A>;
  return (await response.json()) as z.output<A>;
}
