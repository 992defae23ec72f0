// One object a word: validation, types, client, OpenAPI and docs come from it, and it says who may pass.
import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/** Who may pass. Everyone not named is refused: there is no default that lets somebody in. */
export type Who =
  | { readonly anyone: true }
  | {
      readonly keys?: readonly ("public" | "server")[];
      readonly may?: Permission;
      /** A customer who signed in, over what is theirs. */
      readonly person?: true;
    };

/** Over what: whose things an endpoint reaches besides the installation's own. */
export type Owns = "installation" | "this source" | "this colleague" | "this location" | "this person";

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  /** room.verb */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify pattern: `/api/people/:id`. */
  readonly url: string;
  readonly who: Who;
  readonly owns: Owns;
  /** What it does, with units, limits and the refusals to expect. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** Set when reading a person through it must be logged. */
  readonly opensPerson?: boolean;
  /**
   * Set when it shows or concerns people without opening one. As with `opensPerson`, whoever is hidden from the colleague is not
   * there: what the address, the question or the body names by id is refused, and the answer leaves them out.
   */
  readonly namesPerson?: boolean;
  /** Set on the one door to people at which a reason is given: it asks for none. */
  readonly asksNoReason?: boolean;
  /**
   * Set where a person may be named whose use is restricted, before a colleague who does not answer for rights: what shows
   * nothing of them, or takes what they say. Everywhere else they are refused there.
   */
  readonly ofRestricted?: boolean;
  /** For so many seconds the answer may be kept, by anybody: it is nobody's own. Else it is never kept. */
  readonly keptSeconds?: number;
  /** The answer is a stream of server-sent events, each shaped as `answer`. */
  readonly stream?: boolean;
};

export const endpoint = <
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodType<Record<string, never>>,
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(
  e: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> => e;
