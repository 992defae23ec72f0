// The door to the server: an endpoint of the contract and its input in, its typed answer out.
import type { Endpoint } from "@somlos/contract";
import { addressOf, answerOf, type Input, knock, type Loose, Refused } from "@somlos/contract/client";
import { currentLanguage } from "@somlos/look/language";
import type { z } from "zod";

export { Refused } from "@somlos/contract/client";

export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, ...given: Given<Input<P, Q, B>>): Promise<z.output<A>> {
  const input: Loose = given[0] ?? {};
  const response = await knock(endpoint.method, addressOf(endpoint.url, input), {
    body: input.body,
    language: currentLanguage(),
  }).catch(() => {
    throw new Refused(0, "network.away", "");
  });
  return answerOf(endpoint, response);
}

/** Left out where the endpoint asks for nothing. */
type Given<I> = Record<never, never> extends I ? [input?: I] : [input: I];
