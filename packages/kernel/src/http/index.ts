// A door: an endpoint of the contract and the function behind it. The server binds doors to HTTP and checks who passes.
import type { Endpoint, Language, Permission, Role } from "@somlos/contract";
import type { z } from "zod";
import type { Database } from "../db/index.ts";

/** Who knocks, as proven by a key, a token or a session. */
export type Caller =
  | { readonly kind: "nobody" }
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly trust: "public" | "server";
      readonly sourceId: number;
    }
  | {
      readonly kind: "staff";
      readonly staffId: string;
      /** A colleague's session, or the installation's admin token. */
      readonly by: "session" | "token";
      readonly role: Role;
      readonly may: readonly Permission[];
    }
  | {
      /** A customer, by the identifier they have proven: who that is, identity says at each request. */
      readonly kind: "person";
      readonly sessionId: string;
      /** Fingerprint of the identifier. */
      readonly fp: string;
    };

export type Knock<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly caller: Caller;
  readonly language: Language;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
  /** Sets a header of the answer (cookies, caching, attachments). */
  header(name: string, value: string): void;
};

/** The things every door may use. */
export type House = { readonly db: Database };

export type Door<H extends House = House> = {
  readonly endpoint: Endpoint;
  readonly open: (house: H, knock: Knock<never, never, never>) => Promise<unknown>;
};

type Inferred<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined;

/** Ties an endpoint to its function; input and answer have the types of the contract. */
export function handle<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  H extends House = House,
>(
  endpoint: Endpoint<P, Q, B, A>,
  open: (house: H, knock: Knock<Inferred<P>, Inferred<Q>, Inferred<B>>) => Promise<z.input<A>>,
): Door<H> {
  return { endpoint: endpoint as unknown as Endpoint, open: open as unknown as Door<H>["open"] };
}
