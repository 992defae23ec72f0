// Where clients put a write key in a request's headers.
import { fromBase64, text } from "./json.ts";

/** What `Authorization: Basic` carries, decoded: `user:password`. */
export function basic(header: string | undefined): string | undefined {
  const found = /^basic\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
  return text(fromBase64(found));
}

/** Segment and RudderStack send the write key as user name with an empty password. */
export function basicUser(header: string | undefined): string | undefined {
  return text(basic(header)?.split(":", 1)[0]);
}

export function bearer(header: string | undefined): string | undefined {
  return text(/^bearer\s+(\S+)\s*$/i.exec(header ?? "")?.[1]);
}
