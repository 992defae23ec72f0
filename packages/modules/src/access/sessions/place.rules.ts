// Where the installation lives for browsers: its own origins, its cookie, the domain of its passkeys. Pure.
import { Refusal } from "@somlos/contract";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export type Place = {
  /** SOMLOS_URL without a closing slash: links begin with it. */
  readonly url: string;
  /** Origins of our own pages. */
  readonly origins: readonly string[];
  readonly cookie: { readonly name: string; readonly secure: boolean };
  /** Domain that passkeys are bound to; none when we live at a bare network address. */
  readonly passkeyDomain: string | undefined;
};

const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);
const BARE_ADDRESS = /^(\[|\d+\.\d+\.\d+\.\d+$)/;

/** On this machine without TLS browsers drop Secure cookies, so a plain one stands in; everywhere else `__Host-`. */
export function placeOf(publicUrl: string | undefined, port: number): Place {
  const url = new URL(publicUrl ?? `http://localhost:${port}`);
  const plain = url.protocol === "http:" && LOCAL.has(url.hostname);
  const suffix = url.port === "" ? "" : `:${url.port}`;
  return {
    url: `${url.origin}${url.pathname.replace(/\/+$/, "")}`,
    origins: plain ? [...LOCAL].map((host) => `http://${host}${suffix}`) : [url.origin],
    cookie: plain ? { name: "somlos", secure: false } : { name: "__Host-somlos", secure: true },
    passkeyDomain: BARE_ADDRESS.test(url.hostname) ? undefined : url.hostname,
  };
}

export const headerOf = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export const cookieOf = (headers: Headers, place: Place): string | undefined =>
  headerOf(headers, "cookie")
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${place.cookie.name}=`))
    ?.slice(place.cookie.name.length + 1);

const attributes = (place: Place, seconds: number): string =>
  `Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${place.cookie.secure ? "; Secure" : ""}`;

export const sessionCookie = (place: Place, token: string, seconds: number): string =>
  `${place.cookie.name}=${token}; ${attributes(place, seconds)}`;
export const endedCookie = (place: Place): string => `${place.cookie.name}=; ${attributes(place, 0)}`;

const reads = new Set(["GET", "HEAD", "OPTIONS"]);
const isJson = (headers: Headers): boolean =>
  /^application\/json\s*(;|$)/i.test(headerOf(headers, "content-type") ?? "");

/** A body, where there is one, must be JSON: forms of other sites can send everything else. */
const carriesOther = (headers: Headers): boolean => {
  const length = headerOf(headers, "content-length") ?? "0";
  const body = length !== "0" || headerOf(headers, "transfer-encoding") !== undefined;
  return (body || headerOf(headers, "content-type") !== undefined) && !isJson(headers);
};

/** Sign-in and everything else that sets our cookie: no other site's page may cause it. */
export function refuseForeignPage(headers: Headers, place: Place): void {
  const origin = headerOf(headers, "origin");
  if (origin !== undefined && !place.origins.includes(origin)) throw new Refusal("door.foreign_origin");
}

/** What the body of a changing request may be: JSON, or at the doors that take files, the bytes of a file. */
export type Takes = "json" | "file";

/**
 * A file is sent as `application/octet-stream`: no form can name that type, and another site's script may send it only
 * after a preflight, which our API never answers.
 */
const carriesFile = (headers: Headers): boolean =>
  /^application\/octet-stream$/i.test(headerOf(headers, "content-type") ?? "");

/** Browsers say from where a request was caused, where they can; a page cannot change it. */
const causedElsewhere = (headers: Headers): boolean =>
  !["same-origin", undefined].includes(headerOf(headers, "sec-fetch-site"));

/** A change made with a session comes from our own pages, says so, and is JSON or a file; a read needs neither. */
export function refuseForeignChange(
  request: { readonly method: string; readonly headers: Headers },
  place: Place,
  takes: Takes = "json",
): void {
  if (reads.has(request.method.toUpperCase())) return;
  const { headers } = request;
  const origin = headerOf(headers, "origin");
  const odd = takes === "file" ? !carriesFile(headers) : carriesOther(headers);
  if (origin === undefined || !place.origins.includes(origin) || causedElsewhere(headers) || odd)
    throw new Refusal("door.foreign_origin");
}
