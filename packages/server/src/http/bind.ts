// Ties the doors of the contract to HTTP: who may pass is checked here, before a door opens, for every one of them.

import { type Endpoint, type Permission, Refusal, type Who } from "@somlos/contract";
import type { Caller, Door, Knock } from "@somlos/kernel/http";
import { isUuid } from "@somlos/rules/uuid";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodType } from "zod";
import { languageIn } from "./answer.ts";

export type Gate = {
  /** Whether one of these people is not there for the caller, asked with this permission. */
  hides(caller: Caller, may: Permission, personIds: readonly string[]): Promise<boolean>;
  /** Whether the use of what is kept of one of these people is restricted, before who does not answer for rights. */
  closed(caller: Caller, personIds: readonly string[]): Promise<boolean>;
  /** Refuses who has not said today why they look: at the people named, or, of none, at people at all. */
  reasoned(knock: { caller: Caller; ip: string; what: string; ids: readonly string[] }): Promise<void>;
  /** `takes`: what the body of a change made with a session may be. */
  authenticate(
    request: { headers: FastifyRequest["headers"]; ip: string; url: string; method: string },
    takes?: "json" | "file",
  ): Promise<Caller>;
  /** Called before the answer of a door that opens a person leaves. */
  opened(knock: { caller: Caller; ip: string; what: string; personId: string | undefined }): Promise<void>;
};

/** Refuses whoever an endpoint does not name. */
export function letPass(who: Who, caller: Caller): void {
  if ("anyone" in who) return;
  if (caller.kind === "nobody") throw new Refusal("door.not_signed_in");
  if (caller.kind === "key" && who.keys?.includes(caller.trust) === true) return;
  if (caller.kind === "staff" && who.may !== undefined && caller.may.includes(who.may)) return;
  if (caller.kind === "person" && who.person === true) return;
  const takesServerKey = caller.kind === "key" && who.keys?.includes("server") === true;
  throw new Refusal(takesServerKey ? "door.needs_server_key" : "door.not_allowed");
}

const MOST_DEPTH = 100;

/** PostgreSQL holds no NUL in a text, and nothing that we know is nested this deep. */
function isStrange(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  if (depth > MOST_DEPTH) return true;
  return Object.entries(value).some(([key, inner]) => key.includes("\0") || isStrange(inner, depth + 1));
}

function read(schema: ZodType | undefined, place: string, value: unknown): unknown {
  if (schema === undefined) return undefined;
  if (isStrange(value))
    throw new Refusal("door.bad_request", { problems: [`${place}: holds a NUL, or is nested too deep`] });
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  throw new Refusal("door.bad_request", {
    problems: found.error.issues
      .slice(0, 5)
      .map((issue) => `${[place, ...issue.path].join(".")}: ${issue.message}`),
  });
}

/** The JSON of a body; doors of our own API take JSON only. */
function jsonOf(request: FastifyRequest): unknown {
  const bytes = request.body as Buffer | undefined;
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new Refusal("door.not_json");
  }
}

/** What is nobody's own may be kept for a while, in each language by itself, and be shown once more while it is asked anew. */
const keeping = ({ keptSeconds }: Endpoint): string =>
  keptSeconds === undefined
    ? "no-store"
    : `public, max-age=${keptSeconds}, stale-while-revalidate=${keptSeconds}`;

