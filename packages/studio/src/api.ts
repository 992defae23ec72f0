// The door to the server: takes an endpoint of the contract and its input, gives its typed answer.
import type { Endpoint } from "@somlos/contract";
import {
  addressOf,
  answerOf,
  type Input,
  knock,
  type Loose,
  Refused,
  refusedFrom,
} from "@somlos/contract/client";
import { currentLanguage } from "@somlos/look/language";
import type { z } from "zod";
import { networkAnswered, networkFailed } from "./network.ts";
import { sayWhy } from "./why.ts";

export { Refused } from "@somlos/contract/client";

export async function ask(
  method: string,
  url: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  try {
    const response = await knock(method, url, { body, language: currentLanguage(), signal });
    networkAnswered();
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    networkFailed();
    throw new Refused(0, "network.away", "");
  }
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
  return answerOf(endpoint, response);
}

/** The same call once more, when only the reason was missing and it was given. */
async function goOn(response: Response, go: () => Promise<Response>): Promise<Response | undefined> {
  const { code, details } = await refusedFrom(response);
  if (code !== "people.reason_needed") return undefined;
  const { personId } = Object(details) as { readonly personId?: unknown };
  return (await sayWhy(personId)) ? go() : undefined;
}
