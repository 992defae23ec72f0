// Values that many programs send and that point to nobody. A retailer's own list comes with the room's settings.
import type { IdentifierKind } from "../told.rules.ts";

const EMPTY_WORDS = new Set([
  "null",
  "undefined",
  "none",
  "nil",
  "nan",
  "unknown",
  "n/a",
  "na",
  "-",
  "guest",
  "anonymous",
  "anonymousid",
  "anonymous_id",
  "userid",
  "user_id",
  "distinct_id",
  "true",
  "false",
  "[object object]",
  "not_authenticated",
  "unidentified",
  "default",
  "0",
  "-1",
  "ukjent",
  "okänd",
  "ukendt",
  "gäst",
  "gæst",
]);
const ONE_CHARACTER = /^(.)\1*$/u;
const TEST_MAIL =
  /^(test|example|noreply|no-reply|none|null|anonymous|asdf|a|x)@(test|example|none|null|mail|a|x)\.|@example\.invalid$/;
const CHOSEN_BY_MACHINES: ReadonlySet<IdentifierKind> = new Set([
  "login",
  "visitor",
  "distinct_id",
  "device",
  "order",
  "receipt",
  "club_card",
  "card_token",
]);

/** True when a normalised value says nothing about anybody. */
export function isMeaningless(kind: IdentifierKind, value: string): boolean {
  const word = value.toLowerCase();
  if (EMPTY_WORDS.has(word)) return true;
  if (kind === "email") return TEST_MAIL.test(word);
  if (kind === "phone") return ONE_CHARACTER.test(word.slice(-7)) || word.endsWith("1234567");
  if (!CHOSEN_BY_MACHINES.has(kind)) return false;
  const bare = word.replace(/[-_\s.]/g, "");
  return bare.length === 0 || (bare.length > 3 && ONE_CHARACTER.test(bare));
}