export function bindDoor<H>(app: FastifyInstance, house: H, gate: Gate, door: Door<never>): void {
  const { endpoint } = door;
  app.route({
    method: endpoint.method,
    url: endpoint.url,
    config: { who: endpoint.who, id: endpoint.id },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = await gate.authenticate(request);
      letPass(endpoint.who, caller);
      const knock: Knock<unknown, unknown, unknown> = {
        params: read(endpoint.params, "params", request.params),
        query: read(endpoint.query, "query", request.query),
        body: read(endpoint.body, "body", endpoint.body === undefined ? undefined : jsonOf(request)),
        caller,
        language: languageIn(request),
        headers: request.headers,
        ip: request.ip,
        header: (name, value) => void reply.header(name, value),
      };
      const go = door.open as unknown as (
        house: H,
        knock: Knock<unknown, unknown, unknown>,
      ) => Promise<unknown>;
      if (endpoint.namesPerson === true) await mayBeNamed(gate, endpoint, knock);
      const answer =
        endpoint.opensPerson === true
          ? await logged(gate, endpoint, knock, () => go(house, knock))
          : await go(house, knock);
      if (endpoint.keptSeconds !== undefined) reply.header("vary", "Origin, Accept-Language");
      return reply
        .header("cache-control", keeping(endpoint))
        .header("content-type", "application/json; charset=utf-8")
        .send(JSON.stringify(answer ?? {}));
    },
  });
}

/** Before people are named to a colleague: whom they name is there for them, and they have said why. */
async function mayBeNamed(
  gate: Gate,
  endpoint: Endpoint,
  knock: Knock<unknown, unknown, unknown>,
): Promise<void> {
  const { id: what, who, asksNoReason } = endpoint;
  if (await isHidden(gate, who, knock, [])) throw new Refusal("people.unknown");
  await refuseClosed(gate, endpoint, knock, []);
  if (asksNoReason === true) return;
  const { caller, ip, params, query, body } = knock;
  await gate.reasoned({ caller, ip, what, ids: idsIn([params, query, body]) });
}

/**
 * A look at a person is written down before the answer leaves; where the address names the person, before it is looked, so
 * that a look at somebody who is not there is written down too.
 */
async function logged(
  gate: Gate,
  endpoint: Endpoint,
  knock: Knock<unknown, unknown, unknown>,
  look: () => Promise<unknown>,
): Promise<unknown> {
  const { id: what, who } = endpoint;
  const open = (personId: string | undefined) =>
    gate.opened({ caller: knock.caller, ip: knock.ip, what, personId });
  const asked = idIn([(knock.params as { id?: unknown } | undefined)?.id]);
  if (asked !== undefined) {
    const [hidden] = await Promise.all([isHidden(gate, who, knock, []), open(asked)]);
    if (hidden) throw new Refusal("people.unknown");
    await refuseClosed(gate, endpoint, knock, []);
    return look();
  }
  const answer = (await look()) as { id?: unknown; personId?: unknown };
  await open(idIn([answer.personId, answer.id]));
  if (await isHidden(gate, who, knock, [answer.personId, answer.id])) throw new Refusal("people.unknown");
  await refuseClosed(gate, endpoint, knock, [answer.personId, answer.id]);
  return answer;
}

/** Of whom is only kept what is kept of them nothing is shown or done, but where the contract says so. */
async function refuseClosed(
  gate: Gate,
  { ofRestricted }: Pick<Endpoint, "ofRestricted">,
  { caller, params, query, body }: Knock<unknown, unknown, unknown>,
  more: readonly unknown[],
): Promise<void> {
  if (caller.kind !== "staff" || ofRestricted === true) return;
  const ids = [...idsIn([params, query, body, more])];
  if (ids.length > 0 && (await gate.closed(caller, ids))) throw new Refusal("people.restricted");
}

/** Whether one whom the address, the question or the body names, or the answer, is not there for whoever knocks. */
async function isHidden(
  gate: Gate,
  who: Who,
  { caller, params, query, body }: Knock<unknown, unknown, unknown>,
  more: readonly unknown[],
): Promise<boolean> {
  const may = "may" in who ? who.may : undefined;
  if (caller.kind !== "staff" || may === undefined) return false;
  const ids = [...idsIn([params, query, body, more])];
  return ids.length > 0 && gate.hides(caller, may, ids);
}

/** Every id that stands somewhere in it; what was read has no great depth. */
const idsIn = (value: unknown): string[] => {
  if (typeof value === "string") return isUuid(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
};

const idIn = (candidates: readonly unknown[]): string | undefined =>
  candidates.find((id): id is string => typeof id === "string" && isUuid(id));
