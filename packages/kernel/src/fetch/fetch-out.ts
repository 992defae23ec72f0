// Files fetched from elsewhere. The name is resolved at the moment of connecting, every address it leads to is looked at, and it is
// that very address which is called: a name that leads elsewhere a moment later leads nowhere. So at every redirect.
import { lookup as resolve } from "node:dns/promises";
import { type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Refusal } from "@somlos/contract";
import { OwnNet } from "./addresses.ts";
import { unpacked } from "./unpack.ts";

const MOST_REDIRECTS = 5;
const IDLE_MS = 60_000;
const MOST_MS = 4 * 3_600_000;
const MOST_BYTES = 4 * 1024 ** 3;

export type Resolved = { readonly address: string; readonly family: number };
export type FetchHouse = {
  /** Names, addresses and nets of the retailer's own that may be called, also without TLS. */
  readonly inner: readonly string[];
  readonly resolve?: (name: string) => Promise<readonly Resolved[]>;
  readonly idleMs?: number;
  readonly mostMs?: number;
  readonly mostBytes?: number;
};
export type FetchWish = {
  readonly address: string;
  /** `name:password`, said to the machine of this address only. */
  readonly login: string | null;
  /** What it said of the last file: the same again is not sent again. */
  readonly etag: string | null;
  readonly modified: string | null;
  /** Whoever wanted it stops. */
  readonly stopped?: AbortSignal;
};
export type Fetched =
  | { readonly kind: "same" }
  | {
      readonly kind: "file";
      readonly etag: string | null;
      readonly modified: string | null;
      readonly file: AsyncIterable<Uint8Array>;
    };

/** An address that may be called, as far as it can be told before its name is resolved. Throws fetch.address_bad, fetch.inner. */
export function addressIn({ inner }: Pick<FetchHouse, "inner">, text: string): URL {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") throw new Refusal("fetch.address_bad");
  const own = new OwnNet(inner);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !own.opens(host, host)) throw new Refusal("fetch.inner");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && own.lists(host)))
    throw new Refusal("fetch.address_bad");
  return url;
}
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

const inDns = (name: string): Promise<readonly Resolved[]> => resolve(name, { all: true });

/** Every address of a name must be open; that of one that is not is not called either. */
const pinned =
  ({ inner, resolve: find = inDns }: FetchHouse): LookupFunction =>
  (name, { all }, answer) => {
    const own = new OwnNet(inner);
    const host = name.replace(/\.$/, "");
    find(host).then(
      (found) => {
        const [first] = found;
        const closed = found.some(({ address }) => !own.opens(host, address));
        if (first === undefined) answer(new Refusal("fetch.no_name"), "");
        else if (closed) answer(new Refusal("fetch.inner"), "");
        else if (all === true) answer(null, [...found]);
        else answer(null, first.address, first.family);
      },
      (error: Error) => answer(error, ""),
    );
  };

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");
/** What went wrong, as a refusal that can be shown. */
function refusalOf(error: unknown, deadline: AbortSignal): Refusal {
  if (deadline.aborted) return new Refusal("fetch.too_slow");
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new Refusal("fetch.no_name");
  return new Refusal("fetch.unreachable", { detail: code });
}

type Call = { readonly url: URL; readonly headers: Record<string, string>; readonly deadline: AbortSignal };
function knock(house: FetchHouse, { url, headers, deadline }: Call): Promise<IncomingMessage> {
  const timeout = house.idleMs ?? IDLE_MS;
  const options = { agent: false, headers, lookup: pinned(house), timeout, signal: deadline } as const;
  return new Promise((tell, fail) => {
    const request = (url.protocol === "https:" ? secure : plain)(url, options, (answer) => {
      answer.setTimeout(timeout, () => answer.destroy(new Refusal("fetch.silent")));
      tell(answer);
    });
    request.on("timeout", () => request.destroy(new Refusal("fetch.silent")));
    request.on("error", (error) => fail(refusalOf(error, deadline)));
    request.end();
  });
}

function headersOf(wish: FetchWish, own: boolean): Record<string, string> {
  return {
    ...{ accept: "*/*", "accept-encoding": "gzip", "user-agent": "Somlos" },
    ...(wish.etag === null ? {} : { "if-none-match": wish.etag }),
    ...(wish.modified === null ? {} : { "if-modified-since": wish.modified }),
    ...(own && wish.login !== null
      ? { authorization: `Basic ${Buffer.from(wish.login).toString("base64")}` }
      : {}),
  };
}

async function* fileIn(
  answer: IncomingMessage,
  house: FetchHouse,
  deadline: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* unpacked(answer, house.mostBytes ?? MOST_BYTES);
  } catch (error) {
    if (deadline.aborted) throw new Refusal("fetch.too_slow");
    const cut = codeOf(error) === "ECONNRESET" || codeOf(error) === "Z_BUF_ERROR";
    if (cut) throw new Refusal("fetch.cut");
    throw codeOf(error).startsWith("Z_") ? new Refusal("imports.file_not_readable") : error;
  } finally {
    answer.destroy();
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Whoever answers otherwise says so by a number; the most usual ones have words of their own. */
function noOf(status: number): Refusal {
  if (status === 401 || status === 403) return new Refusal("fetch.denied", { detail: String(status) });
  if (status === 404 || status === 410) return new Refusal("fetch.gone", { detail: String(status) });
  return new Refusal("fetch.answered", { detail: String(status) });
}

/** What an answer comes to; an address: it leads on there. */
function readAnswer(house: FetchHouse, wish: FetchWish, { url, deadline }: Call, answer: IncomingMessage) {
  const { statusCode: status = 0, headers } = answer;
  if (status === 200) {
    const [etag, modified] = [headers.etag ?? null, headers["last-modified"] ?? null];
    return { kind: "file", etag, modified, file: fileIn(answer, house, deadline) } as const;
  }
  answer.destroy();
  if (status === 304 && (wish.etag ?? wish.modified) !== null) return { kind: "same" } as const;
  if (!REDIRECTS.has(status)) throw noOf(status);
  const next = URL.parse(headers.location ?? "", url);
  if (next === null) throw new Refusal("fetch.address_bad");
  return addressIn(house, next.href);
}

/** The file at an address, as it comes; or that it is the one that was fetched last. Throws refusals of fetch. */
export async function fetchOut(house: FetchHouse, wish: FetchWish): Promise<Fetched> {
  const inTime = AbortSignal.timeout(house.mostMs ?? MOST_MS);
  const deadline = wish.stopped === undefined ? inTime : AbortSignal.any([inTime, wish.stopped]);
  const first = addressIn(house, wish.address);
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const call = { url, headers: headersOf(wish, url.origin === first.origin), deadline };
    const found = readAnswer(house, wish, call, await knock(house, call));
    if (!(found instanceof URL)) return found;
    url = found;
  }
  throw new Refusal("fetch.redirects");
}
