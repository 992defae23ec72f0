// A request as it may be shown to whoever sets a source up: what says who may send is left out.
import { looksLikeCardNumber } from "@somlos/rules/identifiers";
import { clean } from "./parse/clean.rules.ts";

const SHOWN: ReadonlySet<string> = new Set([
  ...["content-type", "content-encoding", "content-length", "user-agent", "origin", "accept-language"],
  ...["x-retry-count", "posthog-sdk-info", "sp-anonymous", "x-ip-policy"],
]);
const KEYS: ReadonlySet<string> = new Set([
  "writekey",
  "write_key",
  "api_key",
  "apikey",
  "token",
  "$token",
  "identitytoken",
  "identity_token",
  "aid",
  "authorization",
  "password",
]);
const MOST = 65_536;

/** Only headers on the list: a new one that carries a secret is left out until somebody puts it there. */
export const shownHeaders = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      SHOWN.has(name) && value !== undefined ? [[name, value.slice(0, 500)]] : [],
    ),
  );

/** The codes among what was heard: of requests that were not taken, and of events that wait or are gone. */
export const codesOf = (
  answers: readonly { readonly code: string | null; readonly outcomes: readonly string[] }[],
): Set<string> =>
  new Set(
    answers
      .flatMap(({ code, outcomes }) => [
        code ?? "",
        ...outcomes.map((outcome) => outcome.split(" ")[1] ?? ""),
      ])
      .filter((code) => code !== ""),
  );

/** The body as text, keys replaced, card numbers masked, cut where it is long. */
export function shownBody(body: unknown): string {
  const text =
    JSON.stringify(clean(body, looksLikeCardNumber).value, (name, value: unknown) =>
      KEYS.has(name.toLowerCase()) && typeof value === "string" ? "•••" : value,
    ) ?? "";
  return text.length > MOST ? `${text.slice(0, MOST).toWellFormed()} …` : text;
}
