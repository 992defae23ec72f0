// The retailer's own systems at doors of ours: Basic authentication, the key as the user name, as their event clients do.
import type { Caller } from "@somlos/kernel/http";
import type { Keyring } from "@somlos/modules/access";

type Request = {
  readonly headers: { readonly authorization?: string | undefined };
  readonly url: string;
};

/** Who knocks with a key under `/v1/`; undefined: nobody does. */
export function keyCaller(keyring: Pick<Keyring, "find">, { headers, url }: Request): Caller | undefined {
  if (!url.startsWith("/v1/")) return undefined;
  const basic = /^basic\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (basic === undefined) return undefined;
  const [text = ""] = Buffer.from(basic, "base64").toString("utf8").split(":", 1);
  const found = keyring.find(text);
  return found === undefined
    ? undefined
    : { kind: "key", keyId: found.keyId, trust: found.trust, sourceId: found.sourceId };
}
